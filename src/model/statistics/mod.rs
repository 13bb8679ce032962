//! Statistics, each in its one home: exact tallies, estimates with their errors, quantiles, regression, resampling.

mod certainty;
mod features;
mod indices;
pub mod known;
mod measured;
mod regression;
pub mod replicates;
mod resamples;
mod shares;
pub mod tally;

pub use certainty::{Appetite, certainty_equivalent, expected_shortfall};
pub use features::{REFINEMENTS, products, scores, spline};
pub use indices::{Bootstrap, Indices, Runs, indices};
pub use measured::{Estimate, Measured, difference_of_means, fan_quantiles, or_nan};
pub use regression::{Coefficients, Regression};
pub use resamples::{RESAMPLES, Resamples};
pub use shares::variance_share;
