//! Loyalty: how much longer customers stay in each state of connection.

use super::connection::{Customers, sum_of_products};
use super::odds::common_odds;
use crate::units::{Lane, Pack, inputs, monthly_chance};

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
    /// The same in a year.
    annual: [Lane<V>; 4],
    /// c̄: churn of a year today.
    annual_churn: Lane<V>,
}

/// Churn so small that it is none.
const NO_CHURN: f64 = 1e-100;

impl<V: Pack> Calibrated<V> {
    /// Spreads today's churn over the states by their odds of staying.
    ///
    /// ```text
    /// R_k = odds_k^θ  (satisfied: 1)
    /// annual churn of k = (1 − α)·c̄ + α / (1 + o·R_k)        c_k = 1 − (1 − annual churn of k)^(1/12)
    /// ```
    ///
    /// o are the odds of staying a year of a satisfied customer.
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
        let odds = common_odds(&ratio, mix, churn);
        let part = i.influenceable;
        let mut annual = ratio;
        for (ratio, annual) in ratio.iter_mut().zip(&mut annual) {
            *annual = (1.0 - part) * churn + part / (1.0 + odds * *ratio);
            *ratio = none.select(0.0, monthly_chance(*annual));
            *annual = none.select(0.0, *annual);
        }
        Calibrated { churn: ratio, annual, annual_churn: i.annual_churn }
    }

    /// Churn of a year in which the customers' shares by state differ from today's by `moved`.
    ///
    /// ```text
    /// churn of a year = c̄ + Σ (share_k − π_k)·annual churn of k
    /// ```
    #[inline(always)]
    pub fn churn_of_year(&self, moved: &[Lane<V>; 4]) -> Lane<V> {
        self.annual_churn + sum_of_products(moved, &self.annual)
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

#[cfg(test)]
mod tests {
    use super::*;

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
