//! The case through three lenses, as a block of the screen.

use crate::page::screen::{BAD, BOLD, DIM};
use crate::words::Words;
use crate::words::format::{pad, wrap};
use anstyle::Style;
use delight_studies::run::{LensComparison, LensView};
use std::fmt::Write;

/// One line a lens, and how much of the distance is belief.
pub fn lenses(seen: &LensComparison, currency: &str, words: Words, columns: usize) -> String {
    let mut out = String::new();
    let [npv, loss, roi, revenue] =
        [words.say("lenses-npv"), words.say("lenses-loss"), words.say("lenses-roi"), words.say("lenses-revenue")];
    let heads = format!("{}{npv:>14}{loss:>10}{roi:>12}{revenue:>17}", pad(&words.say("lenses-title"), 30));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{BOLD}{heads}{BOLD:#}{DIM}  {}{DIM:#}", words.say("lenses-medians"));
    for view in &seen.views {
        let _ = writeln!(out, "  {}", line(view, currency, words, view.lens == seen.own));
    }
    let _ = writeln!(out, "  {DIM}{}{DIM:#}", wrap(&belief(seen, currency, words), columns - 2, "  "));
    out
}

fn line(view: &LensView, currency: &str, words: Words, own: bool) -> String {
    let npv = words.money(currency, view.npv.value);
    let style = if view.npv.value < 0.0 { BAD } else { Style::new() };
    let loss = words.percent(view.loss_probability.value);
    let roi = view.roi.map_or("–".into(), |r| words.percent_change(r.value));
    let revenue = view.revenue_gain.map_or("–".into(), |r| words.percent_change(r.value));
    let mark = if own { "▸ " } else { "  " };
    let name = pad(&format!("{mark}{}", words.say_of("lens", &view.lens)), 28);
    format!("{name}{style}{npv:>14}{style:#}{loss:>10}{roi:>12}{revenue:>17}")
}

/// A distance between the lenses below this share of the largest of their values is none to speak of.
const HARDLY: f64 = 0.01;

/// How much of the distance between the lenses is belief, in a sentence.
pub fn belief(seen: &LensComparison, currency: &str, words: Words) -> String {
    let distance = words.money(currency, seen.distance.abs());
    let largest = seen.views.iter().map(|view| view.npv.value.abs()).fold(0.0, f64::max);
    match seen.belief.filter(|_| seen.distance.abs() >= HARDLY * largest) {
        Some(share) => {
            words.say_with("lenses-belief", &[("distance", &distance), ("share", &words.percent_short(share))])
        }
        None if seen.inputs.is_empty() => words.say("lenses-agree"),
        None => words.say("lenses-matter-little"),
    }
}
