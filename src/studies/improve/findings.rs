//! What is found of how a case could be improved.

use crate::findings::{CaseFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// What would make a case pay.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Improvement {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials value every change.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Other trials, independent of these, on which changes were searched.
    pub search_trials: u64,
    /// The case as written.
    pub written: WorthOfCase,
    /// What was tried, in the order in which it is done.
    pub steps: Vec<ImproveStep>,
    /// The case with all that was taken; none if nothing was.
    pub improved: Option<WorthOfCase>,
    /// Mean net present value of the improved case less that of the case as written, on the same draws, money; none if
    /// nothing was taken.
    pub gain: Option<Estimate>,
    /// Whether the better of both is worth more than nothing by more than two standard errors.
    pub pays: bool,
    /// Longer horizons of the better of both, the programme going on.
    pub longer: Vec<HorizonGain>,
    /// × what is planned for each month, employee and customer, with which the better of both would break even; none where
    /// no such share of it does.
    pub running_cost: Option<f64>,
}

/// What a case is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorthOfCase {
    /// Planned cost, money at today's prices, without overrun.
    pub planned: f64,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Median net present value, money.
    pub npv_p50: Estimate,
    /// Share of the trials in which it is below zero.
    pub loss_probability: Estimate,
}

/// A change, and what it brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImproveStep {
    /// `size`, `spread`, `basics` or `gate`.
    pub key: String,
    /// What is written otherwise, on top of the steps taken before it; none where it has nothing to change.
    pub changes: Vec<LeverChange>,
    /// What it brings by itself, mean net present value on the same draws, money; none where it changes nothing.
    pub alone: Option<Estimate>,
    /// The same on top of the steps taken before it.
    pub on_top: Option<Estimate>,
    /// Whether it is part of the improved case.
    pub taken: bool,
}

/// What is written otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeverChange {
    /// Path in the scenario file.
    pub path: String,
    /// As it was; none if nothing was written there.
    pub from: Option<String>,
    /// As it is to be.
    pub to: String,
}

/// A longer horizon.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HorizonGain {
    /// Months.
    pub months: usize,
    /// Mean net present value over it less that over the case's own, on the same draws, money.
    pub gain: Estimate,
    /// Mean net present value over it, money.
    pub npv_mean: Estimate,
}
