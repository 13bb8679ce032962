//! The state of a summary in integers: merging is addition, in any order and any tree, bit for bit.
//!
//! A run is cut into ranges of trials; each range fills tallies of its own, and tallies merge. Because integers add
//! without rounding, one thread, many threads and a cluster agree by equality and not by tolerance.
//! Every tally takes finite values only: the caller filters. A debug build panics at NaN or infinity; a release
//! build stays within its memory bound and does not panic, but what it then reports is meaningless.

mod block;
mod counted;
mod counted_rows;
mod exact_sum;
mod extremes;
mod far;
mod grid;
mod hash;
mod kept;
mod ladder;
mod ledger;
mod moments;
mod natural;
mod quantiles;
mod rows;
mod sorting;
mod state;
#[cfg(test)]
mod tests;

pub use exact_sum::ExactSum;
pub use extremes::Extremes;
pub use grid::Grid;
pub use ledger::{Ledger, LedgerError};
pub use moments::Moments;
pub use quantiles::Quantiles;
pub use rows::{GroupedRows, PER_STATE, Row, RowKind, RowWriter, check_sum};
pub use state::Tally;
