//! A column of trials in rising order, all together and by replicate.

use super::estimate::Estimate;
use super::moments::{mean, variance};
use super::quantile::quantile;
use super::unseen;
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

    /// The mean.
    pub fn mean(&self) -> Estimate {
        self.estimate(mean).and_independent(self.unseen(|x| x))
    }

    /// The standard deviation, with n in the denominator.
    pub fn sd(&self) -> Estimate {
        let (mean, sd) = (mean(&self.all), variance(&self.all).sqrt());
        let adds = |x: f64| if sd > 0.0 { 0.5 * (x - mean) * ((x - mean) / sd) } else { 0.0 };
        self.estimate(|x| variance(x).sqrt()).and_independent(self.unseen(adds))
    }

    /// The term for [one trial more or less](unseen) of an estimate to which an outcome adds this much.
    fn unseen(&self, adds: impl Fn(f64) -> f64) -> f64 {
        let gaps: Vec<(f64, f64)> = self.all.windows(2).map(|pair| (pair[0], pair[1])).collect();
        unseen::of_gaps(self.all.len() as u64, &gaps, adds)
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
        let step = unseen::of_share(self.all.len() as u64);
        let half_width = 0.5 * (quantile(&self.all, level + step) - quantile(&self.all, level - step));
        let varies = self.all.first() < self.all.last();
        self.estimate(|sorted| quantile(sorted, level)).and_independent(half_width).unless_certain(varies)
    }
}
