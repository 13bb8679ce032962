//! A page of the evidence: what was asked for, as a reader sees it.

use super::find::EvidencePage;
use super::inputs::Given;
use super::{entry, list};
use crate::words::Words;

/// The page as a screen of so many columns; `all` are the values of inputs in which to look for what rests on a fact.
pub fn text(asked: &EvidencePage, all: &[Given], words: Words, columns: usize) -> String {
    let page = match asked {
        EvidencePage::Overview => list::overview(all, words),
        EvidencePage::Link(link) => list::link(*link, all, words),
        EvidencePage::Entry(fact) => entry::fact(fact, all, words),
        EvidencePage::Input(given) => entry::input(given, words),
        EvidencePage::Table(given) => list::table(given, words),
    };
    page.screen(columns)
}
