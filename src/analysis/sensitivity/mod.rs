//! What drives the result: one input at a time, by its share of the variance, and with its interactions.

mod indices;
#[cfg(test)]
pub(crate) mod known;
mod shares;
mod study;
mod tornado;

pub use indices::{Bootstrap, Indices, Runs, indices};
pub use shares::variance_share;
pub use study::{Groups, OfGroup, OfInput, Sensitivity, second_of, sensitivity};
pub use tornado::{End, LEVELS, Tornado, bar, tornado};
