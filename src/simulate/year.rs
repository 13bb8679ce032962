//! The chain's indicators over the last twelve months of the horizon.

use super::measure::Kpi;
use crate::chain::Month;
use crate::chain::connection::{DETRACTORS, PASSIVES, PROMOTERS, mean_over};
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
pub struct LastYear<V: Pack>([Lane<V>; Kpi::ALL.len()]);

impl<V: Pack> LastYear<V> {
    /// Nothing seen yet.
    #[inline(always)]
    pub fn empty(zero: Lane<V>) -> Self {
        LastYear([zero; Kpi::ALL.len()])
    }

    /// Adds a month.
    #[inline(always)]
    pub fn see(&mut self, m: &Month<V>, revenue: Lane<V>) {
        let share = |weights| mean_over(weights, &m.customers, m.per_customer);
        let mut add = |kpi: Kpi, value: Lane<V>| self.0[kpi as usize] += value;
        add(Kpi::Customers, m.count);
        add(Kpi::Connected, m.customers[3] * m.per_customer);
        add(Kpi::Promoters, share(&PROMOTERS));
        add(Kpi::Passives, share(&PASSIVES));
        add(Kpi::Detractors, share(&DETRACTORS));
        add(Kpi::Rating, m.rating);
        add(Kpi::Engaged, m.staff.engaged);
        add(Kpi::Turnover, m.staff.turnover);
        add(Kpi::Revenue, revenue);
    }

    /// The indicators: means over the months, revenue as their sum, turnover as a yearly chance.
    #[inline(always)]
    pub fn indicators(&self) -> [Lane<V>; Kpi::ALL.len()] {
        let mut of = each!(k in 10 => self.0[k] * (1.0 / 12.0));
        of[Kpi::Nps as usize] = 100.0 * (of[Kpi::Promoters as usize] - of[Kpi::Detractors as usize]);
        of[Kpi::Revenue as usize] = self.0[Kpi::Revenue as usize];
        let stays = 1.0 - of[Kpi::Turnover as usize];
        let stays4 = stays * stays * stays * stays;
        of[Kpi::Turnover as usize] = 1.0 - stays4 * stays4 * stays4;
        of
    }
}
