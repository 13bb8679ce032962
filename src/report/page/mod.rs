//! One page for screen, HTML and Markdown: sentences, tables, remarks and figures, before anybody writes them down.

pub mod chance;
pub mod chart;
pub mod content;
#[cfg(feature = "figures")]
pub mod figure;
mod fitting;
mod grid;
pub mod json;
mod lines;
mod markdown;
pub mod provenance;
pub mod screen;
mod stack;
pub mod study;
pub mod table;
pub mod values;
