//! The search for the best spread of a budget: a climb from several starts by linear models (COBYLA).

use cobyla::{Func, RhoBeg, StopTols, minimize};
use delight_model::simulate::each;
use std::cell::RefCell;

/// What can be spread: 0 ≤ x_e ≤ most_e and Σ x_e ≤ total.
#[derive(Clone, Debug, PartialEq)]
pub struct FeasibleEffort {
    /// The most that each may have.
    pub most: Vec<f64>,
    /// The most that all may have together.
    pub total: f64,
}

/// Values looked at in one climb, at most.
const EVALUATIONS: usize = 400;
/// The first climbs and those after them: the first step, as a share of the total.
const STEPS: [f64; 2] = [0.15, 0.05];
/// Climbs after the first, at most, and the share by which one must better the last for another.
const AGAIN: usize = 4;
const WORTHWHILE: f64 = 1e-3;
/// A climb ends when its steps are this share of the total.
const FINEST: f64 = 2e-3;

impl FeasibleEffort {
    /// The nearest spread on the ray: cut to the most of each, then scaled to the total if it is too much.
    pub fn within(&self, x: &[f64]) -> Vec<f64> {
        let cut: Vec<f64> = x.iter().zip(&self.most).map(|(x, most)| x.clamp(0.0, most.max(0.0))).collect();
        let sum: f64 = cut.iter().sum();
        let scale = if sum > self.total { self.total / sum } else { 1.0 };
        cut.into_iter().map(|x| x * scale).collect()
    }
}

/// The highest value that climbs from these starts reach, and where; the first of equals.
///
/// The starts climb side by side on all threads; the best of them climbs on in small steps as long as that helps, since
/// a climb may end early at an edge.
pub fn highest(
    spread: &FeasibleEffort,
    starts: &[Vec<f64>],
    value: impl Fn(&[f64]) -> f64 + Sync + Send,
) -> (Vec<f64>, f64) {
    let reached = each(starts.len(), |k| climb(spread, &starts[k], STEPS[0], &value));
    let best = reached.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best });
    let Some(mut best) = best else { return (vec![0.0; spread.most.len()], f64::NAN) };
    for _ in 0..AGAIN {
        let again = climb(spread, &best.0, STEPS[1], &value);
        let gained = again.1 - best.1;
        if gained > 0.0 {
            best = again;
        }
        let helped = gained > WORTHWHILE * best.1.abs();
        if !helped {
            break;
        }
    }
    best
}

/// Climbs from a start by COBYLA (Powell 1994), with a first step of this share of the total; gives the best spread
/// within the limits that was looked at.
pub fn climb(spread: &FeasibleEffort, from: &[f64], step: f64, value: &dyn Fn(&[f64]) -> f64) -> (Vec<f64>, f64) {
    let free: Vec<usize> = (0..spread.most.len()).filter(|&e| spread.most[e] > FINEST * spread.total).collect();
    let start = spread.within(from);
    let worth = value(&start);
    let best = RefCell::new((start.clone(), worth));
    if free.is_empty() || spread.total <= 0.0 {
        return best.into_inner();
    }
    let spread_of = |shares: &[f64]| {
        let mut x = vec![0.0; spread.most.len()];
        free.iter().zip(shares).for_each(|(e, share)| x[*e] = share * spread.total);
        spread.within(&x)
    };
    let scale = worth.abs().max(1e-9);
    let loss = |shares: &[f64], _: &mut ()| {
        let x = spread_of(shares);
        let found = value(&x);
        if found > best.borrow().1 {
            *best.borrow_mut() = (x, found);
        }
        -found / scale
    };
    let rest = |shares: &[f64], _: &mut ()| 1.0 - shares.iter().sum::<f64>();
    let limits: [&dyn Func<()>; 1] = [&rest];
    let bounds: Vec<(f64, f64)> = free.iter().map(|&e| (0.0, (spread.most[e] / spread.total).min(1.0))).collect();
    let shares: Vec<f64> = free.iter().map(|&e| start[e] / spread.total).collect();
    let ends = StopTols { xtol_abs: vec![FINEST; free.len()], ..StopTols::default() };
    // Where the climb ends matters, not why: the best that was looked at is kept here.
    let _ = minimize(loss, &shares, &bounds, &limits, (), EVALUATIONS, RhoBeg::All(step), Some(ends));
    best.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: &[f64], expected: &[f64], tolerance: f64) {
        for (x, y) in found.iter().zip(expected) {
            assert!((x - y).abs() < tolerance, "{found:?} for {expected:?}");
        }
    }

    #[test]
    fn a_concave_return_is_filled_like_water() {
        // max Σ a·ln(1 + x/s):  x = max(0, a/λ − s), with λ so that all is spent.
        let (a, s) = ([5.0, 4.0, 3.0, 2.0, 1.0, 0.5], [1.0, 2.0, 1.0, 0.5, 1.0, 2.0]);
        let spread = FeasibleEffort { most: vec![100.0; 6], total: 6.0 };
        let value = |x: &[f64]| (0..6).map(|e| a[e] * (1.0 + x[e] / s[e]).ln()).sum();
        let (found, _) = highest(&spread, &[vec![1.0; 6], vec![0.0; 6]], value);
        // The first four are wet: λ = Σa/(total + Σs) over them.
        let lambda = 14.0 / (6.0 + 4.5);
        let expected: Vec<f64> = (0..6).map(|e: usize| (a[e] / lambda - s[e]).max(0.0)).collect();
        assert!(expected[4] == 0.0 && expected[5] == 0.0 && (expected.iter().sum::<f64>() - 6.0).abs() < 1e-9);
        near(&found, &expected, 0.12);
        assert!(value(&expected) - value(&found) < 2e-3);
    }

    #[test]
    fn what_alone_counts_gets_all_and_no_more_than_it_may_have() {
        let value = |x: &[f64]| x[4] - 0.01 * x[4] * x[4];
        let spread =
            |most: f64| FeasibleEffort { most: (0..9).map(|e| if e == 4 { most } else { 10.0 }).collect(), total: 5.0 };
        for (most, expected) in [(10.0, 5.0), (2.0, 2.0)] {
            let (found, _) = highest(&spread(most), &[vec![0.5; 9], vec![0.0; 9]], value);
            assert!((found[4] - expected).abs() < 0.02, "{found:?}");
        }
    }

    #[test]
    fn alike_elements_get_alike_and_what_only_costs_gets_nothing() {
        let spread = FeasibleEffort { most: vec![3.0; 9], total: 4.5 };
        let alike = |x: &[f64]| x.iter().map(|x| 1.0 - (-1.5 * x).exp()).sum();
        near(&highest(&spread, &[vec![0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1]], alike).0, &[0.5; 9], 0.05);
        let costs = |x: &[f64]| -x.iter().sum::<f64>();
        near(&highest(&spread, &[vec![0.5; 9]], costs).0, &[0.0; 9], 0.02);
    }

    #[test]
    fn where_the_weakest_decides_a_start_at_a_common_level_wins() {
        // Of min(x) no single element gains anything, so a climb from below stops at the first edge.
        let spread = FeasibleEffort { most: vec![5.0; 4], total: 4.0 };
        let starts = [vec![1.0, 0.5, 0.2, 0.8], vec![0.9; 4]];
        let (found, value) = highest(&spread, &starts, |x| x.iter().copied().fold(f64::MAX, f64::min));
        assert!(value >= 0.9, "{found:?}");
    }
}
