//! One trial of a case with a chain: both arms month by month, and the money that follows.

use super::measure::{Kpi, Measure, Outcome, Side};
use super::year::{LastYear, revenue_year};
use crate::chain;
use crate::chain::connection::{Customers, DETRACTORS, PROMOTERS, mean_over, total};
use crate::chain::revenue::Month as Money;
use crate::chain::{Acquisition, Arm, ArmKind, Calibrated, Elements, Levels, Month, When};
use crate::finance::account::{self, Account, Entry};
use crate::finance::bridge::{ArmMonth, Bridge};
use crate::finance::costs::{self, Activity, Rates, Scale};
use crate::scenario::{ChainCase, Metric};
use crate::units::{Lane, Pack, each, monthly_growth, monthly_halving};

/// The drawn values of `N` trials.
#[derive(Debug)]
pub struct Values<'a, V: Pack> {
    /// Inputs of the chain.
    pub chain: &'a chain::Inputs<Lane<V>>,
    /// Inputs of the valuation.
    pub finance: &'a account::Inputs<Lane<V>>,
    /// `programme.cost_overrun`.
    pub overrun: Lane<V>,
    /// Amount of each cost line.
    pub amounts: &'a [Lane<V>],
    /// Months in which other cost lines are due than in the month before.
    pub cost_changes: &'a [bool],
    /// By month, the elements on which work may begin.
    pub work_begins: &'a [Elements],
    /// The uniform that decides delivery.
    pub luck: Lane<V>,
    /// A standard normal for each year.
    pub shocks: &'a [Lane<V>],
}

/// One month with its money, for whoever looks on.
#[derive(Debug)]
pub struct View<'a, V: Pack> {
    /// The month, from 1.
    pub t: usize,
    /// Both arms, without and with the programme, and what surrounds them; none for a project without a chain.
    pub arms: Option<Arms<'a, V>>,
    /// Cumulative cash, not discounted.
    pub cumulative: Lane<V>,
    /// Cumulative discounted return.
    pub roi: Lane<V>,
}

/// Both arms of a month, without and with the programme.
#[derive(Debug)]
pub struct Arms<'a, V: Pack> {
    /// Prices, market and rivals.
    pub climate: &'a Climate<V>,
    /// The constants of the trial.
    pub calibrated: &'a Calibrated<V>,
    /// The chain.
    pub months: [&'a Month<V>; 2],
    /// How far the programme has come.
    pub levels: &'a Levels<V>,
    /// What each arm ends the month with.
    pub ends: [&'a Arm<V>; 2],
    /// The money at today's prices.
    pub money: [&'a Money<V>; 2],
}

/// What moves with the calendar and not with the customers, alike in both arms.
#[derive(Clone, Copy, Debug)]
pub struct Climate<V: Pack> {
    /// I: price level, 1 today.
    pub prices: Lane<V>,
    /// Z: the market of the year, 1 in an average year.
    pub market: Lane<V>,
    /// κ: what rivals have left of an advantage, 1 at the start.
    pub edge: Lane<V>,
}

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
    let calibrated = Calibrated::new(v.chain, v.luck, &case.plan);
    let (zero, one) = (v.luck.all(0.0), v.luck.all(1.0));
    let (mut without, mut with, mut levels) = (calibrated.today(), calibrated.today(), calibrated.excellence.today());
    let mut weather = Weather::new(v);
    // Where acquisition is balanced the baseline is its first month for ever, but for prices and the market.
    let mut b = calibrated.step(&mut calibrated.today(), ArmKind::Baseline, one);
    let mut money_b = calibrated.money(&b, one);
    let mut side_b = bridge_side(&b, &money_b);
    let unit_margin = calibrated.revenue.margin_per_volume();
    let scale = Scale { overrun: v.overrun, intensity: v.chain.intensity(), employees: v.chain.headcount() };
    let mut rates = Rates::none(zero);
    let start_costs = costs::at_start(&case.costs, v.amounts, &scale);
    let (mut books, first) = Account::open(v.finance, &start_costs, zero);
    cash[0] = first;
    let (mut bridge, mut pieces) = (Bridge::start(zero), [zero; 7]);
    let (mut year_b, mut year_p) = (LastYear::empty(zero), LastYear::empty(zero));
    let (mut revenue_b, mut revenue_p) = (zero, zero);
    let mut last_prices = [one; 2];

    for t in 1..=months {
        weather.advance(t, v);
        let Climate { prices, market, edge } = weather.climate;
        if case.plan.acquisition == Acquisition::Annual {
            b = calibrated.step(&mut without, ArmKind::Baseline, edge);
            money_b = calibrated.money(&b, edge);
            side_b = bridge_side(&b, &money_b);
        }
        if v.cost_changes[t] {
            rates = Rates::of(&case.costs, v.amounts, t, &scale);
        }
        let when = When { month: t as f64, begins: v.work_begins[t] };
        let p = calibrated.step(&mut with, ArmKind::Programme(&mut levels, when), edge);
        let money_p = calibrated.money(&p, edge);
        let cost = rates.cost(t, &activity(&b, &p), levels.stop_month(), prices);
        let side_p = bridge_side(&p, &money_p);
        let earned = (money_p.contribution - money_b.contribution) * market;
        cash[t] = books.book(t as f64, &entry(earned, &side_b, &side_p, prices, cost));
        let split = bridge.step(&side_b, &side_p, unit_margin * market);
        let weight = books.factor.0 * prices;
        pieces = each!(k in 7 => pieces[k] + weight * split[k]);
        if t + 12 > months {
            year_b.see(&b, calibrated.revenue.revenue(&money_b) * market * prices);
            year_p.see(&p, calibrated.revenue.revenue(&money_p) * market * prices);
            last_prices = [money_b.price, money_p.price];
        }
        if revenue_year(months).contains(&t) {
            revenue_b += calibrated.revenue.revenue(&money_b) * market * prices;
            revenue_p += calibrated.revenue.revenue(&money_p) * market * prices;
        }
        let arms = Arms {
            climate: &weather.climate,
            calibrated: &calibrated,
            months: [&b, &p],
            levels: &levels,
            ends: [&without, &with],
            money: [&money_b, &money_p],
        };
        look(&View { t, arms: Some(arms), cumulative: books.cumulative, roi: books.roi() });
        if let Some(gate) = case.gate.filter(|gate| gate.month == t) {
            let short = lead(gate.metric, [&without, &with], [&b, &p]).below(gate.at_least);
            levels.stop(short, t as f64);
        }
    }

    let Climate { prices, market, edge } = weather.climate;
    let rate = v.finance.discount_rate();
    let equity = |arm: &Arm<V>, price| equity(&calibrated, arm, price, edge, rate);
    let equity_gain = (equity(&with, last_prices[1]) - equity(&without, last_prices[0])) * market * prices;
    money_measures(&books, cash, out);
    out.set(Measure::CustomerEquity, equity_gain);
    out.set(Measure::RevenueGain, (revenue_p - revenue_b) / revenue_b.max(1e-9));
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
}

/// Sets the measures that every kind of project has, but for the rate of return, which follows from `cash` alone.
#[inline(always)]
pub fn money_measures<V: Pack>(books: &Account<V>, cash: &[Lane<V>], out: &mut Outcome<V>) {
    let terminal = books.terminal(cash);
    out.set(Measure::Npv, books.npv + terminal);
    out.set(Measure::Roi, books.roi());
    out.set(Measure::Payback, books.payback_months());
    out.set(Measure::DiscountedPayback, books.discounted_payback_months());
    out.set(Measure::PeakFunding, books.peak_funding());
    out.set(Measure::PvBenefit, books.pv_benefit);
    out.set(Measure::PvCost, books.pv_cost);
    out.set(Measure::Terminal, terminal);
}

/// Prices, market and rivals, which are alike in both arms.
struct Weather<V: Pack> {
    climate: Climate<V>,
    inflation: Lane<V>,
    rivals: Lane<V>,
    log_market: Lane<V>,
}

impl<V: Pack> Weather<V> {
    #[inline(always)]
    fn new(v: &Values<V>) -> Self {
        let market = v.chain.market();
        let one = v.luck.all(1.0);
        Weather {
            climate: Climate { prices: one, market: one, edge: one },
            inflation: monthly_growth(market.inflation),
            rivals: monthly_halving(12.0 * market.rivals_half_life_years),
            log_market: v.luck.all(0.0),
        }
    }

    /// Moves to month `t`: I and κ by recurrence, Z at the start of each year.
    ///
    /// ```text
    /// I = (1 + inflation)^(t/12);  κ = 0.5^(t/(12·half-life));  log Z_y = 0.6·log Z_{y−1} + volatility·ε_y
    /// ```
    #[inline(always)]
    fn advance(&mut self, t: usize, v: &Values<V>) {
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

/// Benefit = Δcontribution − Δcost to serve − Δpeople cost + Δsocial value, at the month's prices; `earned` is the first.
#[inline(always)]
fn entry<V: Pack>(earned: Lane<V>, b: &ArmMonth<V>, p: &ArmMonth<V>, prices: Lane<V>, cost: Lane<V>) -> Entry<V> {
    let social = p.social_value - b.social_value;
    let saved = (b.count * b.service_cost - p.count * p.service_cost) + (b.people_cost - p.people_cost);
    Entry { benefit: (earned + saved + social) * prices, untaxed: social * prices, cost }
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

/// What the value bridge needs of an arm.
#[inline(always)]
pub(super) fn bridge_side<V: Pack>(m: &Month<V>, money: &Money<V>) -> ArmMonth<V> {
    ArmMonth {
        count: m.count,
        churn: m.churned * m.per_customer,
        acquired: m.arrivals.acquired,
        volume: money.volume,
        volume_each: money.volume * m.per_customer,
        price: money.price,
        service_cost: money.service_cost(),
        people_cost: money.people_cost,
        social_value: money.social_value,
    }
}

/// How far the programme is ahead of the baseline in a gate's metric, after the flows of the month.
#[inline(always)]
pub(super) fn lead<V: Pack>(metric: Metric, arms: [&Arm<V>; 2], months: [&Month<V>; 2]) -> Lane<V> {
    let [b, p] = arms;
    match metric {
        Metric::Connected => p.customers[3] / total(&p.customers) - b.customers[3] / total(&b.customers),
        Metric::Engaged => months[1].staff.engaged - months[0].staff.engaged,
        Metric::Nps => nps(&p.customers) - nps(&b.customers),
    }
}

/// Promoters less detractors, in points.
#[inline(always)]
fn nps<V: Pack>(n: &Customers<V>) -> Lane<V> {
    let per_customer = 1.0 / total(n);
    100.0 * (mean_over(&PROMOTERS, n, per_customer) - mean_over(&DETRACTORS, n, per_customer))
}

/// Customer equity at today's prices: Σ n_k·v_k·ρ_k/(1 + i − ρ_k), with v_k the annual contribution and ρ_k the annual
/// retention.
#[inline(always)]
fn equity<V: Pack>(
    calibrated: &Calibrated<V>,
    arm: &Arm<V>,
    price: Lane<V>,
    edge: Lane<V>,
    discount_rate: Lane<V>,
) -> Lane<V> {
    let worth = calibrated.revenue.annual_contribution(price, edge);
    total(&each!(k in 4 => {
        let stays = 1.0 - calibrated.loyalty.churn[k];
        let stays4 = stays * stays * stays * stays;
        let retention = stays4 * stays4 * stays4;
        // Customers who never leave at no discount would be worth without end.
        let wait = (1.0 + discount_rate - retention).max(1e-3);
        arm.customers[k] * worth[k] * retention / wait
    }))
}
