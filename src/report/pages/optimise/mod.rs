//! What `delight optimise` says and draws: how to spread the effort.

mod figures;
mod page;

pub use figures::optimise;
