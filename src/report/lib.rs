//! Findings for readers: terminal, JSON, figures, files.

pub mod documents;
pub mod page;
pub mod pages;
#[cfg(feature = "figures")]
pub mod plot;
pub mod words;
