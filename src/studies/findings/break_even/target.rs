//! What it means that a case breaks even.

use delight_model::scenario::DecisionRule;
use delight_model::statistics::{mean, median, share_below};
use serde::{Deserialize, Serialize};

/// What it means to break even.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Target {
    /// The expected net present value is at least zero.
    MeanNpv,
    /// The median net present value is at least zero.
    #[default]
    MedianNpv,
    /// The probability of a loss is at most this.
    Loss {
        /// The probability, 0 to 1.
        at_most: f64,
    },
}

impl Target {
    /// What the rule of decision of a case asks for.
    pub fn of_rule(rule: DecisionRule) -> Self {
        match rule {
            DecisionRule::Mean => Target::MeanNpv,
            DecisionRule::Median => Target::MedianNpv,
            DecisionRule::Loss(at_most) => Target::Loss { at_most },
        }
    }

    /// The same where a probability of a loss has no colour of its own: of money.
    pub fn of_money(self) -> Self {
        match self {
            Target::Loss { .. } => Target::MeanNpv,
            money => money,
        }
    }

    /// How far these net present values are on the good side: money, or a share of the trials.
    pub fn margin(self, npv: &[f64]) -> f64 {
        match self {
            Target::MeanNpv => mean(npv),
            Target::MedianNpv => median(npv),
            Target::Loss { at_most } => at_most - share_below(npv, 0.0),
        }
    }
}
