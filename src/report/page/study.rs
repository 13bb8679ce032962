//! What a study is to a reader: a document, a page, figures.

use super::content::Page;
#[cfg(feature = "figures")]
use super::figure::Named;
use super::json;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use serde::Serialize;
use std::fmt::Debug;

/// What is saved as JSON.
pub trait Document {
    /// The document: the same bytes whatever the threads.
    fn document(&self) -> String;
}

impl<T: Serialize> Document for T {
    fn document(&self) -> String {
        json::document(self)
    }
}

/// What a command of a decision found.
pub trait Study: Document + Debug + Send + Sync {
    /// The name of its file without ending, and of its heading among the texts.
    fn name(&self) -> &'static str;

    /// The case whose folder it belongs to.
    fn case(&self) -> &CaseFacts;

    /// Whether its lists fit one another, and every place that it names is one of theirs: what was changed by hand may not.
    fn is_whole(&self) -> bool {
        true
    }

    /// Trials behind its figures of the case as written; none where it has none.
    fn trials(&self) -> Option<usize> {
        None
    }

    /// What it says.
    fn page(&self, words: Words) -> Page;

    /// What it draws.
    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named>;
}
