//! What `delight gate` says and draws: when to look, at what, and with how much to go on.

mod figures;
mod page;

pub use figures::gate;
