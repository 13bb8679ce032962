//! The story of a case in the order of a decision: each part says its finding, then shows one table or one figure.
//!
//! The deck and the short report are written from this one list. A part that a case does not have is left out.

mod belief;
mod chapter;
mod money;
mod opening;
mod pays;

pub use chapter::{Body, Chapter, without_case};

use super::results::Results;
use crate::page::figure::drawn_long;
use crate::words::Words;
use crate::words::format::isolated;
use chapter::Teller;
use delight_studies::run::Findings;

/// Tells a chapter; nothing where the case has none.
type Tell = fn(&Teller) -> Option<Chapter>;

/// Every chapter, in the order in which a board reads them.
const CHAPTERS: [Tell; 12] = [
    opening::proposal,
    opening::answer,
    pays::improve,
    money::years,
    money::distribution,
    money::cash,
    money::bridge,
    money::chain,
    belief::conditions,
    belief::lenses,
    belief::check,
    belief::caveats,
];

/// The chapters that a case has.
pub fn story(results: &Results, words: Words) -> Vec<Chapter> {
    let teller = Teller { results, words };
    CHAPTERS.iter().filter_map(|tell| tell(&teller)).collect()
}

/// Where the numbers come from, in one line.
pub fn source(f: &Findings, words: Words) -> String {
    let drawn = drawn_long(f.trials, &f.sampling, f.seed, words);
    format!("{} · {drawn} delight {}", isolated(&f.case.name), f.version)
}
