//! What is known of each effect before a case brings its own numbers: facts, the default priors that rest on them, and the
//! questions of the self-assessment.

mod assessment;
mod backtest;
mod fact;
mod grade;
mod lens;
mod library;
mod marks;
mod publication;
#[cfg(test)]
mod tests;

pub use assessment::{Group, Item, Questionnaire, RaterError, Words, questionnaire};
pub use backtest::{
    BacktestCase, BacktestError, CASES, COVERAGE, Coverage, Predicted, Verified, backtest_cases, coverage,
};
pub use fact::{Fact, Number};
pub use grade::{Grade, Graded};
pub use lens::Lens;
pub use library::{Guide, Measurement, built_on, cited, fact, facts, guide, named, rests_on};
pub use marks::{FactKind, Link, Verification};
pub use publication::{Publication, PublicationKind, behind, publication, publications};

/// The default priors (the calibrated lens) as a scenario file, the farthest layer of every scenario.
///
/// Each value stands there with its source, which begins with the ids of the [facts](Fact) it rests on (see [`cited`]),
/// and its grade (A to D).
pub const PRIORS: &str = include_str!("priors.toml");
