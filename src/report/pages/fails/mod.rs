//! ROOM report::pages::fails

mod figures;
mod page;

pub use figures::fails;
