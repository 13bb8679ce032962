//! A page of the evidence on a terminal of 100 columns.

use super::entry;
use super::find::Page;
use super::inputs::Given;
use super::list;
use crate::words::format::wrap;
use anstyle::Style;

/// Columns of the screen.
pub(super) const COLUMNS: usize = 100;
pub(super) const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();

/// The page; `all` are the values of inputs in which to look for what rests on a fact.
pub fn text(page: &Page, all: &[Given]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = match page {
        Page::Overview => list::overview(&mut out, all),
        Page::Link(link) => list::link(&mut out, *link, all),
        Page::Entry(fact) => entry::fact(&mut out, fact, all),
        Page::Input(given) => entry::input(&mut out, given),
        Page::Table(given) => list::table(&mut out, given),
    };
    out
}

/// Text in lines up to the right edge of the screen, each but the first indented to the column where the first begins.
pub(super) fn fill(text: &str, column: usize) -> String {
    wrap(text, COLUMNS - column, "").replace('\n', &format!("\n{}", " ".repeat(column)))
}

/// A text of at most `width` characters.
pub(super) fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        None => text.to_owned(),
        Some(_) => text.chars().take(width.saturating_sub(1)).chain(['…']).collect(),
    }
}
