//! A waterfall as a stacked column chart, which every spreadsheet program draws; its columns may cross zero.

use super::chart;
use super::look::{ACCENT, GAIN, Ink, LOSS, Look};
use super::page::SheetPage;
use super::term::{SheetCell, Term};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Chart, ChartAxisLabelPosition, ChartFormat, ChartType, Color};

/// A column of a waterfall, by the row of its name and amount.
#[derive(Clone, Debug)]
pub struct WaterfallStep {
    /// Its amount: its change, or what has been reached.
    pub amount: Term,
    /// Whether it stands on zero: what has been reached.
    pub total: bool,
}

/// Where a waterfall's numbers stand: names in `names`, from row `first` on; helper columns from `helper` on.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// First row of names, from 0.
    pub first: u32,
    /// Column of names.
    pub names: u16,
    /// First of eight columns that hold what the chart draws.
    pub helper: u16,
}

/// Start, end, base, then what is drawn: totals, rises above and below zero, falls above and below zero.
const HELPERS: usize = 8;

/// Writes the columns that the chart draws, by formula, and gives the chart.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn draw(
    page: &mut SheetPage,
    place: Place,
    steps: &[WaterfallStep],
    title: &str,
) -> Result<Chart, rust_xlsxwriter::XlsxError> {
    let heading = page.words().say("book-for-chart");
    page.text(place.first - 1, place.helper, &heading, Ink::Beside)?;
    let mut reached = Term::number(0.0);
    for (i, step) in steps.iter().enumerate() {
        reached = helpers(page, place, place.first + i as u32, step, reached)?;
    }
    let last = place.first + steps.len() as u32 - 1;
    let sheet = page.sheet.name();
    let mut chart = Chart::new(ChartType::ColumnStacked);
    let colours: [Option<Color>; HELPERS - 2] = [None, Some(ACCENT), Some(GAIN), Some(GAIN), Some(LOSS), Some(LOSS)];
    for (i, colour) in colours.into_iter().enumerate() {
        let column = place.helper + 2 + i as u16;
        let mut format = ChartFormat::new();
        match colour {
            Some(colour) => chart::filled(&mut format, colour),
            None => format.set_no_fill(),
        };
        let series = chart.add_series();
        series.set_values((sheet.as_str(), place.first, column, last, column)).set_format(&mut format).set_gap(45);
        series.set_categories((sheet.as_str(), place.first, place.names, last, place.names));
    }
    let largest = steps.iter().map(|step| step.amount.value().abs()).fold(0.0, f64::max);
    chart::dress(&mut chart, title, "", &page.setting.looks.axis(largest));
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    chart.legend().set_hidden();
    Ok(chart)
}

/// One row of helpers; gives the cell of what has been reached.
fn helpers(
    page: &mut SheetPage,
    place: Place,
    row: u32,
    step: &WaterfallStep,
    before: Term,
) -> Result<Term, rust_xlsxwriter::XlsxError> {
    let zero = || Term::number(0.0);
    let cell = |i: u16, term: &Term| {
        Term::reference(format!("{}{}", column_number_to_name(place.helper + i), row + 1), term.value())
    };
    let from = if step.total { zero() } else { before };
    let (start, end) = (cell(0, &from), if step.total { step.amount.clone() } else { &from + &step.amount });
    let to = cell(1, &end);
    let (high, low) = (start.max(&to), start.min(&to));
    let base = zero().max(&low) + zero().min(&high);
    let above = zero().max(&high) - zero().max(&low);
    let below = zero().min(&low) - zero().min(&high);
    let rises = start.at_most(&to);
    let drawn: [Term; HELPERS - 3] = if step.total {
        [to.clone(), zero(), zero(), zero(), zero()]
    } else {
        let (none, up) = (zero(), |part: &Term| rises.choose(part, &zero()));
        let down = |part: &Term| rises.choose(&zero(), part);
        [none, up(&above), up(&below), down(&above), down(&below)]
    };
    let all = [from.clone(), end, if step.total { zero() } else { base }].into_iter().chain(drawn);
    for (i, term) in all.enumerate() {
        page.cell(row, place.helper + i as u16, SheetCell::from(&term), (Look::Amount, Ink::Beside))?;
    }
    Ok(to)
}
