//! A case as it is, and through every lens.

use super::build::from_file;
use super::case::{Case, Scenario};
use super::diagnostic::ScenarioError;
use super::files::{Files, NoFiles, OpenedFile};
use crate::evidence::Lens;

/// A case as it asks to be seen, and the same case through every lens.
#[derive(Clone, Debug)]
pub struct Views {
    /// Through its own lens, or the one asked for.
    pub own: Scenario,
    /// Through each of [`Lens::ALL`]; none for a project without a chain, which no lens touches.
    pub lenses: Option<[Scenario; 3]>,
}

impl Views {
    /// The views of a file that was opened; `own` is the lens asked for, if any.
    ///
    /// # Errors
    /// All that is wrong with it at once.
    pub fn from_file(first: &OpenedFile, files: &dyn Files, own: Option<Lens>) -> Result<Views, ScenarioError> {
        let through = |lens| from_file(first.clone(), files, lens);
        let own = through(own)?;
        let lenses = match own.case {
            Case::CashFlow(_) => None,
            Case::Chain(_) => {
                let [a, b, c] = Lens::ALL;
                Some([through(Some(a))?, through(Some(b))?, through(Some(c))?])
            }
        };
        Ok(Views { own, lenses })
    }

    /// The views of a text; `name` is what its messages call it.
    ///
    /// # Errors
    /// All that is wrong with it at once.
    pub fn from_text(name: &str, text: &str) -> Result<Views, ScenarioError> {
        let first = OpenedFile { name: name.to_owned(), identity: name.to_owned(), text: text.to_owned() };
        Self::from_file(&first, &NoFiles, None)
    }
}
