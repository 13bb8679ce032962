//! Which trials a tally has seen, and a digest of what they gave.

use super::hash::hash;
use super::rows::{GroupedRows, RowWriter};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::ops::Range;

/// Count, sum and sum of squares of trial numbers, and a digest of the outputs of the trials.
///
/// A range of trials has closed forms for the three, so a shard that is lost or taken twice is seen. The digest is a
/// wrapping sum of one hash per trial: two runs with the same digest gave the same outputs, and a single wrong bit
/// of a single trial always changes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    count: u64,
    sum: u128,
    /// Modulo 2^128.
    squares: u128,
    digest: u64,
}

/// Why a ledger is not that of a range of trials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerError {
    /// The number of trials is another: some were lost, or counted twice.
    Count {
        /// Trials in the range.
        expected: u64,
        /// Trials in the ledger.
        found: u64,
    },
    /// The number of trials is right, but some lie outside the range or stand in twice for others.
    Trials,
}

impl Ledger {
    /// No trials.
    pub fn new() -> Self {
        Self::default()
    }

    /// Enters a trial with its outputs, in a fixed order.
    pub fn record(&mut self, trial: u64, outputs: impl IntoIterator<Item = f64>) {
        self.merge(&Self {
            count: 1,
            sum: u128::from(trial),
            squares: u128::from(trial) * u128::from(trial),
            digest: hash(std::iter::once(trial).chain(outputs.into_iter().map(f64::to_bits))),
        });
    }

    /// Takes the trials of another ledger in.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares = self.squares.wrapping_add(other.squares);
        self.digest = self.digest.wrapping_add(other.digest);
    }

    /// Number of trials.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Wrapping sum over the trials of a hash of trial number and output bits.
    pub fn digest(&self) -> u64 {
        self.digest
    }

    /// Takes its numbers down.
    pub fn write_rows(&self, rows: &mut RowWriter) {
        rows.sum(0, 0, self.count as i64);
        rows.large(1, false, self.sum);
        rows.large(2, false, self.squares);
        rows.large(3, false, self.digest.into());
    }

    /// The ledger of these rows; none if no ledger has them.
    pub fn of_rows(rows: &GroupedRows) -> Option<Self> {
        let [sum, squares, digest] = [rows.large(1)?, rows.large(2)?, rows.large(3)?];
        let count = rows.count(0)?;
        // The digest is a sum modulo 2^64.
        Some(Ledger { count, sum: sum.try_into().ok()?, squares: squares as u128, digest: digest as u64 })
    }

    /// Checks that the trials are those of `range`, each once.
    ///
    /// # Errors
    /// [`LedgerError`] says what differs.
    pub fn verify(&self, range: Range<u64>) -> Result<(), LedgerError> {
        let expected = range.end.saturating_sub(range.start);
        if self.count != expected {
            return Err(LedgerError::Count { expected, found: self.count });
        }
        let (from, to) = (power_sums(range.start), power_sums(range.start + expected));
        let sums = (to.0.wrapping_sub(from.0), to.1.wrapping_sub(from.1));
        if (self.sum, self.squares) == sums { Ok(()) } else { Err(LedgerError::Trials) }
    }
}

/// Σ t = n(n − 1)/2 and Σ t² = n(n − 1)(2n − 1)/6 over 0 ≤ t < n, modulo 2^128.
fn power_sums(n: u64) -> (u128, u128) {
    let n = u128::from(n);
    let sum = n * n.saturating_sub(1) / 2;
    // Dividing before multiplying keeps the result right where the product wraps.
    let factor = (2 * n).saturating_sub(1);
    let squares = if sum.is_multiple_of(3) { (sum / 3).wrapping_mul(factor) } else { sum.wrapping_mul(factor / 3) };
    (sum, squares)
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { expected, found } => write!(f, "{found} trials were tallied where {expected} were to run"),
            Self::Trials => f.write_str("the number of trials is right, but they are not each trial of the range once"),
        }
    }
}

impl Error for LedgerError {}
