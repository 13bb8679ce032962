//! Which metric of which arm goes into which period, month by month.

use crate::scenario::actuals::{ReadArm, TrackMetric, TrackScale};

/// A metric of an arm over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadPeriod {
    /// What is read; of the cost all from the start to the last month.
    pub metric: TrackMetric,
    /// Of which arm.
    pub arm: ReadArm,
    /// Last month of the period, from the start of the programme; 0 and below: before it, as today.
    pub last: i32,
    /// Length of the period, months.
    pub months: u32,
}

/// A metric of an arm in one month, and the columns it goes into with its weight in each.
pub(super) struct Entry {
    pub(super) metric: TrackMetric,
    pub(super) arm: ReadArm,
    pub(super) into: Vec<(usize, f64)>,
}

/// What is read in each month; month 0 is today.
pub(super) struct Calendar {
    pub(super) months: Vec<Vec<Entry>>,
    /// Whether each column ends as its logarithm.
    pub(super) logarithms: Vec<bool>,
}

impl Calendar {
    /// Of these periods, one column each, within a horizon: months after it are as its last.
    pub(super) fn of(periods: &[ReadPeriod], horizon: usize) -> Self {
        let mut months: Vec<Vec<Entry>> = (0..=horizon).map(|_| Vec::new()).collect();
        for (column, period) in periods.iter().enumerate() {
            for (month, weight) in period.weights(horizon) {
                let same = |e: &&mut Entry| e.metric == period.metric && e.arm == period.arm;
                match months[month].iter_mut().find(same) {
                    Some(entry) => entry.into.push((column, weight)),
                    None => {
                        let into = vec![(column, weight)];
                        months[month].push(Entry { metric: period.metric, arm: period.arm, into });
                    }
                }
            }
        }
        Calendar { months, logarithms: periods.iter().map(|p| p.metric.scale() == TrackScale::Log).collect() }
    }
}

impl ReadPeriod {
    /// The months that it is made of, each with its weight: means, but sums of money.
    fn weights(&self, horizon: usize) -> Vec<(usize, f64)> {
        let month = |t: i32| (t.max(0) as usize).min(horizon);
        if self.metric == TrackMetric::Cost {
            return (0..=month(self.last)).map(|t| (t, 1.0)).collect();
        }
        let each = if self.metric == TrackMetric::Revenue { 1.0 } else { 1.0 / f64::from(self.months.max(1)) };
        let mut weights: Vec<(usize, f64)> = Vec::new();
        for back in (0..self.months.max(1) as i32).rev() {
            let at = month(self.last - back);
            match weights.last_mut().filter(|(t, _)| *t == at) {
                Some((_, weight)) => *weight += each,
                None => weights.push((at, each)),
            }
        }
        weights
    }
}
