//! From the summary of a run to its findings, and from a self-assessment to where to begin.

mod assessment;
mod basics;
mod effectiveness;
mod estimate;
mod findings;
mod lenses;
mod plausibility;
mod precision;
mod worth;

pub use assessment::*;
pub use basics::{Basics, LEAST_COMPLAINT_HANDLING, LEAST_RATING, Mark};
pub use effectiveness::*;
pub use estimate::{Estimate, Measured, fan_quantiles};
pub use findings::*;
pub use lenses::*;
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
pub use worth::{STEP, Step, Worth, worth};
