//! ROOM report::pages::compare

mod figures;
mod page;

pub use figures::compare;
