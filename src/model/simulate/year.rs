//! What the last years of the horizon show: the indicators of each arm, and how far revenue has risen.

use super::arms::{Arms, Pair};
use super::measure::Kpi;
use crate::chain::connection::{Customers, DETRACTORS, PASSIVES, PROMOTERS, SCORES, mean_over, nps};
use crate::chain::market::Market;
use crate::chain::{Calibrated, Month};
use crate::finance::equity::{Portfolio, customer_equity};
use crate::units::{Lane, Pack, annual_chance, each};
use std::ops::RangeInclusive;

/// The months whose revenue is compared with the literature: year 5, or the last year of a shorter horizon.
#[inline(always)]
fn revenue_year(months: usize) -> RangeInclusive<usize> {
    let last = if months < 60 { months } else { 60 };
    last - 11..=last
}

/// Sums of both arms over the last year, and over the year whose revenue is compared.
#[derive(Clone, Debug)]
pub struct FinalYears<V: Pack> {
    months: usize,
    last: Pair<LastYear<V>>,
    revenue: Pair<Lane<V>>,
}

impl<V: Pack> FinalYears<V> {
    /// Nothing seen yet of this many months.
    #[inline(always)]
    pub fn new(months: usize, zero: Lane<V>) -> Self {
        FinalYears { months, last: Pair::alike(LastYear::empty(zero)), revenue: Pair::alike(zero) }
    }

    /// Adds month `t` where it belongs.
    #[inline(always)]
    pub fn see(&mut self, t: usize, arms: &Arms<V>) {
        let Pair { baseline, programme } = arms.months;
        if t + 12 > self.months {
            self.last.baseline.see(baseline, revenue(arms, baseline));
            self.last.programme.see(programme, revenue(arms, programme));
        }
        if revenue_year(self.months).contains(&t) {
            self.revenue.baseline += revenue(arms, baseline);
            self.revenue.programme += revenue(arms, programme);
        }
    }

    /// The rise of revenue by the programme in the year that is compared, as a share.
    #[inline(always)]
    pub fn revenue_gain(&self) -> Lane<V> {
        (self.revenue.programme - self.revenue.baseline) / self.revenue.baseline.max(1e-9)
    }

    /// What the customers at the end are still worth more with the programme, at the prices and in the market of the last
    /// month.
    #[inline(always)]
    pub fn equity_gain(&self, calibrated: &Calibrated<V>, market: &Market<V>, discount_rate: Lane<V>) -> Lane<V> {
        let equity = |arm: &LastYear<V>| {
            let contribution = calibrated.revenue.annual_contribution(arm.price, market.advantage);
            let churn = &calibrated.loyalty.churn;
            customer_equity(&Portfolio { customers: &arm.end, contribution: &contribution, churn }, discount_rate)
        };
        (equity(&self.last.programme) - equity(&self.last.baseline)) * market.cycle * market.prices
    }

    /// The indicators of each arm, by [`Kpi`].
    #[inline(always)]
    pub fn indicators(&self) -> Pair<[Lane<V>; Kpi::ALL.len()]> {
        Pair { baseline: self.last.baseline.indicators(), programme: self.last.programme.indicators() }
    }
}

#[inline(always)]
fn revenue<V: Pack>(arms: &Arms<V>, m: &Month<V>) -> Lane<V> {
    arms.calibrated.revenue.revenue(&m.money, arms.market)
}

/// Sums of one arm over the months seen, which are twelve.
#[derive(Clone, Copy, Debug)]
struct LastYear<V: Pack> {
    customers: Lane<V>,
    /// Of the share of each state: rating, score and NPS are weighted sums of these.
    shares: [Lane<V>; 4],
    engaged: Lane<V>,
    turnover: Lane<V>,
    revenue: Lane<V>,
    /// Customers at the end of the last month seen, and its price.
    end: Customers<V>,
    price: Lane<V>,
}

impl<V: Pack> LastYear<V> {
    #[inline(always)]
    fn empty(zero: Lane<V>) -> Self {
        LastYear {
            customers: zero,
            shares: [zero; 4],
            engaged: zero,
            turnover: zero,
            revenue: zero,
            end: [zero; 4],
            price: zero,
        }
    }

    /// Adds a month.
    #[inline(always)]
    fn see(&mut self, m: &Month<V>, revenue: Lane<V>) {
        self.customers += m.count;
        self.shares = each!(k in 4 => self.shares[k] + m.customers[k] * m.per_customer);
        self.engaged += m.staff.engaged;
        self.turnover += m.staff.turnover;
        self.revenue += revenue;
        self.end = m.end;
        self.price = m.money.price;
    }

    /// The indicators: means over the months, revenue as their sum, turnover as a yearly chance.
    #[inline(always)]
    fn indicators(&self) -> [Lane<V>; Kpi::ALL.len()] {
        let mean = self.customers.all(1.0 / 12.0);
        let share = |weights: &[f64; 4]| mean_over(weights, &self.shares, mean);
        let mut of = [self.customers * mean; Kpi::ALL.len()];
        of[Kpi::Connected as usize] = self.shares[3] * mean;
        of[Kpi::Nps as usize] = nps(&self.shares, mean);
        of[Kpi::Promoters as usize] = share(&PROMOTERS);
        of[Kpi::Passives as usize] = share(&PASSIVES);
        of[Kpi::Detractors as usize] = share(&DETRACTORS);
        of[Kpi::Rating as usize] = share(&SCORES);
        of[Kpi::Engaged as usize] = self.engaged * mean;
        of[Kpi::Turnover as usize] = annual_chance(self.turnover * mean);
        of[Kpi::Revenue as usize] = self.revenue;
        of
    }
}
