//! A file that holds a self-assessment: its answers, and the case that it makes if it makes one.

use super::answers::Assessment;
use crate::evidence::Lens;
use crate::scenario::build::from_source;
use crate::scenario::diagnostic::{Diagnostic, Diagnostics, ScenarioError};
use crate::scenario::fault::Fault;
use crate::scenario::faults::Faults;
use crate::scenario::files::{Files, OpenedFile};
use crate::scenario::header::file_stem;
use crate::scenario::language::Language;
use crate::scenario::layers::gather;
use crate::scenario::source::Source;
use crate::scenario::valid::Scenario;
use std::sync::Arc;

/// A file with a self-assessment: its answers, and the case that it makes, if it makes one.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// What the file is called, without folder and ending.
    pub name: String,
    /// Language of the results, if the file or its bases name one.
    pub language: Option<Language>,
    /// The answers; none if the file and its bases hold no `[assessment]`.
    pub assessment: Option<Assessment>,
    /// The case, or what is missing for one.
    pub case: Result<Scenario, Box<Diagnostics>>,
}

impl Assessed {
    /// The self-assessment that a text holds; `name` is what its messages call it.
    ///
    /// # Errors
    /// All that is wrong with it; not being a complete case is no error.
    pub fn from_text(name: &str, text: &str) -> Result<Assessed, ScenarioError> {
        of_source(Source::of_text(name, text))
    }
}

/// The self-assessment of a file that was opened; files that it names are opened through `files`.
///
/// Its case is seen through `lens`, or else through the one that `case.lens` names.
///
/// # Errors
/// All that is wrong with it; not being a complete case is no error.
pub fn assessed(first: OpenedFile, files: Arc<dyn Files>, lens: Option<Lens>) -> Result<Assessed, ScenarioError> {
    of_source(Source::new(first, files, lens))
}

fn of_source(source: Source) -> Result<Assessed, ScenarioError> {
    let name = file_stem(&source.first.name);
    let case = match from_source(source.clone()) {
        Ok(scenario) => Ok(scenario),
        Err(ScenarioError::Invalid(all)) if all.more == 0 && all.list.iter().all(only_missing) => Err(all),
        Err(error) => return Err(error),
    };
    // What is wrong with the layers has been said above.
    let layers = gather(&source, &mut Faults::default());
    Ok(Assessed { name, language: layers.language(), assessment: layers.assessment, case })
}

/// Whether this is an input that nothing gives, which a file of answers alone need not.
fn only_missing(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.fault, Fault::Missing { of_case: true, .. } | Fault::MissingMany { .. })
}
