//! The run: ranges of trials in blocks of lanes, over all cores, into one summary.

use super::control::{Control, SimulationError};
use super::draws::{BLOCK, Block, Draws, Scratch};
use super::grids::{Grids, PILOT};
use super::measure::Measure;
use super::parallel::{each_with, on_all_threads};
use super::reach::Reach;
use super::results::{Results, compute};
use super::summary::{KEPT, KEPT_IN_FANS, Summary};
use super::trial::Timetable;
use crate::sampling::Sampling;
use crate::scenario::{Horizon, Scenario};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// How a run draws its trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How uniforms are spread.
    pub sampling: Sampling,
    /// Seed of every stream.
    pub seed: u64,
    /// Number of trials.
    pub trials: u64,
}

impl Settings {
    /// Trials of a run unless asked otherwise.
    pub const USUAL_TRIALS: u64 = 20_000;
}

impl Default for Settings {
    fn default() -> Self {
        Settings { sampling: Sampling::default(), seed: 1, trials: Settings::USUAL_TRIALS }
    }
}

/// A case ready to run: a trial is a pure function of this and its number. Clones share it.
#[derive(Clone)]
pub struct Engine(Arc<Shared>);

struct Shared {
    scenario: Scenario,
    draws: Arc<Draws>,
    settings: Settings,
    reach: OnceLock<Reach>,
    grids: OnceLock<Grids>,
}

impl Engine {
    /// Prepares the draws of a scenario.
    ///
    /// # Errors
    /// [`SimulationError::TooManyTrials`] above [`MOST_TRIALS`](crate::sampling::MOST_TRIALS).
    pub fn new(scenario: &Scenario, settings: Settings) -> Result<Self, SimulationError> {
        SimulationError::unless_drawn(settings.trials)?;
        let draws = Draws::new(scenario, settings.sampling, settings.seed, settings.trials);
        Ok(Self::of(scenario, settings, draws))
    }

    /// The same with what the draws of a former run have made already, whatever that was: the same results, sooner.
    ///
    /// # Errors
    /// Those of [`Engine::new`].
    pub fn with_draws(scenario: &Scenario, settings: Settings, former: &Draws) -> Result<Self, SimulationError> {
        SimulationError::unless_drawn(settings.trials)?;
        let draws = Draws::after(former, scenario, settings.sampling, settings.seed, settings.trials);
        Ok(Self::of(scenario, settings, draws))
    }

    fn of(scenario: &Scenario, settings: Settings, draws: Draws) -> Self {
        let (reach, grids, draws) = (OnceLock::new(), OnceLock::new(), Arc::new(draws));
        Engine(Arc::new(Shared { scenario: scenario.clone(), draws, settings, reach, grids }))
    }

    /// The same for a run, which shows the value with run-off beside that of the horizon.
    ///
    /// # Errors
    /// Those of [`Engine::new`].
    pub fn of_run(scenario: &Scenario, settings: Settings) -> Result<Self, SimulationError> {
        Self::new(&scenario.with_horizon(Horizon::Beside), settings)
    }

    /// The case.
    pub fn scenario(&self) -> &Scenario {
        &self.0.scenario
    }

    /// How the draws are laid out in columns.
    pub fn draws(&self) -> &Draws {
        &self.0.draws
    }

    /// Its draws, for a run after this: [`Engine::with_draws`].
    pub fn into_draws(self) -> Arc<Draws> {
        self.0.draws.clone()
    }

    /// How the run draws its trials.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// A summary of this case that has seen nothing yet, for trials before `end`.
    pub fn empty_summary(&self, end: u64) -> Summary {
        Summary::new(self.reach().clone(), (end > KEPT_IN_FANS).then(|| self.grids()))
    }

    /// Whether anything that is drawn can move a measure, also where it is the same in all trials of a run.
    pub fn may_vary(&self, measure: Measure) -> bool {
        self.reach().measures[measure.index()]
    }

    /// What the draws can move.
    fn reach(&self) -> &Reach {
        self.0.reach.get_or_init(|| Reach::of(self.scenario(), self.draws()))
    }

    /// The grids of every run of this case with its seed and sampling.
    fn grids(&self) -> &Grids {
        self.0.grids.get_or_init(|| self.grids_of(&self.pilot()))
    }

    fn grids_of(&self, pilot: &[Results]) -> Grids {
        Grids::of(pilot, ((self.pilot_trials() + BLOCK as u64 - 1) % BLOCK as u64) as usize + 1)
    }

    fn pilot_trials(&self) -> u64 {
        PILOT.min(self.draws().limit())
    }

    /// The blocks of the first trials, on all threads.
    fn pilot(&self) -> Vec<Results> {
        let blocks = self.pilot_trials().div_ceil(BLOCK as u64) as usize;
        each_with(blocks, || self.worker(), |worker, block| worker.block((block * BLOCK) as u64).1.clone())
    }

    /// Lays the grids out if a run of these trials needs them; if the run begins with the trials that they are laid out
    /// from, gives the summary of those, since they are at hand.
    fn begin(&self, trials: &Range<u64>) -> Option<Summary> {
        if trials.start > 0 || trials.end <= KEPT_IN_FANS || self.0.grids.get().is_some() {
            return None;
        }
        let pilot = self.pilot();
        self.0.grids.get_or_init(|| self.grids_of(&pilot));
        let mut summary = self.empty_summary(trials.end);
        for (block, results) in pilot.iter().enumerate() {
            summary.add((block * BLOCK) as u64, BLOCK, std::slice::from_ref(results));
        }
        Some(summary)
    }

    /// A worker with buffers of its own.
    pub fn worker(&self) -> Worker {
        self.worker_into(Results::new(self.scenario().months()))
    }

    fn worker_into(&self, results: Results) -> Worker {
        let (block, scratch) = self.draws().block();
        Worker { engine: self.clone(), block, scratch, timetable: Timetable::new(self.scenario()), results }
    }

    /// The summary of the trials of a range, on this thread.
    ///
    /// # Errors
    /// [`SimulationError::TooManyTrials`] where the range goes beyond the trials that can be drawn.
    pub fn range(&self, trials: Range<u64>) -> Result<Summary, SimulationError> {
        self.check_range(&trials)?;
        let mut summary = self.empty_summary(trials.end);
        let (mut worker, mut first) = (self.worker(), trials.start);
        while first < trials.end {
            let count = (trials.end - first).min(BLOCK as u64);
            worker.block(first);
            summary.add(first, count as usize, std::slice::from_ref(&worker.results));
            first += count;
        }
        Ok(summary)
    }

    /// The summary of the trials of a range, on all threads of the pool.
    ///
    /// Workers take shards from a common counter and merge at the end; since summaries merge exactly, neither their
    /// number nor who took what leaves a trace.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so, [`SimulationError::TooManyTrials`] where the range goes
    /// beyond the trials that can be drawn.
    pub fn run(&self, trials: Range<u64>, control: &Control) -> Result<Summary, SimulationError> {
        self.check_range(&trials)?;
        let begun = self.begin(&trials);
        let done = begun.as_ref().map_or(trials.start, |_| PILOT);
        control.advance(done - trials.start);
        let empty = || (self.empty_summary(trials.end), Results::new(self.scenario().months()));
        let mut summary = self.gather(done..trials.end, control, empty, Summary::add)?;
        begun.iter().for_each(|begun| summary.merge(begun));
        Ok(summary)
    }

    /// The same for those who ask for a few measures only; no fans are remembered.
    ///
    /// # Errors
    /// Those of [`Engine::run`].
    pub fn run_for(
        &self,
        measures: &[Measure],
        trials: Range<u64>,
        control: &Control,
    ) -> Result<Summary, SimulationError> {
        let reach = self.reach().without_fans();
        let grids = (trials.end > KEPT as u64).then(|| self.grids());
        let empty = || (Summary::for_measures(measures, reach.clone(), grids), Results::for_measures(measures));
        self.gather(trials, control, empty, |summary, first, count, results| {
            summary.add_measures(measures, first, count, results);
        })
    }

    fn gather(
        &self,
        trials: Range<u64>,
        control: &Control,
        empty: impl Fn() -> (Summary, Results) + Sync + Send,
        add: impl Fn(&mut Summary, u64, usize, &[Results]) + Sync + Send,
    ) -> Result<Summary, SimulationError> {
        const SHARD: u64 = 4 * BLOCK as u64;
        self.check_range(&trials)?;
        let next = AtomicU64::new(trials.start);
        let work = |_| {
            let (mut summary, results) = empty();
            let mut blocks = vec![results.clone(); (SHARD / BLOCK as u64) as usize];
            let mut worker = self.worker_into(results);
            loop {
                let first = next.fetch_add(SHARD, Ordering::Relaxed);
                if first >= trials.end || control.is_cancelled() {
                    return summary;
                }
                let last = (first + SHARD).min(trials.end);
                let all = worker.blocks(first..last, &mut blocks);
                add(&mut summary, first, (last - first) as usize, all);
                control.advance(last - first);
            }
        };
        let merge = |mut a: Summary, b: Summary| {
            a.merge(&b);
            a
        };
        let summary = on_all_threads(work, merge).unwrap_or_else(|| empty().0);
        control.check().map(|()| summary)
    }

    pub(super) fn check_range(&self, trials: &Range<u64>) -> Result<(), SimulationError> {
        SimulationError::unless_at_most(trials.end, self.draws().limit())
    }
}

/// One thread's buffers for running blocks of trials.
pub struct Worker {
    engine: Engine,
    block: Block,
    scratch: Scratch,
    timetable: Timetable,
    results: Results,
}

impl Worker {
    /// Draws and computes the [`BLOCK`] trials from `first` on; gives the draws and the results. Trials that cannot be
    /// drawn, beyond those of a Latin hypercube or of the streams, repeat others.
    pub fn block(&mut self, first: u64) -> (&Block, &Results) {
        self.engine.draws().fill(first, &mut self.block, &mut self.scratch);
        compute(self.engine.scenario(), &self.timetable, &self.block, &mut self.results);
        (&self.block, &self.results)
    }

    /// The results of the blocks of a range, in as many of these as it takes.
    fn blocks<'a>(&mut self, trials: Range<u64>, blocks: &'a mut [Results]) -> &'a [Results] {
        let firsts = trials.step_by(BLOCK);
        let used = firsts.clone().count();
        for (first, results) in firsts.zip(&mut *blocks) {
            self.block(first);
            std::mem::swap(&mut self.results, results);
        }
        &blocks[..used]
    }
}
