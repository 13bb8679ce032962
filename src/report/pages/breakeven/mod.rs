//! ROOM report::pages::breakeven

mod figures;
mod page;

pub use figures::{breakeven, value_map};
