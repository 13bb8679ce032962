//! What `delight fails` says and draws: where the case loses money.

mod figures;
mod page;

pub use figures::fails;
