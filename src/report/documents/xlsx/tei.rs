//! The table for those who know Total Economic Impact: benefits, costs, flexibility and risk, with the risk taken from the
//! distribution in place of a haircut.

use super::book::Book;
use super::look::{Ink, Look};
use super::model::Model;
use super::page::{Done, SheetPage, SheetSetting};
use super::term::{CellValue, SheetCell, Term};
use delight_model::finance::bridge::PIECES;
use delight_model::simulate::Measure;
use delight_model::statistics::Estimate;
use delight_studies::findings::Spread;
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 9] = [46.0, 19.0, 19.0, 17.0, 19.0, 17.0, 17.0, 17.0, 50.0];
const HEADINGS: u32 = 3;
/// Columns: point value, mean and its error, mean less point value, P5, median, P95, remark.
const POINT: u16 = 1;
const MEAN: u16 = 2;
const ADJUSTMENT: u16 = 4;
const QUANTILES: [u16; 3] = [5, 6, 7];
const REMARK: u16 = 8;

/// What one row says.
struct Row<'a> {
    name: String,
    point: Option<SheetCell>,
    mean: Option<Estimate>,
    spread: Option<&'a Spread>,
    look: Look,
    ink: Ink,
    remark: String,
}

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book, model: &Model) -> Result<Worksheet, XlsxError> {
    let words = setting.words;
    let mut page = SheetPage::new(setting, "TEI", &WIDTHS)?;
    page.title(&words.say("book-tei-title"))?;
    page.paragraph(1, REMARK, &words.say("book-tei-use"))?;
    let headings = [
        words.say("book-tei-item"),
        words.say("book-tei-point"),
        words.say("book-tei-adjusted"),
        words.say("book-error"),
        words.say("book-tei-adjustment"),
        words.say("book-p5"),
        words.say("book-p50"),
        words.say("book-p95"),
        words.say("book-remark"),
    ];
    page.headings(HEADINGS, 0, &headings, |column| (POINT..REMARK).contains(&column))?;
    let mut row = HEADINGS + 1;
    for line in benefits(book, model, setting).iter().chain(&totals(book, model, setting)) {
        write(&mut page, row, line)?;
        row += 1;
    }
    row = flexibility(&mut page, book, row)?;
    payback(&mut page, book, model, row)?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?;
    Ok(page.sheet)
}

/// The pieces of the bridge.
fn benefits<'a>(book: &Book<'a>, model: &Model, setting: &SheetSetting) -> Vec<Row<'a>> {
    let words = setting.words;
    let piece = |(i, piece): (usize, &&'static str)| {
        let column = model.pieces.as_ref()?[i];
        Some(Row {
            name: words.say_of("piece", piece),
            point: Some(SheetCell::from(&model.books.present_value(&model.grid, column))),
            mean: book.findings.bridge.get(*piece).copied(),
            spread: None,
            look: Look::Money,
            ink: Ink::Follows,
            remark: String::new(),
        })
    };
    PIECES.iter().enumerate().filter_map(piece).collect()
}

/// Benefit, cost, net present value and return.
fn totals<'a>(book: &Book<'a>, model: &Model, setting: &SheetSetting) -> Vec<Row<'a>> {
    let (words, f) = (setting.words, book.findings);
    let row = |name: String, measure: Measure, spread: &'a Spread, remark: String| Row {
        name,
        point: Some(live(model, measure)),
        mean: Some(spread.mean),
        spread: Some(spread),
        look: Look::Money,
        ink: Ink::Total,
        remark,
    };
    let mut rows = vec![
        row(words.say("book-tei-benefit"), Measure::PvBenefit, &f.pv_benefit, String::new()),
        row(words.say("book-tei-cost"), Measure::PvCost, &f.pv_cost, words.say("book-tei-cost-note")),
        row(words.say("book-tei-npv"), Measure::Npv, &f.npv, words.say("book-tei-npv-note")),
    ];
    if let Some(roi) = &f.roi {
        let roi = row(words.say("book-roi"), Measure::Roi, roi, words.say("book-tei-roi-note"));
        rows.push(Row { look: Look::Share, ..roi });
    }
    rows
}

/// A formula that repeats a measure of the sheet of the case.
fn live(model: &Model, measure: Measure) -> SheetCell {
    let (term, shown) = model.measure(measure);
    SheetCell { formula: term.text().to_owned(), shown }
}

fn write(page: &mut SheetPage, row: u32, line: &Row) -> Done {
    let style = (line.look, line.ink);
    page.rule(row, POINT..=REMARK, line.ink)?;
    page.text(row, 0, &line.name, line.ink)?;
    if let Some(point) = &line.point {
        page.cell(row, POINT, point.clone(), style)?;
    }
    if let Some(mean) = &line.mean {
        page.estimate(row, MEAN, mean, style)?;
    }
    if let (Some(SheetCell { shown: CellValue::Number(point), .. }), Some(mean)) = (&line.point, &line.mean) {
        let cell = |column: &str, value| Term::reference(format!("{column}{}", row + 1), value);
        page.cell(row, ADJUSTMENT, &(cell("C", mean.value) - cell("B", *point)), (line.look, Ink::Beside))?;
    }
    if let Some(s) = line.spread {
        for (column, e) in QUANTILES.into_iter().zip([&s.p5, &s.p50, &s.p95]) {
            page.number(row, column, e.value, style)?;
        }
    }
    page.text(row, REMARK, &line.remark, Ink::Beside)
}

/// The value of the gate: what the option to stop is worth.
fn flexibility(page: &mut SheetPage, book: &Book, row: u32) -> Result<u32, XlsxError> {
    let words = page.words();
    page.rule(row, POINT..=REMARK, Ink::Total)?;
    page.text(row, 0, &words.say("book-tei-flexibility"), Ink::Total)?;
    match &book.points.gate {
        Some(gate) => {
            page.estimate(row, MEAN, &gate.value, (Look::Money, Ink::Total))?;
            let money = |e: &Estimate| words.money(&book.findings.case.currency, e.value);
            let (with, without) = (money(&gate.with), money(&gate.without));
            let trials = words.whole(gate.trials as f64);
            let args = [("with", with.as_str()), ("without", &without), ("trials", &trials)];
            page.text(row, REMARK, &words.say_with("book-tei-gate", &args), Ink::Beside)?;
        }
        None => page.text(row, REMARK, &words.say("book-tei-no-gate"), Ink::Beside)?,
    }
    Ok(row + 1)
}

fn payback(page: &mut SheetPage, book: &Book, model: &Model, row: u32) -> Done {
    let (words, payback) = (page.words(), &book.findings.payback_months);
    page.rule(row, POINT..=REMARK, Ink::Total)?;
    page.text(row, 0, &words.say("book-payback"), Ink::Total)?;
    page.cell(row, POINT, live(model, Measure::Payback), (Look::Plain, Ink::Total))?;
    match &payback.p50 {
        Some(median) => page.number(row, QUANTILES[1], median.value, (Look::Plain, Ink::Total))?,
        None => page.write_text(
            row,
            QUANTILES[1],
            &words.say("book-never"),
            &page.setting.looks.number(Look::Plain, Ink::Total),
        )?,
    }
    let never = words.percent(payback.never.value);
    page.text(row, REMARK, &words.say_with("book-tei-payback-note", &[("never", &never)]), Ink::Beside)
}
