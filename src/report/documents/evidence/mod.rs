//! The evidence for readers: where every number comes from, as text, Markdown, JSON and BibTeX.

mod bibtex;
mod citation;
mod entry;
mod find;
mod inputs;
mod json;
mod list;
mod markdown;
mod page;

pub use bibtex::bibtex;
pub use citation::citation;
pub use find::{EvidencePage, find};
pub use inputs::{Given, Layer, Use, defaults, given, users};
pub use json::json;
pub use markdown::markdown;
pub use page::text;
