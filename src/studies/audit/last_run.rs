//! What an audit knows of the last run of a case.

use crate::run::Findings;

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
