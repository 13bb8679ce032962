//! Rules on the results that the last run of a case left behind.

use super::last_run::LastRun;
use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::Subject;
use crate::findings::fingerprint;

/// Share of the P5–P95 width by which the luck of the draws may move P5.
const SURE: f64 = 0.02;

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Results, severity, cases: Cases::Both, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 2] =
    [rule("AUD70", Severity::Should, too_few_trials), rule("AUD71", Severity::Must, of_another_version)];

fn too_few_trials(subject: &Subject) -> Vec<Place> {
    let Some(last) = subject.last else { return Vec::new() };
    match last.error.filter(|error| *error > SURE) {
        Some(error) => {
            let place = Place::at("npv.p5", &last.place).measured("error", Found::share(error));
            vec![place.against(Found::share(SURE))]
        }
        None => Vec::new(),
    }
}

/// The results come from another scenario than the file now holds; seen through another lens they are not comparable.
fn of_another_version(subject: &Subject) -> Vec<Place> {
    let other =
        |last: &&LastRun| last.lens == subject.scenario.lens().name() && last.scenario != fingerprint(subject.scenario);
    let place = |last: &LastRun| Place::at("case.scenario", &last.place).found(Found::Written(last.scenario.clone()));
    subject.last.filter(other).map(place).into_iter().collect()
}
