//! A reviewer's rules: what would be asked of a case before it is believed, each rule with an id that stays.
//!
//! A rule is a line of the table [`rules`] and one pure function from a [`Subject`] to the places that break it. What a
//! rule looks for, why and how it is mended is said in the texts of the reader's language, by the rule's id.

mod costs;
mod evidence;
mod findings;
mod last_run;
mod money;
mod outcome;
mod overlap;
mod place;
mod programme;
mod ranges;
mod results;
mod rule;
mod study;
mod subject;
#[cfg(test)]
mod tests;

pub use findings::{Audit, Breach};
pub use last_run::LastRun;
pub use place::{Found, MEASURES, Place};
pub use rule::{Cases, Rule, Severity, Theme};
pub use study::{TRIALS, audit, reviewed, rules};
pub use subject::Subject;
