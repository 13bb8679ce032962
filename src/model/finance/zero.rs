//! When a sum of money is zero: what is left after the money cancels out is rounding, and nothing may hang on its sign.

use crate::units::{Lane, Pack};

/// Share of the money that moved up to which a sum of it counts as zero. Rounding leaves some 1e-13 of it; no decision
/// hangs on a cent in ten millions.
pub const NOTHING: f64 = 1e-9;

/// Spread of a result, as a share of the money that moved, up to which the result does not vary at all.
pub const NO_SPREAD: f64 = 1e-12;

/// What a sum of money may be off zero, either way, and still count as zero, where `moved` is the money that moved.
#[inline(always)]
pub fn allowance<V: Pack>(moved: Lane<V>) -> Lane<V> {
    moved * NOTHING
}

/// A sum of money, or zero where no more than rounding is left of the money that moved.
///
/// ```text
/// settled(x) = 0 where |x| ≤ 1e-9·money moved, else x
/// ```
///
/// Every result that is compared with zero goes through here once, so that loss, payback, funding, figures and workbook
/// compare exact numbers and agree.
#[inline(always)]
pub fn settled<V: Pack>(sum: Lane<V>, moved: Lane<V>) -> Lane<V> {
    sum.abs().at_most(allowance(moved)).select(0.0, sum)
}

/// Gives all results the value of the first where they differ by rounding alone: by less than 1e-12 of the money that
/// moved. What is not a number stays.
pub fn level(results: &mut [f64], moved: f64) {
    let (low, high) =
        results.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
    if high - low <= NO_SPREAD * moved {
        results.fill(low);
    }
}

/// Gives options that are worth the same, but for rounding, the same number: in each trial the value of the first of
/// them. `moved` is the money that moves in each option and trial.
pub fn tie(options: &mut [Vec<f64>], moved: &[&[f64]]) {
    for k in 1..options.len() {
        let (earlier, later) = options.split_at_mut(k);
        for (t, value) in later[0].iter_mut().enumerate() {
            let is_same =
                |other: usize| (earlier[other][t] - *value).abs() <= NOTHING * moved[k][t].max(moved[other][t]);
            if let Some(same) = (0..k).find(|other| is_same(*other)) {
                *value = earlier[same][t];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sum: f64, moved: f64) -> f64 {
        settled(Lane([sum]), Lane([moved])).0[0]
    }

    #[test]
    fn what_rounding_leaves_is_zero_and_a_cent_in_a_hundred_thousand_is_not() {
        let tenths = (0..10).fold(-1.0, |sum, _| sum + 0.1);
        assert!(tenths != 0.0 && of(tenths, 2.0) == 0.0);
        assert_eq!(of(-0.01, 100_000.0), -0.01);
        assert_eq!(of(0.0, 0.0), 0.0);
        assert_eq!(of(-1e-9, 0.0), -1e-9);
        assert!(of(f64::NAN, 1.0).is_nan());
    }

    #[test]
    fn options_that_are_worth_the_same_but_for_rounding_tie() {
        let tenths = (0..10).fold(0.0, |sum, _| sum + 0.1);
        let mut options = [vec![1.0, 5.0], vec![tenths, 5.001], vec![0.0, 5.0]];
        tie(&mut options, &[&[1.0, 5.0], &[1.0, 5.0], &[0.0, 5.0]]);
        assert_eq!(options, [vec![1.0, 5.0], vec![1.0, 5.001], vec![0.0, 5.0]]);
    }

    #[test]
    fn results_that_differ_by_rounding_become_one_and_others_stay() {
        let mut alike = [100.0, 100.0 + 1.5e-14, 100.0 - 1.5e-14];
        level(&mut alike, 200.0);
        assert!(alike.iter().all(|x| *x == alike[0]));
        let mut others = [100.0, 100.0 + 1e-9];
        level(&mut others, 200.0);
        assert_ne!(others[0], others[1]);
    }
}
