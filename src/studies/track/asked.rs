//! What is asked of every trial: the readings against which it is weighed, all of them and some of them.

use super::error::TrackError;
use super::likelihood::{Drifts, ExactCount, Whitened};
use super::pass::{Asked, CostRead, HistoryPoint, Weighing};
use super::readings::{Columns, Held};
use delight_model::scenario::actuals::{ReadArm, Reading, TrackMetric, TrackPlan};
use delight_model::simulate::{Engine, PeriodWatch, ReadPeriod};
use std::collections::BTreeSet;

/// Drifts that are tried beside those of the case, by the word of results.
pub(super) const TRIED: [(&str, f64); 2] = [("halved", 0.5), ("doubled", 2.0)];

/// Where among the weighings that of a metric alone stands; that of all but it follows.
pub(super) fn place_of(metric: usize) -> usize {
    1 + TRIED.len() + 2 * metric
}

/// Builds what is asked.
pub(super) struct Asking<'a> {
    pub(super) held: &'a Held,
    pub(super) plan: &'a TrackPlan,
    pub(super) now: usize,
    pub(super) columns: Columns,
}

impl Asking<'_> {
    /// All that is asked of the trials of an engine, and the whitened readings whose surprises are looked at.
    pub(super) fn of(mut self, engine: &Engine) -> Result<(Asked, Whitened), TrackError> {
        let (held, plan) = (self.held, self.plan);
        let all: Vec<Reading> = held.readings.clone();
        let costs = !held.costs.is_empty();
        let base = self.whitened(&all, Drifts::WEIGHTS)?;
        let history = self.history(&base);
        let mut weighings = vec![self.weighing(&all, &base, costs)];
        for (_, times) in TRIED {
            let whitened = self.whitened(&all, Drifts::WEIGHTS.times(times))?;
            weighings.push(self.weighing(&all, &whitened, costs));
        }
        for metric in held.metrics() {
            let is = metric == TrackMetric::Cost;
            let (own, others): (Vec<Reading>, Vec<Reading>) = all.iter().cloned().partition(|r| r.metric == metric);
            for (some, costs) in [(own, is), (others, costs && !is)] {
                let whitened = self.whitened(&some, Drifts::WEIGHTS)?;
                weighings.push(self.weighing(&some, &whitened, costs));
            }
        }
        let whitened = self.whitened(&all, Drifts::PLAIN)?;
        let plain = self.weighing(&all, &whitened, false);
        let lead = [ReadArm::Programme, ReadArm::Baseline].map(|arm| {
            let last = self.now as i32;
            self.columns.of_period(ReadPeriod { metric: lead_metric(held), arm, last, months: 1 })
        });
        let to_now =
            ReadPeriod { metric: TrackMetric::Cost, arm: ReadArm::Programme, last: self.now as i32, months: 1 };
        let sunk = self.columns.of_period(to_now);
        let cost = self.cost(self.now as i32);
        let watch = PeriodWatch::new(engine, self.columns.periods(), &[self.now]);
        let (status, now) = (plan.status, self.now);
        Ok((Asked { watch, weighings, plain, history, cost, status, now, lead, sunk }, whitened))
    }

    /// The costs to date that were read last by a month.
    fn cost(&mut self, month: i32) -> Option<CostRead> {
        let read = self.held.cost(month)?;
        Some(CostRead { column: self.columns.of(read), value: read.value, variance: read.variance })
    }

    /// The months with readings, those before the start as one.
    fn history(&mut self, whitened: &Whitened) -> Vec<HistoryPoint> {
        let held = self.held;
        let months: BTreeSet<i32> = held.readings.iter().chain(&held.costs).map(|r| r.month.max(0)).collect();
        let point = |month: i32| HistoryPoint {
            month: month as usize,
            readings: whitened.kept.iter().filter(|k| held.readings[**k].month <= month).count(),
            cost: self.cost(month),
        };
        months.into_iter().map(point).collect()
    }

    fn whitened(&self, readings: &[Reading], drifts: Drifts) -> Result<Whitened, TrackError> {
        Whitened::new(readings, self.plan, drifts).ok_or(TrackError::Singular)
    }

    fn weighing(&mut self, readings: &[Reading], whitened: &Whitened, cost: bool) -> Weighing {
        let places: Vec<usize> = readings.iter().map(|r| self.columns.of(r)).collect();
        let exact = |k: &usize| ExactCount::of(&readings[*k], self.plan).map(|count| (places[*k], count));
        Weighing { exact: whitened.kept.iter().map(exact).collect(), sums: whitened.sums(readings, &places), cost }
    }
}

/// What says how far the programme is ahead: NPS, or the mean score where only that is read.
pub(super) fn lead_metric(held: &Held) -> TrackMetric {
    let has = |metric: TrackMetric| held.readings.iter().any(|r| r.metric == metric);
    if has(TrackMetric::Rating) && !has(TrackMetric::Nps) { TrackMetric::Rating } else { TrackMetric::Nps }
}
