//! ROOM report::page

pub mod figure;
pub mod json;
pub mod page;
pub mod provenance;
pub mod values;
