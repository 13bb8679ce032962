//! What choosing among projects says.

use crate::findings::{BriefSpread, CaseFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// The best set of projects under the limits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Portfolio {
    /// The first case.
    pub case: CaseFacts,
    /// How it came about.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// What is made as large as possible.
    pub objective: PortfolioObjective,
    /// The budget, then the staff if it is limited.
    pub limits: Vec<LimitUse>,
    /// The set that is funded.
    pub total: Total,
    /// Every project in the order given.
    pub projects: Vec<ProjectChoice>,
    /// The least budget with which another set would be better; none if no budget would.
    pub next: Option<Next>,
    /// The best value by budget, the smallest first; each holds up to the next.
    pub curve: Vec<Curve>,
    /// Resamples behind every share of best sets.
    pub resamples: usize,
}

/// What is made as large as possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PortfolioObjective {
    /// `mean_npv` or `certainty_equivalent`.
    pub of: String,
    /// The R of the certainty equivalent, money.
    pub risk_tolerance: Option<f64>,
}

/// Something that is limited.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LimitUse {
    /// `budget` (money) or `staff` (full-time equivalents).
    pub of: String,
    /// The most that may be used.
    pub at_most: f64,
    /// What the funded projects use.
    pub used: Estimate,
}

/// The funded set.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Total {
    /// Its worth: the objective, money.
    pub value: Estimate,
    /// Its net present value, money.
    pub npv: BriefSpread,
    /// Share of the trials in which it loses money.
    pub loss_probability: Estimate,
    /// Mean of its worst twentieth of the trials, money.
    pub expected_shortfall_5: Estimate,
    /// Share of the resamples in which this very set is the best.
    pub best_in: Estimate,
}

/// One project.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProjectChoice {
    /// Name of the case.
    pub name: String,
    /// `chain` or `cash-flow`.
    pub kind: String,
    /// Mean of its net present value, money.
    pub npv_mean: Estimate,
    /// Its worth alone: the objective of it and nothing else, money.
    pub value: Estimate,
    /// What it uses of the budget, money.
    pub budget: Estimate,
    /// Whether the scenario says so; otherwise it is the mean present value of its costs.
    pub budget_stated: bool,
    /// Mean net present value per unit of budget; none if it uses none.
    pub npv_per_budget: Option<f64>,
    /// What it uses of the staff, full-time equivalents; none if the scenario does not say.
    pub staff: Option<f64>,
    /// Whether it is funded.
    pub funded: bool,
    /// Whether it must be.
    pub must: bool,
    /// Share of the resamples in which the best set has it.
    pub in_best_set: Estimate,
    /// Why it is not funded.
    pub reason: Option<Reason>,
}

/// Why a project is not funded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reason {
    /// `negative` (worth nothing by itself), `does_not_fit` (no allowed set has it), `outdone` (others would have to give
    /// way) or `lowers` (it would fit, and lowers the worth of the whole).
    pub of: String,
    /// What the best set that has it is worth less, money; none if no allowed set has it.
    pub loss: Option<Estimate>,
    /// Places of the funded projects that this set lacks.
    pub displaces: Vec<usize>,
    /// Places of the other projects that it has in addition.
    pub brings: Vec<usize>,
}

/// The next better set.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Next {
    /// The least budget with which it can be funded, money.
    pub budget: f64,
    /// What that is more than the budget, money.
    pub more: f64,
    /// What the set is worth more, money.
    pub gain: Estimate,
    /// Places of the projects that join.
    pub joins: Vec<usize>,
    /// Places of the projects that leave.
    pub leaves: Vec<usize>,
}

/// The best set of a budget.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Curve {
    /// The least budget with which it can be funded, money.
    pub budget: f64,
    /// Its worth, money.
    pub value: Estimate,
    /// Places of its projects.
    pub funded: Vec<usize>,
}
