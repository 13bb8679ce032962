//! Runs until the answer is sure enough for the decision.

use delight_model::sampling::Sampling;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Engine, Measure, Settings, SimulationError, Summary};

/// Trials of the first round.
pub const FIRST_ROUND: u64 = 1 << 14;
/// Trials after which a run ends whatever its precision.
pub const MOST_TRIALS: u64 = 1 << 26;

/// Doubles the trials until the standard errors of the median and of P5 of the net present value are at most
/// `precision` times the width of its P5–P95 band, and that of the probability of a loss at most `precision`.
///
/// Gives the summary and the settings with the number of trials that took.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn run_until(
    scenario: &Scenario,
    mut settings: Settings,
    precision: f64,
    control: &Control,
) -> Result<(Summary, Settings), SimulationError> {
    settings.trials = FIRST_ROUND;
    let mut engine = Engine::of_run(scenario, settings)?;
    let mut summary = engine.run(0..settings.trials, control)?;
    while !precise_enough(&summary, precision) && settings.trials < MOST_TRIALS {
        let done = settings.trials;
        settings.trials *= 2;
        if settings.sampling == Sampling::Lhs {
            // A Latin hypercube is one for a number of trials: more of them are another one.
            engine = Engine::of_run(scenario, settings)?;
            summary = engine.run(0..settings.trials, control)?;
        } else {
            summary.merge(&engine.run(done..settings.trials, control)?);
        }
    }
    Ok((summary, settings))
}

fn precise_enough(summary: &Summary, precision: f64) -> bool {
    let npv = summary.measured(Measure::Npv);
    let (Some([p5, p50, p95]), Some(loss)) = (npv.quantiles([0.05, 0.5, 0.95]), npv.share_below(0.0)) else {
        return true;
    };
    let allowed = precision * (p95.value - p5.value);
    let within = |error: Option<f64>, allowed: f64| error.is_some_and(|e| e <= allowed);
    within(p5.standard_error, allowed) && within(p50.standard_error, allowed) && within(loss.standard_error, precision)
}
