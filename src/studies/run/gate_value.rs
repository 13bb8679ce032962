//! What a gate is worth: the same trials with and without it.

use delight_model::scenario::{ChainCase, Project, Scenario};
use delight_model::simulate::{Control, Engine, Measure, Settings, SimulationError, Summary};
use delight_model::statistics::{Estimate, difference_of_means};
use serde::{Deserialize, Serialize};

/// Trials after which the value of a gate is sure enough for any reader: longer runs compare this many.
pub const MOST_GATE_TRIALS: u64 = 1 << 15;

/// The value of the stage gate of a case: an option to stop.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GateValue {
    /// Mean net present value with the gate, money.
    pub with: Estimate,
    /// Mean net present value of the same trials without it, money.
    pub without: Estimate,
    /// E\[NPV with\] − E\[NPV without\], money. Its standard error is that of the paired differences: trials that pass
    /// the gate add nothing to it.
    pub value: Estimate,
    /// Trials that were compared.
    pub trials: u64,
}

/// The trials that [`gate_value`] computes besides those of the run; none where the case has no gate.
pub fn gate_trials(scenario: &Scenario, settings: &Settings) -> u64 {
    match (without_gate(scenario), settings.trials > MOST_GATE_TRIALS) {
        (None, _) => 0,
        (Some(_), true) => 2 * MOST_GATE_TRIALS,
        (Some(_), false) => settings.trials,
    }
}

/// Runs the case again without its gate, on the same draws, and compares.
///
/// `run` is the summary of the run with `settings`; a run of more than [`MOST_GATE_TRIALS`] is computed again with that
/// many. `None` if the case has no gate.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn gate_value(
    scenario: &Scenario,
    settings: &Settings,
    run: &Summary,
    control: &Control,
) -> Result<Option<GateValue>, SimulationError> {
    let Some(open) = without_gate(scenario) else { return Ok(None) };
    let settings = Settings { trials: settings.trials.min(MOST_GATE_TRIALS), ..*settings };
    let all =
        |scenario: &Scenario| Engine::new(scenario, settings)?.run_for(&[Measure::Npv], 0..settings.trials, control);
    let without = all(&open)?;
    if run.ledger.count() == settings.trials {
        return Ok(compared(run, &without));
    }
    Ok(compared(&all(scenario)?, &without))
}

/// The case without its gate; none if it has none.
fn without_gate(scenario: &Scenario) -> Option<Scenario> {
    let Project::Chain(ChainCase { gate: Some(_), .. }) = scenario.project() else { return None };
    Some(scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = None;
        }
    }))
}

fn compared(with: &Summary, without: &Summary) -> Option<GateValue> {
    let [a, b] = [with, without].map(|summary| summary.measured(Measure::Npv));
    Some(GateValue {
        with: a.mean()?,
        without: b.mean()?,
        value: difference_of_means(&a, &b)?,
        trials: without.ledger.count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 512 };

    fn value_of(gate: &str, settings: Settings) -> Option<GateValue> {
        let text = format!("[case]\npreset = \"hotel\"\nmonths = 24\n{gate}");
        let scenario = Scenario::from_text("case.toml", &text).expect("the preset");
        let control = Control::default();
        let engine = Engine::new(&scenario, settings).expect("few trials");
        let run = engine.run(0..settings.trials, &control).expect("nobody cancels");
        gate_value(&scenario, &settings, &run, &control).expect("nobody cancels")
    }

    fn gate(at_least: f64) -> String {
        format!("[programme.gate]\nmonth = 6\nmetric = \"connected\"\nat_least = {at_least}\n")
    }

    #[test]
    fn a_gate_that_stops_nothing_is_worth_nothing() {
        let value = value_of(&gate(-1.0), SETTINGS).expect("there is a gate");
        assert_eq!(value.value, Estimate::exact(0.0));
        assert_eq!(value.with, value.without);
    }

    #[test]
    fn a_gate_is_worth_the_difference_of_the_means_more_surely_than_from_runs_of_other_draws() {
        // Most trials do not fall this far behind, and cancel.
        let value = value_of(&gate(-0.002), SETTINGS).expect("there is a gate");
        assert_eq!(value.value.value, value.with.value - value.without.value);
        assert!(value.value.value != 0.0);
        let error = |e: Estimate| e.standard_error.expect("eight replicates");
        assert!(error(value.value) < error(value.with).hypot(error(value.without)));
    }

    #[test]
    fn a_case_without_a_gate_has_no_value_of_one() {
        assert_eq!(value_of("", SETTINGS), None);
    }
}
