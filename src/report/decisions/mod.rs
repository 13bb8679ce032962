//! What a decision takes: sensitivity, break-even, sweeps and the value of information, on screen and as figures.

mod breakeven;
pub mod figures;
mod page;
mod sensitivity;
mod sweep;
pub(super) mod values;
mod voi;

pub use breakeven::breakeven;
pub use sensitivity::sensitivity;
pub use sweep::{sweep, sweep_two};
pub use voi::voi;
