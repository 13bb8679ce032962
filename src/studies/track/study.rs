//! A case held against what has come in: the trials of its run, weighed by every reading since.

use super::agreement::agreement;
use super::ahead::{Coming, to_come};
use super::asked::{Asking, TRIED, lead_metric, place_of};
use super::bands::series;
use super::choice::{Foresight, choice, measure};
use super::chosen::{Again, CHOSEN, chosen};
use super::findings::{DriftTried, OnTrack, TrackFindings};
use super::likelihood::Whitened;
use super::odds::{history, moved, on_track, then_and_now};
use super::pass::{Asked, Passed};
use super::readings::{Columns, Held};
use super::shifts::{may_move, shifts};
use super::show::{notes, readings};
use super::sums::{Fact, Mixed};
use crate::findings::{CaseFacts, Provenance};
use delight_model::sampling::Sampling;
use delight_model::scenario::actuals::{Actuals, ReadArm, Status, TrackPlan};
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{BLOCK, Control, Engine, PeriodWatch, Sample, Settings, SimulationError};
use delight_model::statistics::Estimate;
use std::fmt;

/// The first number of trials unless asked otherwise; doubled until they are enough.
pub const TRIALS: u64 = 65_536;
/// The most trials.
pub const MOST_TRIALS: u64 = 4_194_304;
/// Trials are enough with this effective number, and no weight above this.
const ENOUGH: f64 = 2_000.0;
const LARGEST: f64 = 0.005;
/// Months between two looks unless the case says otherwise.
const NEXT_LOOK: usize = 6;

/// Why a case cannot be held against its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackError {
    /// It is a project without a chain.
    NoChain,
    /// Now is not before the next look, or that not within the horizon.
    Months {
        /// Months since the start.
        now: usize,
        /// The next look.
        next: usize,
        /// Horizon.
        months: usize,
    },
    /// The status allows no trial, or the readings are beyond all of them.
    NoTrialLeft,
    /// The readings have no covariance that can be.
    Singular,
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for TrackError {
    fn from(error: SimulationError) -> Self {
        TrackError::Simulation(error)
    }
}

impl fmt::Display for TrackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrackError::NoChain => {
                f.write_str("a case of kind = \"cash-flow\" has no chain that readings could be held against")
            }
            TrackError::Months { now, next, months } => {
                write!(f, "track.now ({now}) must be before track.next ({next}), and that at most case.months ({months})")
            }
            TrackError::NoTrialLeft => f.write_str(
                "no trial is left: all have stopped by now, or none comes near the readings; write track.status = \
                 \"stopped\" if the programme has",
            ),
            TrackError::Singular => {
                f.write_str("the readings cannot be told apart: give them drifts or standard errors above 0")
            }
            TrackError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TrackError {}

/// Holds a case against its readings: how the odds moved, whether to go on, what to measure, whether the case still holds.
///
/// The trials are those of a run with these settings, whose number is the first that is tried. The case stays the prior:
/// all readings are used anew each time.
///
/// # Errors
/// [`TrackError`] if the case has no chain, no month to look at or no trial left, or `control` ended the work.
pub fn track(
    scenario: &Scenario,
    settings: Settings,
    (actuals, plan): (&Actuals, &TrackPlan),
    control: &Control,
) -> Result<TrackFindings, TrackError> {
    let Project::Chain(_) = scenario.project() else { return Err(TrackError::NoChain) };
    let (now, next) = looks(scenario, actuals, plan)?;
    let held = Held::of(actuals, now as i32);
    let case = still_ahead(scenario, now);
    let (engine, asked, whitened, found) = weighed(&case, settings, (&held, plan, now), control)?;
    let transfer = plan.transfer;
    let mixed = |k: usize| Mixed { allowed: found.running.clone(), read: found.weighed[k].clone(), transfer };
    let posterior = mixed(0);
    let (ess, largest_weight) = posterior.spread();
    let trials = chosen(&found.kept, &posterior);
    let before: Vec<u64> = (0..(found.kept.npv.len().min(CHOSEN)) as u64).collect();
    let prior = Sample::new(&case, Settings { trials: before.len() as u64, ..settings }, &[], control)?;
    let inputs = may_move(&prior);
    let places: Vec<usize> = inputs.iter().map(|input| input.place).collect();

    let coming = to_come(&held.readings, (now as i32, next as i32));
    let coming = Coming { readings: &held.readings, coming, plan, seed: settings.seed };
    let mut columns = Columns::default();
    coming.columns(&mut columns);
    let watch = PeriodWatch::new(&engine, columns.periods(), &[next]);
    let again = Again::of(&watch, &trials, (columns.periods().len(), &places), control)?;
    let ahead = Foresight { later: &again.later, replicates: &again.replicates };
    let mut expects = |metric| ahead.expects(&coming.seen(metric, &mut columns, &again.periods));
    let together = expects(None);
    let metrics = held.metrics();
    let read = metrics.iter().filter(|m| held.readings.iter().any(|r| r.metric == **m));
    let mut measures: Vec<_> = read.map(|m| measure(*m, &ahead, &expects(Some(*m)))).collect();
    measures.sort_by(|a, b| b.value.value.total_cmp(&a.value.value));
    let mut choice = choice(&posterior, &ahead, &together);
    if now == 0 {
        choice.sunk = Estimate::exact(0.0);
    }
    let without_any = Mixed { transfer: 0.0, ..posterior.clone() };
    let moves = metrics.iter().enumerate().map(|(k, metric)| {
        let (alone, but_it) = (mixed(place_of(k)), mixed(place_of(k) + 1));
        moved(*metric, [&without_any, &alone, &but_it, &posterior])
    });
    let residuals: Vec<_> =
        whitened.kept.iter().zip(&found.steps).map(|(k, step)| (held.readings[*k].metric, step.residual())).collect();
    let started = on_track(&found.kept, &posterior, lead_metric(&held));
    Ok(TrackFindings {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, found.kept.npv.len()),
        now,
        next,
        status: status(plan.status).to_owned(),
        transfer,
        readings_used: held.readings.len() + usize::from(held.cost.is_some()),
        ess,
        largest_weight,
        odds: then_and_now(&found, &posterior),
        history: history(&asked, &found, transfer),
        moved: moves.collect(),
        track: if now > 0 { started } else { OnTrack { verdict: None, place: None, ..started } },
        choice,
        measure: measures,
        readings: readings(&held, &whitened, &found.steps),
        agreement: agreement(&residuals),
        series: series(&engine, &held.readings, (&before, &trials), control)?,
        inputs: shifts(&prior, inputs, &again.draws),
        drift: TRIED.iter().enumerate().map(|(k, (name, _))| tried(name, &mixed(1 + k))).collect(),
        notes: notes(&held, &whitened, ess),
    })
}

/// Now and the next look, as the case says or as the readings do.
fn looks(scenario: &Scenario, actuals: &Actuals, plan: &TrackPlan) -> Result<(usize, usize), TrackError> {
    let months = scenario.months();
    let all = actuals.readings.iter().chain(&actuals.cost);
    let latest = all.filter(|r| r.arm == ReadArm::Programme).map(|r| r.month.max(0) as usize).max().unwrap_or(0);
    let now = plan.now.unwrap_or(latest.min(months.saturating_sub(1)));
    let next = plan.next.unwrap_or((now + NEXT_LOOK).min(months));
    if now < next && next <= months { Ok((now, next)) } else { Err(TrackError::Months { now, next, months }) }
}

/// The case without a gate that has been passed.
fn still_ahead(scenario: &Scenario, now: usize) -> Scenario {
    scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = case.gate.filter(|gate| gate.month > now);
        }
    })
}

/// Weighs the trials, twice as many each time until they are enough.
fn weighed(
    case: &Scenario,
    settings: Settings,
    (held, plan, now): (&Held, &TrackPlan, usize),
    control: &Control,
) -> Result<(Engine, Asked, Whitened, Passed), TrackError> {
    let most = MOST_TRIALS.max(settings.trials);
    let mut trials = settings.trials.clamp(1, most).div_ceil(BLOCK as u64) * BLOCK as u64;
    // A Latin hypercube is one for a number of trials; the others go on where they ended.
    let anew = settings.sampling == Sampling::Lhs;
    let ready = |trials: u64| -> Result<_, TrackError> {
        let engine = Engine::new(case, Settings { trials: if anew { trials } else { most.max(trials) }, ..settings })?;
        let (asked, whitened) = Asking { held, plan, now, columns: Columns::default() }.of(&engine)?;
        Ok((engine, asked, whitened))
    };
    let (mut engine, mut asked, mut whitened) = ready(trials)?;
    let (mut found, mut done) = (Passed::nothing(&asked), 0);
    loop {
        found.add(&asked, done..trials, control)?;
        done = trials;
        let any = found.weighed.iter().all(|sums| sums.any()) && found.running.any();
        let posterior =
            Mixed { allowed: found.running.clone(), read: found.weighed[0].clone(), transfer: plan.transfer };
        let (ess, largest) = posterior.spread();
        if any && ess >= ENOUGH && largest <= LARGEST || done * 2 > most {
            return if any { Ok((engine, asked, whitened, found)) } else { Err(TrackError::NoTrialLeft) };
        }
        trials = done * 2;
        if anew {
            (engine, asked, whitened) = ready(trials)?;
            (found, done) = (Passed::nothing(&asked), 0);
        }
    }
}

fn tried(name: &str, sums: &Mixed) -> DriftTried {
    DriftTried {
        drift: name.to_owned(),
        full: sums.estimate(Fact::Full),
        loss_probability: sums.estimate(Fact::Loss),
        gain: sums.estimate(Fact::Gain),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Running => "running",
        Status::Stopped => "stopped",
        Status::Unknown => "unknown",
    }
}
