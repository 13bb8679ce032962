//! What the value of information says of a decision.

use super::pilot::PilotPlan;
use crate::findings::{CaseFacts, InputFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The value of information of a decision.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ValueOfInformation {
    /// The first case.
    pub case: CaseFacts,
    /// How it came about.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// How much each lens is believed; none where the case is seen through its own lens alone.
    #[serde(default)]
    pub lens_weights: Option<BTreeMap<String, f64>>,
    /// What can be chosen, besides doing nothing.
    pub options: Vec<Choice>,
    /// Place of the option that is best by its mean; none: doing nothing.
    pub best: Option<usize>,
    /// Place of the option that is best at point values; none: doing nothing.
    pub best_at_point_values: Option<usize>,
    /// Whether the net present value of any option differs from trial to trial by more than rounding.
    #[serde(default = "usually")]
    pub varies: bool,
    /// Expected value of perfect information, money.
    pub evpi: Estimate,
    /// Expected value of including uncertainty, money.
    pub eviu: Estimate,
    /// Every uncertain input, the one most worth knowing first.
    pub inputs: Vec<InputVoi>,
    /// Groups by link of the effect chain.
    pub links: Vec<GroupVoi>,
    /// Groups by grade of the evidence.
    pub grades: Vec<GroupVoi>,
    /// A pilot, if one was asked for.
    pub pilot: Option<PilotValue>,
}

fn usually() -> bool {
    true
}

/// Something that can be chosen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// Name of the case.
    pub name: String,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Net present value at point values, delivered in full, money.
    pub npv_at_point_values: f64,
    /// Share of the trials in which it is the best.
    pub best_in: Estimate,
}

/// What knowing one input is worth, or several that go together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InputVoi {
    /// The input, or the first of several under the name of all (`name.bundle`); inputs of a rival carry its name before their path.
    pub input: InputFacts,
    /// Whether it could be measured before the decision.
    pub can_be_known: bool,
    /// Expected value of perfect information on it, money.
    pub evppi: Estimate,
}

/// What knowing a group of inputs is worth.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GroupVoi {
    /// Key of the link or the grade.
    pub key: String,
    /// Number of uncertain inputs in it.
    pub inputs: usize,
    /// Expected value of perfect information on all of them, money.
    pub evppi: Estimate,
}

/// What a pilot is worth.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PilotValue {
    /// Its plan.
    pub plan: PilotPlan,
    /// What it measures.
    pub measures: Vec<InputFacts>,
    /// Standard deviation of the error of its result, × that of the prior.
    pub error: f64,
    /// Value of knowing exactly what it measures, money.
    pub evppi: Estimate,
    /// Expected value of its results, money.
    pub evsi: Estimate,
    /// The same with half and with twice the noise, which is the part of the plan that is known least.
    pub evsi_by_noise: [Estimate; 2],
    /// What is left after its cost and the wait, money.
    pub net_benefit: Estimate,
}
