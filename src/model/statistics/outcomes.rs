//! A column of trials in rising order, all together and by replicate.

use super::estimate::Estimate;
use super::quantile::quantile;
use crate::sampling::REPLICATES;

/// Outcomes of the trials in rising order; trial t belongs to replicate t mod 8.
#[derive(Clone, Debug)]
pub struct Outcomes {
    all: Vec<f64>,
    replicates: Vec<Vec<f64>>,
}

impl Outcomes {
    /// Sorts these outcomes; all must be finite.
    pub fn new(values: &[f64]) -> Self {
        let sorted = |mut values: Vec<f64>| {
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        let part = |r: usize| sorted(values.iter().skip(r).step_by(REPLICATES).copied().collect());
        Outcomes { all: sorted(values.to_vec()), replicates: (0..REPLICATES).map(part).collect() }
    }

    /// All outcomes, rising.
    pub fn sorted(&self) -> &[f64] {
        &self.all
    }

    /// `f` of the rising outcomes, with the standard error that its spread over the replicates gives.
    pub fn estimate(&self, f: impl Fn(&[f64]) -> f64) -> Estimate {
        let spread: Vec<f64> = self.replicates.iter().map(|part| f(part)).collect();
        Estimate::from_replicates(f(&self.all), &spread)
    }

    /// `f` of the rising outcomes of two columns of the same trials, with its standard error.
    pub fn estimate_with(&self, other: &Outcomes, f: impl Fn(&[f64], &[f64]) -> f64) -> Estimate {
        let parts = self.replicates.iter().zip(&other.replicates);
        let spread: Vec<f64> = parts.map(|(a, b)| f(a, b)).collect();
        Estimate::from_replicates(f(&self.all, &other.all), &spread)
    }

    /// A quantile, interpolated between order statistics (type 7 of Hyndman and Fan).
    pub fn quantile(&self, level: f64) -> Estimate {
        self.estimate(|sorted| quantile(sorted, level))
    }
}
