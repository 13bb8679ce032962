//! ROOM report::pages::run

pub(crate) mod answer;
pub mod bridge;
pub mod chain;
pub mod drivers;
pub mod figures;
pub mod lenses;
pub mod side_by_side;
pub mod text;
