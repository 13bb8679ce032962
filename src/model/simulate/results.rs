//! The results of a block of trials by column, and how they are computed in the vectors of the machine.

use super::draws::{BLOCK, Block};
use super::measure::{Kpi, Measure, Outcome, Side};
use super::trial::{Timetable, Workspace, evaluate};
use crate::scenario::Scenario;
use crate::units::{Kernel, LANES, Lane, Pack, dispatch_simd};
use std::ops::{Deref, DerefMut};

/// The measures that are also kept for each outcome of the delivery draw.
pub const BY_DELIVERY: [Measure; 4] =
    [Measure::Npv, Measure::Roi, Measure::RevenueGain, Measure::Kpi(Kpi::Rating, Side::Difference)];

/// The values of a block in one measure, padded by a cache line, since power-of-two strides alias in the cache.
#[derive(Clone, Debug)]
pub struct BlockColumn([f64; BLOCK + LANES]);

impl BlockColumn {
    pub(super) const EMPTY: Self = BlockColumn([0.0; BLOCK + LANES]);
}

impl Deref for BlockColumn {
    type Target = [f64];
    #[inline(always)]
    fn deref(&self) -> &[f64] {
        &self.0[..BLOCK]
    }
}

impl DerefMut for BlockColumn {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [f64] {
        &mut self.0[..BLOCK]
    }
}

/// The results of a block of trials, by column.
#[derive(Clone, Debug)]
pub struct Results {
    /// Every measure by its place.
    pub measures: Vec<BlockColumn>,
    /// Cumulative cash by month, from month 1.
    pub cash: Vec<BlockColumn>,
    /// Cumulative discounted return by month, from month 1; NaN while nothing has been paid.
    pub roi: Vec<BlockColumn>,
    /// Whether the internal rate of return is asked for; else it is missing.
    pub(super) with_rate: bool,
}

impl Results {
    /// Room for a block of a case with a horizon of `months`.
    pub fn new(months: usize) -> Self {
        Results {
            measures: vec![BlockColumn::EMPTY; Measure::COUNT],
            cash: vec![BlockColumn::EMPTY; months],
            roi: vec![BlockColumn::EMPTY; months],
            with_rate: true,
        }
    }

    /// Room for those who ask for these measures alone, and for no fans.
    pub(super) fn for_measures(measures: &[Measure]) -> Self {
        Results { with_rate: measures.iter().any(|m| matches!(m, Measure::Irr | Measure::LoanRate)), ..Results::new(0) }
    }

    /// Puts the measures of some trials at place `at`.
    #[inline(always)]
    pub fn put<V: Pack>(&mut self, at: usize, outcome: &Outcome<V>) {
        for (column, lane) in self.measures.iter_mut().zip(&outcome.0) {
            column[at..at + V::TRIALS].copy_from_slice(lane.values());
        }
    }

    /// Puts a month's fans of some trials at place `at`; nowhere if there is no room for fans, and for the start.
    #[inline(always)]
    pub fn put_month<V: Pack>(&mut self, t: usize, at: usize, cumulative: Lane<V>, roi: Lane<V>) {
        let place = t.wrapping_sub(1);
        if let (Some(cash), Some(returns)) = (self.cash.get_mut(place), self.roi.get_mut(place)) {
            cash[at..at + V::TRIALS].copy_from_slice(cumulative.values());
            returns[at..at + V::TRIALS].copy_from_slice(roi.values());
        }
    }
}

/// Computes every trial of a block, in the widest vectors that the machine has.
pub(super) fn compute(scenario: &Scenario, timetable: &Timetable, block: &Block, results: &mut Results) {
    dispatch_simd(Compute { scenario, timetable, block, results });
}

struct Compute<'a> {
    scenario: &'a Scenario,
    timetable: &'a Timetable,
    block: &'a Block,
    results: &'a mut Results,
}

impl Kernel for Compute<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) {
        let Compute { scenario, timetable, block, results } = self;
        let mut work = Workspace::<V>::new(scenario, timetable, token);
        work.with_rate = results.with_rate;
        for at in (0..BLOCK).step_by(V::TRIALS) {
            let outcome = {
                let results = &mut *results;
                evaluate(scenario, block, at, &mut work, |view| {
                    results.put_month(view.t, at, view.cumulative, view.roi);
                })
            };
            results.put(at, outcome);
        }
    }
}
