//! Mean, variance and shares of a column of numbers.

use super::tally::Moments;

/// The mean, to the last digit that which a run has of the same numbers; NaN of nothing.
pub fn mean(values: &[f64]) -> f64 {
    let mut moments = Moments::new();
    match values.iter().all(|x| x.is_finite()) {
        true => moments.add_slice(values),
        false => return values.iter().sum::<f64>() / values.len() as f64,
    }
    moments.mean().unwrap_or(f64::NAN)
}

/// Whether any two of the values differ.
pub fn varies(values: &[f64]) -> bool {
    values.iter().any(|x| *x != values[0])
}

/// The variance about the mean, with n in the denominator; NaN of nothing.
pub fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / values.len() as f64
}

/// The share of the finite values below `x`; NaN of nothing.
pub fn share_below(values: &[f64], x: f64) -> f64 {
    let finite = values.iter().filter(|v| v.is_finite());
    finite.clone().filter(|v| **v < x).count() as f64 / finite.count() as f64
}
