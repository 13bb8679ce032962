//! Rules on what comes out, against what has been seen elsewhere.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::Subject;
use crate::run::{REPORTED_SUCCESSES, UNPRECEDENTED_RATING_GAIN};
use delight_model::chain::Delivery;

const fn rule(id: &'static str, check: fn(&Subject) -> Vec<Place>) -> Rule {
    let (theme, severity, cases) = (Theme::Outcome, Severity::Must, Cases::Chain);
    Rule { id, theme, severity, cases, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 2] = [
    Rule { rests_on: &["V3"], ..rule("AUD60", revenue_without_precedent) },
    Rule { rests_on: &["C1"], ..rule("AUD61", rating_without_precedent) },
];

/// What the small run says of trials delivered in full.
fn in_full<'s>(subject: &'s Subject) -> Option<&'s crate::run::DeliveryResult> {
    subject.findings()?.by_delivery.get(Delivery::Full.name())
}

fn revenue_without_precedent(subject: &Subject) -> Vec<Place> {
    let Some(gain) = in_full(subject).and_then(|full| full.revenue_gain) else { return Vec::new() };
    let most = REPORTED_SUCCESSES[1];
    let place = Place::at("revenue_gain.p90", "").found(Found::Share(gain.p90)).against(Found::share(most));
    if gain.p90.value > most { vec![place] } else { Vec::new() }
}

fn rating_without_precedent(subject: &Subject) -> Vec<Place> {
    let Some(gain) = in_full(subject).and_then(|full| full.rating_gain) else { return Vec::new() };
    let most = UNPRECEDENTED_RATING_GAIN;
    let place = Place::at("rating_gain.p50", "").found(Found::Points(gain.p50.value)).against(Found::Points(most));
    if gain.p50.value > most { vec![place] } else { Vec::new() }
}
