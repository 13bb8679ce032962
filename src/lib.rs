//! The business case of customer delight as a Monte Carlo simulation of the Service Excellence Effect Chain.
//!
//! The folders are the life of a number; each imports only from its left:
//! `units` ← `sampling` ← `statistics` ← `evidence` ← `chain`, `finance` ← `scenario` ← `simulate` (the package
//! `delight-model`) ← [`studies`] ← [`report`] ← [`cli`].

pub use delight_model::{chain, evidence, finance, sampling, scenario, simulate, statistics, units};
#[cfg(feature = "cli")]
pub use delight_report as report;
pub use delight_studies as studies;

#[cfg(feature = "cli")]
pub mod cli;
