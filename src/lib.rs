//! The business case of customer delight, simulated: scenario in, distributions of value out.
//!
//! The folders are the life of a number. Each may import only from those before it:
//! `units`, `sampling`, `evidence`, `chain`, `finance`, `scenario`, `simulate`, `analysis`, `plot`, `report`, `web`, `cli`.

#[cfg(feature = "cli")]
pub mod cli;

