//! What went wrong, as exceptions of the package.

use delight_case::scenario::{Diagnostic, ScenarioError};
use delight_case::studies::seam::SeamError;
use pyo3::prelude::*;

pyo3::import_exception!(delight._errors, CaseError);
pyo3::import_exception!(delight._errors, DelightError);

/// File, line, column, key, found, rule, what to write, and all of it as a message.
type Problem = (String, usize, usize, String, String, String, Option<String>, String);

fn problem(d: &Diagnostic) -> Problem {
    let Diagnostic { file, line, column, key, found, rule, fix, .. } = d;
    (file.clone(), *line, *column, key.clone(), found.clone(), rule.clone(), fix.clone(), d.to_string())
}

/// A case that is not valid.
pub fn of_case(error: &ScenarioError) -> PyErr {
    let problems: Vec<Problem> = match error {
        ScenarioError::Invalid(all) => all.list.iter().map(problem).collect(),
        _ => Vec::new(),
    };
    CaseError::new_err((error.to_string(), problems))
}

/// Whatever the seam refuses.
pub fn of_seam(error: &SeamError) -> PyErr {
    match error {
        SeamError::Scenario(error) => of_case(error),
        other => DelightError::new_err(other.to_string()),
    }
}

/// Anything else.
pub fn of_text(text: impl Into<String>) -> PyErr {
    DelightError::new_err(text.into())
}
