//! The chain's indicators over the last twelve months of the horizon.

use super::measure::Kpi;
use crate::chain::Month;
use crate::chain::connection::{DETRACTORS, PASSIVES, PROMOTERS, SCORES, mean_over};
use crate::units::{Lane, Pack, each};
use std::ops::RangeInclusive;

/// The months whose revenue is compared with the literature: year 5, or the last year of a shorter horizon.
#[inline(always)]
pub fn revenue_year(months: usize) -> RangeInclusive<usize> {
    let last = if months < 60 { months } else { 60 };
    last - 11..=last
}

/// Sums of one arm over the months seen, which are twelve.
#[derive(Clone, Copy, Debug)]
pub struct LastYear<V: Pack> {
    customers: Lane<V>,
    /// Of the share of each state: rating, score and NPS are weighted sums of these.
    shares: [Lane<V>; 4],
    engaged: Lane<V>,
    turnover: Lane<V>,
    revenue: Lane<V>,
}

impl<V: Pack> LastYear<V> {
    /// Nothing seen yet.
    #[inline(always)]
    pub fn empty(zero: Lane<V>) -> Self {
        LastYear { customers: zero, shares: [zero; 4], engaged: zero, turnover: zero, revenue: zero }
    }

    /// Adds a month.
    #[inline(always)]
    pub fn see(&mut self, m: &Month<V>, revenue: Lane<V>) {
        self.customers += m.count;
        self.shares = each!(k in 4 => self.shares[k] + m.customers[k] * m.per_customer);
        self.engaged += m.staff.engaged;
        self.turnover += m.staff.turnover;
        self.revenue += revenue;
    }

    /// The indicators: means over the months, revenue as their sum, turnover as a yearly chance.
    #[inline(always)]
    pub fn indicators(&self) -> [Lane<V>; Kpi::ALL.len()] {
        let mean = self.customers.all(1.0 / 12.0);
        let share = |weights: &[f64; 4]| mean_over(weights, &self.shares, mean);
        let (promoters, detractors) = (share(&PROMOTERS), share(&DETRACTORS));
        let stays = 1.0 - self.turnover * mean;
        let stays4 = stays * stays * stays * stays;
        let mut of = [self.customers * mean; Kpi::ALL.len()];
        of[Kpi::Connected as usize] = self.shares[3] * mean;
        of[Kpi::Nps as usize] = 100.0 * (promoters - detractors);
        of[Kpi::Promoters as usize] = promoters;
        of[Kpi::Passives as usize] = share(&PASSIVES);
        of[Kpi::Detractors as usize] = detractors;
        of[Kpi::Rating as usize] = share(&SCORES);
        of[Kpi::Engaged as usize] = self.engaged * mean;
        of[Kpi::Turnover as usize] = 1.0 - stays4 * stays4 * stays4;
        of[Kpi::Revenue as usize] = self.revenue;
        of
    }
}
