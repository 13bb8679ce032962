//! The best stage gate: when to look at a programme, at what, and how much lets it go on.

mod course;
mod findings;
mod outlook;
mod regions;
mod study;
mod threshold;

pub use course::{Course, DecisionMonth};
pub use findings::{GateStudy, Gated, JointRule, Judged, MonthGates, OutcomeStops, Regions, StopAll};
pub use outlook::Outlook;
pub use study::{GateError, MOST_MONTHS, TRIALS, USUAL_ANSWERS, best_gate, candidate_months, trials_of};
pub use threshold::{Readable, StopRule, gain_of_rule, threshold};
