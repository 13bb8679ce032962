//! The studies of one case, by their names, each with what it asks for besides trials, seed and sampling.

use super::error::SeamError;
use super::given::Given;
use super::request::{Asked, read};
use crate::assess::{portrait, worth};
use crate::breakeven::{BreakevenRequest, Target, breakeven};
use crate::findings::document;
use crate::optimise::{PlanLimits, optimise};
use crate::sweep::{Through, sweep, sweep_two};
use crate::voi::{LensWeights, PilotPlan, voi};
use crate::{
    audit, breakeven as even, fails, gate, improve as improved, optimise as spread, sensitivity, sweep as swept,
    voi as valued,
};
use delight_model::scenario::{Scenario, assessed};
use delight_model::simulate::{Control, Settings};
use delight_model::statistics::RiskAttitude;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::ops::RangeInclusive;

/// Trials behind what a step of an element is worth.
const STEP_TRIALS: u64 = crate::assess::TRIALS;

/// The names of the studies of one case.
pub fn studies() -> Vec<&'static str> {
    STUDIES.iter().map(|(name, ..)| *name).chain(["assess"]).collect()
}

/// Makes one of the [`studies`] of a case: its document, byte for byte as its command writes it.
///
/// Besides `trials`, `seed`, `sampling`, `lens` and `horizon` the settings hold what the study asks for, under the names of the
/// command's options.
///
/// # Errors
/// [`SeamError`], also if there is no study of this name.
pub fn study(name: &str, case: &str, settings: &str, control: &Control) -> Result<String, SeamError> {
    let (text, mut asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    if name == "assess" {
        return assess(&text, &asked, control);
    }
    let Some((_, trials, make)) = STUDIES.iter().find(|(known, ..)| *known == name) else {
        let names = studies();
        return Err(SeamError::Request(format!(
            "there is no study {name:?} of one case; there are: {}",
            names.join(", ")
        )));
    };
    let scenario = text.scenario(asked.lens)?.with_horizon(asked.horizon()?);
    make(&Job { scenario: &scenario, settings: asked.few(&scenario, *trials)?, asked: &asked, control })
}

/// What every study is made from.
struct Job<'a> {
    scenario: &'a Scenario,
    settings: Settings,
    asked: &'a Asked,
    control: &'a Control,
}

impl Job<'_> {
    fn more<T: DeserializeOwned>(&self) -> Result<T, SeamError> {
        self.asked.more()
    }
}

/// Makes a study.
type Make = fn(&Job) -> Result<String, SeamError>;

/// Name, trials unless asked otherwise, and how each is made.
const STUDIES: [(&str, u64, Make); 9] = [
    ("sensitivity", sensitivity::TRIALS, of_sensitivity),
    ("breakeven", even::TRIALS, of_breakeven),
    ("sweep", swept::TRIALS, of_sweep),
    ("gate", gate::TRIALS, |job| {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct More {
            #[serde(default = "usual_answers")]
            survey: f64,
        }
        let More { survey } = job.more()?;
        let answers = within("survey", survey, 1.0..=1e7)?;
        Ok(document(&gate::best_gate(job.scenario, job.settings, answers, job.control)?))
    }),
    ("improve", improved::TRIALS, |job| {
        let Nothing {} = job.more()?;
        Ok(document(&improved::improve(job.scenario, job.settings, job.control)?))
    }),
    ("optimise", spread::TRIALS, of_optimise),
    ("voi", valued::TRIALS, of_voi),
    ("fails", fails::TRIALS, |job| {
        let Nothing {} = job.more()?;
        Ok(document(&fails::fails(job.scenario, job.settings, job.control)?))
    }),
    ("audit", audit::TRIALS, |job| {
        let Nothing {} = job.more()?;
        Ok(document(&audit::audit(job.scenario, job.settings, None, job.control)?))
    }),
];

fn usual_answers() -> f64 {
    gate::USUAL_ANSWERS
}

/// Nothing besides.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

fn of_sensitivity(job: &Job) -> Result<String, SeamError> {
    #[derive(Deserialize, Default)]
    #[serde(deny_unknown_fields, default)]
    struct More {
        groups: bool,
    }
    let More { groups } = job.more()?;
    Ok(document(&sensitivity::sensitivity(job.scenario, job.settings, groups, job.control)?))
}

fn of_breakeven(job: &Job) -> Result<String, SeamError> {
    #[derive(Deserialize, Default)]
    #[serde(deny_unknown_fields, default)]
    struct More {
        input: Vec<String>,
        map: Option<[String; 2]>,
        loss: Option<f64>,
    }
    let More { input, map, loss } = job.more()?;
    let loss = loss.map(|loss| within("loss", loss, f64::MIN_POSITIVE..=1.0 - f64::EPSILON)).transpose()?;
    let request = BreakevenRequest {
        inputs: &input,
        map: map.as_ref().map(|[x, y]| [x.as_str(), y.as_str()]),
        target: loss.map(|at_most| Target::Loss { at_most }),
    };
    Ok(document(&breakeven(job.scenario, job.settings, &request, job.control)?))
}

fn of_sweep(job: &Job) -> Result<String, SeamError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct More {
        input: Vec<String>,
        from: Vec<f64>,
        to: Vec<f64>,
        #[serde(default = "usual_steps")]
        steps: usize,
    }
    fn usual_steps() -> usize {
        25
    }
    let More { input, from, to, steps } = job.more()?;
    let most = if input.len() == 2 { 41 } else { 201 };
    let steps = within("steps", steps, 3..=201)?.min(most);
    let through = input.into_iter().zip(from).zip(to).map(|((path, from), to)| Through { path, from, to, steps });
    match &through.collect::<Vec<_>>()[..] {
        [one] => Ok(document(&sweep(job.scenario, job.settings, one, job.control)?)),
        [one, other] => {
            let both = [one.clone(), other.clone()];
            Ok(document(&sweep_two(job.scenario, job.settings, &both, job.control)?))
        }
        _ => Err(SeamError::Request(
            "the settings: \"input\", \"from\" and \"to\" must be lists of one or two inputs and their ends".into(),
        )),
    }
}

fn of_optimise(job: &Job) -> Result<String, SeamError> {
    #[derive(Deserialize, Default)]
    #[serde(deny_unknown_fields, default)]
    struct More {
        budget: Option<f64>,
        risk_tolerance: Option<f64>,
        staff: Option<usize>,
        search_trials: Option<u64>,
    }
    let More { budget, risk_tolerance, staff, search_trials } = job.more()?;
    let above_zero = |name, amount: Option<f64>| amount.map(|x| within(name, x, f64::MIN_POSITIVE..=1e15)).transpose();
    let limits = PlanLimits {
        budget: above_zero("budget", budget)?,
        attitude: above_zero("risk_tolerance", risk_tolerance)?.map_or(RiskAttitude::Neutral, RiskAttitude::Averse),
        staff: staff.map(|staff| within("staff", staff, 1..=9)).transpose()?,
    };
    let search = search_trials.unwrap_or_else(|| crate::optimise::search_trials(job.scenario));
    let search = within("search_trials", search, 128..=job.settings.trials.max(1 << 20))?;
    Ok(document(&optimise(job.scenario, job.settings, search, &limits, job.control)?))
}

fn of_voi(job: &Job) -> Result<String, SeamError> {
    #[derive(Deserialize, Default)]
    #[serde(deny_unknown_fields, default)]
    struct More {
        pilot: Option<PilotPlan>,
        lens_weights: Option<String>,
    }
    let More { pilot, lens_weights } = job.more()?;
    if let Some(plan) = &pilot {
        within("sites", plan.sites, 1..=10_000)?;
        within("months", plan.months, 1..=240)?;
        within("cost", plan.cost, 0.0..=1e15)?;
        within("noise", plan.noise, 1e-3..=1e3)?;
    }
    let cases = std::slice::from_ref(job.scenario);
    // Whoever asks for one lens believes it.
    let usual = || job.asked.lens.is_none().then_some(LensWeights::USUAL);
    let weights = match lens_weights {
        None => usual(),
        Some(text) => Some(text.parse().map_err(SeamError::Request)?),
    };
    Ok(document(&voi(cases, job.settings, weights, pilot.as_ref(), job.control)?))
}

/// The self-assessment of a case, and what one more step of each element is worth in it.
fn assess(text: &Given, asked: &Asked, control: &Control) -> Result<String, SeamError> {
    let Nothing {} = asked.more()?;
    let (first, files) = text.first()?;
    let assessed = assessed(first, files, asked.lens)?;
    let Some(answers) = &assessed.assessment else {
        return Err(SeamError::Request("the case holds no [assessment]".into()));
    };
    let steps = match &assessed.case {
        Ok(case) => worth(case, answers, asked.settings(case, STEP_TRIALS), control)?,
        Err(_) => None,
    };
    Ok(document(&portrait(&assessed, answers, steps)))
}

/// Refuses a number that is not in a range.
fn within<T: PartialOrd + std::fmt::Debug + Copy>(name: &str, x: T, range: RangeInclusive<T>) -> Result<T, SeamError> {
    match range.contains(&x) {
        true => Ok(x),
        false => Err(SeamError::Request(format!(
            "the settings: {name:?} must be from {:?} to {:?}, found {x:?}",
            range.start(),
            range.end()
        ))),
    }
}
