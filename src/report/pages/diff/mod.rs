//! ROOM report::pages::diff

mod figures;
mod page;

pub use figures::diff;
