//! The business case of customer delight, simulated: scenario in, distributions of value out.
//!
//! The folders are the life of a number. Each may import only from those before it:
//! `units`, `sampling`, `evidence`, `chain`, `finance`, `scenario`, `simulate`, `analysis`, `plot`, `report`, `web`, `cli`.

pub mod analysis;
pub mod chain;
pub mod finance;
pub mod sampling;
pub mod scenario;
pub mod simulate;
pub mod units;
