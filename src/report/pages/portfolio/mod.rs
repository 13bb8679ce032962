//! What `delight portfolio` says and draws: which projects to fund together.

mod figures;
mod page;

pub use figures::portfolio;
