//! The sheet of the fan: cumulative cash and return by the month, as bands, beside the live case.

use super::book::Book;
use super::chart;
use super::look::{ACCENT, GAIN, Ink, LOSS, Look, PALE};
use super::model::Model;
use super::page::{Done, SheetPage, SheetSetting};
use delight_studies::findings::Fan;
use delight_studies::run::FanMonth;
use rust_xlsxwriter::{Chart, ChartAxisLabelPosition, ChartType, Worksheet, XlsxError};

const HEADINGS: u32 = 3;
/// The quantiles of a month.
const QUANTILES: [&str; 5] = ["P5", "P25", "P50", "P75", "P95"];
/// The first columns of cash and of return, and of their standard errors, which stand beyond the charts.
const CASH: [u16; 2] = [2, 30];
const RETURN: [u16; 2] = [7, 35];
/// The first and the last column that the charts cover.
const CHARTS: [u16; 2] = [13, 23];

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book, model: &Model) -> Result<Worksheet, XlsxError> {
    let (words, f) = (setting.words, book.findings);
    let widths: Vec<f64> = std::iter::once(10.0).chain(std::iter::repeat_n(13.5, 39)).collect();
    let mut page = SheetPage::new(setting, &words.say("book-sheet-fan"), &widths)?;
    page.title(&words.say("book-fan-title"))?;
    page.paragraph(1, 11, &words.say("book-fan-use"))?;
    headings(&mut page)?;
    for month in &f.fan {
        let row = HEADINGS + month.month as u32;
        page.number(row, 0, month.month as f64, (Look::Plain, Ink::Follows))?;
        let live = model.grid.cell(model.books.cumulative, month.month);
        page.cell(row, 1, &live, (Look::Amount, Ink::Follows))?;
        five(&mut page, row, CASH, Some(&month.cash), Look::Amount)?;
        five(&mut page, row, RETURN, month.roi.as_ref(), Look::Share)?;
    }
    charts(&mut page, &f.fan, f.peak_funding.p50.value)?;
    let last = HEADINGS + (f.fan.len() as u32).max(2 + 2 * chart::ROWS);
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?.set_repeat_rows(HEADINGS, HEADINGS)?;
    page.sheet.set_print_area(0, 0, last, CHARTS[1])?;
    Ok(page.sheet)
}

fn headings(page: &mut SheetPage) -> Done {
    let (words, error) = (page.words(), page.words().say("book-error"));
    page.headings(HEADINGS, 0, &[words.say("book-month"), words.say("book-fan-live")], |column| column > 0)?;
    for (column, name) in [(CASH, words.say("book-fan-cash")), (RETURN, words.say("book-fan-return"))] {
        for (i, quantile) in QUANTILES.iter().enumerate() {
            page.headings(HEADINGS, column[0] + i as u16, &[format!("{name} {quantile}")], |column| column > 0)?;
            page.headings(HEADINGS, column[1] + i as u16, &[format!("{name} {quantile}: {error}")], |column| {
                column > 0
            })?;
        }
    }
    Ok(())
}

fn five(page: &mut SheetPage, row: u32, column: [u16; 2], fan: Option<&Fan>, look: Look) -> Done {
    let Some(fan) = fan else { return Ok(()) };
    for (i, e) in [&fan.p5, &fan.p25, &fan.p50, &fan.p75, &fan.p95].into_iter().enumerate() {
        page.number(row, column[0] + i as u16, e.value, (look, Ink::Follows))?;
        page.number(row, column[1] + i as u16, e.standard_error.unwrap_or(f64::NAN), (look, Ink::Beside))?;
    }
    Ok(())
}

fn charts(page: &mut SheetPage, fan: &[FanMonth], funding: f64) -> Done {
    let words = page.words();
    let last = HEADINGS + fan.len() as u32;
    let largest = fan.iter().map(|m| m.cash.p95.value.abs().max(m.cash.p5.value.abs())).fold(funding.abs(), f64::max);
    let money = page.setting.looks.axis(largest);
    let mut cash = lines(page, (HEADINGS + 1, last), CASH[0], (&words.say("book-fan-cash-title"), &money));
    let sheet = page.sheet.name();
    let live = cash.add_series();
    live.set_values((sheet.as_str(), HEADINGS + 1, 1, last, 1)).set_name(words.say("book-fan-live").as_str());
    live.set_format(&mut chart::line(LOSS, 1.5));
    page.sheet.insert_chart(HEADINGS + 1, CHARTS[0], &cash)?;
    if fan.iter().any(|m| m.roi.is_some()) {
        let roi = lines(page, (HEADINGS + 1, last), RETURN[0], (&words.say("book-fan-return-title"), "0%"));
        page.sheet.insert_chart(HEADINGS + 2 + chart::ROWS, CHARTS[0], &roi)?;
    }
    Ok(())
}

/// Five lines, the median the strongest.
fn lines(page: &SheetPage, (first, last): (u32, u32), column: u16, (title, number): (&str, &str)) -> Chart {
    let words = page.words();
    let sheet = page.sheet.name();
    let mut chart = Chart::new(ChartType::Line);
    let strokes = [(PALE, 1.25), (GAIN, 1.25), (ACCENT, 2.75), (GAIN, 1.25), (PALE, 1.25)];
    for (i, (colour, width)) in strokes.into_iter().enumerate() {
        let column = column + i as u16;
        let series = chart.add_series();
        series.set_values((sheet.as_str(), first, column, last, column)).set_name(QUANTILES[i]);
        series.set_categories((sheet.as_str(), first, 0, last, 0)).set_format(&mut chart::line(colour, width));
    }
    chart::dress(&mut chart, title, &words.say("figure-month"), number);
    chart.x_axis().set_label_interval(12).set_tick_interval(12).set_label_position(ChartAxisLabelPosition::Low);
    chart
}
