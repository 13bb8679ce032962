//! ROOM report::pages::breakeven

mod figures;
mod page;

pub use figures::breakeven;
pub(crate) use figures::value_map;
