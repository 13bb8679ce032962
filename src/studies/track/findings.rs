//! What is found of a living case.

use crate::findings::{CaseFacts, Estimates, InputFacts, Provenance, Spread};
use delight_model::scenario::actuals::{ActualsNote, ReadArm, TrackMetric};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// A case held against what has come in since its start.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrackFindings {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those that were weighed.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Months since the start; 0: not begun.
    pub now: usize,
    /// Month in which the board looks again.
    pub next: usize,
    /// What is known of the programme's own course: `running`, `stopped` or `unknown`.
    pub status: String,
    /// How sure what pilot sites show holds for the whole, 0 to 1.
    #[serde(default = "whole")]
    pub transfer: f64,
    /// Readings that were held against the trials.
    pub readings_used: usize,
    /// Effective number of trials.
    pub ess: f64,
    /// The largest weight of a trial.
    pub largest_weight: f64,
    /// The odds before and after.
    pub odds: OddsThenAndNow,
    /// The odds after each month with readings.
    pub history: Vec<HistoryMonth>,
    /// What each metric moved.
    pub moved: Vec<MetricMoved>,
    /// Whether the programme is on its way.
    pub track: OnTrack,
    /// Stop or go on.
    pub choice: StopOrGo,
    /// What to measure until the next look.
    pub measure: Vec<MeasureNext>,
    /// Every reading and what it was expected to be.
    pub readings: Vec<ReadingShown>,
    /// Whether the case still holds.
    pub agreement: Agreement,
    /// Each metric month by month, before and after.
    pub series: Vec<SeriesShown>,
    /// The inputs that moved most.
    pub inputs: Vec<InputShift>,
    /// The answer with the drifts halved and doubled.
    pub drift: Vec<DriftTried>,
    /// What a reader must know of all this.
    #[serde(default)]
    pub notes: Vec<TrackNote>,
}

fn whole() -> f64 {
    1.0
}

fn unknown() -> Estimate {
    Estimate::without_error(f64::NAN)
}

/// The odds before any reading, with the status alone, and with all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OddsThenAndNow {
    /// Before.
    pub prior: Odds,
    /// Given the status alone.
    pub running: Odds,
    /// Given the readings too.
    pub posterior: Odds,
}

/// How it may end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Odds {
    /// Share of each outcome of the delivery draw.
    pub delivery: Estimates,
    /// Net present value, money.
    pub npv: Spread,
    /// Chance that it is below zero.
    pub loss_probability: Estimate,
    /// Rise of revenue in year 5, mean.
    pub revenue_gain: Estimate,
    /// Rise of the mean score in the last year, mean.
    pub rating_gain: Estimate,
}

/// The odds after the readings up to a month.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HistoryMonth {
    /// The month.
    pub month: usize,
    /// Share of each outcome of the delivery draw.
    pub delivery: Estimates,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Chance that it is below zero.
    pub loss_probability: Estimate,
    /// Rise of revenue in year 5, mean.
    pub revenue_gain: Estimate,
    /// Rise of the mean score in the last year, mean.
    pub rating_gain: Estimate,
}

/// What a metric moved: ½·(with it alone − without any + with all − with all but it).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MetricMoved {
    /// The metric.
    pub metric: TrackMetric,
    /// By how much it moved the chance of delivery in full.
    pub full: Estimate,
    /// By how much it moved the gain of going on, money.
    pub gain: Estimate,
}

/// Where the programme stands among the trials that the prior delivers in full.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OnTrack {
    /// `ahead`, `on_track` or `behind`; none before the start.
    pub verdict: Option<String>,
    /// Share of those trials whose lead over the baseline is smaller; none before the start.
    pub place: Option<f64>,
    /// What the lead is of: `nps` or `rating`.
    pub metric: TrackMetric,
}

/// Stop or go on, sunk cost out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StopOrGo {
    /// `stop`, `go_on`, `look_again`, or `unclear` where none leads by two standard errors.
    pub best: String,
    /// Stopping now, money: 0.
    pub stop: Estimate,
    /// Going on to the end less stopping now, money.
    pub go_on: Estimate,
    /// Going on to the next look, and then what the readings to come say is best, less stopping now; money.
    pub look_again: Estimate,
    /// Going on from the next look less stopping then, by what is known now; money.
    #[serde(default = "unknown")]
    pub then: Estimate,
    /// Chance that going on to the end is worth more than stopping now.
    pub gain_positive: Estimate,
    /// Costs to date, money; nothing here depends on them.
    pub sunk: Estimate,
}

/// What reading one metric until the next look would be worth.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MeasureNext {
    /// The metric, at the sites and of the size last read.
    pub metric: TrackMetric,
    /// Worth of deciding then by it less that of deciding blind, money.
    pub value: Estimate,
    /// Share of the variance of what is to be decided that it explains.
    pub explained: f64,
}

/// A reading and what it was expected to be.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadingShown {
    /// Last month of its period.
    pub month: i32,
    /// Length of its period, months.
    #[serde(default = "quarter")]
    pub months: u32,
    /// What is read.
    pub metric: TrackMetric,
    /// Where.
    pub site: String,
    /// Of which arm.
    pub arm: ReadArm,
    /// As it was typed; counts: points or rate.
    #[serde(deserialize_with = "delight_model::statistics::or_nan")]
    pub value: f64,
    /// Of sampling alone, on the scale of the metric.
    #[serde(deserialize_with = "delight_model::statistics::or_nan")]
    pub standard_error: f64,
    /// What all readings before it let expect, as values are typed; none where it fixes a level.
    pub expected: Option<Range3>,
    /// Three and two standard scores below what they let expect, two and three above it, as values are typed.
    #[serde(default)]
    pub limits: Option<[f64; 4]>,
    /// ζ: standard normal if the case is right; none where it fixes a level or is shown only.
    pub residual: Option<f64>,
}

fn quarter() -> u32 {
    3
}

/// Three quantiles.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Range3 {
    pub p5: f64,
    pub p50: f64,
    pub p95: f64,
}

/// Whether the readings are such as the case lets expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Chance of readings at least as surprising if the case is right.
    pub p: f64,
    /// `agrees`, `strained` or `contradicts`.
    pub verdict: String,
    /// The same by metric.
    pub metrics: Vec<MetricAgreement>,
}

/// Whether the readings of a metric are such as the case lets expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetricAgreement {
    /// The metric.
    pub metric: TrackMetric,
    /// Its readings that have a residual.
    pub readings: usize,
    /// Chance of readings at least as surprising if the case is right.
    pub p: f64,
    /// `agrees`, `strained` or `contradicts`.
    pub verdict: String,
}

/// A metric of an arm, month by month from month 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SeriesShown {
    /// The metric; rates are those of a month.
    pub metric: TrackMetric,
    /// The arm.
    pub arm: ReadArm,
    /// Before any reading.
    pub prior: Vec<MonthBand>,
    /// With all.
    pub posterior: Vec<MonthBand>,
}

/// Quantiles of a month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct MonthBand {
    pub p5: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p95: f64,
}

/// An input, before and after.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InputShift {
    /// The input.
    pub input: InputFacts,
    /// Before any reading.
    pub before: Tenths,
    /// With all.
    pub after: Tenths,
    /// How far its mean moved, in standard deviations of the prior.
    pub shift: f64,
}

/// A tenth below, the middle, a tenth above.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Tenths {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

/// The answer with other drifts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DriftTried {
    /// `halved` or `doubled`.
    pub drift: String,
    /// Chance of delivery in full.
    pub full: Estimate,
    /// Chance that the net present value is below zero.
    pub loss_probability: Estimate,
    /// Gain of going on, money.
    pub gain: Estimate,
}

/// What a reader must know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum TrackNote {
    /// The effective number of trials is small.
    FewTrials,
    /// How the readings were used.
    #[serde(untagged)]
    Readings(ActualsNote),
}
