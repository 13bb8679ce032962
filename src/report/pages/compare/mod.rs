//! What `delight compare` says and draws: rivals for the same money.

mod figures;
mod page;

pub use figures::compare;
