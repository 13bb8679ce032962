//! Rivals for the same money on the same draws: distributions, differences, dominance, ranks and certainty equivalents.

mod dominance;
mod findings;
mod ranks;
mod study;
mod utility;

pub use dominance::{Dominance, Order, dominance};
pub use findings::{Comparison, Difference, Efficient, Pair, Rival, Spread, Switch, Tolerance};
pub use ranks::{beats, ranks};
pub use study::{MOST_RIVALS, Request, compare, spread};
pub use utility::{SHARE_OF_REVENUE, Turn, turns};
