//! The case that is given to the seam: its files, and the values that stand in place of theirs.

use super::error::SeamError;
use super::request::{Asked, read};
use delight_model::evidence::Lens;
use delight_model::scenario::{Case, Files, OpenedFile, Scenario, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A case with its files, and values put in place of the scenario's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    main: String,
    files: BTreeMap<String, String>,
    /// Path and text of each value, as `--set` takes them.
    #[serde(default)]
    set: Vec<(String, String)>,
}

impl Given {
    /// The files alone.
    pub(super) fn sources(&self) -> Sources {
        Sources { main: self.main.clone(), files: self.files.clone() }
    }

    /// Name of the scenario file among the files.
    pub(super) fn main(&self) -> &str {
        &self.main
    }

    /// The values that stand in place of those of the files.
    pub(super) fn set(&self) -> &[(String, String)] {
        &self.set
    }

    /// The scenario with its views through every lens.
    pub(super) fn case(&self, lens: Option<Lens>) -> Result<Case, SeamError> {
        let (first, files) = self.first()?;
        let case = Case::from_file(first, files, lens)?;
        Ok(self.set.iter().try_fold(case, |case, (path, text)| case.with(path, text))?)
    }

    /// The scenario alone.
    pub(super) fn scenario(&self, lens: Option<Lens>) -> Result<Scenario, SeamError> {
        let (first, files) = self.first()?;
        let scenario = delight_model::scenario::from_file(first, files, lens)?;
        Ok(self.set.iter().try_fold(scenario, |scenario, (path, text)| scenario.with(path, text))?)
    }

    /// The scenario file, and those that it may name.
    pub(super) fn first(&self) -> Result<(OpenedFile, Arc<dyn Files>), SeamError> {
        self.sources().opened().ok_or_else(|| {
            SeamError::Request(format!("the case: \"files\" holds no {:?}, which is \"main\"", self.main))
        })
    }
}

/// The case of a request, for whatever takes a case: seen through the lens of the settings.
///
/// # Errors
/// [`SeamError`].
pub fn case(case: &str, settings: &str) -> Result<Case, SeamError> {
    let (given, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    given.case(asked.lens)
}
