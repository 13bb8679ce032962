//! Rules on the results that the last run of a case left behind.

use super::findings::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::Subject;
use crate::findings::fingerprint;
use crate::run::Findings;

/// Share of the P5–P95 width by which the luck of the draws may move P5.
const SURE: f64 = 0.02;

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Results, severity, cases: Cases::Both, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 2] =
    [rule("AUD70", Severity::Should, too_few_trials), rule("AUD71", Severity::Must, of_another_version)];

/// What the last run of a case left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct LastRun {
    /// Where it stands: `reports/zeewind-hotels/summary.json`.
    pub place: String,
    /// Number of trials.
    pub trials: u64,
    /// Standard error of P5 as a share of the width from P5 to P95; none where nothing is uncertain.
    pub error: Option<f64>,
    /// Fingerprint of the scenario.
    pub scenario: String,
    /// Lens through which it was seen.
    pub lens: String,
}

impl LastRun {
    /// What these findings, read from `place`, say of their run.
    pub fn new(place: &str, found: &Findings) -> Self {
        let width = found.npv.p95.value - found.npv.p5.value;
        LastRun {
            place: place.to_owned(),
            trials: found.trials,
            error: found.npv.p5.standard_error.map(|error| error / width).filter(|share| share.is_finite()),
            scenario: found.case.scenario.clone(),
            lens: found.case.lens.clone(),
        }
    }
}

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
        |last: &&LastRun| last.lens == subject.scenario.lens.name() && last.scenario != fingerprint(subject.scenario);
    let place = |last: &LastRun| Place::at("case.scenario", &last.place).found(Found::Written(last.scenario.clone()));
    subject.last.filter(other).map(place).into_iter().collect()
}
