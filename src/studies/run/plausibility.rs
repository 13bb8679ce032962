//! Whether results like these are seen elsewhere, against the literature.

use super::delivery::DeliveryResult;
use delight_model::scenario::{Project, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Revenue gain in year 5 of a programme delivered in full that the calibrated evidence expects (P10, P50, P90).
pub const EXPECTED_REVENUE_GAIN: [f64; 3] = [0.002, 0.01, 0.026];
/// Revenue gain that consultants report of their successes.
pub const REPORTED_SUCCESSES: [f64; 2] = [0.02, 0.07];
/// Gain of a mean score without precedent in the Dutch series, points.
pub const UNPRECEDENTED_RATING_GAIN: f64 = 0.4;

/// One comparison of the results with the literature.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "check", rename_all = "snake_case")]
pub enum Plausibility {
    /// Revenue gain in year 5 if delivered in full.
    RevenueGain {
        /// P10 of the case.
        p10: f64,
        /// Median of the case.
        p50: f64,
        /// P90 of the case.
        p90: f64,
        /// Where that stands.
        verdict: Verdict,
    },
    /// Gain of the mean score if delivered in full, points.
    RatingGain {
        /// Median of the case.
        p50: f64,
        /// Where that stands.
        verdict: Verdict,
    },
}

/// Where a result stands against the literature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Within what is seen elsewhere.
    Plausible,
    /// Below what a programme delivered in full should give.
    Low,
    /// Above what the calibrated evidence expects, within reported successes.
    High,
    /// Unseen in ordinary series, but known of recoveries from a crisis.
    Rare,
    /// Beyond anything documented: something is probably counted twice.
    Implausible,
}

/// Compares the case, delivered in full, with the literature; nothing where it cannot be compared.
pub fn plausibility(scenario: &Scenario, by_delivery: &BTreeMap<String, DeliveryResult>) -> Vec<Plausibility> {
    let mut found = Vec::new();
    let (Project::Chain(_), Some(full)) = (scenario.project(), by_delivery.get("full")) else {
        return found;
    };
    // The literature speaks of the fifth year, so a shorter case has nothing to be compared with.
    let earns = scenario.months() >= 60 && scenario.point("customers.revenue_per_year") != Some(0.0);
    if let Some(gain) = full.revenue_gain.filter(|_| earns) {
        let [p10, p50, p90] = [gain.p10.value, gain.p50.value, gain.p90.value];
        found.push(Plausibility::RevenueGain { p10, p50, p90, verdict: judge_revenue(p50, p90) });
    }
    if let Some(gain) = full.rating_gain {
        let p50 = gain.p50.value;
        let verdict = if p50 > UNPRECEDENTED_RATING_GAIN { Verdict::Rare } else { Verdict::Plausible };
        found.push(Plausibility::RatingGain { p50, verdict });
    }
    found
}

fn judge_revenue(p50: f64, p90: f64) -> Verdict {
    let [low, _, high] = EXPECTED_REVENUE_GAIN;
    if p90 > REPORTED_SUCCESSES[1] {
        Verdict::Implausible
    } else if p50 > high {
        Verdict::High
    } else if p50 < low {
        Verdict::Low
    } else {
        Verdict::Plausible
    }
}
