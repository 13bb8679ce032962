//! What `delight run` says and draws: the answer, its spread, where it comes from, and whether it is plausible.

pub mod accepted;
pub mod answer;
pub mod asides;
pub mod bridge;
pub mod chain;
pub mod charts;
pub mod drivers;
#[cfg(feature = "figures")]
pub mod figures;
pub mod lenses;
pub mod less;
pub mod loss;
pub mod musts;
pub mod outcomes;
pub mod page;
pub mod proposal;
pub mod side_by_side;
mod tone;
pub mod years;
