//! The books of a trial of the chain: what each month's programme costs and brings, its cash, and the value bridge.

use super::arms::{Arms, Pair, Values};
use crate::chain::Month;
use crate::chain::market::Market;
use crate::finance::account::{Account, Booked, Entry};
use crate::finance::benefit::{ArmMonth, benefit};
use crate::finance::bridge::{self, Bridge, PIECES};
use crate::finance::costs::{self, Activity, CostItem, Rates, Scale};
use crate::units::{Lane, Pack, each};

/// The books up to a month.
#[derive(Debug)]
pub struct Books<'a, V: Pack> {
    items: &'a [CostItem],
    pub(super) amounts: &'a [Lane<V>],
    changes: &'a [bool],
    pub(super) scale: Scale<V>,
    rates: Rates<V>,
    /// Cash and what follows from it.
    pub account: Account<V>,
    bridge: Bridge<V>,
    /// Present value of each piece of the bridge.
    pieces: [Lane<V>; PIECES.len()],
}

impl<'a, V: Pack> Books<'a, V> {
    /// Opens them with the costs of month 0, and gives them with that month.
    #[inline(always)]
    pub fn open(items: &'a [CostItem], v: &Values<'a, V>) -> (Self, Booked<V>) {
        let zero = v.overrun.all(0.0);
        let staff = &v.chain.revenue;
        let scale = Scale {
            overrun: v.overrun,
            intensity: v.chain.excellence.intensity,
            employees: staff.headcount,
            wages: staff.headcount * staff.salary_per_year,
        };
        let (account, at_start) = Account::open(v.finance, &costs::at_start(items, v.amounts, &scale), zero);
        let books = Books {
            items,
            amounts: v.amounts,
            changes: v.cost_changes,
            scale,
            rates: Rates::none(zero),
            account,
            bridge: Bridge::start(zero),
            pieces: [zero; PIECES.len()],
        };
        (books, at_start)
    }

    /// Present value of each piece of the bridge; they sum to that of the benefit.
    #[inline(always)]
    pub fn bridge(&self) -> [Lane<V>; PIECES.len()] {
        bridge::closed(&self.pieces, self.account.pv_benefit)
    }

    /// Turns to month `t` ≥ 1: which cost lines are due. Before the arms move on, so that no branch parts the straight
    /// line from an arm's month to its cash.
    #[inline(always)]
    pub fn turn_to(&mut self, t: usize) {
        if self.changes[t] {
            self.rates = Rates::of(self.items, self.amounts, t, &self.scale);
        }
    }

    /// Books month `t`, to which they have been turned, and gives it with the pieces of its benefit.
    #[inline(always)]
    pub fn month(&mut self, t: usize, arms: &Arms<V>) -> (Booked<V>, [Lane<V>; PIECES.len()]) {
        let Market { prices, cycle, .. } = *arms.market;
        let Pair { baseline: b, programme: p } = arms.months;
        let cost = self.rates.cost(t, &activity(b, p), arms.levels.stop_month(), prices);
        let (b, p) = (arm_month(b), arm_month(p));
        let brings = benefit(&b, &p, cycle);
        let total = brings.total * prices;
        let moved = total.abs() + cost.abs();
        let entry = Entry { benefit: total, untaxed: brings.social * prices, cost, moved };
        let month = self.account.book(t as f64, &entry);
        let split = self.bridge.step(&b, &p, arms.calibrated.revenue.margin_per_volume() * cycle);
        let weight = self.account.factor.0 * prices;
        self.pieces = each!(k in 7 => self.pieces[k] + weight * split[k]);
        (month, each!(k in 7 => prices * split[k]))
    }
}

/// What the cost lines are paid for.
#[inline(always)]
pub(super) fn activity<V: Pack>(b: &Month<V>, p: &Month<V>) -> Activity<V> {
    let (xb, xp) = (&b.experience, &p.experience);
    Activity {
        customers: p.count,
        turnover: p.staff.turnover,
        individual: xp.individual - xb.individual,
        surprises: xp.surprising - xb.surprising,
        recoveries: xp.recovered - xb.recovered,
    }
}

/// What the money needs to know of an arm.
#[inline(always)]
pub(super) fn arm_month<V: Pack>(m: &Month<V>) -> ArmMonth<V> {
    let money = &m.money;
    ArmMonth {
        count: m.count,
        churn: m.churned * m.per_customer,
        acquired: m.arrivals.acquired,
        volume: money.volume,
        volume_each: money.volume * m.per_customer,
        price: money.price,
        counter: money.counter,
        contribution: money.contribution,
        service_cost: money.service_cost(),
        people_cost: money.people_cost,
        social_value: money.social_value,
    }
}
