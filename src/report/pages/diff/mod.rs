//! What `delight diff` says and draws: which changed assumption moves the value by how much.

mod figures;
mod page;

pub use figures::diff;
