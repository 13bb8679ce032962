//! The changes that are tried, each as lines of a scenario file.

use super::findings::LeverChange;
use crate::findings::nobody_pays;
use crate::gate::{self, best_gate};
use crate::optimise::{WrittenPlan, written_plan};
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;
use delight_model::scenario::{Gate, Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, try_each};
use delight_model::statistics::mean;

/// The changes in the order in which they are done: how much, on what, what first, and when to look.
pub const LEVERS: [&str; 4] = ["size", "spread", "basics", "gate"];

/// The least size of an improved programme, × as written: a smaller one is doing nothing.
const LEAST_SIZE: f64 = 0.1;
/// Sizes that are tried, × as written.
const SIZES: [f64; 13] = [LEAST_SIZE, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.25, 1.5, 2.0];
/// Months by which all but the basics may come later.
const LATER: [f64; 2] = [6.0, 12.0];

/// A change as paths and texts of a scenario file.
type Changes = Vec<(String, String)>;

/// The least `programme.intensity` of an improvement of this case as written: where nobody pays, and nothing says what the effect
/// is worth, less is always cheaper and no answer.
pub fn least_size(written: &Scenario) -> f64 {
    let worthless = nobody_pays(written) && written.point("customers.social_value_per_year") == Some(0.0);
    let least = if worthless { 1.0 } else { LEAST_SIZE };
    least * written.point("programme.intensity").unwrap_or(0.0)
}

/// What a lever would change in this case, searched on these draws, the programme no smaller than `least`; nothing where it
/// has nothing to offer.
///
/// # Errors
/// [`SimulationError`].
pub fn changes_of(
    lever: &str,
    scenario: &Scenario,
    (search, least): (Settings, f64),
    control: &Control,
) -> Result<Vec<LeverChange>, SimulationError> {
    let changes = match lever {
        "size" => best_of(scenario, sizes(scenario, least), search, control)?,
        "spread" => spread(scenario, (search, least), control)?,
        "basics" => best_of(scenario, basics_first(scenario), search, control)?,
        _ => gate(scenario, search, control)?,
    };
    Ok(changes.into_iter().map(|(path, to)| LeverChange { from: written(scenario, &path), path, to }).collect())
}

/// The case with these changes; none if it cannot be changed.
pub fn changed(scenario: &Scenario, changes: &[LeverChange]) -> Option<Scenario> {
    changes.iter().try_fold(scenario.clone(), |case, change| case.with(&change.path, &change.to).ok())
}

/// What stands at a path today, as a file says it.
fn written(scenario: &Scenario, path: &str) -> Option<String> {
    if let Some(key) = path.strip_prefix("programme.gate.") {
        let Project::Chain(case) = scenario.project() else { return None };
        let Gate { month, metric, at_least, survey } = case.gate?;
        return match key {
            "month" => Some(month.to_string()),
            "metric" => Some(metric.name().to_owned()),
            "at_least" => Some(at_least.to_string()),
            _ => survey.map(|answers| answers.to_string()),
        };
    }
    scenario.point(path).map(|x| x.to_string())
}

/// Of these changes the one with the highest mean net present value in these draws; none if all are worse than none.
fn best_of(
    scenario: &Scenario,
    candidates: Vec<Changes>,
    search: Settings,
    control: &Control,
) -> Result<Changes, SimulationError> {
    let worth = |case: &Scenario| Ok(mean(&Sample::measured(case, search, &[Measure::Npv], control)?[0]));
    let with = |changes: &Changes| {
        let mut case = Some(scenario.clone());
        for (path, text) in changes {
            case = case.and_then(|case| case.with(path, text).ok());
        }
        case
    };
    let as_written = worth(scenario)?;
    let found = try_each(candidates.len(), control, |k| with(&candidates[k]).map(|case| worth(&case)).transpose())?;
    let better = candidates.into_iter().zip(found).filter_map(|(changes, worth)| Some((changes, worth?)));
    let best = better.filter(|(_, worth)| *worth > as_written).max_by(|a, b| a.1.total_cmp(&b.1));
    Ok(best.map(|(changes, _)| changes).unwrap_or_default())
}

/// Other sizes of the whole programme, where its size is certain.
fn sizes(scenario: &Scenario, least: f64) -> Vec<Changes> {
    let path = "programme.intensity";
    let certain = scenario.assumption(path).is_some_and(|a| a.value.is_constant());
    let Some(size) = scenario.point(path).filter(|size| certain && *size > 0.0) else { return Vec::new() };
    let text = |times: f64| format!("{}", (100.0 * size * times).round() / 100.0);
    let others =
        SIZES.into_iter().map(text).filter(|text| text.parse().is_ok_and(|x: f64| x > 0.0 && x >= least - 0.005));
    others.map(|text| vec![(path.to_owned(), text)]).collect()
}

/// The same money, or less of it, spread otherwise over the elements.
fn spread(
    scenario: &Scenario,
    (search, least): (Settings, f64),
    control: &Control,
) -> Result<Changes, SimulationError> {
    // Sizes are written to two digits, and so is the least of them.
    let large_enough = |plan: &WrittenPlan| plan.intensity >= least - 0.005;
    let Some(plan) = written_plan(scenario, search, control)?.filter(large_enough) else { return Ok(Vec::new()) };
    let size = ("programme.intensity".to_owned(), plan.intensity.to_string());
    let target = |(element, target): (&&str, f64)| (format!("programme.target.{element}"), target.to_string());
    let targets = ELEMENTS.iter().zip(plan.targets).map(target);
    let all: Changes = std::iter::once(size).chain(targets).collect();
    Ok(all.into_iter().filter(|(path, text)| written(scenario, path).as_ref() != Some(text)).collect())
}

/// The elements on which core value and complaint handling rest more than what goes beyond them.
fn basics() -> [bool; 9] {
    let of = |rows: [&str; 2], element: usize| -> f64 {
        WEIGHTS.iter().filter(|(row, _)| rows.contains(row)).map(|(_, weights)| weights[element]).sum()
    };
    std::array::from_fn(|e| of(["core", "complaints"], e) > of(["individual", "surprising"], e))
}

/// The basics begin as written, all else later.
fn basics_first(scenario: &Scenario) -> Vec<Changes> {
    let basics = basics();
    let later = |months: f64| -> Changes {
        let others = ELEMENTS.iter().zip(basics).filter(|(_, basic)| !basic);
        others
            .filter_map(|(element, _)| {
                let path = format!("programme.start_month.{element}");
                let start = scenario.point(&path)? + months;
                Some((path, (start.round() as u32).to_string()))
            })
            .collect()
    };
    LATER.into_iter().map(later).collect()
}

/// The best gate that a survey can read.
fn gate(scenario: &Scenario, search: Settings, control: &Control) -> Result<Changes, SimulationError> {
    let found = match best_gate(scenario, search, gate::USUAL_ANSWERS, control) {
        Ok(found) => found,
        Err(gate::GateError::Simulation(error)) => return Err(error),
        Err(_) => return Ok(Vec::new()),
    };
    let Some((best, at_least)) = found.best.and_then(|best| best.at_least.map(|least| (best, least))) else {
        return Ok(Vec::new());
    };
    let of = |key: &str, text: String| (format!("programme.gate.{key}"), text);
    Ok(vec![
        of("month", best.month.to_string()),
        of("metric", best.metric),
        of("at_least", at_least.to_string()),
        of("survey", gate::USUAL_ANSWERS.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_basics_are_what_core_value_and_complaints_rest_on() {
        let basic: Vec<&str> =
            ELEMENTS.into_iter().zip(basics()).filter(|(_, is)| *is).map(|(element, _)| element).collect();
        assert_eq!(basic, ["leadership", "processes", "feedback"]);
    }
}
