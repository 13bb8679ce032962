//! The value bridge: which part of the benefit came by loyalty, advocacy, spend, price, cost to serve, people, society.

use crate::units::Lane;

/// The pieces of the bridge, in the order of every array over pieces.
pub const PIECES: [&str; 7] = ["loyalty", "advocacy", "spend", "price", "cost_to_serve", "people", "social"];

/// What the bridge needs to know of one arm in one month.
#[derive(Clone, Copy, Debug)]
pub struct ArmMonth<const N: usize> {
    /// Customers at the start of the month.
    pub count: Lane<N>,
    /// One over that.
    pub per_customer: Lane<N>,
    /// Customers lost in the month.
    pub churned: Lane<N>,
    /// Customers won in the month.
    pub acquired: Lane<N>,
    /// Demand served.
    pub volume: Lane<N>,
    /// Price relative to today's.
    pub price: Lane<N>,
    /// Cost of contacts and failures.
    pub service_cost: Lane<N>,
    /// Cost of turnover and absence.
    pub people_cost: Lane<N>,
    /// Social value.
    pub social_value: Lane<N>,
}

/// The part of the difference in customers that longer stay (dL) and new customers (dA) explain.
#[derive(Clone, Copy, Debug)]
pub struct Bridge<const N: usize> {
    stayed: Lane<N>,
    came: Lane<N>,
}

impl<const N: usize> Bridge<N> {
    /// Both arms have the same customers at the start.
    pub const START: Self = Bridge { stayed: Lane::ZERO, came: Lane::ZERO };

    /// Splits the benefit of a month at today's prices, exactly, and moves on to the next.
    ///
    /// ```text
    /// dL' = dL·(1 − c̄_p) + N_b·(c̄_b − c̄_p);   dA' = dA·(1 − c̄_p) + (acquired_p − acquired_b);   c̄ = lost/N
    /// worth = w·(volume_b/N_b)·price_b − κ_b,   w = margin·S·Z,   κ = service cost/N
    /// loyalty = dL·worth;  advocacy = dA·worth;  spend = w·N_p·(volume_p/N_p − volume_b/N_b)·price_b
    /// price = w·volume_p·(price_p − price_b);  cost to serve = N_p·(κ_b − κ_p)
    /// ```
    ///
    /// `margin_per_volume` is w, the same in both arms.
    #[inline(always)]
    pub fn step(&mut self, b: &ArmMonth<N>, p: &ArmMonth<N>, margin_per_volume: Lane<N>) -> [Lane<N>; 7] {
        let per_b = b.per_customer;
        let (volume_b, service_b, churn_b) = (b.volume * per_b, b.service_cost * per_b, b.churned * per_b);
        let churn_p = p.churned * p.per_customer;
        let worth = margin_per_volume * volume_b * b.price - service_b;
        let pieces = [
            self.stayed * worth,
            self.came * worth,
            margin_per_volume * (p.volume - p.count * volume_b) * b.price,
            margin_per_volume * p.volume * (p.price - b.price),
            p.count * service_b - p.service_cost,
            b.people_cost - p.people_cost,
            p.social_value - b.social_value,
        ];
        let stay = 1.0 - churn_p;
        self.stayed = self.stayed * stay + b.count * (churn_b - churn_p);
        self.came = self.came * stay + (p.acquired - b.acquired);
        pieces
    }
}
