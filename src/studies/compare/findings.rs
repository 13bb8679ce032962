//! What comparing rivals says.

use super::dominance::Dominance;
use crate::findings::{BriefSpread, CaseFacts, Provenance};
use delight_model::statistics::Estimate;
use serde::{Deserialize, Serialize};

/// Rivals for the same money, on the same draws.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Comparison {
    /// The first case.
    pub case: CaseFacts,
    /// How it came about.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// How much risk the owner tolerates; none if it was not given and no rival says what its customers bring.
    pub risk_tolerance: Option<Tolerance>,
    /// The rivals in the order given, doing nothing last if it is one of them.
    pub rivals: Vec<Rival>,
    /// Every two of them.
    pub pairs: Vec<Pair>,
    /// Place of the rival with the highest mean.
    pub best_mean: usize,
    /// Place of the rival with the highest certainty equivalent, if there are any.
    pub best_certainty_equivalent: Option<usize>,
    /// Risk tolerances at which the rival with the highest certainty equivalent changes, rising.
    pub switches: Vec<Switch>,
}

/// A risk tolerance, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// The R of u = 1 − e^(−x/R), money.
    pub value: f64,
    /// The annual revenue of which it is a share, money; none if it was given.
    pub of_revenue: Option<f64>,
}

/// One of the rivals.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rival {
    /// Name of the case; none: doing nothing.
    pub name: Option<String>,
    /// `chain`, `cash-flow` or `nothing`.
    pub kind: String,
    /// Its horizon, months; none for doing nothing.
    pub months: Option<usize>,
    /// Its net present value, money.
    pub npv: BriefSpread,
    /// What was doubted of a rival without a chain; none of a programme, whose own inputs doubt it, and of a certain rival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<RivalDoubt>,
    /// Share of the trials in which it is below zero.
    pub loss_probability: Estimate,
    /// Mean of the worst twentieth of the trials, money.
    pub expected_shortfall_5: Estimate,
    /// The sure amount that is worth as much to the owner, money; none without a risk tolerance.
    pub certainty_equivalent: Option<Estimate>,
    /// Share of the trials in which it is first, second, … among all rivals; equals share their places.
    pub ranks: Vec<Estimate>,
    /// Whether no other rival is better in one respect and no worse in the other.
    pub efficient: Efficient,
    /// Net present value at the levels 0.5 %, 1 %, … 99.5 %, money.
    pub curve: Vec<f64>,
}

/// How a rival without a chain may turn out otherwise than written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RivalDoubt {
    /// Share of the trials in which it brings all of its income.
    pub in_full: f64,
    /// Share of the trials in which it brings a part of it.
    pub in_part: f64,
    /// Share of the trials in which it brings none of it.
    pub not: f64,
    /// What it really costs on average, × its outlays as written.
    pub overrun: f64,
    /// Mean net present value as written, as its own run has it, money.
    pub as_written: Estimate,
    /// The priors of a programme that were taken over; none where the file says all by itself.
    pub assumed: Vec<Assumed>,
}

/// A prior that was taken over from a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assumed {
    /// Its path: `programme.cost_overrun`.
    pub path: String,
    /// Its source; empty if nobody gave one.
    pub source: String,
}

/// Whether a rival lies on the efficient frontier (Markowitz 1952).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Efficient {
    /// By mean and expected shortfall.
    pub by_shortfall: bool,
    /// By mean and standard deviation.
    pub by_sd: bool,
}

/// Two rivals against each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pair {
    /// Place of the first.
    pub first: usize,
    /// Place of the second.
    pub second: usize,
    /// The first less the second, trial by trial, money.
    pub difference: NpvDifference,
    /// Share of the trials in which the first is worth more.
    pub first_better: Estimate,
    /// Share of the trials in which both are worth the same.
    pub equal: Estimate,
    /// Whether the first dominates the second.
    pub first_over_second: Dominance,
    /// Whether the second dominates the first.
    pub second_over_first: Dominance,
}

/// A difference by its mean and quantiles, money.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct NpvDifference {
    pub mean: Estimate,
    pub p5: Estimate,
    pub p50: Estimate,
    pub p95: Estimate,
}

/// A risk tolerance at which another rival is preferred.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Switch {
    /// The risk tolerance, money.
    pub risk_tolerance: Estimate,
    /// Place of the rival preferred below it.
    pub below: usize,
    /// Place of the rival preferred above it.
    pub above: usize,
}
