//! What would make a case pay: another size, another spread, basics first, a gate, each by itself and together.

mod findings;
mod levers;
mod study;

pub use findings::{HorizonGain, ImproveStep, Improvement, LeverChange, WorthOfCase};
pub use levers::LEVERS;
pub use study::{SEARCH_TRIALS, TRIALS, improve};
