//! The run: ranges of trials in blocks of lanes, over all cores, into one summary.

use super::draws::{BLOCK, Block, Draws, Scratch};
use super::measure::Measure;
use super::summary::{Results, Summary};
use super::trial::{Timetable, Workspace, evaluate};
use crate::sampling::Sampling;
use crate::scenario::Scenario;
use crate::units::{Kernel, Pack, dispatch_simd};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How a run draws its trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How uniforms are spread.
    pub sampling: Sampling,
    /// Seed of every stream.
    pub seed: u64,
    /// Number of trials.
    pub trials: u64,
}

/// A case ready to run: a trial is a pure function of this and its number.
pub struct Engine<'a> {
    scenario: &'a Scenario,
    draws: Draws,
    settings: Settings,
}

/// What the outside sees of a run and may tell it.
#[derive(Debug, Default)]
pub struct Control {
    /// Trials done.
    pub done: AtomicU64,
    /// Set from outside to end the run early; its results are then dropped.
    pub cancel: AtomicBool,
}

/// The run was ended from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl<'a> Engine<'a> {
    /// Prepares the draws of a scenario.
    pub fn new(scenario: &'a Scenario, settings: Settings) -> Self {
        let draws = Draws::new(scenario, settings.sampling, settings.seed, settings.trials);
        Engine { scenario, draws, settings }
    }

    /// The case.
    pub fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// How the draws stand in columns.
    pub fn draws(&self) -> &Draws {
        &self.draws
    }

    /// How the run draws its trials.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A summary of this case that has seen nothing yet.
    pub fn empty_summary(&self) -> Summary {
        Summary::new(self.scenario.months)
    }

    /// A worker with buffers of its own.
    pub fn worker(&self) -> Worker<'_> {
        self.worker_into(Results::new(self.scenario.months))
    }

    fn worker_into(&self, results: Results) -> Worker<'_> {
        let (block, scratch) = self.draws.block();
        Worker { engine: self, block, scratch, timetable: Timetable::new(self.scenario), results }
    }

    /// The summary of the trials of a range, on this thread.
    pub fn range(&self, trials: Range<u64>) -> Summary {
        let mut summary = Summary::new(self.scenario.months);
        self.worker().for_each_block(trials, |first, count, results| summary.add(first, count, results));
        summary
    }

    /// The summary of the trials of a range, on all threads of the pool.
    ///
    /// Workers take shards from a common counter and merge at the end; since summaries merge exactly, neither their
    /// number nor who took what leaves a trace.
    ///
    /// # Errors
    /// [`Cancelled`] if `control` said so.
    pub fn run(&self, trials: Range<u64>, control: &Control) -> Result<Summary, Cancelled> {
        let empty = || (self.empty_summary(), Results::new(self.scenario.months));
        self.gather(trials, control, empty, Summary::add)
    }

    /// The same for those who ask for a few measures only; see [`Summary::for_measures`].
    ///
    /// # Errors
    /// [`Cancelled`] if `control` said so.
    pub fn run_for(&self, measures: &[Measure], trials: Range<u64>, control: &Control) -> Result<Summary, Cancelled> {
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
    ) -> Result<Summary, Cancelled> {
        const SHARD: u64 = 4 * BLOCK as u64;
        let next = AtomicU64::new(trials.start);
        let work = |_| {
            let (mut summary, results) = empty();
            let mut worker = self.worker_into(results);
            loop {
                let first = next.fetch_add(SHARD, Ordering::Relaxed);
                if first >= trials.end || control.cancel.load(Ordering::Relaxed) {
                    return summary;
                }
                let last = (first + SHARD).min(trials.end);
                worker.for_each_block(first..last, |first, count, results| add(&mut summary, first, count, results));
                control.done.fetch_add(last - first, Ordering::Relaxed);
            }
        };
        let merge = |mut a: Summary, b: Summary| {
            a.merge(&b);
            a
        };
        let summary = on_all_threads(work, merge).unwrap_or_else(|| empty().0);
        if control.cancel.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(summary) }
    }
}

#[cfg(feature = "parallel")]
fn on_all_threads(
    work: impl Fn(usize) -> Summary + Sync + Send,
    merge: impl Fn(Summary, Summary) -> Summary + Sync + Send,
) -> Option<Summary> {
    use rayon::prelude::*;
    (0..rayon::current_num_threads()).into_par_iter().with_max_len(1).map(work).reduce_with(merge)
}

#[cfg(not(feature = "parallel"))]
fn on_all_threads(work: impl Fn(usize) -> Summary, merge: impl Fn(Summary, Summary) -> Summary) -> Option<Summary> {
    (0..1).map(work).reduce(merge)
}

/// One thread's buffers for running blocks of trials.
pub struct Worker<'a> {
    engine: &'a Engine<'a>,
    block: Block,
    scratch: Scratch,
    timetable: Timetable,
    results: Results,
}

impl Worker<'_> {
    /// Draws and computes the [`BLOCK`] trials from `first` on; gives the draws and the results.
    pub fn block(&mut self, first: u64) -> (&Block, &Results) {
        self.engine.draws.fill(first, &mut self.block, &mut self.scratch);
        compute(self.engine.scenario, &self.timetable, &self.block, &mut self.results);
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
