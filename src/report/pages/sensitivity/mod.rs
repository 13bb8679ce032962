//! ROOM report::pages::sensitivity

mod figures;
mod page;

pub use figures::sensitivity;
