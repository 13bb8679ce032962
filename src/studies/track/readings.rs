//! The readings that count, in their order, and the column of a trial that each is compared with.

use delight_model::scenario::actuals::{Actuals, ReadArm, Reading, TrackMetric};
use delight_model::simulate::ReadPeriod;

/// The readings up to a month.
pub(super) struct Held {
    /// Those that are held against the trials, in order of month, metric, site.
    pub(super) readings: Vec<Reading>,
    /// Mean scores that stand beside an NPS of the same site and period: shown only.
    pub(super) beside: Vec<Reading>,
    /// Costs to date by then, in order of month; the latest alone counts.
    pub(super) costs: Vec<Reading>,
}

impl Held {
    /// Those of `actuals` up to month `now`; the order of the file leaves no trace.
    pub(super) fn of(actuals: &Actuals, now: i32) -> Self {
        let mut used: Vec<Reading> = actuals.readings.iter().filter(|r| r.month <= now).cloned().collect();
        used.sort_by(|a, b| order(a).cmp(&order(b)));
        let nps: Vec<_> = used.iter().filter(|r| r.metric == TrackMetric::Nps).map(place).collect();
        let (beside, readings) =
            used.into_iter().partition(|r| r.metric == TrackMetric::Rating && nps.contains(&place(r)));
        let mut costs: Vec<Reading> = actuals.costs.iter().filter(|r| r.month <= now).cloned().collect();
        costs.sort_by_key(|r| r.month);
        Held { readings, beside, costs }
    }

    /// The costs to date that were read last by a month.
    pub(super) fn cost(&self, month: i32) -> Option<&Reading> {
        self.costs.iter().rfind(|r| r.month <= month)
    }

    /// The metrics that count, in order; costs last.
    pub(super) fn metrics(&self) -> Vec<TrackMetric> {
        let has = |m: &TrackMetric| self.readings.iter().chain(&self.costs).any(|r| r.metric == *m);
        TrackMetric::ALL.into_iter().filter(has).collect()
    }
}

fn order(r: &Reading) -> (i32, TrackMetric, &str, ReadArm, u32) {
    (r.month, r.metric, &r.site, r.arm, r.months)
}

fn place(r: &Reading) -> (String, i32, u32) {
    (r.site.clone(), r.month, r.months)
}

/// Columns of a trial by what they read, each once.
#[derive(Default)]
pub(super) struct Columns(Vec<ReadPeriod>);

impl Columns {
    /// The column of a reading.
    pub(super) fn of(&mut self, r: &Reading) -> usize {
        let last = r.month - r.started;
        self.of_period(ReadPeriod { metric: r.metric, arm: r.arm, last, months: r.months })
    }

    /// The column of a period; before the start both arms are as today.
    pub(super) fn of_period(&mut self, mut period: ReadPeriod) -> usize {
        if period.metric == TrackMetric::Cost {
            period.months = 1;
        }
        if period.last <= 0 && period.metric != TrackMetric::Cost {
            let months = if period.metric == TrackMetric::Revenue { period.months } else { 1 };
            period = ReadPeriod { arm: ReadArm::Baseline, last: 0, months, ..period };
        }
        self.0.iter().position(|known| *known == period).unwrap_or_else(|| {
            self.0.push(period);
            self.0.len() - 1
        })
    }

    /// All of them.
    pub(super) fn periods(&self) -> &[ReadPeriod] {
        &self.0
    }
}
