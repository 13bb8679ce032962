//! The months after the horizon: the programme has ended, both arms run on, and what it brought fades.

use super::arms::Values;
use super::books::{Books, activity, arm_month};
use super::programme::ProgrammeArm;
use crate::chain::excellence::Uplift;
use crate::chain::market::MarketPath;
use crate::chain::{Acquisition, Arm, Calibrated, Elements, Month, When};
use crate::finance::account::Entry;
use crate::finance::benefit::benefit;
use crate::finance::costs::{Rates, WIND_DOWN_MONTHS};
use crate::finance::run_off::RunOff;
use crate::scenario::ChainCase;
use crate::units::{Lane, Pack};

/// A trial at its horizon, as it is handed over to the months after it.
pub(super) struct Ended<'a, V: Pack> {
    pub(super) case: &'a ChainCase,
    pub(super) calibrated: &'a Calibrated<V>,
    pub(super) baseline_arm: Arm<V>,
    pub(super) programme: ProgrammeArm<'a, V>,
    pub(super) market: MarketPath<V>,
    /// The baseline's month, where it stands still.
    pub(super) baseline: Month<V>,
}

/// The net present value with run-off of a trial that has reached its horizon after `end` months.
#[inline(always)]
pub(super) fn npv<V: Pack>(trial: Ended<V>, books: &Books<V>, v: &Values<V>, end: usize) -> Lane<V> {
    let Ended { case, calibrated, mut baseline_arm, mut programme, mut market, mut baseline } = trial;
    let (zero, mut books_after) = (v.luck.all(0.0), RunOff::after(&books.account));
    programme.levels.stop(zero.at_most(0.0), end as f64);
    let wound_down = end + WIND_DOWN_MONTHS as usize;
    for t in end + 1..=end + v.after.map_or(0, |after| after.months) {
        market.step(t, v.shocks);
        let advantage = market.now.advantage;
        if case.plan.acquisition == Acquisition::Annual {
            baseline = baseline_arm.step(calibrated, || Uplift::none(zero), advantage);
        }
        let when = When { month: t as f64, begins: Elements::NONE };
        let month = programme.step(when, &baseline, advantage);
        let prices = market.now.prices;
        let mut cost = zero;
        if let Some(after) = v.after.filter(|_| t <= wound_down) {
            let rates = Rates::of(&after.costs, books.amounts, t, &books.scale);
            cost = rates.cost(t, &activity(&baseline, &month), programme.levels.stop_month(), prices);
        }
        let brings = benefit(&arm_month(&baseline), &arm_month(&month), market.now.cycle);
        let total = brings.total * prices;
        let moved = total.abs() + cost.abs();
        books_after.book(&Entry { benefit: total, untaxed: brings.social * prices, cost, moved });
    }
    books_after.npv()
}
