//! What the parts of the page share: remarks, maturities, and the elements put forward.

use crate::page::content::Page;
use crate::page::table::Tone;
use crate::words::Words;
use delight_studies::assess::{ElementStep, Portrait, Worth};

/// How many elements are put forward.
pub(super) const FORWARD: usize = 3;

/// A sentence that is neither good nor bad.
pub(super) fn remark(page: &mut Page, text: &str) {
    page.item("·", Tone::Plain, text);
}

/// A maturity, 0 to 1, for readers.
pub(super) fn maturity(x: f64, words: Words) -> String {
    words.signed(x, 2)
}

pub(super) fn step_of<'a>(p: &'a Portrait, element: &str) -> Option<&'a ElementStep> {
    p.worth.as_ref()?.steps.iter().find(|step| step.element == element)
}

/// Whether a step is among the best, brings more than it costs, and enough is known of its element to advise it.
pub(super) fn put_forward(step: &ElementStep) -> bool {
    step.known && step.rank <= FORWARD && step.mean.value > 0.0
}

/// The steps put forward, the best first.
pub(super) fn best(worth: &Worth) -> Vec<&ElementStep> {
    let mut best: Vec<&ElementStep> = worth.steps.iter().filter(|s| put_forward(s)).collect();
    best.sort_by_key(|step| step.rank);
    best
}
