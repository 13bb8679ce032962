//! `delight run --full`: every study of a case besides its run, as their own commands make them by default.

use super::improve::of_run;
use super::{CliError, scenarios, study};
use delight_model::scenario::actuals::Actuals;
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Settings};
use delight_model::statistics::RiskAttitude;
use delight_report::documents::write::Target;
use delight_report::page::content::Block;
use delight_report::page::study::Study;
use delight_report::words::Words;
use delight_studies::breakeven::BreakevenRequest;
use delight_studies::compare::{CompareRequest as Rivalry, MOST_RIVALS};
use delight_studies::gate::{GateError, USUAL_ANSWERS, best_gate};
use delight_studies::optimise::{OptimiseError, PlanLimits, optimise, search_trials};
use delight_studies::sweep::Through;
use delight_studies::{
    assess as assessed, audit as audited, breakeven as even, compare as rivals, fails as failing,
    sensitivity as sensitive, sweep as swept, track as tracked, voi as valued,
};
use rayon::prelude::*;

/// A study of a case; none where the case does not ask its question.
type Make = fn(&Scenario, Settings, &Control) -> Result<Option<Box<dyn Study>>, CliError>;

/// Every study of one case by its name, with the number of its trials.
const ALL: [(&str, u64, Make); 11] = [
    ("track", tracked::TRIALS, against_readings),
    ("improve", delight_studies::improve::TRIALS, what_pays),
    ("sensitivity", sensitive::TRIALS, |case, settings, control| {
        some(sensitive::sensitivity(case, settings, true, control)?)
    }),
    ("breakeven", even::TRIALS, |case, settings, control| {
        let request = BreakevenRequest { inputs: &[], map: None, target: None };
        some(even::breakeven(case, settings, &request, control)?)
    }),
    ("sweep", swept::TRIALS, by_intensity),
    ("gate", delight_studies::gate::TRIALS, best_moment),
    ("optimise", delight_studies::optimise::TRIALS, best_spread),
    ("voi", valued::TRIALS, |case, settings, control| {
        some(valued::voi(std::slice::from_ref(case), settings, Some(valued::LensWeights::USUAL), None, control)?)
    }),
    ("fails", failing::TRIALS, |case, settings, control| some(failing::fails(case, settings, control)?)),
    ("assess", assessed::TRIALS, where_to_begin),
    ("audit", audited::TRIALS, |case, settings, control| some(audited::audit(case, settings, None, control)?)),
];

/// Number of studies of so many cases.
pub fn studies(cases: usize) -> usize {
    ALL.len() * cases + usize::from(are_rivals(cases))
}

/// Makes every study of every case, and compares them if there are several; writes documents and figures. `done` is
/// called after each study. Gives what each found, in a line.
pub fn study_all(
    cases: &[(&Scenario, &Target)],
    settings: Settings,
    words: Words,
    control: &Control,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<String>, CliError> {
    // Each has stretches for one thread, in which the other threads do another's work.
    let all: Vec<_> = cases.iter().flat_map(|case| ALL.map(|study| (case, study))).collect();
    let told = all.into_par_iter().with_max_len(1).map(|((scenario, target), (_, trials, make))| {
        let found = make(scenario, Settings { trials, ..settings }, control);
        let found = found.map_err(|error| interrupted(error, control))?;
        if let Some(found) = &found {
            study::write(target, found.as_ref(), words)?;
        }
        done();
        Ok::<_, CliError>(found.and_then(|found| line(found.as_ref(), cases.len() > 1, words)))
    });
    let mut told: Vec<String> = told.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    if let Some((_, first)) = cases.first().filter(|_| are_rivals(cases.len())) {
        let scenarios: Vec<Scenario> = cases.iter().map(|(scenario, _)| (*scenario).clone()).collect();
        let request = Rivalry { nothing: true, risk_tolerance: None };
        let settings = Settings { trials: rivals::TRIALS, ..settings };
        let found = rivals::compare(&scenarios, settings, &request, control)?;
        study::write(first, &found, words)?;
        told.extend(line(&found, false, words));
        done();
    }
    Ok(told)
}

/// What a study found: the first sentence of its page, behind its name.
fn line(found: &dyn Study, several: bool, words: Words) -> Option<String> {
    let first = found.page(words).blocks.into_iter().find_map(|block| match block {
        Block::Sentence(sentence) => Some(sentence),
        _ => None,
    })?;
    let name = words.say_of("study", found.name());
    Some(if several { format!("{}, {name}: {first}", found.case().name) } else { format!("{name}: {first}") })
}

/// What was finished is there.
fn interrupted(failure: CliError, control: &Control) -> CliError {
    match control.is_cancelled() {
        true => CliError::Program("interrupted; of the studies those that were finished are written".into()),
        false => failure,
    }
}

fn are_rivals(cases: usize) -> bool {
    (2..=MOST_RIVALS).contains(&cases)
}

fn some(study: impl Study + 'static) -> Result<Option<Box<dyn Study>>, CliError> {
    Ok(Some(Box::new(study)))
}

/// The size of the programme from nothing to three times as written.
fn by_intensity(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<Option<Box<dyn Study>>, CliError> {
    if matches!(scenario.project(), Project::CashFlow(_)) {
        return Ok(None);
    }
    let through = Through { path: "programme.intensity".into(), from: 0.0, to: 3.0, steps: 25 };
    some(swept::sweep(scenario, settings, &through, control)?)
}

fn best_moment(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Option<Box<dyn Study>>, CliError> {
    match best_gate(scenario, settings, USUAL_ANSWERS, control) {
        Ok(found) => some(found),
        Err(GateError::NoChain | GateError::TooShort(_)) => Ok(None),
        Err(fault @ GateError::Simulation(_)) => Err(fault.into()),
    }
}

/// How mature the organisation is, and which step is worth most; none of a case without a self-assessment.
fn where_to_begin(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<Option<Box<dyn Study>>, CliError> {
    let Some(answers) = scenario.assessment() else { return Ok(None) };
    let steps = assessed::worth(scenario, answers, settings, control)?;
    assessed::CaseAssessment::of(scenario, steps).map_or(Ok(None), some)
}

/// What would make it pay.
fn what_pays(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Option<Box<dyn Study>>, CliError> {
    match of_run(scenario, settings, control)? {
        Some(found) => some(found),
        None => Ok(None),
    }
}

/// The case against the readings that it names.
fn against_readings(
    scenario: &Scenario,
    settings: Settings,
    control: &Control,
) -> Result<Option<Box<dyn Study>>, CliError> {
    let Some(actuals) = Actuals::of_case(scenario).map_err(scenarios::told)? else { return Ok(None) };
    some(tracked::track(scenario, settings, (&actuals, scenario.track()), control)?)
}

/// What the programme as written plans, spread anew.
fn best_spread(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Option<Box<dyn Study>>, CliError> {
    let limits = PlanLimits { budget: None, attitude: RiskAttitude::Neutral, staff: None };
    match optimise(scenario, settings, search_trials(scenario), &limits, control) {
        Ok(found) => some(found),
        Err(OptimiseError::NoChain | OptimiseError::NoPrice) => Ok(None),
        Err(fault @ OptimiseError::Simulation(_)) => Err(fault.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use delight_report::pages::all;

    /// What cannot be asked of one case alone.
    const OF_SEVERAL: [&str; 3] = ["compare", "portfolio", "diff"];

    #[test]
    fn a_full_run_makes_every_study_that_one_case_can_have() {
        let of_one: Vec<&str> = all::names().into_iter().filter(|name| !OF_SEVERAL.contains(name)).collect();
        assert_eq!(ALL.map(|(name, ..)| name).to_vec(), of_one);
    }
}
