//! A case held against what has come in: the trials of its run, weighed by every reading since.

use super::agreement::agreement;
use super::ahead::{Coming, to_come};
use super::asked::{Asking, TRIED, lead_metric, place_of};
use super::bands::series;
use super::choice::{Foresight, choice, measure};
use super::chosen::{Again, CHOSEN, chosen};
use super::error::TrackError;
use super::findings::{DriftTried, InputShift, MeasureNext, MetricMoved, OnTrack, StopOrGo, TrackFindings};
use super::likelihood::Whitened;
use super::odds::{history, moved, on_track, order_of, then_and_now};
use super::pass::{Asked, Passed};
use super::readings::{Columns, Held};
use super::shifts::{may_move, shifts};
use super::show::{notes, readings};
use super::sums::{Fact, Mixed};
use crate::findings::{CaseFacts, Provenance};
use delight_model::sampling::Sampling;
use delight_model::scenario::actuals::{Actuals, Status, TrackPlan};
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{BLOCK, Control, Engine, PeriodWatch, Sample, Settings};
use delight_model::statistics::Estimate;

/// The first number of trials unless asked otherwise; doubled until they are enough.
pub const TRIALS: u64 = 65_536;
/// The most trials.
pub const MOST_TRIALS: u64 = 4_194_304;
/// Trials are enough with this effective number, and no weight above this.
const ENOUGH: f64 = 2_000.0;
const LARGEST: f64 = 0.005;

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
    read: (&Actuals, &TrackPlan),
    control: &Control,
) -> Result<TrackFindings, TrackError> {
    track_up_to(scenario, settings, read, MOST_TRIALS, control)
}

/// The same with at most so many trials, whether they are enough or not.
///
/// # Errors
/// Those of [`track`].
pub fn track_up_to(
    scenario: &Scenario,
    settings: Settings,
    (actuals, plan): (&Actuals, &TrackPlan),
    most: u64,
    control: &Control,
) -> Result<TrackFindings, TrackError> {
    let Project::Chain(_) = scenario.project() else { return Err(TrackError::NoChain) };
    let (now, next) = looks(scenario, actuals, plan)?;
    let held = Held::of(actuals, now as i32);
    let case = still_ahead(scenario, now);
    let look = Look { held: &held, plan, now, next, settings };
    let weighed = look.weighed(&case, most, control)?;
    let order = order_of(&weighed.found.kept.npv);
    let posterior = weighed.mixed(0, plan.transfer);
    let (ess, largest_weight) = posterior.spread();
    let trials = chosen(&weighed.found.kept, &posterior, &order);
    let before: Vec<u64> = (0..(weighed.found.kept.npv.len().min(CHOSEN)) as u64).collect();
    let (choice, measure, inputs) = look.ahead(&weighed.engine, (&before, &trials), &posterior, control)?;
    let (found, whitened) = (&weighed.found, &weighed.whitened);
    let residuals: Vec<_> =
        whitened.kept.iter().zip(&found.steps).map(|(k, step)| (held.readings[*k].metric, step.residual())).collect();
    let started = on_track(&found.kept, &posterior, lead_metric(&held));
    let tried_at = |k: usize| tried(TRIED[k].0, &weighed.mixed(1 + k, plan.transfer));
    Ok(TrackFindings {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, found.kept.npv.len()),
        now,
        next,
        status: status(plan.status).to_owned(),
        transfer: plan.transfer,
        readings_used: held.readings.len() + usize::from(!held.costs.is_empty()),
        ess,
        largest_weight,
        odds: then_and_now(found, &posterior, &order),
        history: history(&weighed.asked, found, plan.transfer),
        moved: look.moved(&weighed, &posterior),
        track: if now > 0 { started } else { OnTrack { verdict: None, place: None, ..started } },
        choice,
        measure,
        readings: readings(&held, whitened, &found.steps),
        agreement: agreement(&residuals),
        series: series(&weighed.engine, &held.readings, (&before, &trials), control)?,
        inputs,
        drift: (0..TRIED.len()).map(tried_at).collect(),
        notes: notes(actuals.notes(now, plan), ess),
    })
}

/// How a case is looked at.
struct Look<'a> {
    held: &'a Held,
    plan: &'a TrackPlan,
    now: usize,
    next: usize,
    settings: Settings,
}

/// The trials with their weights.
struct Weighed {
    engine: Engine,
    asked: Asked,
    whitened: Whitened,
    found: Passed,
}

impl Weighed {
    /// The sums of a weighing.
    fn mixed(&self, k: usize, transfer: f64) -> Mixed {
        Mixed { allowed: self.found.running.clone(), read: self.found.weighed[k].clone(), transfer }
    }
}

impl Look<'_> {
    /// What the chosen trials say of what is to come, and of the inputs.
    fn ahead(
        &self,
        engine: &Engine,
        (before, trials): (&[u64], &[u64]),
        posterior: &Mixed,
        control: &Control,
    ) -> Result<(StopOrGo, Vec<MeasureNext>, Vec<InputShift>), TrackError> {
        let (held, settings) = (self.held, Settings { trials: before.len() as u64, ..self.settings });
        let prior = Sample::new(engine.scenario(), settings, &[], control)?;
        let inputs = may_move(engine.scenario(), &prior);
        let places: Vec<usize> = inputs.iter().map(|input| input.places()[0]).collect();
        let coming = to_come(&held.readings, (self.now as i32, self.next as i32));
        let coming = Coming { readings: &held.readings, coming, plan: self.plan, seed: self.settings.seed };
        let mut columns = Columns::default();
        coming.columns(&mut columns);
        let watch = PeriodWatch::new(engine, columns.periods(), &[self.next]);
        let again = Again::of(&watch, trials, (columns.periods().len(), &places), control)?;
        let ahead = Foresight { later: &again.later, replicates: &again.replicates };
        let mut expects = |metric| ahead.expects(&coming.seen(metric, &mut columns, &again.periods));
        let together = expects(None);
        let read = held.metrics().into_iter().filter(|m| held.readings.iter().any(|r| r.metric == *m));
        let mut measures: Vec<_> = read.map(|m| measure(m, &ahead, &expects(Some(m)))).collect();
        measures.sort_by(|a, b| b.value.value.total_cmp(&a.value.value));
        let mut choice = choice(posterior, &ahead, &together);
        if self.now == 0 {
            choice.sunk = Estimate::exact(0.0);
        }
        Ok((choice, measures, shifts(&prior, &inputs, &again.draws)))
    }

    /// What each metric moved.
    fn moved(&self, weighed: &Weighed, posterior: &Mixed) -> Vec<MetricMoved> {
        let without_any = Mixed { transfer: 0.0, ..posterior.clone() };
        let of = |(k, metric)| {
            let [alone, but_it] = [0, 1].map(|other| weighed.mixed(place_of(k) + other, self.plan.transfer));
            moved(metric, [&without_any, &alone, &but_it, posterior])
        };
        self.held.metrics().into_iter().enumerate().map(of).collect()
    }

    /// Weighs the trials, twice as many each time until they are enough.
    fn weighed(&self, case: &Scenario, most: u64, control: &Control) -> Result<Weighed, TrackError> {
        let (held, plan, now, settings) = (self.held, self.plan, self.now, self.settings);
        let mut trials = settings.trials.max(1).div_ceil(BLOCK as u64) * BLOCK as u64;
        // A Latin hypercube is one for a number of trials; the others go on where they ended.
        let anew = settings.sampling == Sampling::Lhs;
        let ready = |trials: u64| -> Result<Weighed, TrackError> {
            let drawn = if anew { trials } else { most.max(trials) };
            let engine = Engine::new(case, Settings { trials: drawn, ..settings })?;
            let (asked, whitened) = Asking { held, plan, now, columns: Columns::default() }.of(&engine)?;
            let found = Passed::nothing(&asked);
            Ok(Weighed { engine, asked, whitened, found })
        };
        let (mut weighed, mut done) = (ready(trials)?, 0);
        loop {
            weighed.found.add(&weighed.asked, done..trials, control)?;
            done = trials;
            let any = weighed.found.weighed[0].any();
            let (ess, largest) = weighed.mixed(0, plan.transfer).spread();
            if any && ess >= ENOUGH && largest <= LARGEST || done * 2 > most {
                return if any { Ok(weighed) } else { Err(TrackError::NoTrialLeft) };
            }
            trials = done * 2;
            if anew {
                (weighed, done) = (ready(trials)?, 0);
            }
        }
    }
}

/// Now and the next look, as the case says or as the readings do.
fn looks(scenario: &Scenario, actuals: &Actuals, plan: &TrackPlan) -> Result<(usize, usize), TrackError> {
    let months = scenario.months();
    let (now, next) = (actuals.now(plan, months), actuals.next(plan, months));
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
