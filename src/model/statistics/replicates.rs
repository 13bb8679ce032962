//! Figures of whole columns of trials, with the standard error that the spread over the replicates gives.

use super::estimate::Estimate;
use crate::sampling::REPLICATES;

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
    Estimate::from_replicates(value, &spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::mean;

    #[test]
    fn the_standard_error_is_that_of_eight_independent_replicates() {
        // Replicate r holds r everywhere: sd of 0…7 is √6, over √8.
        let values: Vec<f64> = (0..64).map(|t| f64::from(t % 8)).collect();
        let found = estimated(&[&values], |c| mean(c[0]));
        assert_eq!(found.value, 3.5);
        assert!((found.standard_error.unwrap() - (6.0_f64 / 8.0).sqrt()).abs() < 1e-12);
    }
}
