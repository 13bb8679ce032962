//! One trial of a case with a chain: both arms month by month, and the money that follows.

use super::arms::{Arms, Pair, Values, View};
use super::books::Books;
use super::measure::{Kpi, Measure, Outcome, Side};
use super::programme::ProgrammeArm;
use super::run_off::{self, Ended};
use super::year::FinalYears;
use crate::chain::excellence::Uplift;
use crate::chain::market::MarketPath;
use crate::chain::{Acquisition, Calibrated, When};
use crate::finance::account::Account;
use crate::scenario::ChainCase;
use crate::units::{Lane, Pack};

/// Runs both arms over `cash.len() − 1` months; fills `cash` and all measures of `out`. `look` sees every month.
///
/// The baseline is taken in closed form where it stands still (balanced acquisition): then its arm never moves and
/// only prices and the market do.
#[inline(always)]
pub fn run<V: Pack>(
    case: &ChainCase,
    v: &Values<V>,
    cash: &mut [Lane<V>],
    out: &mut Outcome<V>,
    mut look: impl FnMut(&View<V>),
) {
    let months = cash.len() - 1;
    let (zero, one) = (v.luck.all(0.0), v.luck.all(1.0));
    let calibrated = Calibrated::new(v.chain, v.luck, &case.plan, &v.given);
    let mut programme = ProgrammeArm::today(&calibrated, v);
    let mut baseline_arm = calibrated.today();
    let mut market = MarketPath::new(&v.chain.market);
    let (mut books, at_start) = Books::open(&case.costs, v);
    let mut years = FinalYears::new(months, zero);
    // Where acquisition is balanced the baseline is its first month for ever, but for prices and the market.
    let mut baseline = calibrated.today().step(&calibrated, || Uplift::none(zero), one);
    cash[0] = at_start.cash;
    look(&View::of(0, None, &books.account, (&at_start, None)));

    for t in 1..=months {
        market.step(t, v.shocks);
        let advantage = market.now.advantage;
        if case.plan.acquisition == Acquisition::Annual {
            baseline = baseline_arm.step(&calibrated, || Uplift::none(zero), advantage);
        }
        books.turn_to(t);
        let when = When { month: t as f64, begins: v.work_begins[t] };
        let month = programme.step(when, &baseline, advantage);
        let both = Pair { baseline: &baseline, programme: &month };
        let seen = Arms { market: &market.now, calibrated: &calibrated, levels: &programme.levels, months: both };
        let (booked, pieces) = books.month(t, &seen);
        cash[t] = booked.cash;
        years.see(t, &seen);
        look(&View::of(t, Some(seen), &books.account, (&booked, Some(&pieces))));
        if let Some(gate) = case.gate.filter(|gate| gate.month == t) {
            programme.levels.stop(gate.is_short(&calibrated, (&baseline, &month), v.survey_error), t as f64);
        }
    }

    money_measures(&books.account, cash, out);
    chain_measures(&books, years.indicators(&calibrated), out);
    out.set(Measure::RevenueGain, years.revenue_gain());
    out.set(Measure::CustomerEquity, years.equity_gain(&calibrated, &market.now, v.finance.discount_rate));
    out.set(Measure::Delivery, calibrated.excellence.delivery);
    if let Some(after) = v.after {
        let ended = Ended { case, calibrated: &calibrated, baseline_arm, programme, market, baseline };
        let npv = run_off::npv(ended, &books, v, months);
        out.set(Measure::NpvRunOff, npv);
        if after.counts {
            out.set(Measure::Npv, npv);
        }
    }
}

/// Sets the measures that only a case with a chain has, from its books and the indicators of its last year.
#[inline(always)]
fn chain_measures<V: Pack>(books: &Books<V>, indicators: Pair<[Lane<V>; Kpi::ALL.len()]>, out: &mut Outcome<V>) {
    for (i, piece) in books.bridge().into_iter().enumerate() {
        out.set(Measure::Bridge(i), piece);
    }
    let Pair { baseline: b, programme: p } = indicators;
    for (kpi, _) in Kpi::ALL {
        out.set(Measure::Kpi(kpi, Side::Baseline), b[kpi as usize]);
        out.set(Measure::Kpi(kpi, Side::Programme), p[kpi as usize]);
        out.set(Measure::Kpi(kpi, Side::Difference), p[kpi as usize] - b[kpi as usize]);
    }
}

/// Sets the measures that every kind of project has, but for the rate of return, which follows from `cash` alone.
#[inline(always)]
pub fn money_measures<V: Pack>(account: &Account<V>, cash: &[Lane<V>], out: &mut Outcome<V>) {
    let terminal = account.terminal(cash);
    out.set(Measure::Npv, account.npv(terminal));
    out.set(Measure::Roi, account.roi());
    out.set(Measure::Payback, account.payback_months());
    out.set(Measure::DiscountedPayback, account.discounted_payback_months());
    out.set(Measure::PeakFunding, account.peak_funding());
    out.set(Measure::PvBenefit, account.pv_benefit);
    out.set(Measure::PvCost, account.pv_cost);
    out.set(Measure::Terminal, terminal);
    out.set(Measure::MoneyMoved, account.money_moved(terminal));
}
