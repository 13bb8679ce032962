//! A page of the evidence: what was asked for, as a reader sees it.

use super::find::EvidencePage;
use super::inputs::Given;
use super::{entry, list};

/// The page as a screen of so many columns; `all` are the values of inputs in which to look for what rests on a fact.
pub fn text(asked: &EvidencePage, all: &[Given], columns: usize) -> String {
    let page = match asked {
        EvidencePage::Overview => list::overview(all),
        EvidencePage::Link(link) => list::link(*link, all),
        EvidencePage::Entry(fact) => entry::fact(fact, all),
        EvidencePage::Input(given) => entry::input(given),
        EvidencePage::Table(given) => list::table(given),
    };
    page.screen(columns)
}
