//! Several cases in one table, a line each.

use crate::page::screen::{BAD, BOLD, GOOD};
use crate::words::Words;
use crate::words::format::pad;
use delight_model::statistics::Estimate;
use delight_studies::run::Findings;
use std::fmt::Write;

/// The worth, the risk and the payback of each case.
pub fn side_by_side(all: &[Findings], words: Words) -> String {
    let width = all.iter().map(|f| f.case.name.chars().count()).max().unwrap_or(0).clamp(14, 20) + 2;
    let mut out = String::new();
    let columns = format!(
        "{}{:>12}{:>12}{:>12}{:>8}{:>10}{:>11}{:>12}",
        pad(&words.say("side-title"), width),
        words.say("side-npv"),
        "P5",
        "P95",
        words.say("side-loss"),
        words.say("side-roi"),
        words.say("side-payback"),
        words.say("side-funding")
    );
    let _ = writeln!(out, "{BOLD}{columns}{BOLD:#}");
    for f in all {
        let money = |e: &Estimate| words.money(&f.case.currency, e.value);
        let roi = f.roi.map_or("–".into(), |r| words.percent_change(r.p50.value));
        let payback = f.payback_months.p50.map_or_else(|| words.say("side-never"), |p| words.month(p.value));
        let style = if f.npv.p50.value < 0.0 { BAD } else { GOOD };
        let _ = writeln!(
            out,
            "{}{style}{:>12}{style:#}{:>12}{:>12}{:>8}{roi:>10}{payback:>11}{:>12}",
            pad(&f.case.name, width),
            money(&f.npv.p50),
            money(&f.npv.p5),
            money(&f.npv.p95),
            words.percent(f.loss_probability.value),
            money(&f.peak_funding.p50)
        );
    }
    out
}
