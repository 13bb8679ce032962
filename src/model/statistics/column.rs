//! One measure over some trials, as it is read from a run.

use super::tally::{Moments, Quantiles};

/// One measure over some trials: those where it has a value, and how many have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Count, mean and variance.
    pub moments: Moments,
    /// Quantiles.
    pub quantiles: Quantiles,
    /// Trials in which it has no value.
    pub missing: u64,
    /// Trials in which it has several.
    pub several: u64,
}

impl Column {
    /// Trials seen.
    pub fn trials(&self) -> u64 {
        self.moments.count() + self.missing + self.several
    }
}
