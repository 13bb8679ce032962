//! A figure with what each replicate says of it, so that a difference of two runs has its own standard error.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::Estimate;
use delight_model::statistics::replicates::with_spread;

/// A figure of all trials, and of each replicate.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub value: f64,
    replicates: [f64; REPLICATES],
}

impl Told {
    pub fn of(values: &[f64], f: impl Fn(&[f64]) -> f64) -> Self {
        let replicate = |r: usize| f(&values.iter().skip(r).step_by(REPLICATES).copied().collect::<Vec<_>>());
        Told { value: f(values), replicates: std::array::from_fn(replicate) }
    }

    fn with(&self, other: &Told, f: impl Fn(f64, f64) -> f64) -> Told {
        let replicates = std::array::from_fn(|r| f(self.replicates[r], other.replicates[r]));
        Told { value: f(self.value, other.value), replicates }
    }

    pub fn less(&self, other: &Told) -> Told {
        self.with(other, |x, y| x - y)
    }

    pub fn halfway(&self, other: &Told) -> Told {
        self.with(other, |x, y| 0.5 * (x + y))
    }

    pub fn estimate(&self) -> Estimate {
        with_spread(self.value, &self.replicates)
    }
}
