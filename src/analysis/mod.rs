//! From the summary of a run to its findings.

mod estimate;
mod findings;
mod plausibility;
mod precision;
pub mod replicates;
pub mod sensitivity;

pub use estimate::{Estimate, Measured, fan_quantiles};
pub use findings::*;
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
