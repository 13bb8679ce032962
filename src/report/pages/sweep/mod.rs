//! What `delight sweep` says and draws: the value as an input moves.

mod figures;
mod page;

pub use figures::{sweep, sweep_two};
