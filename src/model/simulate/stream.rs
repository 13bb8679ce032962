//! Trials in order, one block after the other, for whoever wants to see each of them.

use super::draws::{BLOCK, Block};
use super::engine::{Cancelled, Control, Engine};
use super::summary::{Results, Summary};
use std::ops::Range;
use std::sync::atomic::Ordering;

/// Blocks that are computed side by side before they are handed on in order.
const ROUND: u64 = 64;

impl Engine<'_> {
    /// Runs a range on all threads and hands every block to `sink` in order: first trial, number of trials, draws,
    /// results. Gives the same summary as [`Engine::run`].
    ///
    /// # Errors
    /// The first error of `sink`, or [`Cancelled`] turned into one.
    pub fn stream<E: From<Cancelled>>(
        &self,
        trials: Range<u64>,
        control: &Control,
        mut sink: impl FnMut(u64, usize, &Block, &Results) -> Result<(), E>,
    ) -> Result<Summary, E> {
        let mut summary = self.empty_summary();
        let mut first = trials.start;
        while first < trials.end {
            if control.cancel.load(Ordering::Relaxed) {
                return Err(Cancelled.into());
            }
            let blocks = (trials.end - first).div_ceil(BLOCK as u64).min(ROUND);
            for (block, (draws, results)) in self.round(first, blocks).into_iter().enumerate() {
                let start = first + (block * BLOCK) as u64;
                let count = (trials.end - start).min(BLOCK as u64) as usize;
                summary.add(start, count, &results);
                sink(start, count, &draws, &results)?;
                control.done.fetch_add(count as u64, Ordering::Relaxed);
            }
            first += blocks * BLOCK as u64;
        }
        Ok(summary)
    }

    fn round(&self, first: u64, blocks: u64) -> Vec<(Block, Results)> {
        use rayon::prelude::*;
        let compute = |worker: &mut super::engine::Worker, block: u64| {
            let (draws, results) = worker.block(first + block * BLOCK as u64);
            (draws.clone(), results.clone())
        };
        (0..blocks).into_par_iter().map_init(|| self.worker(), compute).collect()
    }
}
