//! What a valid scenario consists of: the project, its assumptions with their provenance, its correlations and settings.

use crate::chain;
use crate::chain::Delivery;
pub use crate::chain::gate::{Gate, Metric};
use crate::chain::survey::ANSWERS;
use crate::finance::account;
use crate::finance::costs::CostItem;
use crate::finance::flows::Flow;
use crate::sampling::Distribution;
use crate::units::{Catalogue, Input, Kind};
use serde::{Deserialize, Serialize};

pub use crate::evidence::Grade;

/// A setting that is no quantity, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Path in the scenario file, such as `programme.delivery`; of a list its name, such as `correlations`.
    pub path: String,
    /// As it was written; empty for a list.
    pub written: String,
    /// Where it stands: `hotel.toml:12`.
    pub place: String,
}

/// What a case says of a choice among projects; it moves no result of the case itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funding {
    /// `portfolio.budget`: what it uses of the budget, money; none: the present value of its costs.
    pub budget: Option<Distribution>,
    /// `portfolio.staff`: full-time equivalents that it ties up.
    pub staff: Option<Distribution>,
    /// `portfolio.group`: at most one project of a group is funded.
    pub group: Option<String>,
    /// `portfolio.requires`: names of the cases without which it is not funded.
    pub requires: Vec<String>,
    /// `portfolio.must`: whether it is funded in any case.
    pub must: bool,
}

/// What a project without a chain says of its own doubt when it is compared; it moves no result of the case itself. What it
/// leaves open is that of a programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RivalTerms {
    /// `rival.delivery`: what becomes of its income in every trial; none: drawn.
    pub delivery: Option<Delivery>,
    /// `rival.success_probability`: chance that it brings all of its income.
    pub success: Option<Distribution>,
    /// `rival.cost_overrun`: × its outlays as written.
    pub overrun: Option<Distribution>,
}

impl RivalTerms {
    /// Whether it turns out as written in every trial.
    pub fn is_certain(&self) -> bool {
        let as_planned = |d: &Distribution| d.is_constant() && d.median() == 1.0;
        self.delivery == Some(Delivery::Full) && self.overrun.as_ref().is_some_and(as_planned)
    }
}

/// The inputs of valuation, in the order in which [`account::Inputs::read`] takes them.
pub fn finance_catalogue() -> Vec<Input> {
    let mut all = Catalogue::default();
    account::Inputs::read(&mut all);
    all.0
}

/// Every input of a chain case that has a path of its own, in the order of the assumptions.
pub fn inputs() -> Vec<Input> {
    let mut all = chain::catalogue();
    all.extend(finance_catalogue());
    all.push(overrun());
    all
}

/// What may be known of the answers of today's customers: their shares, their net promoter score, their mean score.
pub fn survey_catalogue() -> Vec<Input> {
    answers().into_iter().chain([net_promoter_score(), mean_score()]).collect()
}

/// The shares of the three answers to the recommendation question.
pub(super) fn answers() -> [Input; 3] {
    let meanings = ["customers who answer 9 or 10", "customers who answer 7 or 8", "customers who answer 0 to 6"];
    std::array::from_fn(|c| Input::new("customers.nps", ANSWERS[c], Kind::SHARE, "share of customers", meanings[c]))
}

/// The net promoter score that may stand in place of the three shares.
pub(super) fn net_promoter_score() -> Input {
    let kind = Kind::real_between(-99.0, 99.0);
    Input::new("customers", "nps", kind, "points", "net promoter score today: promoters minus detractors")
}

/// Today's mean score.
pub(super) fn mean_score() -> Input {
    Input::new("customers", "score", Kind::MEAN_SCORE, "0–10", "mean answer of today's customers to the 0–10 question")
}

/// The factor on every cost line.
pub fn overrun() -> Input {
    let kind = Kind::amount_between(0.0, 100.0);
    Input::new(
        "programme",
        "cost_overrun",
        kind,
        "× the costs as written",
        "what the programme really costs for each unit of money planned",
    )
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarMonth {
    /// Year, 1900 to 2200.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
}

/// What is compared: the two kinds of project.
#[allow(clippy::large_enum_variant, reason = "there is one a case")]
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a case has one")]
pub enum Project {
    /// The effect chain: a programme against doing nothing.
    ///
    /// Its assumptions are: every input of [`chain::catalogue`], then those of [`finance_catalogue`], then
    /// `programme.cost_overrun`, then one amount for each cost line (`programme.costs.<name>`), then what its plan knows of the
    /// answers of today's customers (`customers.nps.promoters` … or `customers.nps`, then `customers.score`), then any others
    /// from which some of these are computed.
    Chain(ChainCase),
    /// A rival project without a chain.
    ///
    /// Its assumptions are: those of [`finance_catalogue`], then the amount and the growth of each flow in turn
    /// (`flows.<name>.amount`, `flows.<name>.growth`).
    CashFlow(Vec<Flow>),
}

/// What the chain takes from the scenario besides its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainCase {
    /// Delivery, acquisition, elements that start together.
    pub plan: chain::Plan,
    /// Cost lines of the programme.
    pub costs: Vec<CostItem>,
    /// When the programme is stopped, if it is checked.
    pub gate: Option<Gate>,
}

impl ChainCase {
    /// Whether a survey, which may err, reads the gate.
    pub fn has_survey(&self) -> bool {
        self.gate.is_some_and(|gate| gate.survey.is_some())
    }
}

/// A number of the case: what it is, what it may be, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Path in the scenario file, such as `customers.count`.
    pub path: String,
    /// The values it may take.
    pub kind: Kind,
    /// Unit, for people.
    pub unit: String,
    /// Meaning, for people.
    pub meaning: String,
    /// How its values come about.
    pub value: Value,
    /// The quantity as it was written, such as `30% to 40%`.
    pub written: String,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How the values of an assumption come about.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Drawn from a distribution; a constant is the simplest one.
    Drawn(Distribution),
    /// Σ weight·value of other assumptions, by their places.
    Sum(Vec<(usize, f64)>),
}

impl Value {
    /// Whether it is the same in every trial.
    pub fn is_constant(&self) -> bool {
        matches!(self, Value::Drawn(distribution) if distribution.is_constant())
    }
}

impl Assumption {
    /// Its median; none where it is computed from others.
    pub fn median(&self) -> Option<f64> {
        match &self.value {
            Value::Drawn(distribution) => Some(distribution.median()),
            Value::Sum(_) => None,
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Source, in the words of whoever gave it.
    pub source: Option<String>,
    /// Grade of the evidence.
    pub grade: Option<Grade>,
    /// Note.
    pub note: Option<String>,
    /// Where it stands: `hotel.toml:12`, `preset hotel:40`, `defaults:9`.
    pub place: String,
    /// How it was converted, if it is an amount in euros in a case of another currency.
    pub converted: Option<Conversion>,
}

/// How an amount in euros became one in the currency of the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversion {
    /// `case.per_euro`: units of the currency for one euro.
    pub per_euro: f64,
    /// `case.currency`, an ISO 4217 code such as USD.
    pub currency: String,
}

/// A rank correlation between two assumptions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Places of the two assumptions.
    pub between: [usize; 2],
    /// Spearman's rank correlation, −1 to 1.
    pub rank: f64,
}
