//! The value bridge: which part of the benefit came by loyalty, advocacy, spend, price, cost to serve, people, society.

use crate::units::{Lane, Pack};

/// The pieces of the bridge, in the order of every array over pieces.
pub const PIECES: [&str; 7] = ["loyalty", "advocacy", "spend", "price", "cost_to_serve", "people", "social"];

/// What the bridge needs to know of one arm in one month.
#[derive(Clone, Copy, Debug)]
pub struct ArmMonth<V: Pack> {
    /// Customers at the start of the month.
    pub count: Lane<V>,
    /// c̄: share of them lost in the month.
    pub churn: Lane<V>,
    /// Customers won in the month.
    pub acquired: Lane<V>,
    /// Demand served.
    pub volume: Lane<V>,
    /// Demand served of a customer.
    pub volume_each: Lane<V>,
    /// Price relative to today's.
    pub price: Lane<V>,
    /// κ: cost to serve of a customer.
    pub service_cost: Lane<V>,
    /// Cost of turnover and absence.
    pub people_cost: Lane<V>,
    /// Social value.
    pub social_value: Lane<V>,
}

/// The part of the difference in customers that longer stays (dL) and new customers (dA) explain.
#[derive(Clone, Copy, Debug)]
pub struct Bridge<V: Pack> {
    stayed: Lane<V>,
    came: Lane<V>,
}

impl<V: Pack> Bridge<V> {
    /// Both arms have the same customers at the start.
    #[inline(always)]
    pub fn start(zero: Lane<V>) -> Self {
        Bridge { stayed: zero, came: zero }
    }

    /// Splits the benefit of a month at today's prices, exactly, and moves on to the next.
    ///
    /// ```text
    /// dL' = dL·(1 − c̄_p) + N_b·(c̄_b − c̄_p);   dA' = dA·(1 − c̄_p) + (acquired_p − acquired_b)
    /// worth = w·(volume_b/N_b)·price_b − κ_b,   w = margin·S·Z
    /// loyalty = dL·worth;  advocacy = dA·worth;  spend = w·N_p·(volume_p/N_p − volume_b/N_b)·price_b
    /// price = w·volume_p·(price_p − price_b);  cost to serve = N_p·(κ_b − κ_p)
    /// ```
    ///
    /// `margin_per_volume` is w, the same in both arms.
    #[inline(always)]
    pub fn step(&mut self, b: &ArmMonth<V>, p: &ArmMonth<V>, margin_per_volume: Lane<V>) -> [Lane<V>; 7] {
        let w = margin_per_volume;
        let unit = w * b.price;
        let worth = unit * b.volume_each - b.service_cost;
        let pieces = [
            self.stayed * worth,
            self.came * worth,
            unit * (p.volume - p.count * b.volume_each),
            w * p.volume * (p.price - b.price),
            p.count * (b.service_cost - p.service_cost),
            b.people_cost - p.people_cost,
            p.social_value - b.social_value,
        ];
        let stay = 1.0 - p.churn;
        self.stayed = self.stayed * stay + b.count * (b.churn - p.churn);
        self.came = self.came * stay + (p.acquired - b.acquired);
        pieces
    }
}
