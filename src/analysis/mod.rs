//! From the summary of a run to its findings.

mod effectiveness;
mod estimate;
mod findings;
mod lenses;
mod plausibility;
mod precision;

pub use effectiveness::*;
pub use estimate::{Estimate, Measured, fan_quantiles};
pub use findings::*;
pub use lenses::*;
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
