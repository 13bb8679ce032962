//! Loyalty: how much longer customers stay in each state of connection.

use super::connection::{Customers, sum_of_products, total};
use crate::units::{Lane, Pack, each, inputs, monthly_chance};

inputs! {
    ["effects.loyalty.odds"]
    odds_unconnected as "unconnected": amount_between(1e-6, 1e6), "odds ratio to satisfied",
        "odds of staying a year of an unconnected customer";
    odds_distinctive as "distinctive": amount_between(1e-6, 1e6), "odds ratio to satisfied",
        "odds of staying a year of a customer who sees the brand as different";
    odds_connected as "connected": amount_between(1e-6, 1e6), "odds ratio to satisfied",
        "odds of staying a year of a fully connected customer";
    ["customers"]
    annual_churn: PARTIAL_SHARE, "share a year", "customers who leave in a year";
    ["effects"]
    causal_share: SHARE, "share", "θ: the part of every cross-sectional effect that is truly caused";
    ["effects.loyalty"]
    influenceable: SHARE, "share of churn", "the part of churn that experience can influence";
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    /// c_k: monthly churn of each state.
    pub churn: [Lane<V>; 4],
}

/// Churn so small that it is none.
const NO_CHURN: f64 = 1e-100;

/// The search for the odds ends after a step this small: the error of one is about the square of the one before.
const LAST_STEP: f64 = 1e-7;
const MOST_STEPS: usize = 60;

impl<V: Pack> Calibrated<V> {
    /// Spreads today's churn over the states by their odds of staying.
    ///
    /// ```text
    /// R_k = odds_k^θ  (satisfied: 1)
    /// annual churn of k = (1 − α)·c̄ + α / (1 + o·R_k)        c_k = 1 − (1 − annual churn of k)^(1/12)
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, mix: &[Lane<V>; 4]) -> Self {
        let theta = i.causal_share;
        let mut ratio = [
            i.odds_unconnected.powf(theta),
            theta.all(1.0),
            i.odds_distinctive.powf(theta),
            i.odds_connected.powf(theta),
        ];
        let none = i.annual_churn.at_most(NO_CHURN);
        let churn = none.select(0.5, i.annual_churn);
        let odds = odds_of_satisfied(&ratio, mix, churn);
        let part = i.influenceable;
        for ratio in &mut ratio {
            let annual = (1.0 - part) * churn + part / (1.0 + odds * *ratio);
            *ratio = none.select(0.0, monthly_chance(annual));
        }
        Calibrated { churn: ratio }
    }

    /// Customers lost in a month.
    ///
    /// ```text
    /// lost_k = c_k·n_k
    /// ```
    #[inline(always)]
    pub fn step(&self, n: &Customers<V>) -> Customers<V> {
        [self.churn[0] * n[0], self.churn[1] * n[1], self.churn[2] * n[2], self.churn[3] * n[3]]
    }
}

/// The odds o of staying a year of a satisfied customer, by Newton on y = ln o with the equation in log-odds.
///
/// ```text
/// o > 0 solves  Σ π_k / (1 + o·R_k) = c̄
/// ```
///
/// In log-odds the left side is nearly a straight line in y (exactly one where all R_k are equal), so the search is
/// safe from any start. The logarithm of the odds' ratio and the power of a step are taken from the first terms of their
/// series, which is exact where the search ends, and keeps the first steps short.
#[inline(always)]
fn odds_of_satisfied<V: Pack>(ratio: &[Lane<V>; 4], mix: &[Lane<V>; 4], churn: Lane<V>) -> Lane<V> {
    let remain = 1.0 - churn;
    let mut odds = remain / churn;
    let mut moving = churn.at_most(1.0);
    for _ in 0..MOST_STEPS {
        let leaves = each!(k in 4 => 1.0 / (1.0 + odds * ratio[k]));
        let weighted = each!(k in 4 => mix[k] * leaves[k]);
        let lost = total(&weighted);
        let kept = 1.0 - lost;
        let slope = sum_of_products(&weighted, &each!(k in 4 => 1.0 - leaves[k]));
        // ln a/b is nearly 2·(a − b)/(a + b).
        let (is, wanted) = (lost * remain, kept * churn);
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
            let o = odds_of_satisfied(&ratio, &mix, Lane(churn));
            for (trial, annual) in churn.iter().enumerate() {
                let found: f64 = (0..4).map(|k| mix[k].0[trial] / (1.0 + o.0[trial] * ratio[k].0[trial])).sum();
                assert!((found / annual - 1.0).abs() < 1e-12, "{annual} {odds} {found}");
            }
        }
    }

    #[test]
    fn no_churn_today_means_no_churn_in_any_state() {
        let [zero, half, one] = [Lane([0.0]), Lane([0.5]), Lane([1.0])];
        let i = Inputs {
            annual_churn: zero,
            causal_share: one,
            influenceable: half,
            odds_unconnected: half,
            odds_distinctive: one,
            odds_connected: Lane([4.0]),
        };
        assert_eq!(Calibrated::new(&i, &[Lane([0.25]); 4]).churn, [zero; 4]);
    }
}
