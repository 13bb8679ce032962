//! Findings for readers: terminal, JSON, figures, files.

pub mod assessment;
pub mod decisions;
pub mod evidence;
pub mod figures;
pub mod format;
pub mod json;
pub mod language;
pub mod ledger;
pub mod lenses;
pub mod presets;
pub mod save;
pub mod side_by_side;
pub mod text;
pub mod trace;
mod words;
pub mod write;
pub mod xlsx;
