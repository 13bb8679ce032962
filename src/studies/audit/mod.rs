//! A reviewer's rules: what would be asked of a case before it is believed, each rule with an id that stays.
//!
//! A rule is a line of the table [`rules`] and one pure function from a [`Subject`] to the places that break it. What a
//! rule looks for, why and how it is mended is said in the texts of the reader's language, by the rule's id.

mod costs;
mod evidence;
mod findings;
mod money;
mod outcome;
mod overlap;
mod programme;
mod ranges;
mod results;
mod rule;
mod subject;
#[cfg(test)]
mod tests;

pub use findings::{Audit, Breach, Found, MEASURES, Place, audit};
pub use results::LastRun;
pub use rule::{Cases, Rule, Severity, Theme, rules};
pub use subject::Subject;
