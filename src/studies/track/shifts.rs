//! The inputs that the readings moved most.

use super::findings::{InputShift, Tenths};
use crate::findings::{Bundle, bundles, uncertain};
use delight_model::scenario::Scenario;
use delight_model::simulate::{LUCK, SURVEY, Sample};
use delight_model::statistics::{mean, quantiles, variance};

/// Inputs that are shown.
const MOST: usize = 10;

/// What may have moved: all that is uncertain but the luck of delivery, of which the odds speak. Inputs that go together are
/// one, for which the first of them stands.
pub(super) fn may_move(scenario: &Scenario, prior: &Sample) -> Vec<Bundle> {
    let is_luck = |path: &str| [LUCK, SURVEY].contains(&path);
    bundles(scenario, uncertain(prior).into_iter().filter(|input| !is_luck(&input.facts.path)).collect())
}

/// Those that moved most, the farthest first; `after` are the draws of the chosen trials, by input.
pub(super) fn shifts(prior: &Sample, inputs: &[Bundle], after: &[Vec<f64>]) -> Vec<InputShift> {
    let shift = |(input, after): (&Bundle, &Vec<f64>)| {
        let before = prior.draws(input.places()[0]).unwrap_or_default();
        let sd = variance(before).sqrt();
        if sd > 0.0 { (mean(after) - mean(before)) / sd } else { 0.0 }
    };
    let mut found: Vec<(f64, usize)> = inputs.iter().zip(after).map(shift).zip(0..).collect();
    found.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)));
    let shown = |(shift, k): (f64, usize)| {
        let facts = inputs[k].facts();
        let before = Tenths { p10: facts.p10, p50: facts.p50, p90: facts.p90 };
        let [p10, p50, p90] = quantiles(&after[k], [0.1, 0.5, 0.9]);
        InputShift { input: facts, before, after: Tenths { p10, p50, p90 }, shift }
    };
    found.into_iter().take(MOST).map(shown).collect()
}
