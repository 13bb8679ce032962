//! Findings for readers: terminal, JSON, figures, files.

pub mod documents;
pub mod page;
pub mod pages;
#[cfg(feature = "cli")]
pub mod plot;
pub mod words;

