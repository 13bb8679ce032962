//! What is known of each effect before a case brings its own numbers: facts, and the default priors that rest on them.

mod fact;
mod grade;
mod library;
mod marks;
#[cfg(test)]
mod tests;

pub use fact::{Fact, Number};
pub use grade::{Grade, Graded};
pub use library::{Guide, Measure, built_on, cited, fact, facts, guide, named, rests_on};
pub use marks::{Kind, Link, Verification};

mod lens;

pub use lens::Lens;

/// The default priors (the sceptical lens) as a scenario file, the farthest layer of every scenario.
///
/// Each value stands there with its source, which begins with the ids of the [facts](Fact) it rests on (see [`cited`]),
/// and its grade (A to D).
pub const PRIORS: &str = include_str!("priors.toml");
