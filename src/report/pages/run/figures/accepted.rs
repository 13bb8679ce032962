//! The figures of how likely a case without revenue is to be worth its cost.

use crate::page::figure::{Named, caption, drawn_long, money};
use crate::plot::{Acceptance, Caption};
use crate::words::Words;
use delight_studies::run::{AcceptabilityCurve, Findings};

/// A curve by what a year of a connected customer is worth, and one by what a point of the score is worth.
pub(super) fn figures(f: &Findings, words: Words) -> Vec<Named> {
    let Some(found) = &f.acceptability else { return Vec::new() };
    let year = found.connected_year.as_ref().map(|curve| {
        let axis = words.say_with("accept-axis-year", &[("currency", &f.case.currency)]);
        let unit = words.say("accept-unit-year");
        Named::new("acceptability", figure(f, curve, (unit, axis), words))
    });
    let point = found.rating_point.as_ref().map(|curve| {
        let axis = words.say_with("accept-axis-point", &[("currency", &f.case.currency)]);
        let unit = words.say("accept-unit-point");
        Named::new("acceptability-score", figure(f, curve, (unit, axis), words))
    });
    year.into_iter().chain(point).collect()
}

fn figure(f: &Findings, curve: &AcceptabilityCurve, (unit, axis): (String, String), words: Words) -> Acceptance {
    let currency = &f.case.currency;
    let at = |x: f64| words.money(currency, x);
    let limit = words.percent_short(curve.limit.value);
    let told = curve.price.iter().zip(&curve.share).step_by(8);
    let told: Vec<String> =
        told.map(|(price, share)| format!("{}: {}", at(*price), words.percent_short(*share))).collect();
    let trials = f.acceptability.as_ref().map_or(f.trials, |found| found.trials).min(f.trials);
    let caption = Caption {
        title: title(f, curve, &unit, words),
        subtitle: words.say_with("accept-subtitle", &[("limit", &limit)]),
        footer: drawn_long(trials, &f.sampling, f.seed, words),
        description: told.join("; "),
        x_title: axis,
        y_title: words.say("accept-share"),
        ..caption(words)
    };
    let switch = |x: f64| (x, words.say_with("accept-mark-switch", &[("price", &at(x))]));
    let own = |x: f64| (x, words.say_with("accept-mark-own", &[("price", &at(x))]));
    Acceptance {
        caption,
        price: curve.price.clone(),
        share: curve.share.clone(),
        switch: curve.switch.map(|found| switch(found.value)),
        threshold: curve.threshold.map(|found| own(found.price)),
        format: money(currency, words),
    }
}

fn title(f: &Findings, curve: &AcceptabilityCurve, unit: &str, words: Words) -> String {
    let (case, unit) = (("case", f.case.name.as_str()), ("unit", unit));
    let at = |x: f64| words.money(&f.case.currency, x);
    match (&curve.threshold, &curve.switch) {
        (Some(own), _) => {
            let (price, share) = (at(own.price), words.percent_short(own.share.value));
            words.say_with("accept-title-own", &[case, unit, ("price", &price), ("share", &share)])
        }
        (None, Some(from)) => words.say_with("accept-title", &[case, unit, ("from", &at(from.value))]),
        (None, None) if curve.net_cost.value <= 0.0 => words.say_with("accept-title-saves", &[case, unit]),
        (None, None) => words.say_with("accept-title-never", &[case, unit]),
    }
}
