//! The outcomes of a rival in rising order, all together and by replicate.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::Estimate;
use delight_model::statistics::replicates::with_spread;

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
        with_spread(f(&self.all), &spread)
    }

    /// `f` of the rising outcomes of two rivals on the same trials, with its standard error.
    pub fn estimate_with(&self, other: &Outcomes, f: impl Fn(&[f64], &[f64]) -> f64) -> Estimate {
        let parts = self.replicates.iter().zip(&other.replicates);
        let spread: Vec<f64> = parts.map(|(a, b)| f(a, b)).collect();
        with_spread(f(&self.all, &other.all), &spread)
    }

    /// A quantile, interpolated between order statistics (type 7 of Hyndman and Fan).
    pub fn quantile(&self, level: f64) -> Estimate {
        self.estimate(|sorted| quantile(sorted, level))
    }
}

/// A quantile of values in rising order (type 7 of Hyndman and Fan); NaN of nothing.
pub(super) fn quantile(sorted: &[f64], level: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = level.clamp(0.0, 1.0) * last as f64;
    let below = at.floor() as usize;
    sorted[below] + (at - below as f64) * (sorted[(below + 1).min(last)] - sorted[below])
}

/// The mean of the worst `tail` of values in rising order, the last of them in part.
///
/// ```text
/// ES = (1/tail)·∫₀^tail Q(p) dp,  Q the empirical quantile function
/// ```
pub fn expected_shortfall(sorted: &[f64], tail: f64) -> f64 {
    let room = tail * sorted.len() as f64;
    let whole = (room.floor() as usize).min(sorted.len());
    let part = sorted.get(whole).map_or(0.0, |next| (room - whole as f64) * next);
    (sorted[..whole].iter().sum::<f64>() + part) / room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortfall_is_the_mean_of_the_worst_part() {
        let values: Vec<f64> = (1..=40).map(f64::from).collect();
        assert_eq!(expected_shortfall(&values, 0.05), 1.5);
        // A tenth of 15 is one and a half of them.
        assert!((expected_shortfall(&values[..15], 0.1) - (1.0 + 0.5 * 2.0) / 1.5).abs() < 1e-15);
        assert_eq!(expected_shortfall(&values, 1.0), 20.5);
    }

    #[test]
    fn quantiles_lie_between_order_statistics() {
        assert_eq!([0.0, 0.5, 1.0].map(|p| quantile(&[1.0, 2.0, 4.0, 5.0], p)), [1.0, 3.0, 5.0]);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
