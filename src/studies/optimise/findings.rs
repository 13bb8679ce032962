//! What is found of how to spread a budget.

use crate::findings::{CaseFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// The best spread of a budget over elements and time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Optimisation {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those on which plans are valued.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Other trials, independent of these, on which the plan was searched.
    pub search_trials: usize,
    /// What may be planned, money at today's prices, not discounted, without overrun.
    pub budget: f64,
    /// What the programme as written plans to spend on effort, the same way.
    pub written_cost: f64,
    /// Risk tolerance of the owner, money; none: only the mean counts.
    pub risk_tolerance: Option<f64>,
    /// Elements that can be built at a time; none: as many as one likes.
    pub staff: Option<usize>,
    /// Months in which an element is being built.
    pub build_months: usize,
    /// The programme as written.
    pub written: Valued,
    /// All gains of the programme as written scaled to the budget.
    pub scaled: Valued,
    /// The best plan.
    pub best: Valued,
    /// Certainty equivalent of the best plan less that of the programme as written, on the same draws, money.
    pub difference: Estimate,
    /// The same less that of the scaled programme.
    pub over_scaled: Estimate,
    /// The nine elements, in the order of the method.
    pub elements: Vec<ElementPlan>,
    /// The best plan as a scenario file says it; none where it is to do nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_file: Option<PlanInFile>,
    /// The best plans of owners who bear more and less risk, the most risk first.
    pub frontier: Vec<FrontierPoint>,
}

/// A plan as a scenario file says it: the size of the programme, targets and start months to two digits. Costs follow the size
/// at the times that their lines say, so it is worth a little more or less than the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanInFile {
    /// Paths with what to write there.
    pub changes: Vec<(String, String)>,
    /// What `delight run` of the case with these changes gives, with as many trials and the same seed.
    pub value: Valued,
}

/// What a plan is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Valued {
    /// Planned cost of its effort, money.
    pub cost: f64,
    /// Mean net present value, money.
    pub npv_mean: Estimate,
    /// Certainty equivalent for the owner, money.
    pub certainty_equivalent: Estimate,
    /// Mean of the worst 5 % of the trials, money.
    pub expected_shortfall_5: Estimate,
    /// Share of the trials with a net present value below zero.
    pub loss_probability: Estimate,
}

/// An element in the programme as written and in the best plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ElementPlan {
    /// Its key: `vision`, …
    pub element: String,
    /// Maturity today at its point value.
    pub now: f64,
    /// Target as written, all doses counted.
    pub target_written: f64,
    /// Target of the best plan.
    pub target: f64,
    /// Share of the planned cost as written.
    pub share_written: f64,
    /// Share of the budget in the best plan; the rest of the budget is not spent.
    pub share: f64,
    /// Planned cost in the best plan, money.
    pub cost: f64,
    /// Month after which work begins as written.
    pub start_written: f64,
    /// Month after which work begins in the best plan; none if it is left alone.
    pub start: Option<f64>,
    /// How often it is the weakest of a capability that rests on it, in the best plan delivered in full: a share.
    pub weakest: f64,
    /// Net present value that one more unit of planned money on it would add, money for money; none if nothing more
    /// can be gained.
    pub marginal: Option<Estimate>,
}

/// The best plan of an owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrontierPoint {
    /// Risk tolerance, money; none: only the mean counts.
    pub risk_tolerance: Option<f64>,
    /// What it is worth.
    pub value: Valued,
    /// Target of each element, in the order of the method.
    pub targets: Vec<f64>,
}
