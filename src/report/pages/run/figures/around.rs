//! Words and numbers that the figures of a run share.

use crate::page::figure::{caption, drawn_long};
use crate::plot::{Bands, Caption};
use crate::words::Words;
use delight_studies::findings::Fan;
use delight_studies::run::{FanMonth, Findings};

/// Words around a figure over months.
pub(super) fn axes(y_title: String, words: Words) -> Caption {
    Caption { x_title: words.say("figure-month"), y_title, ..caption(words) }
}

/// How the case was drawn.
pub(super) fn draws(f: &Findings, words: Words) -> String {
    drawn_long(f.trials, &f.sampling, f.seed, words)
}

/// How the case was drawn, and what kind of case it is.
pub(super) fn footer(f: &Findings, words: Words) -> String {
    let case = if f.case.kind == "chain" { words.say("figure-chain") } else { words.say("figure-flows") };
    format!("{} {case}", draws(f, words))
}

/// The fan of every month as bands; gaps where there is none.
pub(super) fn bands(f: &Findings, of: impl Fn(&FanMonth) -> Option<Fan>) -> Bands {
    let series = |pick: fn(&Fan) -> f64| f.fan.iter().map(|m| of(m).map_or(f64::NAN, |fan| pick(&fan))).collect();
    Bands {
        p5: series(|f| f.p5.value),
        p25: series(|f| f.p25.value),
        p50: series(|f| f.p50.value),
        p75: series(|f| f.p75.value),
        p95: series(|f| f.p95.value),
    }
}
