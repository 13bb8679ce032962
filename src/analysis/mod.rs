//! From the summary of a run to its findings, and from a self-assessment to where to begin.

pub mod allocation;
mod assessment;
pub mod audit;
mod basics;
pub mod breakeven;
pub mod difference;
mod drivers;
mod effectiveness;
mod estimate;
pub mod fails;
mod findings;
mod fingerprint;
mod free;
pub mod gate;
mod gate_value;
pub mod information;
mod inputs;
mod lenses;
mod links;
mod plausibility;
#[cfg(feature = "cli")]
pub mod portfolio;
mod precision;
pub mod replicates;
pub mod rivals;
pub mod sensitivity;
pub mod stress;
pub mod sweep;

mod worth;

pub use assessment::*;
pub use basics::{Basics, LEAST_COMPLAINT_HANDLING, LEAST_RATING, Mark};
pub use drivers::*;
pub use effectiveness::*;
pub use estimate::{Estimate, Measured, difference_of_means, fan_quantiles};
pub use findings::*;
pub use fingerprint::fingerprint;
pub use free::{InputFault, freed};
pub use gate_value::{GateValue, MOST_GATE_TRIALS, gate_trials, gate_value};
pub use inputs::{InputFacts, Name, Uncertain, uncertain};
pub use lenses::*;
pub use links::{Link, Standing};
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
pub use worth::{STEP, Step, Worth, worth};
