//! The result against the size of the investment, or against any other input.

mod best;
mod study;

pub use best::{Best, best, between};
pub use study::{Bands, Dose, MONTHS, Sweep, SweepTwo, TRIALS, Through, sweep, sweep_two};
