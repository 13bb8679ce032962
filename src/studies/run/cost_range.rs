//! How likely a loss is if the programme costs less or more than planned: the answer that costs alone would change.

use super::lenses::MOST_LENS_TRIALS;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Instead, Measure, Sample, Settings, SimulationError, try_each};
use delight_model::statistics::{Estimate, estimated, share_below};
use serde::{Deserialize, Serialize};

/// × the costs of the programme, from cheap to dear.
const FACTORS: [f64; 2] = [0.6, 1.6];
/// The input that multiplies every cost line.
const OVERRUN: &str = "programme.cost_overrun";

/// The probability of a loss with other costs, on the same draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostRange {
    /// × the costs of the programme.
    pub factors: [f64; 2],
    /// Share of trials with a net present value below zero, for each factor.
    pub loss_probability: [Estimate; 2],
}

/// The trials that [`cost_range`] computes.
pub fn cost_range_trials(scenario: &Scenario, settings: &Settings) -> u64 {
    match scenario.project() {
        Project::Chain(_) => (FACTORS.len() as u64 + 1) * settings.trials.min(MOST_LENS_TRIALS),
        Project::CashFlow(_) => 0,
    }
}

/// Runs the case with other costs; none of a project without a chain.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn cost_range(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<Option<CostRange>, SimulationError> {
    let place = scenario.assumptions().iter().position(|input| input.path == OVERRUN);
    let (Some(place), Project::Chain(_)) = (place, scenario.project()) else { return Ok(None) };
    let settings = Settings { trials: settings.trials.min(MOST_LENS_TRIALS), ..settings };
    let sample = Sample::new(scenario, settings, &[Measure::Npv], control)?;
    let at_point = scenario.point(OVERRUN).unwrap_or(1.0);
    let loss = try_each(FACTORS.len(), control, |i| {
        let instead = match sample.draws(place) {
            Some(draws) => Instead::Each(draws.iter().map(|overrun| FACTORS[i] * overrun).collect()),
            None => Instead::Fixed(FACTORS[i] * at_point),
        };
        let npv = sample.again(sample.trials(), &[(place, instead)])?.swap_remove(0);
        Ok(estimated(&[&npv], |c| share_below(c[0], 0.0)))
    })?;
    Ok(Some(CostRange { factors: FACTORS, loss_probability: [loss[0], loss[1]] }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };

    fn loss(more: &str) -> (CostRange, f64) {
        let text = format!("[case]\npreset = \"hotel\"\n{more}");
        let scenario = Scenario::from_text("test.toml", &text).expect("a valid case");
        let control = Control::default();
        let range = cost_range(&scenario, SETTINGS, &control).expect("not cancelled").expect("a chain");
        let sample = Sample::new(&scenario, SETTINGS, &[Measure::Npv], &control).expect("not cancelled");
        (range, share_below(sample.results(Measure::Npv), 0.0))
    }

    #[test]
    fn dearer_programmes_lose_more_often() {
        let (range, as_planned) = loss("");
        let [cheap, dear] = range.loss_probability.map(|e| e.value);
        assert!(cheap < as_planned && as_planned < dear, "{cheap} {as_planned} {dear}");
    }

    #[test]
    fn a_cost_multiplied_beforehand_gives_the_same_loss() {
        let (range, _) = loss("[programme]\ncost_overrun = 1\n");
        let (_, dear) = loss("[programme]\ncost_overrun = 1.6\n");
        assert!((range.loss_probability[1].value - dear).abs() < 1e-12);
    }

    #[test]
    fn a_project_without_a_chain_has_none() {
        let text = "[case]\nkind = \"cash-flow\"\nname = \"x\"\n[[flows]]\nname = \"a\"\namount = 1\nper = \"once\"\n";
        let scenario = Scenario::from_text("test.toml", text).expect("a valid case");
        assert_eq!(cost_range(&scenario, SETTINGS, &Control::default()).expect("not cancelled"), None);
    }
}
