//! Statistics, each in its one home: exact tallies, estimates with their errors, quantiles, regression, resampling.

mod bootstrap;
mod column;
mod estimate;
mod features;
mod interval;
pub mod known;
mod measured;
mod moments;
mod outcomes;
mod quantile;
mod regression;
mod replicated;
mod replicates;
mod shares;
mod shortfall;
mod sobol_indices;
pub mod tally;
pub mod unseen;
mod utility;

pub use bootstrap::Bootstrap;
pub use column::Column;
pub use estimate::{Estimate, or_nan};
pub use features::{REFINEMENTS, products, scores, spline};
pub use interval::Interval;
pub use measured::{Measured, difference_of_means, fan_quantiles};
pub use moments::{mean, share_below, variance, varies};
pub use outcomes::Outcomes;
pub use quantile::{median, quantile, quantiles};
pub use regression::{Coefficients, Regression};
pub use replicated::Replicated;
pub use replicates::{estimated, estimated_mean, estimated_share};
pub use shares::variance_share;
pub use shortfall::{expected_shortfall, expected_shortfall_of_sorted};
pub use sobol_indices::{Indices, Runs, indices};
pub use utility::{RiskAttitude, certainty_equivalent};
