//! What drives the result: one input at a time, by its share of the variance, and with its interactions.

mod study;
mod tornado;

pub use study::{GroupSensitivity, Groups, InputSensitivity, Sensitivity, TRIALS, sensitivity};
pub use tornado::{End, LEVELS, Tornado, bar, together, tornado};
