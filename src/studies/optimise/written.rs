//! A plan that a scenario file can say: another size and other targets, at the starts as written.

use super::effort::{EffortCurve, Programme};
use super::objective::{EffortPlan, PlanObjective};
use super::planner::Planner;
use super::schedule::Crew;
use delight_model::chain::ELEMENTS;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError};
use delight_model::statistics::RiskAttitude;

/// The size and the targets of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrittenPlan {
    /// `programme.intensity`, to two digits behind the point.
    pub intensity: f64,
    /// `programme.target` of each element in the order of the method, likewise.
    pub targets: [f64; 9],
}

/// The best spread of at most the money that the case plans, as a file can say it: costs follow the size of the programme,
/// and targets are those that at this size bring the gains of the plan.
///
/// None where nothing says what a gain costs, and where the best plan is to do nothing.
///
/// # Errors
/// [`SimulationError`].
pub fn written_plan(
    scenario: &Scenario,
    search: Settings,
    control: &Control,
) -> Result<Option<WrittenPlan>, SimulationError> {
    let Project::Chain(case) = scenario.project() else { return Ok(None) };
    let Some(programme) = Programme::of(scenario, case) else { return Ok(None) };
    let sample = Sample::new(scenario, search, &[Measure::Npv], control)?;
    let Some(objective) = PlanObjective::new(&sample, &programme) else { return Ok(None) };
    let crew = Crew { most: None, build_months: programme.build_months };
    let (budget, months) = (programme.cost, scenario.months());
    let planner = Planner { objective: &objective, programme: &programme, crew, budget, months };
    let from = EffortPlan { effort: programme.efforts(), start: programme.start };
    let plan = planner.efforts(&from, RiskAttitude::Neutral);
    control.check()?;
    Ok(said(&programme, &plan))
}

/// The case that says a plan, with what it says otherwise; none of a plan to do nothing, and of a case that a study derived.
///
/// An element that is left alone has a target of 0, below any maturity of today.
pub fn in_file(
    scenario: &Scenario,
    programme: &Programme,
    plan: &EffortPlan,
) -> Option<(Vec<(String, String)>, Scenario)> {
    let written = said(programme, plan)?;
    let mut changes = vec![("programme.intensity".to_owned(), written.intensity.to_string())];
    for (e, element) in ELEMENTS.iter().enumerate() {
        let is_built = plan.effort[e] > 0.0;
        let target = if is_built { written.targets[e] } else { 0.0 };
        changes.push((format!("programme.target.{element}"), target.to_string()));
        if is_built && plan.start[e] != programme.start[e] {
            changes.push((format!("programme.start_month.{element}"), plan.start[e].to_string()));
        }
    }
    let say = |case: Scenario, (path, text): &(String, String)| case.with(path, text).ok();
    let changed = changes.iter().try_fold(scenario.clone(), say)?;
    Some((changes, changed))
}

fn said(programme: &Programme, plan: &EffortPlan) -> Option<WrittenPlan> {
    let hundredths = |x: f64| (100.0 * x).round() / 100.0;
    let share = plan.effort.iter().sum::<f64>() / programme.effort;
    let intensity = hundredths(share * programme.intensity);
    if intensity <= 0.0 {
        return None;
    }
    let dose = EffortCurve { step: 1.0, diminishing: programme.curve.diminishing }.gain(intensity);
    let target = |e: usize| hundredths((programme.now[e] + programme.curve.gain(plan.effort[e]) / dose).min(1.0));
    Some(WrittenPlan { intensity, targets: std::array::from_fn(target) })
}
