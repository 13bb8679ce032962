//! What a decision takes: sensitivity, break-even, sweeps, the value of information and the difference of two cases, on screen and as figures.

mod breakeven;
mod compare;
mod diff;
pub mod figures;
mod page;
mod portfolio;
mod sensitivity;
mod sweep;
pub(super) mod values;
mod voi;

pub use breakeven::breakeven;
pub use compare::compare;
pub use diff::diff;
pub use portfolio::portfolio;
pub use sensitivity::sensitivity;
pub use sweep::{sweep, sweep_two};
pub use voi::voi;
