//! The first sheet: the answer, how it came about, and what the other sheets hold.

use super::book::Book;
use super::look::{self, Ink, Look};
use super::page::{Done, SheetPage, SheetSetting};
use crate::page::provenance::{command, start};
use crate::pages::run::answer as sentences;
use rust_xlsxwriter::{Format, FormatUnderline, Url, Worksheet, XlsxError};

const WIDTHS: [f64; 5] = [34.0, 24.0, 18.0, 24.0, 24.0];
/// The last column of paragraphs.
const LAST: u16 = 4;
/// The most rows that a printed page can hold and still be read.
const MOST_ROWS: u32 = 60;

/// Writes the sheet; `sheets` are the names of the others with what they hold.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, book: &Book, sheets: &[(String, String)]) -> Result<Worksheet, XlsxError> {
    let (words, f) = (setting.words, book.findings);
    let mut page = SheetPage::new(setting, &words.say("book-sheet-cover"), &WIDTHS)?;
    page.title(&f.case.name)?;
    let mut row = 2;
    for sentence in sentences::answer(f, words) {
        page.paragraph(row, LAST, &sentence)?;
        row += 1;
    }
    row = figures(&mut page, book, row + 1)?;
    row = contents(&mut page, sheets, row + 1)?;
    row = facts(&mut page, book, row + 1)?;
    for note in &f.notes {
        page.paragraph(row, LAST, &sentences::note(note, words))?;
        row += 1;
    }
    if row <= MOST_ROWS {
        page.sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(page.sheet)
}

/// The four numbers to remember.
fn figures(page: &mut SheetPage, book: &Book, row: u32) -> Result<u32, XlsxError> {
    let (words, f) = (page.words(), book.findings);
    let headings = [
        words.say("book-measure"),
        words.say("book-p50"),
        words.say("book-error"),
        words.say("book-p5"),
        words.say("book-p95"),
    ];
    page.headings(row, 0, &headings, |column| column > 0)?;
    let mut at = row + 1;
    let spreads = [
        (words.say("book-npv"), Some(&f.npv), Look::Money),
        (words.say("book-roi"), f.roi.as_ref(), Look::Share),
        (words.say("book-funding"), Some(&f.peak_funding), Look::Money),
    ];
    for (name, spread, look) in spreads {
        let Some(s) = spread else { continue };
        page.text(at, 0, &name, Ink::Follows)?;
        page.estimate(at, 1, &s.p50, (look, Ink::Follows))?;
        page.number(at, 3, s.p5.value, (look, Ink::Follows))?;
        page.number(at, 4, s.p95.value, (look, Ink::Follows))?;
        at += 1;
    }
    page.text(at, 0, &words.say("book-loss"), Ink::Follows)?;
    page.estimate(at, 1, &f.loss_probability, (Look::Share, Ink::Follows))?;
    Ok(at + 1)
}

fn contents(page: &mut SheetPage, sheets: &[(String, String)], row: u32) -> Result<u32, XlsxError> {
    let link = Format::new().set_font_color(look::ACCENT).set_underline(FormatUnderline::Single);
    let title = page.words().say("book-contents");
    page.section(row, &title)?;
    for (i, (name, holds)) in sheets.iter().enumerate() {
        let at = row + 1 + i as u32;
        let url = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        page.sheet.write_url_with_format(at, 0, url, &link)?;
        page.sheet.merge_range(at, 1, at, LAST, holds, &look::paragraph())?;
    }
    Ok(row + 1 + sheets.len() as u32)
}

/// How the numbers came about, so that they can be had again.
fn facts(page: &mut SheetPage, book: &Book, row: u32) -> Result<u32, XlsxError> {
    let (words, f) = (page.words(), book.findings);
    page.section(row, &words.say("book-how"))?;
    let start = start(f).map(|s| words.calendar_month(s.year, s.month));
    let delivery = book.points.delivery.as_ref().map(|d| words.say_of("delivery", d));
    let facts: Vec<(String, Option<String>)> = vec![
        (words.say("book-how-months"), Some(f.case.months.to_string())),
        (words.say("book-how-start"), start),
        (words.say("book-how-preset"), f.case.preset.clone()),
        (words.say("book-how-currency"), Some(f.case.currency.clone())),
        (words.say("book-how-delivery"), delivery),
        (words.say("book-how-trials"), Some(words.whole(f.trials as f64))),
        (words.say("book-how-sampling"), Some(f.sampling.clone())),
        (words.say("book-how-seed"), Some(f.seed.to_string())),
        (words.say("book-how-version"), Some(f.version.to_owned())),
        (words.say("book-how-scenario"), Some(f.case.scenario.clone())),
        (words.say("book-how-digest"), Some(f.digest.clone())),
        (words.say("book-how-command"), Some(command(f))),
        (words.say("book-how-colours"), Some(words.say("book-colours"))),
    ];
    let mut at = row + 1;
    for (name, value) in facts {
        let Some(value) = value else { continue };
        fact(page, at, &name, &value)?;
        at += 1;
    }
    Ok(at + 1)
}

fn fact(page: &mut SheetPage, row: u32, name: &str, value: &str) -> Done {
    page.text(row, 0, name, Ink::Beside)?;
    page.sheet.merge_range(row, 1, row, LAST, value, &look::paragraph())?;
    Ok(())
}
