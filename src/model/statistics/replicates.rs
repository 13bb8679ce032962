//! Figures of whole columns of trials, with the standard error that the spread over the replicates gives.

use super::estimate::Estimate;
use super::moments::mean;
use super::unseen;
use crate::sampling::{REPLICATES, TrialRng};
use rand::RngExt;

/// `f` of columns of trials, with its standard error: trial t belongs to replicate t mod 8.
///
/// The error is missing where some replicate has no finite value. Where all replicates agree to the last bit, so evenly
/// that stratified trials met whatever is rare, it is that of eight groups put together at random, which is the error of
/// independent trials: rather too large than too small.
pub fn estimated(columns: &[&[f64]], f: impl Fn(&[&[f64]]) -> f64) -> Estimate {
    let found = Estimate::from_replicates(f(columns), &by_group(columns, &f, |t| t % REPLICATES));
    if found.standard_error != Some(0.0) {
        return found;
    }
    let at_random = |t: usize| TrialRng::new(0, "groups", t as u64).random_range(0..REPLICATES);
    let groups: Vec<usize> = (0..columns.first().map_or(0, |c| c.len())).map(at_random).collect();
    Estimate::from_replicates(found.value, &by_group(columns, &f, |t| groups[t]))
}

/// `f` of the trials of each group.
fn by_group(columns: &[&[f64]], f: impl Fn(&[&[f64]]) -> f64, group: impl Fn(usize) -> usize) -> Vec<f64> {
    let of = |r: usize| {
        let own = |c: &&[f64]| c.iter().enumerate().filter(|(t, _)| group(*t) == r).map(|(_, x)| *x).collect();
        let parts: Vec<Vec<f64>> = columns.iter().map(own).collect();
        f(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    (0..REPLICATES).map(of).collect()
}

/// The mean of a column of trials; its error has the term for [one trial more or less](unseen).
pub fn estimated_mean(column: &[f64]) -> Estimate {
    let term = unseen::of_gaps(column.len() as u64, &unseen::gaps(column), |x| x);
    Estimate::from_replicates(mean(column), &by_group(&[column], |c| mean(c[0]), |t| t % REPLICATES))
        .and_independent(term)
}

/// The share of the trials of a column for which `is` holds; its error has the term for [one trial more or
/// less](unseen), unless all trials are alike.
pub fn estimated_share(column: &[f64], is: impl Fn(f64) -> bool) -> Estimate {
    let alike = column.iter().all(|x| *x == column[0]);
    let term = if alike { 0.0 } else { unseen::of_share(column.len() as u64) };
    let share = |c: &[&[f64]]| c[0].iter().filter(|x| is(**x)).count() as f64 / c[0].len() as f64;
    Estimate::from_replicates(share(&[column]), &by_group(&[column], share, |t| t % REPLICATES)).and_independent(term)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn the_standard_error_is_that_of_eight_independent_replicates() {
        // Replicate r holds r everywhere: sd of 0…7 is √6, over √8.
        let values: Vec<f64> = (0..64).map(|t| f64::from(t % 8)).collect();
        let found = estimated(&[&values], |c| mean(c[0]));
        assert_eq!(found.value, 3.5);
        assert!((found.standard_error.unwrap() - (6.0_f64 / 8.0).sqrt()).abs() < 1e-12);
    }

    /// 16 of 16,000 trials, two in each replicate.
    fn rare() -> Vec<f64> {
        (0..16_000).map(|t| if t % 8000 < 8 { 100_000.0 } else { -100.0 }).collect()
    }

    #[test]
    fn replicates_that_agree_are_no_proof() {
        let values = rare();
        let error = estimated(&[&values], |c| mean(c[0])).standard_error.unwrap();
        // That of independent trials, √(p(1 − p)/n)·100,100, told from eight groups: ± √(2/7)/2 of it.
        let expected = 100_100.0 * (0.001_f64 * 0.999 / 16_000.0).sqrt();
        assert!((error / expected - 1.0).abs() < 0.8, "{error} {expected}");
        // And the least that 16,000 trials leave open.
        let found = estimated_mean(&values);
        assert!((found.half_width95().unwrap() - 3.0 / 16_000.0 * 100_100.0).abs() < 1e-6, "{found:?}");
        assert!((found.value - (0.001 * 100_000.0 - 0.999 * 100.0)).abs() < 1e-9);
    }

    #[test]
    fn what_no_trial_met_may_happen_by_the_rule_of_three() {
        let never = estimated_share(&rare(), |x| x < -100.0);
        assert_eq!(never.value, 0.0);
        assert!((never.half_width95().unwrap() - 3.0 / 16_000.0).abs() < 1e-9);
        assert_eq!(estimated_share(&[5.0; 80], |x| x < 0.0), Estimate::exact(0.0));
    }

    #[test]
    fn what_is_the_same_in_every_trial_is_certain() {
        assert_eq!(estimated(&[&[2.5; 80]], |c| mean(c[0])), Estimate::exact(2.5));
        assert_eq!(estimated_mean(&[2.5; 80]), Estimate::exact(2.5));
        // Of two columns that differ from trial to trial, but not from each other, the difference is certain too.
        let values = rare();
        assert_eq!(estimated(&[&values, &values], |c| mean(c[0]) - mean(c[1])), Estimate::exact(0.0));
    }
}
