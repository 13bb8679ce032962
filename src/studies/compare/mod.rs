//! Rivals for the same money on the same draws: distributions, differences, dominance, ranks and certainty equivalents.

mod dominance;
mod doubt;
mod findings;
mod ranks;
mod study;
mod utility;

pub use dominance::{Dominance, Order, dominance};
pub use findings::{Assumed, Comparison, Efficient, NpvDifference, Pair, Rival, RivalDoubt, Switch, Tolerance};
pub use ranks::{beats, ranks};
pub use study::{CompareRequest, LEVELS, MOST_RIVALS, TRIALS, compare};
pub use utility::{SHARE_OF_REVENUE, Turn, turns};
