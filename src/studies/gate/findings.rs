//! What is found of the stage gates of a case.

use crate::findings::{CaseFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// The best stage gate of a case, and what looking could bring at all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GateStudy {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those that value every gate. As many others, independent of them, choose its
    /// threshold.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Mean net present value without a gate, money.
    pub npv_mean: Estimate,
    /// Answers of the survey in each arm that reads the metrics.
    #[serde(default)]
    pub answers: f64,
    /// Ending the programme after some month whatever it shows; none where going on is worth more.
    #[serde(default)]
    pub stop_all: Option<StopAll>,
    /// The best gate; none if stopping is not expected to gain anything at any of the months.
    pub best: Option<Gated>,
    /// The gate that the case has, if any.
    pub own: Option<Gated>,
    /// What the best gate stops.
    pub judged: Option<Judged>,
    /// Every month looked at, rising.
    pub months: Vec<MonthGates>,
    /// Where two metrics together say stop or go in the month of the best gate.
    pub regions: Option<Regions>,
}

/// Ending a programme after a month, whatever it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopAll {
    /// The month.
    pub month: usize,
    /// Mean net present value with it less that of going on, on the same draws, money.
    pub value: Estimate,
    /// Mean net present value with it, money.
    pub npv_mean: Estimate,
}

/// A gate and what it is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gated {
    /// The month after which it looks.
    pub month: usize,
    /// What it looks at: `connected`, `engaged` or `nps`.
    pub metric: String,
    /// Smallest lead with which the programme goes on, a share or points; none where going on is always better.
    pub at_least: Option<f64>,
    /// Mean net present value with it, money.
    pub npv_mean: Estimate,
    /// Mean net present value with it less that without a gate, on the same draws, money.
    pub value: Estimate,
    /// Share of the trials in which the lead is too small.
    pub stopped: Estimate,
}

/// The gates of a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthGates {
    /// The month.
    pub month: usize,
    /// The best gate on each metric.
    pub gates: Vec<Gated>,
    /// A board that reads all three metrics together.
    pub all_three: JointRule,
    /// What a board would gain that knew how each trial ends, money: no gate of this month is worth more.
    pub perfect: Estimate,
}

/// Stopping by the regression on all three metrics.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct JointRule {
    /// Mean net present value with it less that without a gate, money.
    pub value: Estimate,
    /// Share of the trials that are stopped.
    pub stopped: Estimate,
}

/// What a gate stops.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// By outcome of the delivery draw.
    pub outcomes: Vec<OutcomeStops>,
    /// Share of the programmes better stopped that it stops; none if there are none.
    pub caught: Option<Estimate>,
    /// Share of the programmes better continued that it stops; none if there are none.
    pub stopped_wrongly: Option<Estimate>,
}

/// The trials with one outcome of the delivery draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeStops {
    /// `full`, `partial`, `harmful` or `none`.
    pub outcome: String,
    /// Share of all trials.
    pub share: Estimate,
    /// Share of these that the gate stops.
    pub stopped: Estimate,
    /// What that gains, mean over these trials, money.
    pub gain: Estimate,
}

/// Two metrics in one month: what the regression on both says, and trials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regions {
    /// The month.
    pub month: usize,
    /// Metric across.
    pub x: String,
    /// Metric upwards.
    pub y: String,
    /// Leads across, rising.
    pub x_values: Vec<f64>,
    /// Leads upwards, rising.
    pub y_values: Vec<f64>,
    /// Whether to stop, by row of y, in each by x.
    pub stop: Vec<Vec<bool>>,
    /// Some of the trials: leads across and upwards, and what stopping gains, money.
    pub trials: Vec<[f64; 3]>,
}
