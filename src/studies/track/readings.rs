//! The readings that count, in their order, and the column of a trial that each is compared with.

use delight_model::scenario::actuals::{Actuals, ReadArm, Reading, TrackMetric};
use delight_model::simulate::ReadPeriod;

/// The readings up to a month.
pub(super) struct Held {
    /// Those that are held against the trials, in order of month, metric, site.
    pub(super) readings: Vec<Reading>,
    /// Mean scores that stand beside an NPS of the same site and period: shown only.
    pub(super) beside: Vec<Reading>,
    /// The latest costs to date, if they were read by then.
    pub(super) cost: Option<Reading>,
    /// Lines of readings of later months, rising.
    pub(super) later: Vec<usize>,
}

impl Held {
    /// Those of `actuals` up to month `now`; the order of the file leaves no trace.
    pub(super) fn of(actuals: &Actuals, now: i32) -> Self {
        let all = actuals.readings.iter().chain(&actuals.cost);
        let mut later: Vec<usize> = all.filter(|r| r.month > now).map(|r| r.line).collect();
        later.sort_unstable();
        let mut used: Vec<Reading> = actuals.readings.iter().filter(|r| r.month <= now).cloned().collect();
        used.sort_by(|a, b| order(a).cmp(&order(b)));
        let nps: Vec<_> = used.iter().filter(|r| r.metric == TrackMetric::Nps).map(place).collect();
        let (beside, readings) =
            used.into_iter().partition(|r| r.metric == TrackMetric::Rating && nps.contains(&place(r)));
        Held { readings, beside, cost: actuals.cost.clone().filter(|r| r.month <= now), later }
    }

    /// The metrics that count, in order; costs last.
    pub(super) fn metrics(&self) -> Vec<TrackMetric> {
        let has = |m: &TrackMetric| self.readings.iter().chain(&self.cost).any(|r| r.metric == *m);
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
