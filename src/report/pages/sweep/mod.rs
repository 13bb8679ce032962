//! ROOM report::pages::sweep

mod figures;
mod page;

pub use figures::{sweep, sweep_two};
