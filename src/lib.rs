//! The business case of customer delight, simulated: scenario in, distributions of value out.
//!
//! The folders are the life of a number. Each may import only from those before it:
//! `units`, `sampling`, `evidence`, `chain`, `finance`, `scenario`, `simulate`, `analysis`, `plot`, `report`, `web`, `cli`.

pub mod analysis;
pub mod chain;
#[cfg(feature = "cli")]
pub mod cli;
pub mod evidence;
pub mod finance;
#[cfg(feature = "cli")]
pub mod plot;
#[cfg(feature = "cli")]
pub mod report;
pub mod sampling;
pub mod scenario;
pub mod simulate;
pub mod units;
