//! What is written down: HTML, workbook, deck, memo, JSON, CSV, the evidence reader, and the one place that writes files.

pub mod evidence;
pub mod fans;
pub mod folder_name;
#[cfg(feature = "html")]
pub mod html;
pub mod ledger;
pub mod memo;
pub mod points;
#[cfg(feature = "pptx")]
pub mod pptx;
pub mod presets;
pub mod results;
#[cfg(feature = "disk")]
pub mod save;
#[cfg(any(feature = "html", feature = "pptx"))]
pub mod story;
pub mod trace;
#[cfg(feature = "disk")]
pub mod write;
#[cfg(feature = "xlsx")]
pub mod xlsx;
