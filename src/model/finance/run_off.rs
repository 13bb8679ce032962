//! The value of what a programme brought, after the horizon at which it has ended.

use super::account::{Account, Entry};
use super::zero::settled;
use crate::units::{Lane, Pack};

/// The books of a trial after its horizon, which go on from what they held there.
#[derive(Clone, Copy, Debug)]
pub struct RunOff<V: Pack> {
    /// `finance.tax_rate`.
    tax_rate: Lane<V>,
    /// d(t)/d(t − 1).
    per_month: Lane<V>,
    /// d(t) of the month last booked.
    factor: Lane<V>,
    /// Σ d(t)·cash(t), from month 0.
    discounted: Lane<V>,
    /// Σ money of the months, in and out alike.
    moved: Lane<V>,
}

impl<V: Pack> RunOff<V> {
    /// Begins where the books of the horizon end.
    #[inline(always)]
    pub fn after(account: &Account<V>) -> Self {
        let Account { i, per_month, factor, discounted, moved, .. } = account;
        RunOff { tax_rate: i.tax_rate, per_month: *per_month, factor: factor.0, discounted: *discounted, moved: *moved }
    }

    /// Books the next month. What the horizon has not written off is not written off after it.
    ///
    /// ```text
    /// t > T:  tax = tax_rate·(benefit − Δsocial value − cost)        cash(t) = benefit − cost − tax
    /// ```
    #[inline(always)]
    pub fn book(&mut self, entry: &Entry<V>) {
        self.factor = self.factor * self.per_month;
        let surplus = entry.benefit - entry.cost;
        let cash = surplus - self.tax_rate * (surplus - entry.untaxed);
        self.discounted += self.factor * cash;
        self.moved += entry.moved;
    }

    /// The net present value with what was booked after the horizon.
    ///
    /// ```text
    /// NPV with run-off = Σ_{t=0..T+R} d(t)·cash(t)        R = run_off_months;  s = min(s, T)
    /// ```
    #[inline(always)]
    pub fn npv(&self) -> Lane<V> {
        settled(self.discounted, self.moved)
    }
}
