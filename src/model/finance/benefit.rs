//! The benefit of a month: what the programme's arm earns and saves more than the baseline.

use crate::units::{Lane, Pack};

/// What the money needs to know of one arm in one month, at today's prices and in an average market.
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
    /// What sales at the counter multiply the revenue by; none where they are left out.
    pub counter: Option<Lane<V>>,
    /// Contribution of the revenue.
    pub contribution: Lane<V>,
    /// ψ: cost to serve of a customer.
    pub service_cost: Lane<V>,
    /// Cost of turnover and absence.
    pub people_cost: Lane<V>,
    /// Social value.
    pub social_value: Lane<V>,
}

/// What the programme brings in a month, at today's prices.
#[derive(Clone, Copy, Debug)]
pub struct Benefit<V: Pack> {
    /// All of it.
    pub total: Lane<V>,
    /// The part of it that is social value, which is not taxed.
    pub social: Lane<V>,
}

/// The benefit of a month in a market `cycle` (Z), at today's prices.
///
/// ```text
/// benefit = Δcontribution − Δcontact cost − Δfailure cost − Δpeople cost + Δsocial value
/// ```
#[inline(always)]
pub fn benefit<V: Pack>(b: &ArmMonth<V>, p: &ArmMonth<V>, cycle: Lane<V>) -> Benefit<V> {
    let earned = (p.contribution - b.contribution) * cycle;
    let saved = (b.count * b.service_cost - p.count * p.service_cost) + (b.people_cost - p.people_cost);
    let social = p.social_value - b.social_value;
    Benefit { total: earned + saved + social, social }
}
