//! What drives the result: one input at a time, by its share of the variance, and with its interactions.

mod indices;
#[cfg(test)]
mod known;
mod shares;

pub use indices::{Bootstrap, Indices, Runs, indices};
pub use shares::{epsilon_squared, variance_share};
