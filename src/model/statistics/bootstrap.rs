//! The block bootstrap: the same figure of trials drawn anew, in whole blocks, from those there are.

use crate::sampling::TrialRng;
use rand::RngExt;
use std::ops::Range;

/// Consecutive trials are resampled together, in this many blocks.
const BLOCKS: usize = 128;

/// Resamples of blocks of consecutive trials (Künsch, Ann. Statist. 17 (1989) 1217–1241): blocks of Sobol' points are
/// spread more evenly than independent trials, and whole blocks keep that.
///
/// Resample r of a seed and a name picks the same blocks whatever is resampled, so that figures are compared on the same
/// resamples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    seed: u64,
    name: &'static str,
}

impl Bootstrap {
    /// The resamples of a seed under this name; under another they are independent.
    pub fn new(seed: u64, name: &'static str) -> Self {
        Bootstrap { seed, name }
    }

    /// The blocks of this many trials.
    pub(super) fn blocks(trials: usize) -> impl Iterator<Item = Range<usize>> {
        let size = trials.div_ceil(BLOCKS).max(1);
        (0..trials.div_ceil(size)).map(move |block| block * size..((block + 1) * size).min(trials))
    }

    /// The blocks that resample `r` consists of: as many of `blocks` as there are, with repetition.
    pub(super) fn picks(&self, r: usize, blocks: usize) -> impl Iterator<Item = usize> {
        let mut rng = TrialRng::new(self.seed, self.name, r as u64);
        (0..blocks).map(move |_| rng.random_range(0..blocks))
    }

    /// A column of trials as resample `r` has it; all columns of a length alike.
    pub fn resample(&self, r: usize, column: &[f64]) -> Vec<f64> {
        let blocks: Vec<Range<usize>> = Self::blocks(column.len()).collect();
        self.picks(r, blocks.len()).flat_map(|block| &column[blocks[block].clone()]).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{mean, variance};

    const RESAMPLES: usize = 1000;

    #[test]
    fn resamples_draw_every_block_alike_and_each_anew() {
        let bootstrap = Bootstrap::new(4, "bootstrap");
        let count = |r| {
            let mut counts = vec![0.0; BLOCKS];
            bootstrap.picks(r, BLOCKS).for_each(|block| counts[block] += 1.0);
            counts
        };
        let counts: Vec<Vec<f64>> = (0..RESAMPLES).map(count).collect();
        assert!(counts.iter().all(|counts| counts.iter().sum::<f64>() == BLOCKS as f64));
        // Pearson's χ² of 128,000 draws over 128 blocks: mean 127, standard deviation √254.
        let drawn = |block: usize| counts.iter().map(|counts| counts[block]).sum::<f64>();
        let expected = RESAMPLES as f64;
        let chi2: f64 = (0..BLOCKS).map(|block| (drawn(block) - expected).powi(2) / expected).sum();
        assert!((chi2 - 127.0).abs() < 5.0 * 254_f64.sqrt(), "{chi2}");
        assert!(counts.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn means_of_resamples_vary_as_the_mean_of_independent_blocks() {
        let column: Vec<f64> = (0..1024).map(|t| f64::from(t / 8)).collect();
        let bootstrap = Bootstrap::new(1, "portfolio");
        let means: Vec<f64> = (0..200).map(|r| mean(&bootstrap.resample(r, &column))).collect();
        // Blocks 0 … 127 have the variance (128² − 1)/12; 200 resamples tell it within four times √(2/200).
        let expected = (128.0 * 128.0 - 1.0) / 12.0 / 128.0;
        assert!((variance(&means) / expected - 1.0).abs() < 0.4);
        assert!((mean(&means) - 63.5).abs() < 4.0 * (expected / 200.0).sqrt());
    }

    #[test]
    fn blocks_hold_every_trial_once_also_where_they_do_not_divide_them() {
        for trials in [0, 1, 127, 128, 129, 1000] {
            let held: Vec<usize> = Bootstrap::blocks(trials).flatten().collect();
            assert_eq!(held, (0..trials).collect::<Vec<_>>());
            assert!(Bootstrap::blocks(trials).count() <= BLOCKS);
        }
    }
}
