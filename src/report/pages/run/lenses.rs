//! The case through three lenses.

use super::tone::if_loss;
use crate::page::content::Page;
use crate::page::table::{Row, Table};
use crate::words::Words;
use delight_studies::run::{LensComparison, LensView};

/// One line a lens, and how much of the distance is belief.
pub fn lenses(page: &mut Page, seen: &LensComparison, currency: &str) {
    let words = page.words;
    let heads = Table::new(&words.say("lenses-title"), 28)
        .aside(&words.say("lenses-medians"))
        .numbers(&words.say("lenses-npv"), 14)
        .numbers(&words.say("lenses-loss"), 10)
        .numbers(&words.say("lenses-roi"), 12)
        .numbers(&words.say("lenses-revenue"), 17);
    page.table(heads.rows(seen.views.iter().map(|view| line(view, currency, words, view.lens == seen.own))));
    page.remark(&belief(seen, currency, words));
}

fn line(view: &LensView, currency: &str, words: Words, own: bool) -> Row {
    let loss = words.percent(view.loss_probability.value);
    let roi = view.roi.map_or("–".into(), |r| words.percent_change(r.value));
    let revenue = view.revenue_gain.map_or("–".into(), |r| words.percent_change(r.value));
    let row = Row::new(&words.say_of("lens", &view.lens)).marked(if own { "▸ " } else { "  " });
    row.toned(words.money(currency, view.npv.value), if_loss(view.npv.value)).cells([loss, roi, revenue])
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
