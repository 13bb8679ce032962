//! What `delight sensitivity` says and draws: what drives the result.

mod figures;
mod page;

pub use figures::sensitivity;
