//! The file of readings that a case names.

use super::super::diagnostic::ScenarioError;
use super::super::fault::Fault;
use super::super::faults::{Faults, Place};
use super::super::fields;
use super::super::files::{Files, MOST_ACTUALS_BYTES};
use super::super::layers::gather;
use super::super::stack::Stack;
use super::super::track::ACTUALS;
use super::super::valid::Scenario;
use super::reading::Actuals;

impl Actuals {
    /// The readings of the file that `track.actuals` names, beside the file that says so or below; none where a case names
    /// none.
    ///
    /// # Errors
    /// The file is not read, or all that is wrong with it at once.
    pub fn of_case(scenario: &Scenario) -> Result<Option<Actuals>, ScenarioError> {
        let Some(path) = &scenario.track().actuals else { return Ok(None) };
        let source = scenario.source()?;
        let mut faults = Faults::default();
        let layers = gather(source, &mut faults);
        let stack = Stack::new(&layers.list, &fields::known(), &mut faults);
        let Some(setting) = stack.setting(ACTUALS) else { return Ok(None) };
        match source.files.open(&layers.list[setting.layer].identity, path, MOST_ACTUALS_BYTES) {
            Ok(opened) => Actuals::read(&opened.text, &opened.name, scenario).map(Some),
            Err(why) => {
                let place = Place { layer: setting.layer, span: setting.node().span.clone() };
                let mut faults = Faults::default();
                faults.add(Some(place), ACTUALS, Fault::File { found: format!("{path:?}"), why });
                Err(ScenarioError::Invalid(Box::new(faults.into_diagnostics(&layers.list))))
            }
        }
    }
}
