//! What is found of the difference of two cases.

use crate::findings::{CaseFacts, Name, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// How the net present value of one case becomes that of another.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Diff {
    /// The case it begins with.
    pub from: CaseFacts,
    /// The case it ends with.
    pub to: CaseFacts,
    /// How it came about; its trials are those of each run.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Mean net present value, money.
    pub npv_mean: Ends,
    /// Median net present value, money.
    pub npv_p50: Ends,
    /// What the changes bring, the largest first.
    pub steps: Vec<DiffStep>,
    /// What the changes bring together and none of them alone: the rest of the difference.
    pub together: Part,
}

/// A figure of both cases.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ends {
    /// Of the first.
    pub from: Estimate,
    /// Of the second.
    pub to: Estimate,
    /// Of the second less the first.
    pub change: Estimate,
}

/// A part of the difference, money.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Of the mean net present value.
    pub npv_mean: Estimate,
    /// Of the median net present value.
    pub npv_p50: Estimate,
}

/// What a change brings: the mean of what it brings when it is made first and when it is made last.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DiffStep {
    /// The path of what changes, or the common name of a few; the link of the chain for small changes together.
    pub key: String,
    /// What is changed: `input`, `group`, `structure` or `link`.
    pub kind: String,
    /// Inputs that change.
    pub paths: Vec<String>,
    /// What the input is called, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Link of the effect chain.
    pub link: String,
    /// What the first case writes; none where it says nothing.
    pub from: Option<String>,
    /// What the second case writes; none where it says nothing.
    pub to: Option<String>,
    /// What it brings.
    #[serde(flatten)]
    pub part: Part,
    /// Change of the mean net present value when only this changes in the first case, money.
    pub first: Estimate,
    /// Change of the mean net present value when this changes last of all, money.
    pub last: Estimate,
}
