//! What `delight breakeven` says and draws: what would have to be true.

mod figures;
mod page;

pub use figures::breakeven;
pub(crate) use figures::value_map;
