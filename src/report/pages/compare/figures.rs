//! The figures of `delight compare`: distributions, risk and return, places.

use super::page::{best_on_average, first_as_often, first_most_often, name};
use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{Caption, PlaceRow, Places, QuantileCurve, QuantileCurves, RiskPoint, RiskReturn};
use crate::words::Words;
use delight_studies::compare::{Comparison, LEVELS, Rival};

/// Places of the curve's levels that are drawn: from 1 % to 99 %.
const DRAWN: std::ops::Range<usize> = 1..LEVELS - 2;

/// Distributions, risk and return, places.
pub fn compare(found: &Comparison, words: Words) -> Vec<Named> {
    vec![
        Named::new("compare-curves", curves(found, words)),
        Named::new("compare-risk", risk(found, words)),
        Named::of_rows("compare-places", found.rivals.len(), places(found, words)),
    ]
}

fn around(found: &Comparison, words: Words, told: impl Fn(&Rival) -> String) -> Caption {
    let told = found.rivals.iter().map(|rival| format!("{}: {}", name(rival, words), told(rival)));
    Caption {
        footer: drawn(found.provenance.trials, &found.provenance, words),
        description: told.collect::<Vec<_>>().join("; "),
        ..caption(words)
    }
}

fn curves(found: &Comparison, words: Words) -> QuantileCurves {
    let currency = &found.case.currency;
    let best = &found.rivals[found.best_mean];
    let npv = words.money(currency, best.npv.mean.value);
    let title = match &best_on_average(found, words)[..] {
        [option] => words.say_with("rivals-curves-title", &[("option", option), ("npv", &npv)]),
        all => words.say_with("rivals-curves-tie", &[("options", &all.join(", ")), ("npv", &npv)]),
    };
    let curve = |rival: &Rival| QuantileCurve {
        name: name(rival, words),
        label: words.money(currency, rival.npv.mean.value),
        values: rival.curve[DRAWN].to_vec(),
    };
    let told = |rival: &Rival| {
        let at = |x: f64| words.money(currency, x);
        format!("P5 {}, P50 {}, P95 {}", at(rival.npv.p5.value), at(rival.npv.p50.value), at(rival.npv.p95.value))
    };
    QuantileCurves {
        caption: Caption {
            title,
            subtitle: words.say("rivals-curves-subtitle"),
            x_title: words.say("rivals-curves-x"),
            y_title: words.say_with("rivals-curves-y", &[("currency", currency)]),
            ..around(found, words, told)
        },
        levels: DRAWN.map(|k| (k + 1) as f64 / LEVELS as f64).collect(),
        curves: found.rivals.iter().map(curve).collect(),
        format: money(currency, words),
    }
}

fn risk(found: &Comparison, words: Words) -> RiskReturn {
    let currency = &found.case.currency;
    let point = |rival: &Rival| RiskPoint {
        name: name(rival, words),
        // Without a negative zero for whoever loses nothing.
        risk: 0.0 - rival.expected_shortfall_5.value,
        reward: rival.npv.mean.value,
        efficient: rival.efficient.by_shortfall,
    };
    let efficient: Vec<String> =
        found.rivals.iter().filter(|r| r.efficient.by_shortfall).map(|r| name(r, words)).collect();
    let told = |rival: &Rival| {
        let [mean, tail] = [rival.npv.mean, rival.expected_shortfall_5].map(|e| words.money(currency, e.value));
        format!("{mean} ({tail})")
    };
    RiskReturn {
        caption: Caption {
            title: words.say_with("rivals-risk-figure-title", &[("options", &efficient.join(", "))]),
            subtitle: words.say("rivals-risk-subtitle"),
            x_title: words.say_with("rivals-risk-x", &[("currency", currency)]),
            y_title: words.say_with("rivals-risk-y", &[("currency", currency)]),
            ..around(found, words, told)
        },
        points: found.rivals.iter().map(point).collect(),
        format: money(currency, words),
    }
}

fn places(found: &Comparison, words: Words) -> Places {
    let often = &found.rivals[first_most_often(found)];
    let share = words.percent(often.ranks[0].value);
    let title = match &first_as_often(found, words)[..] {
        [option] => words.say_with("rivals-places-title", &[("option", option), ("share", &share)]),
        all => words.say_with("rivals-places-tie", &[("options", &all.join(", ")), ("share", &share)]),
    };
    let mut order: Vec<&Rival> = found.rivals.iter().collect();
    order.sort_by(|a, b| b.ranks[0].value.total_cmp(&a.ranks[0].value));
    let row = |rival: &&Rival| PlaceRow {
        name: name(rival, words),
        shares: rival.ranks.iter().map(|share| share.value).collect(),
    };
    let told =
        |rival: &Rival| rival.ranks.iter().map(|share| words.percent_short(share.value)).collect::<Vec<_>>().join(", ");
    Places {
        caption: Caption {
            title,
            subtitle: words.say("rivals-places-subtitle"),
            x_title: words.say("rivals-places-x"),
            ..around(found, words, told)
        },
        rows: order.iter().map(row).collect(),
    }
}
