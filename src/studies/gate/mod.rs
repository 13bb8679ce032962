//! The best stage gate: when to look at a programme, at what, and how much lets it go on.

mod course;
mod findings;
mod outlook;
mod regions;
mod study;
mod threshold;

pub use course::{Course, Crossing};
pub use findings::{AllThree, AtMonth, AtOutcome, GateStudy, Gated, Judged, Regions};
pub use outlook::Outlook;
pub use study::{GateFault, MOST_MONTHS, best_gate, candidate_months, trials_of};
pub use threshold::{Rule, gain_of_rule, threshold};
