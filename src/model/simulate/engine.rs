//! The run: ranges of trials in blocks of lanes, over all cores, into one summary.

use super::control::{Control, SimulationError};
use super::draws::{BLOCK, Block, Draws, Scratch};
use super::measure::Measure;
use super::parallel::on_all_threads;
use super::summary::{Results, Summary};
use super::trial::{Timetable, Workspace, evaluate};
use crate::sampling::Sampling;
use crate::scenario::Scenario;
use crate::units::{Kernel, Pack, dispatch_simd};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

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
    draws: Draws,
    settings: Settings,
}

impl Engine {
    /// Prepares the draws of a scenario.
    ///
    /// # Errors
    /// [`SimulationError::TooManyTrials`] above [`MOST_TRIALS`](crate::sampling::MOST_TRIALS).
    pub fn new(scenario: &Scenario, settings: Settings) -> Result<Self, SimulationError> {
        SimulationError::unless_drawn(settings.trials)?;
        let draws = Draws::new(scenario, settings.sampling, settings.seed, settings.trials);
        Ok(Engine(Arc::new(Shared { scenario: scenario.clone(), draws, settings })))
    }

    /// The case.
    pub fn scenario(&self) -> &Scenario {
        &self.0.scenario
    }

    /// How the draws are laid out in columns.
    pub fn draws(&self) -> &Draws {
        &self.0.draws
    }

    /// How the run draws its trials.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// A summary of this case that has seen nothing yet.
    pub fn empty_summary(&self) -> Summary {
        Summary::new(self.scenario().months())
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
        let mut summary = self.empty_summary();
        self.worker().for_each_block(trials, |first, count, results| summary.add(first, count, results));
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
        let empty = || (self.empty_summary(), Results::new(self.scenario().months()));
        self.gather(trials, control, empty, Summary::add)
    }

    /// The same for those who ask for a few measures only; see [`Summary::for_measures`].
    ///
    /// # Errors
    /// Those of [`Engine::run`].
    pub fn run_for(
        &self,
        measures: &[Measure],
        trials: Range<u64>,
        control: &Control,
    ) -> Result<Summary, SimulationError> {
        let empty = || (Summary::for_measures(measures), Results::for_measures(measures));
        self.gather(trials, control, empty, |summary, first, count, results| {
            summary.add_measures(measures, first, count, results);
        })
    }

    fn gather(
        &self,
        trials: Range<u64>,
        control: &Control,
        empty: impl Fn() -> (Summary, Results) + Sync + Send,
        add: impl Fn(&mut Summary, u64, usize, &Results) + Sync + Send,
    ) -> Result<Summary, SimulationError> {
        const SHARD: u64 = 4 * BLOCK as u64;
        self.check_range(&trials)?;
        let next = AtomicU64::new(trials.start);
        let work = |_| {
            let (mut summary, results) = empty();
            let mut worker = self.worker_into(results);
            loop {
                let first = next.fetch_add(SHARD, Ordering::Relaxed);
                if first >= trials.end || control.is_cancelled() {
                    return summary;
                }
                let last = (first + SHARD).min(trials.end);
                worker.for_each_block(first..last, |first, count, results| add(&mut summary, first, count, results));
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

    fn for_each_block(&mut self, trials: Range<u64>, mut take: impl FnMut(u64, usize, &Results)) {
        let mut first = trials.start;
        while first < trials.end {
            let count = (trials.end - first).min(BLOCK as u64) as usize;
            self.block(first);
            take(first, count, &self.results);
            first += count as u64;
        }
    }
}

/// Computes every trial of a block, in the widest vectors that the machine has.
pub(super) fn compute(scenario: &Scenario, timetable: &Timetable, block: &Block, results: &mut Results) {
    dispatch_simd(Compute { scenario, timetable, block, results });
}

struct Compute<'a> {
    scenario: &'a Scenario,
    timetable: &'a Timetable,
    block: &'a Block,
    results: &'a mut Results,
}

impl Kernel for Compute<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) {
        let Compute { scenario, timetable, block, results } = self;
        let mut work = Workspace::<V>::new(scenario, timetable, token);
        work.with_rate = results.with_rate;
        for at in (0..BLOCK).step_by(V::TRIALS) {
            let outcome = {
                let results = &mut *results;
                evaluate(scenario, block, at, &mut work, |view| {
                    results.put_month(view.t, at, view.cumulative, view.roi);
                })
            };
            results.put(at, outcome);
        }
    }
}
