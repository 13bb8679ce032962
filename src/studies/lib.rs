//! From the summary of a run to its findings, and from a self-assessment to where to begin.

pub mod assess;
pub mod audit;
pub mod breakeven;
pub mod compare;
pub mod diff;
pub mod fails;
pub mod findings;
pub mod gate;
pub mod optimise;
#[cfg(feature = "milp")]
pub mod portfolio;
pub mod run;
pub mod sensitivity;
pub mod sweep;
pub mod voi;
