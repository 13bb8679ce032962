//! One page for screen, HTML and Markdown: sentences, tables, remarks and figures, before anybody writes them down.

pub mod figure;
pub mod json;
pub mod page;
pub mod provenance;
pub mod values;
