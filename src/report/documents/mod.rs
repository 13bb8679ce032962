//! What is written down: HTML, workbook, memo, JSON, CSV, the evidence reader, and the one place that writes files.

pub mod evidence;
pub mod fans;
pub mod html;
pub mod ledger;
pub mod memo;
pub mod points;
pub mod presets;
pub mod results;
pub mod save;
pub mod trace;
pub mod write;
pub mod xlsx;
