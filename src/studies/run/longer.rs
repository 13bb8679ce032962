//! The same case over longer horizons, with the programme going on.

use crate::findings::BriefSpread;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, try_each};
use delight_model::statistics::{Estimate, Outcomes, share_below};
use serde::{Deserialize, Serialize};

/// The horizons that are looked at, months: seven and ten years.
pub const LONGER_HORIZONS: [usize; 2] = [84, 120];
/// The most trials of each.
const TRIALS: u64 = 4096;

/// A case over another horizon: what has no end of its own, costs among it, goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LongerHorizon {
    /// The horizon, months.
    pub months: usize,
    /// Its net present value, money.
    pub npv: BriefSpread,
    /// Share of its trials in which it is below zero.
    pub loss_probability: Estimate,
}

/// The case over every longer horizon; none of a project without a chain, and of a case that a study derived.
///
/// # Errors
/// [`SimulationError`].
pub fn longer_horizons(
    scenario: &Scenario,
    settings: &Settings,
    control: &Control,
) -> Result<Vec<LongerHorizon>, SimulationError> {
    let longer: Vec<Scenario> = of_horizons(scenario);
    let settings = Settings { trials: settings.trials.min(TRIALS), ..*settings };
    try_each(longer.len(), control, |k| {
        let case = &longer[k];
        let npv = Sample::measured(case, settings, &[Measure::Npv], control)?.swap_remove(0);
        let outcomes = Outcomes::new(&npv);
        let loss_probability = outcomes.estimate(|sorted| share_below(sorted, 0.0));
        Ok(LongerHorizon { months: case.months(), npv: BriefSpread::of(&outcomes), loss_probability })
    })
}

fn of_horizons(scenario: &Scenario) -> Vec<Scenario> {
    let Project::Chain(_) = scenario.project() else { return Vec::new() };
    let longer = LONGER_HORIZONS.into_iter().filter(|months| *months > scenario.months());
    longer.filter_map(|months| scenario.with("case.months", &months.to_string()).ok()).collect()
}

/// The trials that looking at longer horizons takes, in trials of the case's own.
pub fn longer_trials(scenario: &Scenario, settings: &Settings) -> u64 {
    of_horizons(scenario).len() as u64 * settings.trials.min(TRIALS)
}
