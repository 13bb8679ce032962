//! Figures of whole columns of trials, with the standard error that the spread over the replicates gives.

use super::measured::Estimate;
use crate::sampling::REPLICATES;
use crate::statistics::tally;
use serde::{Deserialize, Serialize};

/// `f` of columns of trials, with its standard error: trial t belongs to replicate t mod 8.
///
/// The error is missing where some replicate has no finite value.
pub fn estimated(columns: &[&[f64]], f: impl Fn(&[&[f64]]) -> f64) -> Estimate {
    let value = f(columns);
    let spread: Vec<f64> = (0..REPLICATES)
        .map(|r| {
            let parts: Vec<Vec<f64>> =
                columns.iter().map(|c| c.iter().skip(r).step_by(REPLICATES).copied().collect()).collect();
            f(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
        })
        .collect();
    with_spread(value, &spread)
}

/// A value with the standard error that values from independent replicates give.
pub fn with_spread(value: f64, replicates: &[f64]) -> Estimate {
    let standard_error = tally::Estimate::from_replicates(value, replicates).map(|e| e.standard_error);
    Estimate { value, standard_error }
}

/// The mean; NaN of nothing.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The variance about the mean, with n in the denominator; NaN of nothing.
pub fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / values.len() as f64
}

/// The median of the finite values; NaN if there are none.
pub fn median(values: &[f64]) -> f64 {
    let mut finite: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    let Some(middle) = finite.len().checked_sub(1).map(|last| last / 2) else { return f64::NAN };
    let even = finite.len().is_multiple_of(2);
    let (_, low, above) = finite.select_nth_unstable_by(middle, f64::total_cmp);
    let low = *low;
    if even { 0.5 * (low + above.iter().copied().fold(f64::INFINITY, f64::min)) } else { low }
}

/// Quantiles of the finite values, interpolated between order statistics (type 7 of Hyndman and Fan); NaN of nothing.
pub fn quantiles<const K: usize>(values: &[f64], levels: [f64; K]) -> [f64; K] {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return [f64::NAN; K] };
    levels.map(|level| {
        let at = level * last as f64;
        let below = at.floor() as usize;
        let above = (below + 1).min(last);
        sorted[below] + (at - below as f64) * (sorted[above] - sorted[below])
    })
}

/// The share of the finite values below `x`; NaN of nothing.
pub fn share_below(values: &[f64], x: f64) -> f64 {
    let finite = values.iter().filter(|v| v.is_finite());
    finite.clone().filter(|v| **v < x).count() as f64 / finite.count() as f64
}

/// A value between two bounds that hold it with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The value, within its possible range.
    pub value: f64,
    /// Its standard error; none where it cannot be told.
    pub standard_error: Option<f64>,
    /// Lower bound of the 95 % interval, within the possible range.
    pub low: f64,
    /// Upper bound of the 95 % interval, within the possible range.
    pub high: f64,
}

/// Two-sided 95 % point of Student's t with 7 degrees of freedom, which eight replicates have.
const STUDENT_7: f64 = 2.364_624_252;

impl Interval {
    /// An estimate of a share, which is never shown outside 0 to 1: value and bounds are cut there.
    ///
    /// An estimator without bias gives negative shares for inputs that matter little; the interval then begins at 0 and
    /// says how much they may matter at most.
    pub fn of_share(estimate: Estimate) -> Self {
        let cut = |x: f64| x.clamp(0.0, 1.0);
        let half = estimate.standard_error.map_or(f64::INFINITY, |e| STUDENT_7 * e);
        Interval {
            value: cut(estimate.value),
            standard_error: estimate.standard_error,
            low: cut(estimate.value - half),
            high: cut(estimate.value + half),
        }
    }
}

impl From<Interval> for Estimate {
    fn from(interval: Interval) -> Self {
        Estimate { value: interval.value, standard_error: interval.standard_error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_quantiles_are_those_of_the_finite_values() {
        assert_eq!(median(&[5.0, f64::NAN, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, f64::INFINITY, 2.0, 8.0]), 3.0);
        assert!(median(&[f64::NAN]).is_nan());
        assert_eq!(quantiles(&[3.0, 1.0, 2.0, f64::NAN, 4.0], [0.0, 0.5, 1.0]), [1.0, 2.5, 4.0]);
    }

    #[test]
    fn the_standard_error_is_that_of_eight_independent_replicates() {
        // Replicate r holds r everywhere: sd of 0…7 is √6, over √8.
        let values: Vec<f64> = (0..64).map(|t| f64::from(t % 8)).collect();
        let found = estimated(&[&values], |c| mean(c[0]));
        assert_eq!(found.value, 3.5);
        assert!((found.standard_error.unwrap() - (6.0_f64 / 8.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_share_is_shown_within_its_range_whatever_the_luck() {
        let shown = Interval::of_share(Estimate { value: -0.01, standard_error: Some(0.01) });
        assert_eq!((shown.value, shown.low), (0.0, 0.0));
        assert!((shown.high - (0.023_646_242_52 - 0.01)).abs() < 1e-12);
        let unknown = Interval::of_share(Estimate { value: 0.2, standard_error: None });
        assert_eq!((unknown.low, unknown.high), (0.0, 1.0));
    }
}
