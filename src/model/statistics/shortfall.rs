//! Expected shortfall: the mean of the worst part of the trials.
//!
//! ```text
//! ES = (1/tail)·∫₀^tail Q(p) dp
//! ```
//!
//! Two readings of the integral stand here side by side. Where every value is at hand Q is the empirical quantile
//! function, a staircase, and the integral a sum. Where a run keeps only quantiles Q is that of type 7, and the integral
//! is taken by the midpoint rule. They differ by O(1/n).

use super::tally::Quantiles;

/// The mean of the worst `tail` of equally likely values, the last of them counted in part; in their unit.
pub fn expected_shortfall(values: &[f64], tail: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    expected_shortfall_of_sorted(&sorted, tail)
}

/// The same of values in rising order.
pub fn expected_shortfall_of_sorted(sorted: &[f64], tail: f64) -> f64 {
    let wanted = tail * sorted.len() as f64;
    let whole = (wanted.floor() as usize).min(sorted.len());
    let part = sorted.get(whole).map_or(0.0, |next| (wanted - whole as f64) * next);
    (sorted[..whole].iter().sum::<f64>() + part) / wanted
}

/// The mean of the worst `tail` of a tally by the midpoint rule; none without values.
pub(super) fn expected_shortfall_by_midpoints(quantiles: &Quantiles, tail: f64) -> Option<f64> {
    const POINTS: usize = 500;
    let levels: Vec<f64> = (0..POINTS).map(|i| tail * (i as f64 + 0.5) / POINTS as f64).collect();
    Some(quantiles.quantiles(&levels)?.iter().sum::<f64>() / POINTS as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortfall_is_the_mean_of_the_worst_part() {
        let rising: Vec<f64> = (1..=40).map(f64::from).collect();
        let falling: Vec<f64> = rising.iter().rev().copied().collect();
        for found in [expected_shortfall(&falling, 0.05), expected_shortfall_of_sorted(&rising, 0.05)] {
            assert_eq!(found, 1.5);
        }
        // Half of the third worst counts.
        assert!((expected_shortfall(&falling, 0.0625) - (1.0 + 2.0 + 1.5) / 2.5).abs() < 1e-12);
        // A tenth of 15 is one and a half of them.
        assert!((expected_shortfall_of_sorted(&rising[..15], 0.1) - (1.0 + 0.5 * 2.0) / 1.5).abs() < 1e-15);
        assert_eq!(expected_shortfall_of_sorted(&rising, 1.0), 20.5);
    }

    #[test]
    fn both_readings_come_together_as_the_values_grow_dense() {
        let rising: Vec<f64> = (0..20_000).map(f64::from).collect();
        let quantiles = Quantiles::kept(rising.clone());
        let found = expected_shortfall_by_midpoints(&quantiles, 0.05).expect("values");
        // The staircase has the mean of 0 … 999, type 7 that of 0 … 0.05·19,999.
        assert_eq!(expected_shortfall_of_sorted(&rising, 0.05), 499.5);
        assert!((found - 0.025 * 19_999.0).abs() < 1e-6, "{found}");
    }
}
