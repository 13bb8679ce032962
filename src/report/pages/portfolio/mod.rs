//! ROOM report::pages::portfolio

mod figures;
mod page;

pub use figures::portfolio;
