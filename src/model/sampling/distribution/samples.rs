//! Observations, resampled with equal probability.

use std::sync::Arc;

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::level::Level;

/// The empirical distribution of n observations x₍₀₎ ≤ … ≤ x₍ₙ₋₁₎: Q(u) = x₍⌊un⌋₎.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    sorted: Arc<[f64]>,
    mean: f64,
}

impl Samples {
    pub(super) fn new(mut observations: Vec<f64>) -> Result<Self, DistributionError> {
        for &x in &observations {
            finite("an observation", x)?;
        }
        if observations.is_empty() {
            return Err(DistributionError::NoSamples);
        }
        observations.sort_by(f64::total_cmp);
        let n = observations.len() as f64;
        let mean = observations.iter().map(|x| x / n).sum();
        Ok(Self { sorted: observations.into(), mean })
    }

    /// The observations from `min` to `max`.
    pub(super) fn between(&self, min: f64, max: f64) -> Vec<f64> {
        self.sorted.iter().copied().filter(|&x| min <= x && x <= max).collect()
    }

    /// How many observations there are.
    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }
}

impl Family for Samples {
    #[inline]
    fn quantile(&self, level: Level) -> f64 {
        let n = self.sorted.len();
        self.sorted[((level.below * n as f64) as usize).min(n - 1)]
    }

    fn level(&self, x: f64) -> Level {
        Level::from_below(self.sorted.partition_point(|&y| y <= x) as f64 / self.sorted.len() as f64)
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn support(&self) -> (f64, f64) {
        (self.sorted[0], self.sorted[self.sorted.len() - 1])
    }
}
