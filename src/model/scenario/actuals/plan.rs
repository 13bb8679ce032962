//! `[track]`: how a case is held against its actuals.

use super::metric::{Drift, TrackMetric};
use std::collections::BTreeMap;

/// What a case says of its tracking; every key is optional.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackPlan {
    /// `track.actuals`: the file of readings, in the folder of the scenario or below.
    pub actuals: Option<String>,
    /// `track.status`.
    pub status: Status,
    /// `track.now`: months since the start; none: the latest month of a reading of the programme arm.
    pub now: Option<usize>,
    /// `track.next`: month in which the board looks again; none: six months on.
    pub next: Option<usize>,
    /// `track.transfer`: 0 to 1, how sure what pilot sites show holds for the whole.
    pub transfer: f64,
    /// `track.together`: rank with which drifts of different metrics go together, 0 to 1.
    pub together: f64,
    /// `track.drift.<metric>`: those that the case gives.
    pub drift: BTreeMap<TrackMetric, Drift>,
}

/// What is known of the programme's own course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It has not stopped by itself.
    #[default]
    Running,
    /// It has, in `programme.fades_after_months`.
    Stopped,
    /// Nothing.
    Unknown,
}

impl Default for TrackPlan {
    fn default() -> Self {
        TrackPlan {
            actuals: None,
            status: Status::Running,
            now: None,
            next: None,
            transfer: 1.0,
            together: 0.5,
            drift: BTreeMap::new(),
        }
    }
}

impl TrackPlan {
    /// The drift of a metric: the case's, else the default.
    pub fn drift(&self, metric: TrackMetric) -> Drift {
        self.drift.get(&metric).copied().unwrap_or_else(|| metric.drift())
    }
}
