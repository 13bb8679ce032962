//! What the last years of the horizon show: the indicators of each arm, and how far revenue has risen.

use super::arms::{Arms, Pair};
use super::measure::Kpi;
use crate::chain::connection::Customers;
use crate::chain::market::Market;
use crate::chain::{Calibrated, Month};
use crate::finance::equity::{Portfolio, customer_equity};
use crate::units::{Lane, Pack, each};
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
            self.last.baseline.see(arms, baseline);
            self.last.programme.see(arms, programme);
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
    pub fn indicators(&self, calibrated: &Calibrated<V>) -> Pair<[Lane<V>; Kpi::ALL.len()]> {
        let Pair { baseline, programme } = &self.last;
        Pair { baseline: baseline.indicators(calibrated), programme: programme.indicators(calibrated) }
    }
}

#[inline(always)]
fn revenue<V: Pack>(arms: &Arms<V>, m: &Month<V>) -> Lane<V> {
    arms.calibrated.revenue.revenue(&m.money, arms.market)
}

/// Sums of one arm over the months seen, which are twelve. What the case gives of today is kept as the change since, so that
/// an organisation that stands still shows its own figures to the last digit.
#[derive(Clone, Copy, Debug)]
struct LastYear<V: Pack> {
    customers: Lane<V>,
    /// Of the share of each state, since today: mean score and answers follow from these.
    moved: [Lane<V>; 4],
    engaged: Lane<V>,
    turnover: Lane<V>,
    revenue: Lane<V>,
    /// Failed contacts of a customer a month.
    failures: Lane<V>,
    /// Customers at the end of the last month seen, and its price, raised by what is sold at the counter.
    end: Customers<V>,
    price: Lane<V>,
}

impl<V: Pack> LastYear<V> {
    #[inline(always)]
    fn empty(zero: Lane<V>) -> Self {
        LastYear {
            customers: zero,
            moved: [zero; 4],
            engaged: zero,
            turnover: zero,
            revenue: zero,
            failures: zero,
            end: [zero; 4],
            price: zero,
        }
    }

    /// Adds a month.
    #[inline(always)]
    fn see(&mut self, arms: &Arms<V>, m: &Month<V>) {
        let calibrated = arms.calibrated;
        let moved = calibrated.moved(&m.customers, m.per_customer);
        self.customers += m.count;
        self.moved = each!(k in 4 => self.moved[k] + moved[k]);
        self.engaged += m.staff.engaged - calibrated.employees.engaged_now();
        self.turnover += calibrated.employees.turnover_change(&m.staff);
        self.revenue += revenue(arms, m);
        self.failures += m.experience.failures;
        self.end = m.end;
        self.price = m.money.sold(m.money.price);
    }

    /// The indicators: means over the months, revenue and turnover as their sum.
    #[inline(always)]
    fn indicators(&self, calibrated: &Calibrated<V>) -> [Lane<V>; Kpi::ALL.len()] {
        let (survey, employees) = (&calibrated.survey, &calibrated.employees);
        let mean = |sum: Lane<V>| sum * (1.0 / 12.0);
        let moved = each!(k in 4 => mean(self.moved[k]));
        let [promoters, passives, detractors] = survey.answers(&moved);
        let mut of = [mean(self.customers); Kpi::ALL.len()];
        of[Kpi::Connected as usize] = survey.now.mix[3] + moved[3];
        of[Kpi::Nps as usize] = survey.nps(&moved);
        of[Kpi::Promoters as usize] = promoters;
        of[Kpi::Passives as usize] = passives;
        of[Kpi::Detractors as usize] = detractors;
        of[Kpi::Rating as usize] = survey.score(&moved);
        of[Kpi::Engaged as usize] = employees.engaged_now() + mean(self.engaged);
        of[Kpi::Turnover as usize] = employees.turnover_of_year(self.turnover);
        of[Kpi::Revenue as usize] = self.revenue;
        of[Kpi::Failures as usize] = mean(self.failures) / calibrated.contacts();
        of[Kpi::Churn as usize] = calibrated.loyalty.churn_of_year(&moved);
        of
    }
}
