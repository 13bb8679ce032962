//! ROOM report::pages::optimise

mod figures;
mod page;

pub use figures::optimise;
