//! One reading, as it was typed and on the scale on which it is compared.

use super::metric::TrackMetric;
use serde::{Deserialize, Serialize};

/// Readings, checked, in order of month, metric, site, arm.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actuals {
    /// All but those of cost.
    pub readings: Vec<Reading>,
    /// Costs to date, in order of month; the latest alone counts.
    pub costs: Vec<Reading>,
}

/// Which arm a site belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadArm {
    /// Work on the programme goes on there.
    #[default]
    Programme,
    /// A control: nothing is done there.
    Baseline,
}

/// One reading: a metric of a site over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Line of the file, from 1.
    pub line: usize,
    /// What is read.
    pub metric: TrackMetric,
    /// Where; `all`: the whole organisation.
    pub site: String,
    /// Of which arm.
    pub arm: ReadArm,
    /// Month in which work began at the site; 0: with the programme.
    pub started: i32,
    /// Last month of the period, from the start; 0 and below: before it.
    pub month: i32,
    /// Length of the period, months.
    pub months: u32,
    /// The value as typed, counts as points or rate.
    pub typed: f64,
    /// The value on the scale of its metric.
    pub value: f64,
    /// Variance of sampling on that scale.
    pub variance: f64,
    /// Answers, staff or customers behind it, if known.
    pub n: Option<f64>,
    /// A count that may be taken exactly; none where it is none.
    pub counted: Option<Counted>,
}

/// A count of events among a number that could have had them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// Events.
    pub events: f64,
    /// Answers, or staff or customers times months.
    pub among: f64,
}

impl Reading {
    /// The middle of its period, years from the start.
    pub fn middle(&self) -> f64 {
        (f64::from(self.month) - f64::from(self.months) / 2.0) / 12.0
    }
}
