//! Findings for readers: terminal, JSON, figures, files.

pub mod figures;
pub mod format;
pub mod json;
pub mod text;
pub mod write;
