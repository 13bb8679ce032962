//! One measure over some trials, as a run remembers it.

use super::tally::{Moments, Quantiles};
use serde::{Deserialize, Serialize};

/// Values of a measure that each replicate keeps before it turns to a histogram: 32,768 trials in all.
const KEPT: usize = 4096;
/// Values that are sorted out at a time.
const CHUNK: usize = 256;

/// One measure over some trials: those where it has a value, and how many have none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl Default for Column {
    fn default() -> Self {
        Self::new()
    }
}

impl Column {
    /// Nothing seen yet.
    pub fn new() -> Self {
        Column { moments: Moments::new(), quantiles: Quantiles::new(KEPT), missing: 0, several: 0 }
    }

    /// Takes in values by trial: NaN where there is none, infinity where there are several.
    pub fn add(&mut self, values: &[f64]) {
        let mut finite = [0.0; CHUNK];
        for values in values.chunks(CHUNK) {
            let mut count = 0;
            for &x in values {
                if x.is_finite() {
                    finite[count] = x;
                    count += 1;
                } else if x.is_nan() {
                    self.missing += 1;
                } else {
                    self.several += 1;
                }
            }
            self.moments.add_slice(&finite[..count]);
            self.quantiles.add_slice(&finite[..count]);
        }
    }

    /// Takes in the trials of another.
    pub fn merge(&mut self, other: &Self) {
        self.moments.merge(&other.moments);
        self.quantiles.merge(&other.quantiles);
        self.missing += other.missing;
        self.several += other.several;
    }

    /// All of several columns together; quantiles stay exact where each part's are.
    pub fn pooled(parts: &[&Self]) -> Self {
        let mut all = Column::new();
        for part in parts {
            all.moments.merge(&part.moments);
            all.missing += part.missing;
            all.several += part.several;
        }
        all.quantiles = Quantiles::pooled(&parts.iter().map(|p| &p.quantiles).collect::<Vec<_>>());
        all
    }

    /// Trials seen, if all that is counted agrees.
    pub fn seen(&self) -> Option<u64> {
        let agree = self.moments.count() == self.quantiles.count();
        self.moments.count().checked_add(self.missing)?.checked_add(self.several).filter(|_| agree)
    }

    /// Trials seen.
    pub fn trials(&self) -> u64 {
        self.moments.count() + self.missing + self.several
    }
}
