//! Rules on how a programme is delivered and steered.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Subject, drawn};
use delight_model::chain::{Delivery, ELEMENTS};
use delight_model::evidence::Lens;
use delight_model::scenario::{Assumption, Note};

/// A chance of full delivery that no programme has.
const SURE: f64 = 0.95;
/// Months after which a programme that nobody looks at again is worth a question.
const LONG: usize = 24;
/// Least share of a change that should have taken root when the horizon ends: two half-lives.
const ROOTED: f64 = 0.75;

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Programme, severity, cases: Cases::Chain, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 7] = [
    Rule { rests_on: &["A1a", "S24"], ..rule("AUD10", Severity::Must, delivered_for_sure) },
    Rule { rests_on: &["A2"], ..rule("AUD11", Severity::Should, takes_root_too_late) },
    Rule {
        source: "Dixit and Pindyck, Investment under Uncertainty (1994): what the option to stop is worth",
        ..rule("AUD12", Severity::Should, no_gate)
    },
    rule("AUD13", Severity::Should, gate_that_stops_nothing),
    Rule { rests_on: &["G", "E9"], ..rule("AUD14", Severity::Should, basics_not_in_order) },
    Rule { rests_on: &["check-lenses"], ..rule("AUD15", Severity::Should, seen_through_belief) },
    Rule { rests_on: &["C1"], ..rule("AUD16", Severity::Should, gain_moved) },
];

fn delivered_for_sure(subject: &Subject) -> Vec<Place> {
    if subject.chain().is_some_and(|chain| chain.plan.delivery == Some(Delivery::Full)) {
        return vec![Place::setting(subject.scenario, "programme.delivery")];
    }
    let sure = |a: &&Assumption| drawn(a).is_some_and(|d| d.quantile(0.05) >= SURE);
    subject.scenario.assumption("programme.success_probability").filter(sure).map(Place::of).into_iter().collect()
}

/// The element on which work begins last, if less than [`ROOTED`] of 1 − e^(−(T − start)/embed) is there in the end.
fn takes_root_too_late(subject: &Subject) -> Vec<Place> {
    let scenario = subject.scenario;
    let point = |path: &str| scenario.point(path).unwrap_or(f64::NAN);
    let changes = |e: &&&str| point(&format!("programme.target.{e}")) > point(&format!("excellence.now.{e}"));
    let starts = ELEMENTS.iter().filter(changes).map(|e| format!("programme.start_month.{e}"));
    let Some(last) = starts.max_by(|a, b| point(a).total_cmp(&point(b))) else { return Vec::new() };
    let months = scenario.months() as f64 - point(&last);
    let rooted = 1.0 - libm::exp(-months.max(0.0) / point("programme.embed_months"));
    let place = |a| Place::of(a).measured("rooted", Found::share(rooted)).against(Found::share(ROOTED));
    scenario.assumption(&last).filter(|_| rooted < ROOTED).map(place).into_iter().collect()
}

fn no_gate(subject: &Subject) -> Vec<Place> {
    let Some(chain) = subject.chain().filter(|chain| chain.gate.is_none()) else { return Vec::new() };
    let last = chain.costs.iter().map(|item| item.to.max(item.month)).max().unwrap_or(0).min(subject.scenario.months());
    let place = Place::at("programme.gate", "").measured("last_month", Found::Months(last as f64));
    if last > LONG { vec![place.against(Found::Months(LONG as f64))] } else { Vec::new() }
}

fn gate_that_stops_nothing(subject: &Subject) -> Vec<Place> {
    let empty = subject.chain().and_then(|chain| chain.gate).is_some_and(|gate| gate.at_least <= 0.0);
    if empty { vec![Place::setting(subject.scenario, "programme.gate.at_least")] } else { Vec::new() }
}

fn basics_not_in_order(subject: &Subject) -> Vec<Place> {
    let place = |note: &Note| match note {
        Note::BasicsFirst { rating, least } => {
            Some(Place::at("rating", "").found(Found::Points(*rating)).against(Found::Points(*least)))
        }
        _ => None,
    };
    subject.findings().into_iter().flat_map(|found| &found.notes).filter_map(place).collect()
}

fn seen_through_belief(subject: &Subject) -> Vec<Place> {
    let lens = subject.scenario.lens();
    let place = Place::setting(subject.scenario, "case.lens").found(Found::Written(lens.name().to_owned()));
    if lens == Lens::Calibrated { Vec::new() } else { vec![place] }
}

/// What the case says itself of its customers or their contacts, with the gain that comes of it.
fn gain_moved(subject: &Subject) -> Vec<Place> {
    let scenario = subject.scenario;
    let notes = subject.findings().into_iter().flat_map(|found| &found.notes);
    let places = |note: &Note| {
        let Note::GainMoved { by, expected, found } = note else { return Vec::new() };
        let place = |path: &String| {
            let own = scenario.assumptions().iter().find(|a| a.path.starts_with(path.as_str()));
            let place = own.map_or("", |a| a.provenance.place.as_str());
            Place::at(path, place).measured("rating_gain", Found::Points(*found)).against(Found::Points(*expected))
        };
        by.iter().map(place).collect()
    };
    notes.flat_map(places).collect()
}
