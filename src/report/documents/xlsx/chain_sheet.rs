//! The sheet of the chain: its inputs and constants as a list of named cells, and beside it the tables they come from.

use super::inputs::{Holds, Input};
use super::live::{SEARCH_COLUMNS, Search, TABLE_NAMES, Tables, WEIGHT_ROW};
use super::look::{Ink, Look};
use super::page::{Done, SheetPage, SheetSetting};
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The row, from 0, of the first cell of the list.
pub const FIRST_CELL: u32 = 4;
/// Widths of the columns, in characters: the list, a gap, the tables.
const WIDTHS: [f64; 17] =
    [62.0, 18.0, 26.0, 14.0, 62.0, 26.0, 3.0, 26.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0];
/// The last column of the list.
const LAST: u16 = 5;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, name: &str, cells: &[Input], tables: &Tables) -> Result<Worksheet, XlsxError> {
    let words = setting.words;
    let mut page = SheetPage::new(setting, name, &WIDTHS)?;
    page.title(&words.say("live-title"))?;
    page.paragraph(1, LAST - 1, &words.say("live-use"))?;
    list(&mut page, FIRST_CELL, cells)?;
    weights(&mut page)?;
    tables.searches.iter().try_for_each(|found| search(&mut page, found))?;
    // The tables beside the list would make it too small to read.
    page.sheet.set_print_area(0, 0, FIRST_CELL + cells.len() as u32, LAST)?;
    page.sheet.set_freeze_panes(FIRST_CELL, 1)?.set_repeat_rows(FIRST_CELL - 1, FIRST_CELL - 1)?;
    Ok(page.sheet)
}

/// A list of named cells below its headings: meaning, value, unit, grade, source, name.
pub fn list(page: &mut SheetPage, first: u32, cells: &[Input]) -> Done {
    let words = page.words();
    let headings = [
        words.say("book-input"),
        words.say("book-input-value"),
        words.say("book-unit"),
        words.say("book-grade"),
        words.say("book-source"),
        words.say("book-input-name"),
    ];
    page.headings(first - 1, 0, &headings, |column| column == 1)?;
    for (row, input) in (first..).zip(cells) {
        match &input.holds {
            Holds::Heading => {
                page.section(row, &input.meaning)?;
                continue;
            }
            Holds::Given(x) => page.number(row, 1, *x, (input.look, Ink::Given))?,
            Holds::Fixed(x) => page.number(row, 1, *x, (input.look, Ink::Beside))?,
            Holds::Formula(term) => page.cell(row, 1, term, (input.look, Ink::Follows))?,
        }
        page.text(row, 0, &input.meaning, Ink::Follows)?;
        page.text(row, 2, &input.unit, Ink::Beside)?;
        page.text(row, 3, &input.grade, Ink::Beside)?;
        page.text(row, 4, &input.source, Ink::Beside)?;
        page.text(row, 5, &input.name, Ink::Beside)?;
    }
    Ok(())
}

fn weights(page: &mut SheetPage) -> Done {
    let words = page.words();
    page.write_text(WEIGHT_ROW - 2, TABLE_NAMES, &words.say("live-weights"), &super::look::section())?;
    let elements = ELEMENTS.map(|element| words.say_of("element", element));
    page.headings(WEIGHT_ROW - 1, TABLE_NAMES + 1, &elements, |_| true)?;
    for (row, (capability, weights)) in (WEIGHT_ROW..).zip(WEIGHTS) {
        page.text(row, TABLE_NAMES, &words.say_of("capability", capability), Ink::Follows)?;
        for (column, weight) in (TABLE_NAMES + 1..).zip(weights) {
            page.number(row, column, weight, (Look::Plain, Ink::Beside))?;
        }
    }
    Ok(())
}

fn search(page: &mut SheetPage, search: &Search) -> Done {
    let words = page.words();
    page.write_text(search.row - 2, TABLE_NAMES, &words.say("live-search"), &super::look::section())?;
    let headings: [String; SEARCH_COLUMNS] = [
        words.say("live-search-step"),
        "o".to_owned(),
        words.say("live-search-lost"),
        words.say("live-search-slope"),
        words.say("live-search-change"),
    ];
    page.headings(search.row - 1, TABLE_NAMES, &headings, |_| true)?;
    for (step, terms) in search.steps.iter().enumerate() {
        let row = search.row + step as u32;
        page.number(row, TABLE_NAMES, step as f64 + 1.0, (Look::Plain, Ink::Beside))?;
        for (column, term) in (TABLE_NAMES + 1..).zip(terms) {
            page.cell(row, column, term, (Look::Plain, Ink::Follows))?;
        }
    }
    Ok(())
}
