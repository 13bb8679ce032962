//! A value between the bounds of its 95 % interval.

use serde::{Deserialize, Serialize};

/// A value between two bounds that hold it with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The value, within its possible range.
    pub value: f64,
    /// Its standard error; none where it cannot be told.
    pub standard_error: Option<f64>,
    /// Lower bound of the 95 % interval, within the possible range.
    pub low: f64,
    /// Upper bound of the 95 % interval, within the possible range.
    pub high: f64,
}
