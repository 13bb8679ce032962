//! What passes through a state: newcomers of a month whom today's moves, capped as they are, would leave heaped up in it.

use super::connection::{Customers, total};
use crate::units::{Lane, Pack, each};

/// Where today's mix is such that more enter a state than its capped moves and its churn take out, some pass through it
/// within the month. The constants of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Passing<V: Pack> {
    /// φ_k: part of those who enter a state that passes on.
    part: [Lane<V>; 4],
    /// ψ_k: where they end.
    ends: [Lane<V>; 4],
}

/// A change of this part of the customers and less is rounding.
const ROUNDING: f64 = 1e-12;

impl<V: Pack> Passing<V> {
    /// Finds what must pass so that today's customers stand still; nothing where the moves suffice, as they nearly always do.
    ///
    /// ```text
    /// excess_k = max(0, change_k today)        shortfall_k = max(0, −change_k today)
    /// φ_k = excess_k / entering_k today        ψ_k = shortfall_k / Σ shortfall
    /// ```
    ///
    /// `change` is that of today's customers in a month, `entering` who comes into each state in it.
    #[inline(always)]
    pub fn new(change: &Customers<V>, entering: &Customers<V>, count: Lane<V>) -> Option<Self> {
        let rounding = count * ROUNDING;
        let above = |x: Lane<V>| x.above(rounding).select(x, 0.0);
        let excess = each!(k in 4 => above(change[k]));
        let shortfall = each!(k in 4 => above(-change[k]));
        let heaped = total(&excess);
        if !heaped.above(0.0).any() {
            return None;
        }
        let all = total(&shortfall).max(rounding);
        let part = each!(k in 4 => (excess[k] / entering[k].max(rounding)).min(1.0));
        Some(Passing { part, ends: each!(k in 4 => shortfall[k] / all) })
    }

    /// The change of the customers of a month after some have passed on.
    ///
    /// ```text
    /// passing_k = φ_k·entering_k        change_k − passing_k + ψ_k·Σ passing
    /// ```
    #[inline(always)]
    pub fn after(&self, change: &Customers<V>, entering: &Customers<V>) -> Customers<V> {
        let passing = each!(k in 4 => self.part[k] * entering[k]);
        let all = total(&passing);
        each!(k in 4 => change[k] - (passing[k] - self.ends[k] * all))
    }
}
