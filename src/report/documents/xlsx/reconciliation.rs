//! The sheet that leads from the point values to the simulation: the flaw of averages, and delivery.

use super::book::Book;
use super::chart;
use super::look::{Ink, Look};
use super::model::Model;
use super::page::{Done, SheetPage, SheetSetting};
use super::term::{SheetCell, Term};
use super::waterfall::{self, Place, WaterfallStep};
use delight_model::chain::Delivery;
use delight_model::simulate::Measure;
use delight_model::statistics::Estimate;
use delight_studies::run::{DeliveryResult, Findings};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 11] = [46.0, 18.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0];
/// The row, from 0, of the point values.
const FIRST: u32 = 4;
/// The first of the columns that the chart draws.
const HELPER: u16 = 12;
/// The last column of paragraphs.
const LAST: u16 = 5;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book, model: &Model) -> Result<Worksheet, XlsxError> {
    let words = setting.words;
    let mut page = SheetPage::new(setting, &words.say("book-sheet-gap"), &WIDTHS)?;
    page.title(&words.say("book-gap-title"))?;
    let reached = book.points.delivery.as_deref().and_then(|d| apart(book.findings, d));
    let steps = walk(&mut page, book, reached)?;
    let mut row = explain(&mut page, book, reached, FIRST + steps.len() as u32 + 1)?;
    row = simulated(&mut page, book.findings, row)?;
    row = changed(&mut page, model, row)?;
    row = by_delivery(&mut page, book.findings, row)?;
    let place = Place { first: FIRST, names: 0, helper: HELPER };
    let chart = waterfall::draw(&mut page, place, &steps, &words.say("book-gap-title"))?;
    page.sheet.insert_chart(row + 1, 0, &chart)?.set_print_area(
        0,
        0,
        row + 1 + chart::ROWS,
        WIDTHS.len() as u16 - 1,
    )?;
    Ok(page.sheet)
}

/// The trials with the delivery that the point values assume, where there are others too.
fn apart<'f>(f: &'f Findings, delivery: &str) -> Option<&'f DeliveryResult> {
    f.by_delivery.get(delivery).filter(|_| f.by_delivery.len() > 1)
}

/// From the point values to the mean, one row a step.
fn walk(page: &mut SheetPage, book: &Book, reached: Option<&DeliveryResult>) -> Result<Vec<WaterfallStep>, XlsxError> {
    let (words, f) = (page.words(), book.findings);
    let headings = [words.say("book-gap-step"), words.say("book-gap-amount"), words.say("book-error")];
    page.headings(FIRST - 1, 0, &headings, |column| column > 0)?;
    let point = book.points.measure(Measure::Npv).unwrap_or(f64::NAN);
    page.text(FIRST, 0, &words.say("book-gap-point"), Ink::Total)?;
    page.number(FIRST, 1, point, (Look::Money, Ink::Total))?;
    let cell = |row: u32, value: f64| Term::reference(format!("B{}", row + 1), value);
    let mut steps = vec![WaterfallStep { amount: cell(FIRST, point), total: true }];
    let reach =
        |page: &mut SheetPage, step: &str, end: &str, mean: &Estimate, steps: &mut Vec<WaterfallStep>| -> Done {
            let row = FIRST + steps.len() as u32;
            let before = steps.last().map_or(Term::number(0.0), |step| step.amount.clone());
            let (change, after) = (cell(row + 1, mean.value) - before, cell(row + 1, mean.value));
            page.text(row, 0, step, Ink::Follows)?;
            page.cell(row, 1, &change, (Look::Money, Ink::Follows))?;
            page.text(row + 1, 0, end, Ink::Total)?;
            page.estimate(row + 1, 1, mean, (Look::Money, Ink::Total))?;
            steps.push(WaterfallStep { amount: cell(row, change.value()), total: false });
            steps.push(WaterfallStep { amount: after, total: true });
            Ok(())
        };
    if let (Some(full), Some(delivery)) = (reached, &book.points.delivery) {
        let said = words.say_of("delivery", delivery);
        let end = words.say_with("book-gap-mean-delivered", &[("delivery", &said)]);
        reach(page, &words.say("book-gap-flaw"), &end, &full.npv.mean, &mut steps)?;
        reach(page, &words.say("book-gap-delivery"), &words.say("book-gap-mean"), &f.npv.mean, &mut steps)?;
    } else {
        reach(page, &words.say("book-gap-flaw"), &words.say("book-gap-mean"), &f.npv.mean, &mut steps)?;
    }
    Ok(steps)
}

/// The gap in words.
fn explain(page: &mut SheetPage, book: &Book, reached: Option<&DeliveryResult>, row: u32) -> Result<u32, XlsxError> {
    let (words, f) = (page.words(), book.findings);
    let money = |x: f64| words.money(&f.case.currency, x);
    let change = |x: f64| words.money_change(&f.case.currency, x);
    let point = book.points.measure(Measure::Npv).unwrap_or(f64::NAN);
    let [point_said, mean, median] = [point, f.npv.mean.value, f.npv.p50.value].map(money);
    let args = [("point", point_said.as_str()), ("mean", &mean), ("median", &median)];
    page.paragraph(1, LAST, &words.say_with("book-gap-intro", &args))?;
    let curved = reached.map_or(f.npv.mean.value, |full| full.npv.mean.value) - point;
    let size = change(curved);
    let why = match f.bridge.is_empty() {
        true => words.say_with("book-gap-flaw-flows", &[("size", &size)]),
        false => words.say_with("book-gap-flaw-why", &[("size", &size)]),
    };
    page.paragraph(row, LAST, &why)?;
    let Some((full, delivery)) = reached.zip(book.points.delivery.as_deref()) else { return Ok(row + 2) };
    let size = change(f.npv.mean.value - full.npv.mean.value);
    let (said, share) = (words.say_of("delivery", delivery), words.percent(full.share.value));
    let args = [("size", size.as_str()), ("delivery", &said), ("share", &share)];
    page.paragraph(row + 1, LAST, &words.say_with("book-gap-delivery-why", &args))?;
    Ok(row + 3)
}

/// What else the simulation says of the net present value.
fn simulated(page: &mut SheetPage, f: &Findings, row: u32) -> Result<u32, XlsxError> {
    let words = page.words();
    page.section(row, &words.say("book-gap-simulated"))?;
    let rows = [
        (words.say("book-p50"), &f.npv.p50, Look::Money),
        (words.say("book-mean"), &f.npv.mean, Look::Money),
        (words.say("book-p5"), &f.npv.p5, Look::Money),
        (words.say("book-p95"), &f.npv.p95, Look::Money),
        (words.say("book-loss"), &f.loss_probability, Look::Share),
    ];
    for (i, (name, estimate, look)) in rows.iter().enumerate() {
        page.text(row + 1 + i as u32, 0, name, Ink::Follows)?;
        page.estimate(row + 1 + i as u32, 1, estimate, (*look, Ink::Follows))?;
    }
    Ok(row + rows.len() as u32 + 2)
}

/// Whether the live case is still the simulated one.
fn changed(page: &mut SheetPage, model: &Model, row: u32) -> Result<u32, XlsxError> {
    let words = page.words();
    page.section(row, &words.say("book-gap-live"))?;
    page.text(row + 1, 0, &words.say("book-npv"), Ink::Follows)?;
    page.cell(row + 1, 1, &model.npv(), (Look::Money, Ink::Follows))?;
    page.text(row + 2, 0, &words.say("book-gap-difference"), Ink::Follows)?;
    let written = model.measures[0].simulated.unwrap_or(f64::NAN);
    let live = Term::reference(format!("B{}", row + 2), model.npv().value());
    let difference = (live - Term::reference(format!("B{}", FIRST + 1), written)).round(2);
    page.cell(row + 2, 1, &difference, (Look::Cents, Ink::Follows))?;
    let cell = Term::reference(format!("B{}", row + 3), difference.value());
    let moved = Term::number(0.0).below(&(&cell * &cell));
    let said: SheetCell = moved.word(&words.say("book-gap-moved"), &words.say("book-gap-same"));
    page.remark(row + 2, 3, said)?;
    Ok(row + 4)
}

/// The net present value by the fate of the programme; the means, weighted by their shares, make the mean.
fn by_delivery(page: &mut SheetPage, f: &Findings, row: u32) -> Result<u32, XlsxError> {
    if f.by_delivery.len() < 2 {
        return Ok(row);
    }
    let (words, error) = (page.words(), page.words().say("book-error"));
    page.section(row, &words.say("delivery-title"))?;
    let headings = [
        words.say("book-share"),
        words.say("book-mean"),
        words.say("book-p50"),
        words.say("book-p5"),
        words.say("book-p95"),
    ];
    let pairs = headings.iter().flat_map(|heading| [heading.clone(), error.clone()]);
    page.headings(
        row + 1,
        0,
        &std::iter::once(words.say("book-outcome")).chain(pairs).collect::<Vec<_>>(),
        |column| column > 0,
    )?;
    let outcomes: Vec<_> =
        Delivery::ALL.iter().filter_map(|d| Some((d.name(), f.by_delivery.get(d.name())?))).collect();
    for (i, (name, d)) in outcomes.iter().enumerate() {
        let at = row + 2 + i as u32;
        page.text(at, 0, &words.say_of("delivery", name), Ink::Follows)?;
        page.estimate(at, 1, &d.share, (Look::Share, Ink::Follows))?;
        for (k, e) in [&d.npv.mean, &d.npv.p50, &d.npv.p5, &d.npv.p95].into_iter().enumerate() {
            page.estimate(at, 3 + 2 * k as u16, e, (Look::Money, Ink::Follows))?;
        }
    }
    let (first, last) = (row + 3, row + 2 + outcomes.len() as u32);
    let range = |column: &str, of: fn(&DeliveryResult) -> f64| {
        super::range::Range::new(
            format!("{column}{first}:{column}{last}"),
            outcomes.iter().map(|(_, d)| of(d)).collect(),
        )
    };
    let (shares, means) = (range("B", |d| d.share.value), range("D", |d| d.npv.mean.value));
    page.text(last, 0, &words.say("book-weighted"), Ink::Total)?;
    page.cell(last, 1, &shares.sum(), (Look::Share, Ink::Total))?;
    page.cell(last, 3, &shares.sum_product(&means), (Look::Money, Ink::Total))?;
    Ok(last + 2)
}
