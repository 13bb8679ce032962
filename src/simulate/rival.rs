//! One trial of a project without a chain: its flows by the month, and the money that follows.

use super::arms::{View, money_measures};
use super::measure::Outcome;
use crate::finance::account::{self, Account, Entry};
use crate::finance::costs::StartCosts;
use crate::finance::flows::Flow;
use crate::units::Lane;

/// Amount and growth of a flow in `N` trials.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<const N: usize> {
    /// Amount: income positive, outlay negative.
    pub amount: Lane<N>,
    /// Growth a year.
    pub growth: Lane<N>,
}

/// Books the flows over `cash.len() − 1` months; fills `cash` and gives the measures.
///
/// Income counts as benefit and outlay as cost, by the sign of each flow in each trial.
pub fn run<const N: usize>(
    flows: &[Flow],
    drawn: &[Drawn<N>],
    finance: &account::Inputs<Lane<N>>,
    cash: &mut [Lane<N>],
    mut look: impl FnMut(&View<N>),
) -> Outcome<N> {
    let mut start = StartCosts { capital: Lane::ZERO, expense: Lane::ZERO };
    let mut income = Lane::ZERO;
    for (flow, d) in flows.iter().zip(drawn).filter(|(flow, _)| flow.is_due(0)) {
        let amount = flow.amount(0, d.amount, d.growth);
        let part = if flow.capital { &mut start.capital } else { &mut start.expense };
        *part -= amount.min(Lane::ZERO);
        income += amount.max(Lane::ZERO);
    }
    let (mut books, first) = Account::open(finance, &start, income);
    cash[0] = first;
    for t in 1..cash.len() {
        let (mut benefit, mut cost) = (Lane::ZERO, Lane::ZERO);
        for (flow, d) in flows.iter().zip(drawn).filter(|(flow, _)| flow.is_due(t)) {
            let amount = flow.amount(t, d.amount, d.growth);
            benefit += amount.max(Lane::ZERO);
            cost -= amount.min(Lane::ZERO);
        }
        cash[t] = books.book(t as f64, &Entry { benefit, untaxed: Lane::ZERO, cost });
        look(&View { t, arms: None, cumulative: books.cumulative, roi: books.roi() });
    }
    money_measures(&books, cash)
}
