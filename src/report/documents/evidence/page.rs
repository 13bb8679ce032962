//! A page of the evidence on a terminal of 100 columns.

use super::entry;
use super::find::Page;
use super::inputs::Given;
use super::list;

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
