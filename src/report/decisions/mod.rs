//! What a decision takes: sensitivity, break-even, sweeps, the value of information and the difference of two cases, on screen and as figures.

mod breakeven;
mod diff;
pub mod figures;
mod gate;
mod optimise;
mod page;
mod sensitivity;
mod sweep;
pub(super) mod values;
mod voi;

pub use breakeven::breakeven;
pub use diff::diff;
pub use gate::gate;
pub use optimise::optimise;
pub use sensitivity::sensitivity;
pub use sweep::{sweep, sweep_two};
pub use voi::voi;
