//! Rates of return where counting signs does not settle how many there are: along a grid.

use crate::units::Lane;
use std::sync::LazyLock;

/// 1/(1 + monthly) at the lowest rate: 0.01^(−1/12).
pub(super) const LARGEST_FACTOR: f64 = 1.467_799_267_622_069_5;

/// What a search found: how many roots, and where a single one lies.
pub(super) struct Found {
    pub(super) count: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) rising: bool,
}

/// Points of the grid that are looked at side by side, in four lanes so that none waits for another.
const SIDE_BY_SIDE: usize = 32;

/// Factors at which the curve is searched, from the largest down.
static GRID: LazyLock<Vec<[Lane<[f64; 8]>; 4]>> = LazyLock::new(|| {
    const STEP: f64 = 0.05;
    const POINTS: usize = 384;
    let factor = |k: usize| LARGEST_FACTOR * libm::exp(-(k as f64) * STEP / 12.0);
    let lane = |k: usize| Lane(std::array::from_fn(|i| factor(k + i)));
    (0..POINTS).step_by(SIDE_BY_SIDE).map(|k| std::array::from_fn(|four| lane(k + 8 * four))).collect()
});

/// Looks for sign changes of the net present value along the grid.
#[inline(always)]
pub(super) fn search(cash: &[f64]) -> Found {
    let mut found = Found { count: 0.0, low: 0.0, high: 0.0, rising: false };
    let (mut last, mut last_x) = (0.0, 0.0);
    for factors in GRID.iter() {
        let values = present_values(cash, factors);
        for (here, x) in values.as_flattened().iter().zip(factors.iter().flat_map(|x| x.0)) {
            if last * here < 0.0 {
                found.count += 1.0;
                (found.low, found.high, found.rising) = (x, last_x, last > 0.0);
            }
            if *here != 0.0 {
                (last, last_x) = (*here, x);
            }
        }
        if first_flow_decides(cash, last_x) {
            break;
        }
    }
    found
}

/// Σ c_t·x^t at each factor.
#[inline(always)]
fn present_values(cash: &[f64], factors: &[Lane<[f64; 8]>; 4]) -> [[f64; 8]; 4] {
    let [a, b, c, d] = *factors;
    let mut sums = [Lane([0.0; 8]); 4];
    for flow in cash.iter().rev() {
        sums = [sums[0] * a + *flow, sums[1] * b + *flow, sums[2] * c + *flow, sums[3] * d + *flow];
    }
    sums.map(|sum| sum.0)
}

/// Whether the first flow outweighs all later ones at the factor x: then it does at every smaller one, and there are no
/// more roots.
fn first_flow_decides(cash: &[f64], x: f64) -> bool {
    let flows = &cash[cash.iter().position(|c| *c != 0.0).unwrap_or(0)..];
    flows[0].abs() > x * flows[1..].iter().rev().fold(0.0, |sum, c| sum * x + c.abs())
}
