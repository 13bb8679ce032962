//! Odds that states have in common: found from what becomes of all customers together.

use super::connection::{sum_of_products, total};
use crate::units::{Lane, Pack, each};

/// The search for the odds ends after a step this small: the error of one is about the square of the one before.
const LAST_STEP: f64 = 1e-7;
const MOST_STEPS: usize = 60;

/// The odds o that every state multiplies by its own ratio R_k, by Newton on y = ln o with the equation in log-odds.
///
/// ```text
/// o > 0 solves  Σ π_k / (1 + o·R_k) = c̄
/// ```
///
/// In log-odds the left side is nearly a straight line in y (exactly one where all R_k are equal), so the search is
/// safe from any start. The logarithm of the odds' ratio and the power of a step are taken from the first terms of their
/// series, which is exact where the search ends, and keeps the first steps short.
#[inline(always)]
pub fn common_odds<V: Pack>(ratio: &[Lane<V>; 4], mix: &[Lane<V>; 4], part: Lane<V>) -> Lane<V> {
    let remain = 1.0 - part;
    let mut odds = remain / part;
    let mut moving = part.at_most(1.0);
    for _ in 0..MOST_STEPS {
        let leaves = each!(k in 4 => 1.0 / (1.0 + odds * ratio[k]));
        let weighted = each!(k in 4 => mix[k] * leaves[k]);
        let lost = total(&weighted);
        let kept = 1.0 - lost;
        let slope = sum_of_products(&weighted, &each!(k in 4 => 1.0 - leaves[k]));
        // ln a/b is nearly 2·(a − b)/(a + b).
        let (is, wanted) = (lost * remain, kept * part);
        let step = 2.0 * (is - wanted) * lost * kept / ((is + wanted) * slope);
        let step = moving.select(step.max(-1.0).min(1.0), 0.0);
        odds = odds * (1.0 + step * (1.0 + 0.5 * step));
        moving = step.abs().above(LAST_STEP);
        if !moving.any() {
            break;
        }
    }
    odds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odds_give_back_todays_churn_even_for_extreme_ratios() {
        let mix = [0.25, 0.45, 0.18, 0.12].map(|p| Lane([p; 3]));
        for (churn, odds) in [([0.01, 0.35, 0.95], 4.0), ([0.001, 0.2, 0.999], 100.0), ([0.05, 0.5, 0.7], 0.02_f64)] {
            let ratio = [1.0 / odds, 1.0, odds.sqrt(), odds].map(|r| Lane([r; 3]));
            let o = common_odds(&ratio, &mix, Lane(churn));
            for (trial, annual) in churn.iter().enumerate() {
                let found: f64 = (0..4).map(|k| mix[k].0[trial] / (1.0 + o.0[trial] * ratio[k].0[trial])).sum();
                assert!((found / annual - 1.0).abs() < 1e-12, "{annual} {odds} {found}");
            }
        }
    }
}
