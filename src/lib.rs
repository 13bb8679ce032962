//! The business case of customer delight as a Monte Carlo simulation of the Service Excellence Effect Chain.
//!
//! A case is a scenario file; a run draws its uncertain inputs, follows two organisations month by month, one with the
//! programme and one without, and says how much the difference is worth and how sure that is.
//!
//! ```
#![doc = include_str!("../examples/hotel.rs")]
//! ```
//!
//! [`Scenario::with`](scenario::Scenario::with) changes a case in the words of its file, a
//! [`Sample`](simulate::Sample) keeps the trials for a study of one's own, [`studies`] answers the questions that a
//! case raises, and [`studies::seam`] is the way in for other languages. `examples/` shows each in thirty lines.
//!
//! The folders are the life of a number; each imports only from its left:
//! `units` ← `sampling` ← `statistics` ← `evidence` ← `chain`, `finance` ← `scenario` ← `simulate` (the package
//! `delight-model`) ← [`studies`] ← `report` ← `web` ← `cli`.

pub use delight_model::{chain, evidence, finance, sampling, scenario, simulate, statistics, units};
#[cfg(any(
    feature = "cli",
    feature = "figures",
    feature = "html",
    feature = "paint",
    feature = "parquet",
    feature = "xlsx"
))]
pub use delight_report as report;
pub use delight_studies as studies;

#[cfg(feature = "cli")]
pub mod cli;
pub mod prelude;
#[cfg(feature = "figures")]
pub mod web;
