//! A figure with what each replicate says of it, so that a difference of two runs has its own standard error.

use super::estimate::Estimate;
use crate::sampling::REPLICATES;

/// A figure of all trials, and of each replicate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replicated {
    /// The figure of all trials together.
    pub value: f64,
    replicates: [f64; REPLICATES],
}

impl Replicated {
    /// `f` of a column of trials: trial t belongs to replicate t mod 8.
    pub fn of(values: &[f64], f: impl Fn(&[f64]) -> f64) -> Self {
        let replicate = |r: usize| f(&values.iter().skip(r).step_by(REPLICATES).copied().collect::<Vec<_>>());
        Replicated { value: f(values), replicates: std::array::from_fn(replicate) }
    }

    fn with(&self, other: &Replicated, f: impl Fn(f64, f64) -> f64) -> Replicated {
        let replicates = std::array::from_fn(|r| f(self.replicates[r], other.replicates[r]));
        Replicated { value: f(self.value, other.value), replicates }
    }

    /// This less another, replicate by replicate.
    pub fn less(&self, other: &Replicated) -> Replicated {
        self.with(other, |x, y| x - y)
    }

    /// Halfway between the two.
    pub fn halfway(&self, other: &Replicated) -> Replicated {
        self.with(other, |x, y| 0.5 * (x + y))
    }

    /// The figure with the standard error that the spread over the replicates gives.
    pub fn estimate(&self) -> Estimate {
        Estimate::from_replicates(self.value, &self.replicates)
    }
}
