//! The ledger as a sheet: every number of the case with what it may be, its source and its grade.

use super::look::{Ink, Look};
use super::page::{SheetPage, SheetSetting};
use crate::documents::ledger::place;
use crate::words::Words;
use delight_model::scenario::LedgerRow;
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 11] = [40.0, 46.0, 28.0, 26.0, 13.0, 13.0, 13.0, 13.0, 56.0, 40.0, 24.0];
const HEADINGS: u32 = 3;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, rows: &[LedgerRow]) -> Result<Worksheet, XlsxError> {
    let words = setting.words;
    let mut page = SheetPage::new(setting, &words.say("book-sheet-assumptions"), &WIDTHS)?;
    page.title(&words.say("book-assumptions-title"))?;
    page.paragraph(1, 7, &words.say("book-assumptions-use"))?;
    page.headings(HEADINGS, 0, &headings(words), |column| (4..=6).contains(&column))?;
    for (i, row) in rows.iter().enumerate() {
        write(&mut page, HEADINGS + 1 + i as u32, row)?;
    }
    let last = HEADINGS + rows.len() as u32;
    page.sheet.autofilter(HEADINGS, 0, last, WIDTHS.len() as u16 - 1)?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 1)?.set_repeat_rows(HEADINGS, HEADINGS)?;
    Ok(page.sheet)
}

fn headings(words: Words) -> Vec<String> {
    vec![
        words.say("book-path"),
        words.say("book-input"),
        words.say("book-unit"),
        words.say("book-written"),
        "P5".into(),
        words.say("book-p50"),
        "P95".into(),
        words.say("book-grade"),
        words.say("book-source"),
        words.say("book-note"),
        words.say("book-place"),
    ]
}

fn write(page: &mut SheetPage, row: u32, line: &LedgerRow) -> Result<(), XlsxError> {
    let words = page.words();
    let (meaning, unit) = (words.meaning(&line.path, &line.meaning), words.unit(&line.unit));
    for (column, text) in [&line.path, &meaning, &unit, &line.written].into_iter().enumerate() {
        page.text(row, column as u16, text, Ink::Follows)?;
    }
    for (column, x) in [(4, line.p5), (5, Some(line.p50)), (6, line.p95)] {
        page.number(row, column, x.unwrap_or(f64::NAN), (Look::Plain, Ink::Follows))?;
    }
    page.text(row, 7, &line.grade, Ink::Beside)?;
    for (column, text) in [(8, words.source(&line.source)), (9, words.phrase(&line.note)), (10, place(line, words))] {
        page.text(row, column, &text, Ink::Beside)?;
    }
    Ok(())
}
