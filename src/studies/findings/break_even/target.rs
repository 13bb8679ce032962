//! What it means that a case breaks even.

use delight_model::statistics::{median, share_below};
use serde::{Deserialize, Serialize};

/// What it means to break even.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Target {
    /// The median net present value is at least zero.
    MedianNpv,
    /// The probability of a loss is at most this.
    Loss {
        /// The probability, 0 to 1.
        at_most: f64,
    },
}

impl Target {
    /// How far these net present values are on the good side: money, or a share of the trials.
    pub fn margin(self, npv: &[f64]) -> f64 {
        match self {
            Target::MedianNpv => median(npv),
            Target::Loss { at_most } => at_most - share_below(npv, 0.0),
        }
    }
}
