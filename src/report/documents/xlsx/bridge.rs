//! The sheet of the value bridge: where the benefit comes from, and what is left of it.

use super::book::Book;
use super::chart;
use super::look::{Ink, Look};
use super::model::Model;
use super::page::{SheetPage, SheetSetting};
use super::range::Range;
use super::term::{SheetCell, Term};
use super::waterfall::{self, Place, WaterfallStep};
use delight_model::finance::bridge::PIECES;
use delight_model::simulate::Measure;
use delight_model::statistics::Estimate;
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 6] = [46.0, 20.0, 18.0, 20.0, 20.0, 20.0];
const HEADINGS: u32 = 3;
/// The first of the columns that the chart draws.
const HELPER: u16 = 6;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book, model: &Model) -> Result<Worksheet, XlsxError> {
    let (words, f) = (setting.words, book.findings);
    let mut page = SheetPage::new(setting, &words.say("book-sheet-bridge"), &WIDTHS)?;
    page.title(&words.say("book-bridge-title"))?;
    page.paragraph(1, 3, &words.say("book-bridge-use"))?;
    let headings =
        [words.say("book-bridge-piece"), words.say("book-mean"), words.say("book-error"), words.say("book-tei-point")];
    page.headings(HEADINGS, 0, &headings, |column| column > 0)?;
    let mut table = Table { page: &mut page, row: HEADINGS + 1, steps: Vec::new() };
    for (i, piece) in PIECES.iter().enumerate() {
        let (Some(mean), Some(columns)) = (f.bridge.get(*piece), &model.pieces) else { continue };
        let live = model.books.present_value(&model.grid, columns[i]);
        table.estimate(&words.say_of("piece", piece), mean, Some(&live), false)?;
    }
    let of_pieces = table.sum("B");
    table.estimate(&words.say("book-pv-benefit"), &f.pv_benefit.mean, Some(&model.amount(Measure::PvBenefit)), true)?;
    let benefit = table.last();
    let cost = Estimate { value: -f.pv_cost.mean.value, ..f.pv_cost.mean };
    table.estimate(&words.say("book-pv-cost"), &cost, Some(&-model.amount(Measure::PvCost)), false)?;
    let net = &benefit + table.last();
    let rest = Term::reference(format!("B{}", table.row + 2), f.npv.mean.value) - net;
    let live_rest = model.npv() - (model.amount(Measure::PvBenefit) - model.amount(Measure::PvCost));
    table.formula(&words.say("book-bridge-rest"), &rest, &live_rest)?;
    table.estimate(&words.say("book-npv"), &f.npv.mean, Some(&model.npv()), true)?;
    let (steps, end) = (table.steps, table.row);
    if let Some(sum) = of_pieces {
        page.text(end + 1, 0, &words.say("book-bridge-check"), Ink::Beside)?;
        page.cell(end + 1, 1, &(sum - benefit), (Look::Cents, Ink::Beside))?;
    }
    let place = Place { first: HEADINGS + 1, names: 0, helper: HELPER };
    let chart = waterfall::draw(&mut page, place, &steps, &words.say("book-bridge-title"))?;
    page.sheet.insert_chart(end + 3, 0, &chart)?.set_print_area(0, 0, end + 3 + chart::ROWS, HELPER - 1)?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?;
    Ok(page.sheet)
}

/// The table while it is written.
struct Table<'p, 'a> {
    page: &'p mut SheetPage<'a>,
    row: u32,
    steps: Vec<WaterfallStep>,
}

impl Table<'_, '_> {
    fn estimate(&mut self, name: &str, mean: &Estimate, live: Option<&Term>, total: bool) -> Result<(), XlsxError> {
        let ink = if total { Ink::Total } else { Ink::Follows };
        self.page.text(self.row, 0, name, ink)?;
        self.page.estimate(self.row, 1, mean, (Look::Money, ink))?;
        if let Some(live) = live {
            self.page.cell(self.row, 3, live, (Look::Money, ink))?;
        }
        self.done(mean.value, total);
        Ok(())
    }

    fn formula(&mut self, name: &str, mean: &Term, live: &Term) -> Result<(), XlsxError> {
        self.page.text(self.row, 0, name, Ink::Follows)?;
        self.page.cell(self.row, 1, SheetCell::from(mean), (Look::Money, Ink::Follows))?;
        self.page.cell(self.row, 3, live, (Look::Money, Ink::Follows))?;
        self.done(mean.value(), false);
        Ok(())
    }

    fn done(&mut self, value: f64, total: bool) {
        self.steps.push(WaterfallStep { amount: Term::reference(format!("B{}", self.row + 1), value), total });
        self.row += 1;
    }

    fn last(&self) -> Term {
        self.steps.last().map_or(Term::number(0.0), |step| step.amount.clone())
    }

    /// The sum of all rows so far; none if there is none.
    fn sum(&self, column: &str) -> Option<Term> {
        let values: Vec<f64> = self.steps.iter().map(|step| step.amount.value()).collect();
        let text = format!("{column}{}:{column}{}", HEADINGS + 2, self.row);
        (!values.is_empty()).then(|| Range::new(text, values).sum())
    }
}
