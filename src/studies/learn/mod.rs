//! Learning from own data: what a panel of units, customers and staff say of a case's inputs, and the layer that says so.
//!
//! ```text
//! files ─table─▶ panel, people ─relation, change, groups─▶ links ─prior, implied─▶ weights ─quantity─▶ layer
//! ```

mod change;
mod drift;
mod findings;
mod groups;
mod implied;
mod layer;
mod levels;
mod links;
mod names;
mod panel;
mod people;
mod period;
mod places;
mod posterior;
mod prior;
mod quantity;
mod relation;
mod student;
mod study;
mod sums;
mod table;
#[cfg(test)]
mod tests;

pub use findings::{
    DriftFacts, LearnVerdict, Learned, LevelFacts, LinkFacts, Moved, Refusal, Slope, SourceFacts, Spread3, Tie, Written,
};
pub use layer::layer;
pub use study::{DRAWS, LearnError, Learning, Source, Sources, learn};
pub use table::{MOST_BYTES, MOST_ROWS, OwnData};
