//! One trial of a case with a chain: both arms month by month, and the money that follows.

use super::measure::{Kpi, Measure, Outcome, Side};
use super::year::{LastYear, revenue_year};
use crate::chain::connection::{DETRACTORS, PROMOTERS, mean_over, total};
use crate::chain::revenue::Month as Money;
use crate::chain::{self, Acquisition, Arm, ArmKind, Calibrated, Month};
use crate::finance::account::{self, Account, Entry};
use crate::finance::bridge::{ArmMonth, Bridge};
use crate::finance::costs::{self, Activity, Rates, Scale};
use crate::finance::irr::irr_lanes;
use crate::scenario::{ChainCase, Metric};
use crate::units::{Lane, each, monthly_growth, monthly_halving, settle};

/// The drawn values of `N` trials.
#[derive(Debug)]
pub struct Values<'a, const N: usize> {
    /// Inputs of the chain.
    pub chain: &'a chain::Inputs<Lane<N>>,
    /// Inputs of the valuation.
    pub finance: &'a account::Inputs<Lane<N>>,
    /// `programme.cost_overrun`.
    pub overrun: Lane<N>,
    /// Amount of each cost line.
    pub amounts: &'a [Lane<N>],
    /// Months in which other cost lines are due than in the month before.
    pub cost_changes: &'a [bool],
    /// The uniform that decides delivery.
    pub luck: Lane<N>,
    /// A standard normal for each year.
    pub shocks: &'a [Lane<N>],
}

/// One month with its money, for whoever looks on.
#[derive(Debug)]
pub struct View<'a, const N: usize> {
    /// The month, from 1.
    pub t: usize,
    /// Both arms, without and with the programme, and what surrounds them; none for a project without a chain.
    pub arms: Option<Arms<'a, N>>,
    /// Cumulative cash, not discounted.
    pub cumulative: Lane<N>,
    /// Cumulative discounted return.
    pub roi: Lane<N>,
}

/// Both arms of a month, without and with the programme.
#[derive(Debug)]
pub struct Arms<'a, const N: usize> {
    /// Prices, market and rivals.
    pub climate: &'a Climate<N>,
    /// The constants of the trial.
    pub calibrated: &'a Calibrated<N>,
    /// The chain.
    pub months: [&'a Month<N>; 2],
    /// What each arm ends the month with.
    pub ends: [&'a Arm<N>; 2],
    /// The money at today's prices.
    pub money: [&'a Money<N>; 2],
}

/// What moves with the calendar and not with the customers, alike in both arms.
#[derive(Clone, Copy, Debug)]
pub struct Climate<const N: usize> {
    /// I: price level, 1 today.
    pub prices: Lane<N>,
    /// Z: the market of the year, 1 in an average year.
    pub market: Lane<N>,
    /// κ: what rivals have left of an advantage, 1 at the start.
    pub edge: Lane<N>,
}

/// Runs both arms over `cash.len() − 1` months; fills `cash` and gives the measures. `look` sees every month.
///
/// The baseline is taken in closed form where it stands still (balanced acquisition): then its arm never moves and
/// only prices and the market do.
#[inline(always)]
pub fn run<const N: usize>(
    case: &ChainCase,
    v: &Values<N>,
    cash: &mut [Lane<N>],
    mut look: impl FnMut(&View<N>),
) -> Outcome<N> {
    let months = cash.len() - 1;
    let (calibrated, start) = Calibrated::new(v.chain, v.luck, &case.plan);
    let (mut without, mut with) = (start, start);
    let mut weather = Weather::new(v);
    // Where acquisition is balanced the baseline is its first month for ever, but for prices and the market.
    let mut b = calibrated.step(&mut start.clone(), ArmKind::Baseline, 0.0, Lane::ONE);
    let mut money_b = calibrated.money(&b, Lane::ONE);
    let unit_margin = calibrated.revenue.margin_per_volume();
    let scale = Scale { overrun: v.overrun, intensity: v.chain.intensity(), employees: v.chain.headcount() };
    let mut rates = Rates::NONE;
    let start_costs = costs::at_start(&case.costs, v.amounts, &scale);
    let (mut books, first) = Account::open(v.finance, &start_costs, Lane::ZERO);
    cash[0] = first;
    let (mut bridge, mut pieces) = (Bridge::START, [Lane::ZERO; 7]);
    let (mut year_b, mut year_p) = (LastYear::EMPTY, LastYear::EMPTY);
    let (mut revenue_b, mut revenue_p) = (Lane::ZERO, Lane::ZERO);
    let mut last_prices = [Lane::ONE; 2];
    settle(&mut b);
    settle(&mut money_b);
    settle(&mut rates);
    settle(&mut pieces);
    settle(&mut year_b);
    settle(&mut year_p);
    settle(&mut with);
    settle(&mut without);
    settle(&mut books);
    settle(&mut bridge);

    for t in 1..=months {
        weather.advance(t, v);
        let Climate { prices, market, edge } = weather.climate;
        if case.plan.acquisition == Acquisition::Annual {
            b = calibrated.step(&mut without, ArmKind::Baseline, t as f64, edge);
            money_b = calibrated.money(&b, edge);
        }
        let p = calibrated.step(&mut with, ArmKind::Programme, t as f64, edge);
        let money_p = calibrated.money(&p, edge);
        if v.cost_changes[t] {
            rates = Rates::of(&case.costs, v.amounts, t, &scale);
        }
        let stop = with.excellence.stop_month;
        let cost = rates.cost(t, &activity(&b, &p), stop, prices);
        cash[t] = books.book(t as f64, &entry(&money_b, &money_p, &weather.climate, cost));
        let split = bridge.step(&bridge_side(&b, &money_b), &bridge_side(&p, &money_p), unit_margin * market);
        let weight = books.factor.0 * prices;
        pieces = each!(k in 7 => pieces[k] + weight * split[k]);
        if t + 12 > months {
            year_b.see(&b, money_b.revenue * market * prices);
            year_p.see(&p, money_p.revenue * market * prices);
        }
        if revenue_year(months).contains(&t) {
            revenue_b += money_b.revenue * market * prices;
            revenue_p += money_p.revenue * market * prices;
        }
        last_prices = [money_b.price, money_p.price];
        let arms = Arms {
            climate: &weather.climate,
            calibrated: &calibrated,
            months: [&b, &p],
            ends: [&without, &with],
            money: [&money_b, &money_p],
        };
        look(&View { t, arms: Some(arms), cumulative: books.cumulative, roi: books.roi() });
        if let Some(gate) = case.gate.filter(|gate| gate.month == t) {
            let short = lead(gate.metric, [&without, &with], [&b, &p]).below(Lane::splat(gate.at_least));
            with.excellence.stop_month = short.select(stop.min(Lane::splat(t as f64)), stop);
        }
    }

    let Climate { prices, market, edge } = weather.climate;
    let rate = v.finance.discount_rate();
    let equity = |arm: &Arm<N>, price| equity(&calibrated, arm, price, edge, rate);
    let equity_gain = (equity(&with, last_prices[1]) - equity(&without, last_prices[0])) * market * prices;
    let mut out = money_measures(&books, cash);
    out.set(Measure::CustomerEquity, equity_gain);
    out.set(Measure::RevenueGain, (revenue_p - revenue_b) / revenue_b.max(Lane::splat(1e-9)));
    out.set(Measure::Delivery, calibrated.excellence.delivery);
    for (i, piece) in pieces.iter().enumerate() {
        out.set(Measure::Bridge(i), *piece);
    }
    let (b, p) = (year_b.indicators(), year_p.indicators());
    for (kpi, _) in Kpi::ALL {
        out.set(Measure::Kpi(kpi, Side::Baseline), b[kpi as usize]);
        out.set(Measure::Kpi(kpi, Side::Programme), p[kpi as usize]);
        out.set(Measure::Kpi(kpi, Side::Difference), p[kpi as usize] - b[kpi as usize]);
    }
    out
}

/// The measures that every kind of project has.
#[inline(always)]
pub fn money_measures<const N: usize>(books: &Account<N>, cash: &[Lane<N>]) -> Outcome<N> {
    let mut out = Outcome::MISSING;
    let terminal = books.terminal(cash);
    out.set(Measure::Npv, books.npv + terminal);
    out.set(Measure::Roi, books.roi());
    out.set(Measure::Irr, irr_lanes(cash));
    out.set(Measure::Payback, books.payback_months());
    out.set(Measure::DiscountedPayback, books.discounted_payback_months());
    out.set(Measure::PeakFunding, books.peak_funding());
    out.set(Measure::PvBenefit, books.pv_benefit);
    out.set(Measure::PvCost, books.pv_cost);
    out.set(Measure::Terminal, terminal);
    out
}

/// Prices, market and rivals, which are alike in both arms.
struct Weather<const N: usize> {
    climate: Climate<N>,
    inflation: Lane<N>,
    rivals: Lane<N>,
    log_market: Lane<N>,
}

impl<const N: usize> Weather<N> {
    #[inline(always)]
    fn new(v: &Values<N>) -> Self {
        let market = v.chain.market();
        Weather {
            climate: Climate { prices: Lane::ONE, market: Lane::ONE, edge: Lane::ONE },
            inflation: monthly_growth(market.inflation),
            rivals: monthly_halving(12.0 * market.rivals_half_life_years),
            log_market: Lane::ZERO,
        }
    }

    /// Moves to month `t`: I and κ by recurrence, Z at the start of each year.
    ///
    /// ```text
    /// I = (1 + inflation)^(t/12);  κ = 0.5^(t/(12·half-life));  log Z_y = 0.6·log Z_{y−1} + volatility·ε_y
    /// ```
    #[inline(always)]
    fn advance(&mut self, t: usize, v: &Values<N>) {
        /// How strongly a year's market remembers the year before.
        const MEMORY: f64 = 0.6;
        self.climate.prices = self.climate.prices * self.inflation;
        self.climate.edge = self.climate.edge * self.rivals;
        if t % 12 == 1 {
            self.log_market = MEMORY * self.log_market + v.chain.market().volatility * v.shocks[t / 12];
            self.climate.market = self.log_market.exp();
        }
    }
}

/// Benefit = Δcontribution − Δcontact cost − Δfailure cost − Δpeople cost + Δsocial value, at the month's prices.
#[inline(always)]
fn entry<const N: usize>(b: &Money<N>, p: &Money<N>, climate: &Climate<N>, cost: Lane<N>) -> Entry<N> {
    let social = p.social_value - b.social_value;
    let saved = (b.contact_cost - p.contact_cost) + (b.failure_cost - p.failure_cost) + (b.people_cost - p.people_cost);
    let earned = (p.contribution - b.contribution) * climate.market;
    Entry { benefit: (earned + saved + social) * climate.prices, untaxed: social * climate.prices, cost }
}

/// What the cost lines are paid for.
#[inline(always)]
pub(super) fn activity<const N: usize>(b: &Month<N>, p: &Month<N>) -> Activity<N> {
    let (xb, xp) = (&b.experience, &p.experience);
    Activity {
        customers: p.count,
        turnover: p.staff.turnover,
        individual: xp.individual - xb.individual,
        surprises: xp.surprising - xb.surprising,
        recoveries: xp.recovered - xb.recovered,
    }
}

/// What the value bridge needs of an arm.
#[inline(always)]
pub(super) fn bridge_side<const N: usize>(m: &Month<N>, money: &Money<N>) -> ArmMonth<N> {
    ArmMonth {
        count: m.count,
        per_customer: m.per_customer,
        churned: m.churned,
        acquired: m.arrivals.acquired,
        volume: money.volume,
        price: money.price,
        service_cost: money.contact_cost + money.failure_cost,
        people_cost: money.people_cost,
        social_value: money.social_value,
    }
}

/// How far the programme is ahead of the baseline in a gate's metric, after the flows of the month.
#[inline(always)]
pub(super) fn lead<const N: usize>(metric: Metric, arms: [&Arm<N>; 2], months: [&Month<N>; 2]) -> Lane<N> {
    let of = |side: usize| {
        let n = &arms[side].customers;
        match metric {
            Metric::Connected => n[3] / total(n),
            Metric::Engaged => months[side].staff.engaged,
            Metric::Nps => {
                let per_customer = 1.0 / total(n);
                100.0 * (mean_over(&PROMOTERS, n, per_customer) - mean_over(&DETRACTORS, n, per_customer))
            }
        }
    };
    of(1) - of(0)
}

/// Customer equity at today's prices: Σ n_k·v_k·ρ_k/(1 + i − ρ_k), with v_k the annual contribution and ρ_k the annual
/// retention.
#[inline(always)]
fn equity<const N: usize>(
    calibrated: &Calibrated<N>,
    arm: &Arm<N>,
    price: Lane<N>,
    edge: Lane<N>,
    discount_rate: Lane<N>,
) -> Lane<N> {
    let worth = calibrated.revenue.annual_contribution(price, edge);
    let mut sum = Lane::ZERO;
    for k in 0..4 {
        let stays = 1.0 - calibrated.loyalty.churn[k];
        let stays4 = stays * stays * stays * stays;
        let retention = stays4 * stays4 * stays4;
        // Customers who never leave at no discount would be worth without end.
        let wait = (1.0 + discount_rate - retention).max(Lane::splat(1e-3));
        sum += arm.customers[k] * worth[k] * retention / wait;
    }
    sum
}
