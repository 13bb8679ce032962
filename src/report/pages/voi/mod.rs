//! ROOM report::pages::voi

mod figures;
mod page;

pub use figures::voi;
