//! What is known of each effect before a case brings its own numbers: the default priors, with source and grade; and the
//! questions of the self-assessment.

mod assessment;

pub use assessment::{Group, Item, Questionnaire, RaterError, Words, questionnaire};

/// The default priors (the sceptical lens) as a scenario file, the farthest layer of every scenario.
///
/// Each value stands there with its source, its grade (A to D) and how far it was verified.
pub const PRIORS: &str = include_str!("priors.toml");
