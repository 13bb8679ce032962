//! Advocacy: customers who come because others recommend, and because of reviews and reputation.

use super::connection::{Customers, STATES, Turnstile, normalised, sum_of_products, total};
use crate::units::{Lane, Pack, each, inputs};

inputs! {
    ["customers"]
    market_size: POSITIVE, "customers", "all customers there could be, today's included";
    annual_acquisition: amount_between(0.0, 12.0), "share of customers a year",
        "new customers in a year; \"balanced\": as many as leave";
    ["effects.advocacy"]
    referral_share: SHARE, "share of new customers", "new customers who come by recommendation today";
    reputation: real_between(-5.0, 5.0), "elasticity", "% more direct new customers for 1 % more mean score";
    new_per_connected: amount_between(0.0, 100.0), "customers a year",
        "new customers whom each additional connected customer brings in a year";
    incremental: SHARE, "share", "part of the customers they bring who would not have come anyway";
    entry_mix[STATES]: SHARE, "share of new customers", "state in which direct new customers enter";
    referred_mix[STATES]: SHARE, "share of new customers", "state in which referred customers enter";
}

/// How many customers come today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquisition {
    /// As many as leave, so that the baseline stands still.
    Balanced,
    /// The share a year that `customers.annual_acquisition` gives.
    Annual,
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    market: Lane<V>,
    /// M − N_0 − A·N_0: customers whom a month at today's numbers leaves to be won.
    spare: Lane<V>,
    /// A·N_0·ω: customers referred a month today.
    referred_now: Lane<V>,
    /// A·N_0·(1 − ω): customers who come directly a month today.
    direct_now: Lane<V>,
    per_connected: Lane<V>,
    /// Direct customers more for each point of mean score.
    direct_per_point: Lane<V>,
    entry: [Lane<V>; 4],
    referred: [Lane<V>; 4],
}

/// New customers of one month.
#[derive(Clone, Copy, Debug)]
pub struct Month<V: Pack> {
    /// New customers by the state they enter in.
    pub by_state: Customers<V>,
    /// Of them, those who were referred.
    pub referred: Lane<V>,
    /// All of them.
    pub acquired: Lane<V>,
}

/// So few customers that they are none: what nobody fills has no share.
const NOBODY: f64 = 1e-100;

/// A: customers who come in a month today, as a share of today's customers.
///
/// ```text
/// balanced:  A = Σ π_k·c_k        else:  A = annual_acquisition / 12
/// ```
#[inline(always)]
pub fn acquisition<V: Pack>(
    i: &Inputs<Lane<V>>,
    how: Acquisition,
    mix: &[Lane<V>; 4],
    churn: &[Lane<V>; 4],
) -> Lane<V> {
    match how {
        Acquisition::Balanced => sum_of_products(mix, churn),
        Acquisition::Annual => i.annual_acquisition * (1.0 / 12.0),
    }
}

impl<V: Pack> Calibrated<V> {
    /// Fixes today's acquisition A and the mix in which new customers enter.
    ///
    /// ```text
    /// ε_k = (1 − ω)·entry_mix_k + ω·referred_mix_k
    /// ```
    ///
    /// `rating` is today's mean score, r_0. The market M holds at least the newcomers of a month at today's numbers, whatever is
    /// drawn: `market_size`, but no less than N_0·(1 + A).
    #[inline(always)]
    pub fn new(
        i: &Inputs<Lane<V>>,
        acquisition: Acquisition,
        customers: &Customers<V>,
        mix: &[Lane<V>; 4],
        churn: &[Lane<V>; 4],
        rating: Lane<V>,
    ) -> (Self, Turnstile<V>) {
        let acquisition = self::acquisition(i, acquisition, mix, churn);
        let (entry, referred) = (normalised(&i.entry_mix), normalised(&i.referred_mix));
        let omega = i.referral_share;
        let blend = each!(k in 4 => (1.0 - omega) * entry[k] + omega * referred[k]);
        let count = total(customers);
        let after_a_month = count + acquisition * count;
        let market = i.market_size.max(after_a_month);
        let direct_now = acquisition * (1.0 - omega) * count;
        let calibrated = Calibrated {
            market,
            spare: market - after_a_month,
            referred_now: omega * acquisition * count,
            direct_now,
            per_connected: i.new_per_connected * i.incremental * (1.0 / 12.0),
            direct_per_point: direct_now * i.reputation / rating,
            entry,
            referred,
        };
        (calibrated, Turnstile { mix: *mix, churn: *churn, acquisition, entry: blend })
    }

    /// The new customers of a month, on the customers at its start.
    ///
    /// ```text
    /// R = max(0, ω·A·N_0 + κ·new_per_connected·incremental/12·(n_3 − π_3·N))        by referral
    /// Q = A·(1 − ω)·N_0·max(0, 1 + reputation·(r/r_0 − 1))                         by themselves
    /// room = max(0, M − N) / (M − N_0 − A·N_0 + Q + R)        (0 where Q + R = 0)
    /// referred = room·R        direct = room·Q
    /// new_k = direct·entry_mix_k + referred·referred_mix_k
    /// ```
    ///
    /// So room is 1 today, and never do more come than the market still holds.
    ///
    /// `echo` is n_3/N − π_3, `score_gain` is r − r_0 in points, `advantage` is κ: what rivals have left of one.
    #[inline(always)]
    pub fn step(&self, count: Lane<V>, echo: Lane<V>, score_gain: Lane<V>, advantage: Lane<V>) -> Month<V> {
        let referred = (self.referred_now + advantage * self.per_connected * (echo * count)).max(0.0);
        let direct = (self.direct_now + self.direct_per_point * score_gain).max(0.0);
        let open = (self.market - count).max(0.0);
        let room = open / (self.spare + (direct + referred)).max(NOBODY);
        let (referred, direct) = (room * referred, room * direct);
        let by_state = each!(k in 4 => direct * self.entry[k] + referred * self.referred[k]);
        Month { by_state, referred, acquired: direct + referred }
    }
}
