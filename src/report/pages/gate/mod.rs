//! ROOM report::pages::gate

mod figures;
mod page;

pub use figures::gate;
