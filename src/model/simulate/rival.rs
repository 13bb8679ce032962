//! One trial of a project without a chain: its flows by the month, and the money that follows.

use super::arms::View;
use super::chain_trial::money_measures;
use super::measure::Outcome;
use crate::finance::account::{self, Account, Entry};
use crate::finance::costs::StartCosts;
use crate::finance::flows::{Flow, Nature};
use crate::units::{Lane, Pack};

/// A flow in `N` trials, as its payments go by.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<V: Pack> {
    /// Amount of the next payment: income positive, outlay negative.
    pub amount: Lane<V>,
    /// Factor from one payment to the next ([`Flow::step`]).
    pub step: Lane<V>,
}

impl<V: Pack> Drawn<V> {
    /// Pays what is due.
    #[inline(always)]
    pub(super) fn pay(&mut self) -> Lane<V> {
        let amount = self.amount;
        self.amount = amount * self.step;
        amount
    }
}

/// Books the flows over `cash.len() − 1` months; fills `cash` and sets the measures of `out` that a project without
/// a chain has.
///
/// Income counts as benefit and outlay as cost, by the nature of each flow and not by its sign in a trial: the unlucky tail
/// of an income is no outlay, and an outlay counts whole.
#[inline(always)]
pub fn run<V: Pack>(
    flows: &[Flow],
    drawn: &mut [Drawn<V>],
    finance: &account::Inputs<Lane<V>>,
    cash: &mut [Lane<V>],
    out: &mut Outcome<V>,
    mut look: impl FnMut(&View<V>),
) {
    let zero = finance.discount_rate.all(0.0);
    let mut start = StartCosts { capital: zero, expense: zero, moved: zero };
    let mut income = zero;
    for (flow, d) in flows.iter().zip(&mut *drawn).filter(|(flow, _)| flow.is_due(0)) {
        let amount = d.pay();
        start.moved += amount.abs();
        match (flow.nature, flow.capital) {
            (Some(Nature::Outlay), true) => start.capital -= amount,
            (Some(Nature::Outlay), false) => start.expense -= amount,
            _ => income += amount,
        }
    }
    let (mut books, first) = Account::open(finance, &start, income);
    cash[0] = first.cash;
    look(&View::of(0, None, &books, (&first, None)));
    for t in 1..cash.len() {
        let mut entry = Entry { benefit: zero, untaxed: zero, cost: zero, moved: zero };
        for (flow, d) in flows.iter().zip(&mut *drawn).filter(|(flow, _)| flow.is_due(t)) {
            let amount = d.pay();
            entry.moved += amount.abs();
            match flow.nature {
                Some(Nature::Outlay) => entry.cost -= amount,
                _ => entry.benefit += amount,
            }
        }
        let month = books.book(t as f64, &entry);
        cash[t] = month.cash;
        look(&View::of(t, None, &books, (&month, None)));
    }
    money_measures(&books, cash, out);
}
