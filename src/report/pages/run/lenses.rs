//! The case through three lenses.

use super::tone::if_loss;
use crate::page::content::Page;
use crate::page::table::{Row, Table};
use crate::words::Words;
use delight_model::evidence::{Lens, coverage};
use delight_studies::run::{LensComparison, LensView};

/// Widths of the columns of a view.
const WIDTHS: [usize; 7] = [11, 11, 9, 9, 10, 10, 9];
/// Gain of revenue in year 5 above which only winners of an award, chosen for their success, reported more.
const ONLY_WINNERS: f64 = 0.10;

/// One line a lens, what each of them is, and how much of the distance is belief.
pub fn lenses(page: &mut Page, seen: &LensComparison, currency: &str) {
    let words = page.words;
    let table = Table::new(&words.say("lenses-title"), 14).aside(&words.say("lenses-medians"));
    let public = is_public(seen);
    let table = heads(public, words).iter().zip(WIDTHS).fold(table, |table, (head, width)| table.numbers(head, width));
    page.table(table.rows(seen.views.iter().map(|view| {
        let own = if view.lens == seen.own { "▸ " } else { "  " };
        let mut cells = view_cells(view, public, currency, words).into_iter();
        let npv = cells.next().unwrap_or_default();
        Row::new(&words.say_of("lens", &view.lens)).marked(own).toned(npv, if_loss(view.npv.value)).cells(cells)
    })));
    lens_remarks(seen, words).iter().for_each(|remark| page.remark(remark));
    page.remark(&belief(seen, currency, words));
}

/// Whether nobody pays, so that no lens has a gain of revenue.
pub fn is_public(seen: &LensComparison) -> bool {
    seen.views.iter().all(|view| view.revenue_gain.is_none())
}

/// What stands above the columns of [`view_cells`].
pub fn heads(public: bool, words: Words) -> Vec<String> {
    if public {
        let balance = words.say("lenses-balance");
        return vec![balance, words.say("lenses-mean"), words.say("lenses-score"), words.say("lenses-connected")];
    }
    vec![
        words.say("lenses-npv"),
        words.say("lenses-mean"),
        words.say("lenses-loss"),
        words.say("lenses-score"),
        words.say("lenses-connected"),
        words.say("lenses-revenue"),
        words.say("lenses-slopes"),
    ]
}

/// The case through a lens: median and mean value, loss, gain of the score, connected customers, revenue in year 5, and how many of
/// the published slopes of revenue the lens covers; where nobody pays, nothing of loss and revenue.
pub fn view_cells(view: &LensView, public: bool, currency: &str, words: Words) -> Vec<String> {
    let none = || "–".to_owned();
    let value = [view.npv.value, view.npv_mean.value].map(|x| words.money(currency, x));
    let effects = [
        view.rating_gain.map_or_else(none, |e| words.signed(e.value, 2)),
        view.connected.map_or_else(none, |e| words.percent(e.value)),
    ];
    if public {
        return [value, effects].concat();
    }
    let loss = words.loss("chain", view.loss_probability.value);
    let revenue = [
        view.revenue_gain.map_or_else(none, |e| words.percent_change(e.value)),
        view.lens.parse().ok().and_then(coverage).map_or_else(none, |c| format!("{}/{}", c.covered, c.of)),
    ];
    [&value[..], &[loss], &effects, &revenue].concat()
}

/// What each lens is, and what is said where the claims go beyond all that was reported.
pub fn lens_remarks(seen: &LensComparison, words: Words) -> Vec<String> {
    let title = |view: &LensView| {
        words.say_with(
            "lenses-what",
            &[("lens", &words.say_of("lens", &view.lens)), ("title", &words.say_of("lens-title", &view.lens))],
        )
    };
    let mut all: Vec<String> = seen.views.iter().map(title).collect();
    let claims = seen.views.iter().find(|view| view.lens == Lens::Authors.name());
    if claims.and_then(|view| view.revenue_gain).is_some_and(|gain| gain.value > ONLY_WINNERS) {
        all.push(words.say("lenses-only-winners"));
    }
    all
}

/// A distance between the lenses below this share of the largest of their values is none to speak of.
const HARDLY: f64 = 0.01;

/// How much of the distance between what is corrected and what is published is belief, in a sentence; and how far the claims go.
pub fn belief(seen: &LensComparison, currency: &str, words: Words) -> String {
    let [distance, claimed] = [seen.distance, seen.claimed].map(|x| words.money(currency, x.abs()));
    let largest = seen.views.iter().map(|view| view.npv.value.abs()).fold(0.0, f64::max);
    let matters = |distance: f64| distance.abs() >= HARDLY * largest;
    match seen.belief.filter(|_| matters(seen.distance) || matters(seen.claimed)) {
        Some(share) => {
            let share = words.percent_short(share);
            words.say_with("lenses-belief", &[("distance", &distance), ("share", &share), ("claimed", &claimed)])
        }
        None if seen.inputs.is_empty() => words.say("lenses-agree"),
        None if matters(seen.distance) || matters(seen.claimed) => {
            words.say_with("lenses-distance", &[("distance", &distance), ("claimed", &claimed)])
        }
        None => words.say("lenses-matter-little"),
    }
}
