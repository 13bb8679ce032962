//! A scenario, valid by construction: what it says, and what a study may derive from it.

use super::actuals::TrackPlan;
use super::assessment::Assessment;
use super::checked::{Assumption, CalendarMonth, Correlation, Funding, Project, RivalTerms, Setting};
use super::diagnostic::ScenarioError;
use super::horizon::Horizon;
use super::language::Language;
use super::note::Note;
use super::rule::DecisionRule;
use super::source::Source;
use super::today;
use crate::chain::today::Today;
use crate::evidence::Lens;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A scenario, checked. Clones share what it holds.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub(super) parts: Arc<Parts>,
    /// What it was read from; none of a case that a study derived.
    source: Option<Arc<Source>>,
    /// The dimensions of the names of rivals that are drawn together; none of a case by itself.
    dimensions: Option<Arc<Dimensions>>,
    /// The self-assessment behind its maturities, if its files hold one.
    assessment: Option<Arc<Assessment>>,
}

/// Dimensions of the Sobol' sequence by the names that users gave: cost lines, flows.
pub(crate) type Dimensions = BTreeMap<String, u16>;

/// What a scenario says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    pub name: String,
    pub currency: String,
    pub months: usize,
    /// As the case says it; [`Scenario::run_off_months`] says whether there is one.
    pub run_off: usize,
    pub horizon: Horizon,
    pub rule: DecisionRule,
    pub start: Option<CalendarMonth>,
    pub language: Option<Language>,
    pub seed: u64,
    pub preset: Option<String>,
    pub lens: Lens,
    pub model: Model,
    pub funding: Funding,
    pub terms: RivalTerms,
    pub track: TrackPlan,
    pub notes: Vec<Note>,
    pub settings: Vec<Setting>,
}

/// Scenarios are equal that say the same, wherever they come from.
impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Scenario {
    pub(super) fn new(parts: Parts, source: Source, assessment: Option<Assessment>) -> Self {
        let (parts, assessment) = (Arc::new(parts), assessment.map(Arc::new));
        Scenario { parts, source: Some(Arc::new(source)), dimensions: None, assessment }
    }

    /// The self-assessment of its files, if they hold one.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessment.as_deref()
    }

    pub(super) fn source(&self) -> Result<&Source, ScenarioError> {
        self.source.as_deref().ok_or(ScenarioError::Derived)
    }

    /// The dimensions of its own names, where rivals have agreed on them.
    pub(crate) fn dimensions(&self) -> Option<&Arc<Dimensions>> {
        self.dimensions.as_ref()
    }

    /// The same scenario with these dimensions of the names that users gave.
    pub(crate) fn with_dimensions(&self, dimensions: Option<Arc<Dimensions>>) -> Scenario {
        Scenario { dimensions, ..self.clone() }
    }

    /// `case.name`.
    pub fn name(&self) -> &str {
        &self.parts.name
    }

    /// `case.currency`, an ISO 4217 code such as EUR.
    pub fn currency(&self) -> &str {
        &self.parts.currency
    }

    /// `case.rule`: when the case is worth doing.
    pub fn rule(&self) -> DecisionRule {
        self.parts.rule
    }

    /// `case.months`: the horizon T, 12 to 240.
    pub fn months(&self) -> usize {
        self.parts.months
    }

    /// `case.start`: the calendar month of month 1, if the case names one.
    pub fn start(&self) -> Option<CalendarMonth> {
        self.parts.start
    }

    /// `case.lang`: the language of its results, if the case names one.
    pub fn language(&self) -> Option<Language> {
        self.parts.language
    }

    /// `case.seed`.
    pub fn seed(&self) -> u64 {
        self.parts.seed
    }

    /// `case.preset`, the preset it starts from.
    pub fn preset(&self) -> Option<&str> {
        self.parts.preset.as_deref()
    }

    /// The lens it is seen through: `case.lens`, or the one asked for.
    pub fn lens(&self) -> Lens {
        self.parts.lens
    }

    /// What is compared.
    pub fn project(&self) -> &Project {
        &self.parts.model.project
    }

    /// Every number of the case that may be uncertain: the columns of the draws, in this order.
    pub fn assumptions(&self) -> &[Assumption] {
        &self.parts.model.assumptions
    }

    /// Rank correlations between assumptions.
    pub fn correlations(&self) -> &[Correlation] {
        &self.parts.model.correlations
    }

    /// What it says of a choice among projects.
    pub fn funding(&self) -> &Funding {
        &self.parts.funding
    }

    /// What it says of its own doubt when it is compared; nothing of a programme, whose doubt is among its inputs.
    pub fn terms(&self) -> &RivalTerms {
        &self.parts.terms
    }

    /// How it is held against its actuals.
    pub fn track(&self) -> &TrackPlan {
        &self.parts.track
    }

    /// What the reader should know of how the file was understood.
    pub fn notes(&self) -> &[Note] {
        &self.parts.notes
    }

    /// The point value (median) of an assumption that is drawn, by its path.
    pub fn point(&self, path: &str) -> Option<f64> {
        self.assumption(path)?.median()
    }

    /// The wage bill of today at point values, money a year; 0 of a project without a chain.
    pub fn wage_bill(&self) -> f64 {
        let point = |path| self.point(path).unwrap_or(0.0);
        point("employees.headcount") * point("employees.salary_per_year")
    }

    /// Today's organisation at point values; none of a project without a chain.
    pub fn today(&self) -> Option<Today> {
        match self.project() {
            Project::Chain(case) => today::of(self.assumptions().iter(), &case.plan),
            Project::CashFlow(_) => None,
        }
    }

    /// The assumption of this path.
    pub fn assumption(&self, path: &str) -> Option<&Assumption> {
        self.parts.model.assumptions.iter().find(|a| a.path == path)
    }

    /// The setting of this path, if a layer gives it.
    pub fn setting(&self, path: &str) -> Option<&Setting> {
        self.parts.settings.iter().find(|s| s.path == path)
    }

    /// The case that a study makes of this one: with another plan, other values, other ties. It is not checked again,
    /// and cannot be changed by [`Scenario::with`].
    ///
    /// The assumptions keep the order that [`Project`] says.
    pub fn derived(&self, change: impl FnOnce(&mut Model)) -> Scenario {
        let mut parts = (*self.parts).clone();
        change(&mut parts.model);
        Scenario { parts: Arc::new(parts), source: None, ..self.clone() }
    }
}

/// What decides the results of a case, besides its horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What is compared.
    pub project: Project,
    /// The columns of the draws.
    pub assumptions: Vec<Assumption>,
    /// Rank correlations between assumptions, by their places.
    pub correlations: Vec<Correlation>,
}
