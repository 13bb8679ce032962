//! The case through three lenses, as a block of the screen.

use super::format::{money, pad, percent, percent_change, wrap};
use crate::analysis::{LensComparison, LensView};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const BAD: Style = AnsiColor::Red.on_default();

/// One line a lens, and how much of the distance is belief.
pub fn lenses(seen: &LensComparison, currency: &str, columns: usize) -> String {
    let mut out = String::new();
    let heads = format!("{:<30}{:>14}{:>10}{:>12}{:>16}", "Through other eyes", "NPV", "loss", "ROI", "year-5 revenue");
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{BOLD}{heads}{BOLD:#}{DIM}  medians{DIM:#}");
    for view in &seen.views {
        let _ = writeln!(out, "  {}", line(view, currency, view.lens == seen.own));
    }
    let _ = writeln!(out, "  {DIM}{}{DIM:#}", wrap(&belief(seen, currency), columns - 2, "  "));
    out
}

fn line(view: &LensView, currency: &str, own: bool) -> String {
    let npv = money(currency, view.npv.value);
    let style = if view.npv.value < 0.0 { BAD } else { Style::new() };
    let loss = percent(view.loss_probability.value);
    let roi = view.roi.map_or("–".into(), |r| percent_change(r.value));
    let revenue = view.revenue_gain.map_or("–".into(), |r| percent_change(r.value));
    let mark = if own { "▸ " } else { "  " };
    let name = pad(&format!("{mark}{}", words(view.lens)), 28);
    format!("{name}{style}{npv:>14}{style:#}{loss:>10}{roi:>12}{revenue:>16}")
}

/// A lens in words.
pub fn words(lens: &str) -> &'static str {
    match lens {
        "sceptical" => "sceptical",
        "literature" => "literature at face value",
        _ => "the authors' claims",
    }
}

/// How much of the distance between the lenses is belief, in a sentence.
pub fn belief(seen: &LensComparison, currency: &str) -> String {
    let distance = money(currency, seen.distance.abs());
    match seen.belief {
        Some(share) => format!(
            "Between the sceptical lens and the authors' claims lie {distance}; {} of that goes with inputs of \
             evidence grade D: it is belief, not fact.",
            percent(share.clamp(0.0, 1.0))
        ),
        None if seen.inputs.is_empty() => "The lenses agree: the case has numbers of its own wherever they differ.".into(),
        None => "What customers do through any lens hardly moves this case: its benefit lies elsewhere.".into(),
    }
}
