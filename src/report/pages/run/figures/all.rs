//! The figures of a run, in the order of the report.

use super::around::footer;
use super::{accepted, bridge, chain, drivers, indicators, months, npv, outcomes};
use crate::page::figure::Named;
use crate::words::Words;
use delight_model::scenario::LedgerRow;
use delight_studies::run::Findings;

/// The names of all figures a case can have.
pub const NAMES: [&str; 10] = [
    "roi",
    "acceptability",
    "acceptability-score",
    "cash",
    "npv",
    "bridge",
    "chain",
    "indicators",
    "drivers",
    "outcomes",
];

/// The figures of one case, given every number of its ledger.
pub fn of_case(f: &Findings, ledger: &[LedgerRow], words: Words) -> Vec<Named> {
    let mut all = Vec::new();
    // Where nobody pays for delight, what a unit of effect costs says more than a return.
    if f.roi.is_some() && f.cost_effectiveness.is_none() {
        all.push(Named::new("roi", months::roi(f, words)));
    }
    all.extend(accepted::figures(f, words));
    all.push(Named::new("cash", months::cash(f, words)));
    all.push(Named::new("npv", npv::figure(f, words)));
    all.push(Named::new("bridge", bridge::figure(f, footer(f, words), words)));
    if let Some(figure) = chain::figure(f, ledger, footer(f, words), words) {
        all.push(Named::new("chain", figure));
    }
    if let Some(figure) = indicators::figure(f, words) {
        all.push(Named::of_height("indicators", [430, 760], figure));
    }
    if let Some(figure) = drivers::figure(f, footer(f, words), words) {
        all.push(Named::new("drivers", figure));
    }
    if let Some(figure) = outcomes::figure(f, words) {
        all.push(Named::new("outcomes", figure));
    }
    all
}
