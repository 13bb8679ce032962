//! Advocacy: customers who come because others recommend, and because of reviews and reputation.

use super::connection::{Customers, STATES, Turnstile, normalised, sum_of_products, total};
use crate::units::{Input, Kind, Lane, Pack, Source, each};

/// What the stage takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    market_size: T,
    annual_acquisition: T,
    referral_share: T,
    reputation: T,
    new_per_connected: T,
    incremental: T,
    entry_mix: [T; 4],
    referred_mix: [T; 4],
}

/// How many customers come today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquisition {
    /// As many as leave, so that the baseline stands still.
    Balanced,
    /// The share a year that `customers.annual_acquisition` gives.
    Annual,
}

impl<T> Inputs<T> {
    /// Takes the stage's inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        let x = "effects.advocacy";
        Inputs {
            market_size: s.next(Input::new(
                "customers",
                "market_size",
                Kind::POSITIVE,
                "customers",
                "all customers there could be; more than today's",
            )),
            annual_acquisition: s.next(Input::new(
                "customers",
                "annual_acquisition",
                Kind::amount_between(0.0, 12.0),
                "share of customers a year",
                "new customers in a year; \"balanced\": as many as leave",
            )),
            referral_share: s.next(Input::new(
                x,
                "referral_share",
                Kind::SHARE,
                "share of new customers",
                "new customers who come by recommendation today",
            )),
            reputation: s.next(Input::new(
                x,
                "reputation",
                Kind::real_between(-5.0, 5.0),
                "elasticity",
                "% more direct new customers for 1 % more mean score",
            )),
            new_per_connected: s.next(Input::new(
                x,
                "new_per_connected",
                Kind::amount_between(0.0, 100.0),
                "customers a year",
                "new customers whom each additional connected customer brings in a year",
            )),
            incremental: s.next(Input::new(
                x,
                "incremental",
                Kind::SHARE,
                "share",
                "part of the customers they bring who would not have come anyway",
            )),
            entry_mix: s.next_each(|k| {
                Input::new(
                    "effects.advocacy.entry_mix",
                    STATES[k],
                    Kind::SHARE,
                    "share of new customers",
                    "state in which direct new customers enter",
                )
            }),
            referred_mix: s.next_each(|k| {
                Input::new(
                    "effects.advocacy.referred_mix",
                    STATES[k],
                    Kind::SHARE,
                    "share of new customers",
                    "state in which referred customers enter",
                )
            }),
        }
    }
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    market: Lane<V>,
    per_room: Lane<V>,
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

impl<V: Pack> Calibrated<V> {
    /// Fixes today's acquisition A and the mix in which new customers enter.
    ///
    /// ```text
    /// A = Σ π_k·c_k if balanced, else annual_acquisition / 12;   ε_k = (1 − ω)·entry_k + ω·referred_k
    /// ```
    ///
    /// `rating` is today's mean score. A market that a draw makes no larger than today's customers is held just above them: it is full.
    #[inline(always)]
    pub fn new(
        i: &Inputs<Lane<V>>,
        acquisition: Acquisition,
        customers: &Customers<V>,
        mix: &[Lane<V>; 4],
        churn: &[Lane<V>; 4],
        rating: Lane<V>,
    ) -> (Self, Turnstile<V>) {
        let balanced = sum_of_products(mix, churn);
        let acquisition = match acquisition {
            Acquisition::Balanced => balanced,
            Acquisition::Annual => i.annual_acquisition * (1.0 / 12.0),
        };
        let (entry, referred) = (normalised(&i.entry_mix), normalised(&i.referred_mix));
        let omega = i.referral_share;
        let blend = each!(k in 4 => (1.0 - omega) * entry[k] + omega * referred[k]);
        let count = total(customers);
        let market = i.market_size.max(count * 1.000_001);
        let direct_now = acquisition * (1.0 - omega) * count;
        let calibrated = Calibrated {
            market,
            per_room: 1.0 / (market - count),
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
    /// room = max(0, (M − N)/(M − N_0))
    /// referred = room·max(0, ω·A·N_0 + κ·new_per_connected·incremental/12·(n_3 − π_3·N))
    /// direct = room·A·(1 − ω)·N_0·max(0, 1 + reputation·(r/r_0 − 1))
    /// ```
    ///
    /// `echo` is n_3/N − π_3, `score_gain` is r − r_0 in points, `edge` is κ: what rivals have left of an advantage.
    #[inline(always)]
    pub fn step(&self, count: Lane<V>, echo: Lane<V>, score_gain: Lane<V>, edge: Lane<V>) -> Month<V> {
        let room = ((self.market - count) * self.per_room).max(0.0);
        let referred = room * (self.referred_now + edge * self.per_connected * (echo * count)).max(0.0);
        let direct = room * (self.direct_now + self.direct_per_point * score_gain).max(0.0);
        let by_state = each!(k in 4 => direct * self.entry[k] + referred * self.referred[k]);
        Month { by_state, referred, acquired: direct + referred }
    }
}
