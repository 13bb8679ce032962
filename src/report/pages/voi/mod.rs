//! What `delight voi` says and draws: what knowing more is worth.

mod figures;
mod page;

pub use figures::voi;
