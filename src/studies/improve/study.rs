//! Each change by itself, then one after the other, all on the same draws.

use super::findings::{HorizonGain, ImproveStep, Improvement, LeverChange, WorthOfCase};
use super::levers::{LEVERS, changed, changes_of, least_size};
use crate::findings::{CaseFacts, Provenance};
use crate::optimise::OptimiseError;
use crate::run::{LONGER_HORIZONS, proposal};
use delight_model::finance::costs::Per;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, second_of, try_each};
use delight_model::statistics::{Estimate, estimated, mean, median, share_below};

/// Trials that value the changes, unless asked otherwise.
pub const TRIALS: u64 = 16_384;
/// Other trials, on which they are searched.
pub const SEARCH_TRIALS: u64 = 2_048;

/// A case with its net present value in every trial.
struct Valued {
    case: Scenario,
    npv: Vec<f64>,
}

/// Looks for what would make a case pay: every change is searched on other trials than those that value it, by itself and
/// on top of those taken before it. It is taken where it gains more than two standard errors.
///
/// # Errors
/// [`OptimiseError`] for a project without a chain, or if `control` ended the work.
pub fn improve(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Improvement, OptimiseError> {
    let Project::Chain(_) = scenario.project() else { return Err(OptimiseError::NoChain) };
    let search = second_of(&settings, SEARCH_TRIALS);
    let asked = (search, least_size(scenario));
    let value = |case: Scenario| -> Result<Valued, SimulationError> {
        let npv = Sample::measured(&case, settings, &[Measure::Npv], control)?.swap_remove(0);
        Ok(Valued { case, npv })
    };
    let written = value(scenario.clone())?;
    let alone = try_each(LEVERS.len(), control, |k| changes_of(LEVERS[k], scenario, asked, control))?;
    let mut best = None;
    let mut steps = Vec::new();
    for (key, changes) in LEVERS.iter().zip(alone) {
        let by_itself = tried(&written, &changes, &value)?;
        let current: &Valued = best.as_ref().unwrap_or(&written);
        // What was searched for the case as written fits another only where nothing has been taken yet.
        let on_top = match best {
            None => changes.clone(),
            Some(_) => changes_of(key, &current.case, asked, control)?,
        };
        let next = tried(current, &on_top, &value)?;
        let taken = next.as_ref().is_some_and(|(gain, _)| is_sure(gain));
        steps.push(ImproveStep {
            key: (*key).to_owned(),
            alone: by_itself.map(|(gain, _)| gain),
            on_top: next.as_ref().map(|(gain, _)| *gain),
            changes: if next.is_some() { on_top } else { Vec::new() },
            taken,
        });
        if let Some((_, valued)) = next.filter(|_| taken) {
            best = Some(valued);
        }
    }
    let better = best.as_ref().unwrap_or(&written);
    let worth = worth(better);
    Ok(Improvement {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, written.npv.len()),
        search_trials: search.trials,
        written: self::worth(&written),
        steps,
        improved: best.as_ref().map(self::worth),
        gain: best.as_ref().map(|valued| gain(&valued.npv, &written.npv)),
        pays: is_sure(&worth.npv_mean),
        longer: longer(better, &value)?,
        running_cost: running_cost(better, &value)?,
    })
}

/// What changes bring over this case, and the case with them; none where they change nothing.
fn tried(
    from: &Valued,
    changes: &[LeverChange],
    value: &impl Fn(Scenario) -> Result<Valued, SimulationError>,
) -> Result<Option<(Estimate, Valued)>, SimulationError> {
    if changes.is_empty() {
        return Ok(None);
    }
    let Some(case) = changed(&from.case, changes) else { return Ok(None) };
    let valued = value(case)?;
    Ok(Some((gain(&valued.npv, &from.npv), valued)))
}

fn gain(one: &[f64], other: &[f64]) -> Estimate {
    estimated(&[one, other], |c| mean(c[0]) - mean(c[1]))
}

/// Whether it is above zero by more than two standard errors.
fn is_sure(gain: &Estimate) -> bool {
    gain.value > 2.0 * gain.standard_error.unwrap_or(0.0)
}

fn worth(valued: &Valued) -> WorthOfCase {
    let npv: &[f64] = &valued.npv;
    WorthOfCase {
        planned: proposal(&valued.case).total,
        npv_mean: estimated(&[npv], |c| mean(c[0])),
        npv_p50: estimated(&[npv], |c| median(c[0])),
        loss_probability: estimated(&[npv], |c| share_below(c[0], 0.0)),
    }
}

fn longer(
    from: &Valued,
    value: &impl Fn(Scenario) -> Result<Valued, SimulationError>,
) -> Result<Vec<HorizonGain>, SimulationError> {
    let months = LONGER_HORIZONS.into_iter().filter(|months| *months > from.case.months());
    let cases = months.filter_map(|months| from.case.with("case.months", &months.to_string()).ok());
    let of = |case: Scenario| {
        let months = case.months();
        let valued = value(case)?;
        let npv_mean = estimated(&[&valued.npv], |c| mean(c[0]));
        Ok(HorizonGain { months, gain: gain(&valued.npv, &from.npv), npv_mean })
    };
    cases.map(of).collect()
}

/// × the running costs with which the case breaks even on average: the value is a straight line in them.
fn running_cost(
    from: &Valued,
    value: &impl Fn(Scenario) -> Result<Valued, SimulationError>,
) -> Result<Option<f64>, SimulationError> {
    let Project::Chain(chain) = from.case.project() else { return Ok(None) };
    let running = chain.costs.iter().filter(|line| matches!(line.per, Per::Month | Per::Employee | Per::Customer));
    let none = running.map(|line| LeverChange {
        path: format!("programme.costs.{}", line.name),
        from: None,
        to: "0".to_owned(),
    });
    let none: Vec<LeverChange> = none.collect();
    let Some((saved, _)) = tried(from, &none, value)? else { return Ok(None) };
    let share = 1.0 + mean(&from.npv) / saved.value;
    Ok(Some(share).filter(|share| saved.value > 0.0 && (0.0..1.0).contains(share)))
}
