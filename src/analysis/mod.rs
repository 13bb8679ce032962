//! From the summary of a run to its findings.

mod estimate;
mod findings;
mod gate_value;
mod plausibility;
mod precision;

pub use estimate::{Estimate, Measured, difference_of_means, fan_quantiles};
pub use findings::*;
pub use gate_value::{GateValue, MOST_GATE_TRIALS, gate_trials, gate_value};
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
