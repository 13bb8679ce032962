//! Trials in order, one block after the other, for whoever wants to see each of them.

use super::control::{Control, SimulationError};
use super::draws::{BLOCK, Block};
use super::engine::{Engine, Worker};
use super::parallel::each_with;
use super::results::Results;
use super::summary::Summary;
use std::ops::Range;

/// Blocks that are computed side by side before they are handed on in order.
const ROUND: u64 = 64;

impl Engine {
    /// Runs a range on all threads and hands every block to `sink` in order: first trial, number of trials, draws,
    /// results. Gives the same summary as [`Engine::run`].
    ///
    /// # Errors
    /// The first error of `sink`, or that of [`Engine::run`] turned into one.
    pub fn stream<E: From<SimulationError>>(
        &self,
        trials: Range<u64>,
        control: &Control,
        mut sink: impl FnMut(u64, usize, &Block, &Results) -> Result<(), E>,
    ) -> Result<Summary, E> {
        self.check_range(&trials)?;
        let mut summary = self.empty_summary(trials.end);
        let mut first = trials.start;
        while first < trials.end {
            control.check()?;
            let blocks = (trials.end - first).div_ceil(BLOCK as u64).min(ROUND);
            for (block, (draws, results)) in self.round(first, blocks).into_iter().enumerate() {
                let start = first + (block * BLOCK) as u64;
                let count = (trials.end - start).min(BLOCK as u64) as usize;
                summary.add(start, count, std::slice::from_ref(&results));
                sink(start, count, &draws, &results)?;
                control.advance(count as u64);
            }
            first += blocks * BLOCK as u64;
        }
        Ok(summary)
    }

    fn round(&self, first: u64, blocks: u64) -> Vec<(Block, Results)> {
        let compute = |worker: &mut Worker, block: usize| {
            let (draws, results) = worker.block(first + (block * BLOCK) as u64);
            (draws.clone(), results.clone())
        };
        each_with(blocks as usize, || self.worker(), compute)
    }
}
