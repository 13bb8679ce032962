//! The sheet of the indicators: month by month, without and with the programme, as bands.

use super::book::Book;
use super::look::{self, Ink, Look};
use super::page::{SheetPage, SheetSetting};
use delight_model::simulate::SERIES;
use delight_studies::run::MonthlyBand;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The row, from 0, of the headings; above it stand the names of the indicators.
const HEADINGS: u32 = 4;
/// Columns of an indicator: three levels of each arm.
const EACH: u16 = 6;
/// Indicators on a printed page.
const PRINTED: u16 = 2;
/// Size in percent at which they and five years fill one.
const PRINTED_SCALE: u16 = 48;

/// Writes the sheet; none where there is no chain.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book) -> Result<Option<Worksheet>, XlsxError> {
    let words = setting.words;
    let Some(found) = &book.findings.by_month else { return Ok(None) };
    let shown: Vec<_> = SERIES.iter().filter_map(|key| Some((*key, found.indicators.get(*key)?))).collect();
    let columns = shown.len() as u16 * EACH;
    let widths: Vec<f64> = std::iter::once(9.0).chain(std::iter::repeat_n(13.0, usize::from(columns))).collect();
    let mut page = SheetPage::new(setting, &words.say("book-sheet-indicators"), &widths)?;
    page.title(&words.say("book-indicators-title"))?;
    let trials = words.whole(found.trials as f64);
    page.paragraph(1, 2 * EACH, &words.say_with("book-indicators-use", &[("trials", &trials)]))?;
    page.headings(HEADINGS, 0, &[words.say("book-month")], |_| false)?;
    for row in 0..book.findings.case.months {
        page.number(HEADINGS + 1 + row as u32, 0, row as f64 + 1.0, (Look::Plain, Ink::Follows))?;
    }
    for (column, (key, both)) in (0..).map(|i| 1 + i * EACH).zip(&shown) {
        for i in 0..EACH {
            let name = if i == 0 { words.say_of("indicator", key) } else { String::new() };
            page.write_text(HEADINGS - 1, column + i, &name, &look::band())?;
        }
        let arms = [(words.say("chain-without"), &both.baseline), (words.say("chain-with"), &both.programme)];
        for (first, (arm, band)) in [column, column + 3].into_iter().zip(arms) {
            let [p5, p50, p95] = ["P5", "P50", "P95"].map(|level| format!("{arm} {level}"));
            page.headings(HEADINGS, first, &[p5, p50, p95], |_| true)?;
            levels(&mut page, first, band, look_of(key))?;
        }
    }
    let last = HEADINGS + book.findings.case.months as u32;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?.set_repeat_rows(HEADINGS - 1, HEADINGS)?.set_repeat_columns(0, 0)?;
    page.sheet.set_print_area(HEADINGS - 1, 0, last, columns)?;
    // Breaks between indicators hold only where the page is not fitted.
    page.sheet.set_print_scale(PRINTED_SCALE);
    let breaks: Vec<u32> =
        (1..(shown.len() as u16).div_ceil(PRINTED)).map(|i| u32::from(1 + i * PRINTED * EACH)).collect();
    page.sheet.set_vertical_page_breaks(&breaks)?;
    Ok(Some(page.sheet))
}

fn levels(page: &mut SheetPage, column: u16, band: &MonthlyBand, look: Look) -> Result<(), XlsxError> {
    for (column, values) in (column..).zip([&band.p5, &band.p50, &band.p95]) {
        for (row, x) in (HEADINGS + 1..).zip(values) {
            page.number(row, column, *x, (look, Ink::Follows))?;
        }
    }
    Ok(())
}

fn look_of(key: &str) -> Look {
    match key {
        "customers" => Look::Count,
        "revenue" => Look::Money,
        "rating" | "nps" => Look::Points,
        _ => Look::Share,
    }
}
