//! Findings for readers: terminal, JSON, figures, files.

pub mod assessment;
pub mod bridge;
pub mod chain;
pub mod decisions;
pub mod drivers;
pub mod evidence;
pub mod fans;
pub mod figures;
pub mod format;
pub mod html;
pub mod json;
pub mod kpi;
pub mod language;
pub mod ledger;
pub mod lenses;
pub mod memo;
pub mod presets;
pub mod provenance;
pub mod results;
pub mod save;
pub mod side_by_side;
pub mod studies;
pub mod text;
pub mod trace;
mod words;
pub mod write;
pub mod xlsx;
