//! Changes of a scenario, in the words of its files.

use super::build::from_source;
use super::diagnostic::ScenarioError;
use super::valid::Scenario;
use crate::evidence::Lens;

impl Scenario {
    /// The same scenario with this value at this path, written as in a scenario file: `30% to 40%`, `48`, `full`,
    /// `{ value = "35%", source = "own administration" }`.
    ///
    /// All of it is read anew, so that presets, lenses and notes are those of a file that says so. A cost line is
    /// changed by `programme.costs.<name>`, a flow by `flows.<name>.amount` and `flows.<name>.growth`.
    ///
    /// # Errors
    /// All that is then wrong, as for a file; what was changed is called `your changes`.
    /// [`ScenarioError::Derived`] of a case that a study derived.
    pub fn with(&self, path: &str, text: &str) -> Result<Scenario, ScenarioError> {
        Ok(self.as_asked(&from_source(self.source()?.with(path, text))?))
    }

    /// The same scenario seen through another lens.
    ///
    /// # Errors
    /// Those of [`Scenario::with`].
    pub fn through(&self, lens: Lens) -> Result<Scenario, ScenarioError> {
        Ok(self.as_asked(&from_source(self.source()?.through(Some(lens)))?))
    }

    /// A scenario that was read anew, valued to the same horizon and drawn with the same rivals.
    fn as_asked(&self, read: &Scenario) -> Scenario {
        read.with_horizon(self.horizon()).with_dimensions(self.dimensions().cloned())
    }
}
