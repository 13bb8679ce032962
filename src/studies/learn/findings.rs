//! What is learned from own data, as it is saved.

use crate::findings::{CaseFacts, Provenance};
use serde::{Deserialize, Serialize};

/// What own data say, beside what was believed before.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Learned {
    /// The case whose inputs are the prior.
    pub case: CaseFacts,
    /// How the draws of the prior came about.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The files, and what of them was left out.
    pub sources: Vec<SourceFacts>,
    /// Relations, between and within units.
    pub links: Vec<LinkFacts>,
    /// Levels of today.
    pub levels: Vec<LevelFacts>,
    /// How far metrics move by themselves.
    pub drift: Vec<DriftFacts>,
    /// Inputs as the layer gives them.
    pub written: Vec<Written>,
    /// Rank correlations of inputs that were weighted together, as the layer gives them.
    pub correlations: Vec<Tie>,
    /// Inputs that the case itself sets, which goes before the layer.
    pub kept_by_case: Vec<String>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceFacts {
    /// Its name.
    pub file: String,
    /// FNV-1a, 64 bits, of its bytes.
    pub fingerprint: String,
    /// Rows.
    pub rows: usize,
    /// Units; none of customers and staff.
    pub units: Option<usize>,
    /// Periods; none of customers and staff.
    pub periods: Option<usize>,
    /// `quarters`, `months` or `periods`; none of customers and staff.
    pub rhythm: Option<String>,
    /// Units left out for a gap in any relation, by name.
    pub left_out: Vec<String>,
}

/// A slope with its 95 % interval; an end that does not exist is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slope {
    /// The slope.
    pub value: f64,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// Tenth, half and nine tenths of what is believed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread3 {
    /// A tenth lies below.
    pub p10: f64,
    /// Half lies below.
    pub p50: f64,
    /// A tenth lies above.
    pub p90: f64,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LearnVerdict {
    /// The data moved or narrowed an input.
    Learned,
    /// The data say too little to move anything.
    Silent,
    /// They cannot be asked.
    Refused,
}

/// Why a link was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Fewer than ten units without gaps.
    FewUnits,
    /// Fewer than eight periods.
    FewPeriods,
    /// How many were asked is not given.
    NoCounts,
    /// What varies within units is no more than chance.
    Noise,
    /// All inputs of the link are fixed in the case.
    Fixed,
    /// Groups are empty or all alike.
    Alike,
}

/// A relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkFacts {
    /// `engagement_turnover`, `engagement_absence`, `engagement_score`, `score_churn`, `score_spend`, `rating_stay`,
    /// `states_stay`, `states_spend` or `staff_leave`.
    pub link: String,
    /// What comparing units would have said.
    pub between: Option<Slope>,
    /// What comparing each unit with itself says.
    pub within: Option<Slope>,
    /// What of it may be a shared cause.
    pub gap: Option<f64>,
    /// The part of what varies in x that is not chance.
    pub reliability: Option<f64>,
    /// Units, or customers, or staff.
    pub units: usize,
    /// What became of it.
    pub verdict: LearnVerdict,
    /// Why it was refused.
    pub reason: Option<Refusal>,
    /// The effective number of draws after this link alone, 1/Σw².
    pub effective: Option<f64>,
    /// The slope that the inputs imply, before.
    pub slope_before: Option<Spread3>,
    /// The same after this link alone.
    pub slope_after: Option<Spread3>,
    /// The inputs it speaks of, after this link alone.
    pub inputs: Vec<Moved>,
}

/// An input before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// Its path.
    pub path: String,
    /// Before.
    pub before: Spread3,
    /// After.
    pub after: Spread3,
    /// Width from P10 to P90 after over before.
    pub width: f64,
}

/// A level of today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelFacts {
    /// Path of the input.
    pub path: String,
    /// Over the last year.
    pub value: f64,
    /// Standard deviation: between units, and a year of drift.
    pub sd: f64,
    /// Units behind it.
    pub units: usize,
    /// What was believed before; none where the case gave nothing that is drawn.
    pub before: Option<Spread3>,
}

/// How far a metric moves by itself in a year, on its scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriftFacts {
    /// The metric.
    pub metric: delight_model::scenario::actuals::TrackMetric,
    /// All units together, standard deviation.
    pub market: f64,
    /// A unit by itself, standard deviation.
    pub site: f64,
    /// Units behind it.
    pub units: usize,
}

/// An input as the layer gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Its path.
    pub path: String,
    /// The quantity, as a scenario has it.
    pub value: String,
    /// The file it comes from, and how much of it.
    pub source: String,
    /// Grade.
    pub grade: String,
    /// What was believed before, and how reliable the data are.
    pub note: String,
}

/// A rank correlation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Paths of two inputs.
    pub between: [String; 2],
    /// Spearman's rank correlation.
    pub rank: f64,
}
