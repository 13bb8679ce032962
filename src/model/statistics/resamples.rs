//! How sure a choice is: the same choice on trials drawn anew from those there are.

use crate::sampling::TrialRng;
use rand::RngExt;

/// Resamples of the bootstrap.
pub const RESAMPLES: usize = 200;
/// Blocks of consecutive trials that are drawn.
const BLOCKS: usize = 128;

/// Resamples of blocks of consecutive trials (Künsch 1989): blocks of Sobol' points are spread more evenly than
/// independent trials, and whole blocks keep that.
#[derive(Clone, Debug)]
pub struct Resamples {
    seed: u64,
    trials: usize,
}

impl Resamples {
    /// The resamples of a seed for this many trials.
    pub fn new(seed: u64, trials: usize) -> Self {
        Resamples { seed, trials }
    }

    /// A column of trials as resample `r` has it; all columns alike.
    pub fn of(&self, r: usize, column: &[f64]) -> Vec<f64> {
        let size = self.trials.div_ceil(BLOCKS).max(1);
        let blocks: Vec<&[f64]> = column.chunks(size).collect();
        let mut rng = TrialRng::new(self.seed, "portfolio", r as u64);
        (0..blocks.len()).flat_map(|_| blocks[rng.random_range(0..blocks.len())]).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::replicates::{mean, variance};

    #[test]
    fn means_of_resamples_vary_as_the_mean_of_independent_blocks() {
        let column: Vec<f64> = (0..1024).map(|t| f64::from(t / 8)).collect();
        let resamples = Resamples::new(1, column.len());
        let means: Vec<f64> = (0..RESAMPLES).map(|r| mean(&resamples.of(r, &column))).collect();
        // Blocks 0 … 127 have the variance (128² − 1)/12; 200 resamples tell it within four times √(2/200).
        let expected = (128.0 * 128.0 - 1.0) / 12.0 / 128.0;
        assert!((variance(&means) / expected - 1.0).abs() < 0.4);
        assert!((mean(&means) - 63.5).abs() < 4.0 * (expected / 200.0).sqrt());
    }
}
