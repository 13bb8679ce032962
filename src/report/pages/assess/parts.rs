//! What the parts of the screen share: headings, sentences, remarks, and the elements put forward.

use crate::page::screen::{BOLD, COLUMNS, DIM};
use crate::words::Words;
use crate::words::format::wrap;
use anstyle::Style;
use delight_studies::assess::{Portrait, Step, Worth};
use std::fmt::{Result, Write};

/// How many elements are put forward.
pub(super) const FORWARD: usize = 3;

pub(super) fn sentence(out: &mut String, mark: &str, style: Style, text: &str) -> Result {
    writeln!(out, "  {style}{mark}{style:#} {}", wrap(text, COLUMNS - 4, "    "))
}

/// A sentence that is neither good nor bad.
pub(super) fn remark(out: &mut String, text: &str) -> Result {
    sentence(out, "·", Style::new(), text)
}

pub(super) fn heading(out: &mut String, title: &str, note: &str) -> Result {
    let gap = if note.is_empty() { "" } else { "  " };
    writeln!(out, "\n{BOLD}{title}{BOLD:#}{DIM}{gap}{note}{DIM:#}")
}

/// A maturity, 0 to 1, for readers.
pub(super) fn maturity(x: f64, words: Words) -> String {
    words.signed(x, 2)
}

pub(super) fn step_of<'a>(p: &'a Portrait, element: &str) -> Option<&'a Step> {
    p.worth.as_ref()?.steps.iter().find(|step| step.element == element)
}

/// Whether a step is among the best, and brings anything at all.
pub(super) fn put_forward(step: &Step) -> bool {
    step.rank <= FORWARD && step.mean.value > 0.0
}

/// The steps put forward, the best first.
pub(super) fn best(worth: &Worth) -> Vec<&Step> {
    let mut best: Vec<&Step> = worth.steps.iter().filter(|s| put_forward(s)).collect();
    best.sort_by_key(|step| step.rank);
    best
}
