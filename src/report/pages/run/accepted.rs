//! How likely a case without revenue is to be worth its cost, by what a unit of its effect is worth.

use crate::words::Words;
use delight_studies::run::{AcceptabilityCurve, Findings};

/// What a year of a connected customer and a point of the score would have to be worth, in sentences; none where somebody pays.
pub fn accepted(f: &Findings, words: Words) -> Vec<String> {
    let Some(found) = &f.acceptability else { return Vec::new() };
    let year = found.connected_year.as_ref().map(|curve| of_year(curve, f, words)).unwrap_or_default();
    let point = found.rating_point.as_ref().and_then(|curve| of_point(curve, f, words));
    year.into_iter().chain(point).collect()
}

fn of_year(curve: &AcceptabilityCurve, f: &Findings, words: Words) -> Vec<String> {
    let money = |x: f64| words.money(&f.case.currency, x);
    let from = curve.switch.map(|at| money(at.value));
    let mut all = vec![match &from {
        Some(from) => words.say_with("accept-year", &[("from", from)]),
        None if curve.net_cost.value <= 0.0 => words.say("accept-saves"),
        None => words.say("accept-never"),
    }];
    all.push(match &curve.threshold {
        Some(own) => {
            let (price, share) = (money(own.price), words.percent_short(own.share.value));
            words.say_with("accept-threshold", &[("price", &price), ("share", &share)])
        }
        None => words.say("accept-no-threshold"),
    });
    all
}

fn of_point(curve: &AcceptabilityCurve, f: &Findings, words: Words) -> Option<String> {
    let per_customer = f.proposal.as_ref()?.scope.as_ref()?.customers;
    let from = curve.switch?.value;
    let (from, each) =
        (words.money(&f.case.currency, from / 10.0), words.money(&f.case.currency, from / 10.0 / per_customer));
    Some(words.say_with("accept-point", &[("from", &from), ("each", &each)]))
}
