//! A case as it asks to be seen, and through every lens.

use super::build::from_source;
use super::checked::Project;
use super::diagnostic::ScenarioError;
use super::files::{Files, OpenedFile};
use super::horizon::Horizon;
use super::source::Source;
use super::valid::Scenario;
use crate::evidence::Lens;
use std::sync::Arc;

/// What a run takes: a scenario, and the same scenario through every lens; all of them valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    own: Scenario,
    lenses: Option<[Scenario; 3]>,
}

impl Case {
    /// The case of a file that was opened; `own` is the lens asked for, if any.
    ///
    /// # Errors
    /// All that is wrong with it at once.
    pub fn from_file(first: OpenedFile, files: Arc<dyn Files>, own: Option<Lens>) -> Result<Case, ScenarioError> {
        Self::from_source(Source::new(first, files, own))
    }

    /// The case of a text; `name` is what its messages call it.
    ///
    /// # Errors
    /// All that is wrong with it at once.
    pub fn from_text(name: &str, text: &str) -> Result<Case, ScenarioError> {
        Self::from_source(Source::of_text(name, text))
    }

    fn from_source(source: Source) -> Result<Case, ScenarioError> {
        Self::of(&from_source(source)?)
    }

    /// The case of a scenario.
    ///
    /// # Errors
    /// What is wrong with it through another lens; [`ScenarioError::Derived`] if a study derived it.
    pub fn of(scenario: &Scenario) -> Result<Case, ScenarioError> {
        let lenses = match scenario.project() {
            Project::CashFlow(_) => None,
            Project::Chain(_) => {
                let [a, b, c] = Lens::ALL;
                Some([scenario.through(a)?, scenario.through(b)?, scenario.through(c)?])
            }
        };
        Ok(Case { own: scenario.clone(), lenses })
    }

    /// The same case with this value at this path: [`Scenario::with`].
    ///
    /// # Errors
    /// All that is then wrong, as for a file.
    pub fn with(&self, path: &str, text: &str) -> Result<Case, ScenarioError> {
        Self::of(&self.own.with(path, text)?)
    }

    /// The same case valued to another horizon.
    pub fn with_horizon(&self, horizon: Horizon) -> Case {
        let lenses = self.lenses.as_ref().map(|lenses| lenses.each_ref().map(|lens| lens.with_horizon(horizon)));
        Case { own: self.own.with_horizon(horizon), lenses }
    }

    /// The scenario through its own lens, or the one asked for.
    pub fn scenario(&self) -> &Scenario {
        &self.own
    }

    /// The scenario through each of [`Lens::ALL`]; none for a project without a chain, which no lens touches.
    pub fn lenses(&self) -> Option<&[Scenario; 3]> {
        self.lenses.as_ref()
    }
}
