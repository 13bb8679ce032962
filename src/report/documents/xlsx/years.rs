//! The sheet of the years: profit and cash by year, means of the simulation, with every sum as a formula.

use super::book::Book;
use super::look::{Ink, Look};
use super::page::{Done, SheetPage, SheetSetting};
use super::range::Range;
use super::term::Term;
use crate::words::Words;
use delight_model::finance::bridge::PIECES;
use delight_studies::run::{ByYear, YearStatement};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEADINGS: u32 = 3;
/// Width of the names, and of a column of money.
const WIDTHS: [f64; 2] = [34.0, 15.0];

/// A line that is given, with its sign in a sum.
struct Line {
    name: String,
    of: Box<dyn Fn(&YearStatement) -> f64>,
}

/// Writes the sheet; none of results saved before there were years.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book) -> Result<Option<Worksheet>, XlsxError> {
    let words = setting.words;
    let Some(found) = &book.findings.by_year else { return Ok(None) };
    let columns = found.years.len() + 2;
    let widths: Vec<f64> = std::iter::once(WIDTHS[0]).chain(std::iter::repeat_n(WIDTHS[1], columns)).collect();
    let mut page = SheetPage::new(setting, &words.say("book-sheet-years"), &widths)?;
    page.title(&words.say("years-title"))?;
    let trials = words.whole(found.trials as f64);
    page.paragraph(1, columns.min(8) as u16, &words.say_with("book-years-use", &[("trials", &trials)]))?;
    headings(&mut page, found)?;
    Rows { page: &mut page, found }.write()?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?.set_repeat_columns(0, 0)?;
    Ok(Some(page.sheet))
}

fn headings(page: &mut SheetPage, found: &ByYear) -> Done {
    let words = page.words();
    let years = (0..found.years.len()).map(|year| match year {
        0 => words.say("years-start"),
        year => words.say_with("years-year", &[("year", &year.to_string())]),
    });
    let ends = [words.say("years-total"), words.say("years-pv")];
    let all: Vec<String> = std::iter::once(String::new()).chain(years).chain(ends).collect();
    page.headings(HEADINGS, 0, &all, |column| column > 0)
}

/// The rows while they are written: the years, their total, and their present value.
struct Rows<'a, 'b> {
    page: &'a mut SheetPage<'b>,
    found: &'a ByYear,
}

impl Rows<'_, '_> {
    fn write(&mut self) -> Done {
        let words = self.page.words();
        let first = HEADINGS + 1;
        let pieces = pieces(self.found, words);
        let benefit = first + pieces.len() as u32;
        for (row, line) in (first..).zip(&pieces) {
            self.given(row, line)?;
        }
        let whole = |of: fn(&YearStatement) -> f64| Line { name: String::new(), of: Box::new(of) };
        match pieces.is_empty() {
            true => self.given(benefit, &Line { name: words.say("years-benefit"), ..whole(|year| year.benefit) })?,
            false => {
                self.sum(benefit, &words.say("years-benefit"), |cell| cell.down(first, benefit - 1), |y| y.benefit)?
            }
        }
        let lines = [
            Line { name: words.say("years-cost"), ..whole(|year| -year.cost) },
            Line { name: words.say("years-written-off"), ..whole(|year| -year.written_off) },
            Line { name: words.say("years-tax"), ..whole(|year| -year.tax) },
        ];
        for (row, line) in (benefit + 1..).zip(&lines) {
            self.given(row, line)?;
        }
        let profit = benefit + 4;
        self.sum(profit, &words.say("years-profit"), |cell| cell.down(benefit, profit - 1), |y| y.profit)?;
        self.given(profit + 1, &Line { name: words.say("years-capital"), ..whole(|year| -year.capital) })?;
        // What is written off costs no cash: it comes back, and the capital goes.
        let cash = |cell: &Cells| cell.at(profit) - cell.at(benefit + 2) + cell.at(profit + 1);
        self.sum(profit + 2, &words.say("years-cash"), cash, |y| y.cash)?;
        self.so_far(profit + 3, profit + 2)
    }

    /// A line of given numbers, with its total by formula.
    fn given(&mut self, row: u32, line: &Line) -> Done {
        self.page.text(row, 0, &line.name, Ink::Follows)?;
        let values: Vec<f64> = self.found.years.iter().map(|year| (line.of)(year)).collect();
        for (column, x) in (1..).zip(&values) {
            self.page.number(row, column, x + 0.0, (Look::Money, Ink::Follows))?;
        }
        let last = values.len() as u16;
        let total = Range::new(format!("B{0}:{1}{0}", row + 1, column_number_to_name(last)), values).sum();
        self.page.cell(row, last + 1, &total, (Look::Money, Ink::Follows))?;
        self.page.number(row, last + 2, (line.of)(&self.found.present_value) + 0.0, (Look::Money, Ink::Follows))
    }

    /// A line that is the same sum in every column.
    fn sum(&mut self, row: u32, name: &str, sum: impl Fn(&Cells) -> Term, of: fn(&YearStatement) -> f64) -> Done {
        self.page.text(row, 0, name, Ink::Total)?;
        let all = self.found.years.iter().chain([&self.found.total, &self.found.present_value]);
        for (column, year) in (1..).zip(all) {
            let term = sum(&Cells { column: column_number_to_name(column) });
            let shown = Term::function(term.text(), of(year));
            self.page.cell(row, column, &shown, (Look::Money, Ink::Total))?;
        }
        Ok(())
    }

    /// Cash so far, year by year.
    fn so_far(&mut self, row: u32, cash: u32) -> Done {
        let words = self.page.words();
        self.page.text(row, 0, &words.say("years-cumulative"), Ink::Beside)?;
        let mut so_far = 0.0;
        for (column, year) in (1..).zip(&self.found.years) {
            so_far += year.cash;
            let cell = Cells { column: column_number_to_name(column) }.at(cash);
            let text = match column {
                1 => cell.text().to_owned(),
                _ => format!("{}{}+{}", column_number_to_name(column - 1), row + 1, cell.text()),
            };
            self.page.cell(row, column, &Term::function(text, so_far), (Look::Money, Ink::Beside))?;
        }
        Ok(())
    }
}

/// The cells of a column, for formulas whose values are known elsewhere.
struct Cells {
    column: String,
}

impl Cells {
    fn at(&self, row: u32) -> Term {
        Term::reference(format!("{}{}", self.column, row + 1), f64::NAN)
    }

    fn down(&self, from: u32, to: u32) -> Term {
        Range::new(format!("{0}{1}:{0}{2}", self.column, from + 1, to + 1), Vec::new()).sum()
    }
}

/// The pieces of the benefit; none of a project without a chain.
fn pieces(found: &ByYear, words: Words) -> Vec<Line> {
    let is_there = |piece: &&&str| found.years.iter().any(|year| year.pieces.contains_key(**piece));
    let line = |piece: &&str| {
        let (name, key) = (words.say_of("piece", piece), (*piece).to_owned());
        Line { name, of: Box::new(move |year| year.pieces.get(&key).copied().unwrap_or(0.0)) }
    };
    PIECES.iter().filter(is_there).map(line).collect()
}
