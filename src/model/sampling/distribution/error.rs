//! Why a distribution cannot be made: one variant for each condition, with what was found.

use std::fmt;

use super::{LEAST_MASS, SHAPES};

/// The condition that the parameters of a distribution break.
#[derive(Clone, Debug, PartialEq)]
pub enum DistributionError {
    /// A parameter is NaN or infinite.
    NotFinite {
        /// Which parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
    },
    /// Uniform: not `low` < `high`.
    UniformOrder {
        /// The lower end given.
        low: f64,
        /// The upper end given.
        high: f64,
    },
    /// Triangular or PERT: not `low` ≤ `mode` ≤ `high` with `low` < `high`.
    ModeOrder {
        /// The lower end given.
        low: f64,
        /// The most likely value given.
        mode: f64,
        /// The upper end given.
        high: f64,
    },
    /// A standard deviation that is not above zero.
    SdNotPositive {
        /// The standard deviation given.
        sd: f64,
    },
    /// Lognormal: a mean that is not above zero.
    MeanNotPositive {
        /// The mean given.
        mean: f64,
    },
    /// Beta: a shape outside [`SHAPES`].
    ShapeOutOfRange {
        /// Which shape.
        parameter: &'static str,
        /// What was given.
        value: f64,
    },
    /// A 90 % interval that is not `p5` < `p95`.
    IntervalOrder {
        /// The 5 % quantile given.
        p5: f64,
        /// The 95 % quantile given.
        p95: f64,
    },
    /// The interval of a part, such as a share, that is not strictly between nothing and the whole.
    OutsideWhole {
        /// The 5 % quantile given.
        p5: f64,
        /// The 95 % quantile given.
        p95: f64,
        /// The whole: 1 of a share.
        whole: f64,
    },
    /// A positive amount's interval that does not begin above zero.
    AmountNotPositive {
        /// The 5 % quantile given.
        p5: f64,
    },
    /// Metalog: not `p10` < `p50` < `p90`.
    TripleOrder {
        /// The 10 % quantile given.
        p10: f64,
        /// The median given.
        p50: f64,
        /// The 90 % quantile given.
        p90: f64,
    },
    /// Metalog: a bound that is not outside the three quantiles.
    BoundInsideTriple {
        /// The bound given.
        bound: f64,
        /// The quantile that it must lie beyond.
        quantile: f64,
    },
    /// Metalog: a median too near one of the outer quantiles for a three-term metalog to have a density.
    TripleInfeasible {
        /// Where the median stands between P10 (0) and P90 (1), after the logarithm where there are bounds.
        position: f64,
        /// The median must exceed this.
        least_median: f64,
        /// The median must be below this.
        greatest_median: f64,
    },
    /// Metalog with one bound: a tail so heavy that the mean is infinite.
    MeanInfinite {
        /// The exponent of the tail, which must be under one.
        exponent: f64,
    },
    /// Discrete: no value.
    NoValues,
    /// Discrete: a weight that is negative, NaN or infinite, or a sum of weights that is zero or infinite.
    WeightInvalid {
        /// The weight, or the sum.
        weight: f64,
    },
    /// Samples: an empty list.
    NoSamples,
    /// Truncation: not `min` < `max`, or NaN.
    TruncationOrder {
        /// The lower bound given.
        min: f64,
        /// The upper bound given.
        max: f64,
    },
    /// Truncation: less than [`LEAST_MASS`] of the probability lies between the bounds.
    TruncationMass {
        /// The lower bound given.
        min: f64,
        /// The upper bound given.
        max: f64,
        /// The probability between them.
        mass: f64,
    },
    /// The spread is so small that all quantiles are one floating-point number, or cannot be told from a single one.
    SpreadVanishes,
    /// Some quantile that can be drawn, or the mean, is beyond the largest floating-point number.
    TooWide,
}

impl fmt::Display for DistributionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotFinite { parameter, value } => write!(f, "{parameter} must be a finite number, found {value}"),
            Self::UniformOrder { low, high } => {
                write!(f, "uniform(low, high) needs low < high, found {low} and {high}; for one number write it alone")
            }
            Self::ModeOrder { low, mode, high } => {
                write!(f, "the three values must rise, low ≤ mode ≤ high and low < high, found {low}, {mode}, {high}")
            }
            Self::SdNotPositive { sd } => {
                write!(f, "the standard deviation must be above 0, found {sd}; for one number write it alone")
            }
            Self::MeanNotPositive { mean } => {
                write!(
                    f,
                    "a lognormal's mean must be above 0, found {mean}; write normal(mean, sd) for a signed quantity"
                )
            }
            Self::ShapeOutOfRange { parameter, value } => {
                write!(f, "a beta's shape {parameter} must be from {} to {}, found {value}", SHAPES.0, SHAPES.1)
            }
            Self::IntervalOrder { p5, p95 } => {
                write!(f, "an interval needs its low end first, found {p5} to {p95}; for one number write it alone")
            }
            Self::OutsideWhole { p5, p95, whole } => {
                let (of, whole) = match whole == 1.0 {
                    true => ("a share's", "0 % and 100 %".to_owned()),
                    false => ("this", format!("0 and {whole}")),
                };
                write!(
                    f,
                    "{of} interval must lie strictly between {whole}, found {p5} to {p95}; write pert or uniform to \
                     include an end"
                )
            }
            Self::AmountNotPositive { p5 } => write!(
                f,
                "a positive amount's interval must begin above 0, found {p5}; write pert or uniform to include 0"
            ),
            Self::TripleOrder { p10, p50, p90 } => {
                write!(f, "metalog needs p10 < p50 < p90, found {p10}, {p50}, {p90}")
            }
            Self::BoundInsideTriple { bound, quantile } => {
                write!(
                    f,
                    "a metalog's bound must lie beyond its quantiles, found the bound {bound} and the quantile {quantile}"
                )
            }
            Self::TripleInfeasible { least_median, greatest_median, .. } => write!(
                f,
                "no three-term metalog has these quantiles: between this p10 and p90 the median must lie over \
                 {least_median} and under {greatest_median}"
            ),
            Self::MeanInfinite { exponent } => write!(
                f,
                "this metalog's tail is so heavy (exponent {exponent:.3}, must be under 1) that its mean is infinite; \
                 give it a second bound, or bring p10 and p90 nearer together"
            ),
            Self::NoValues => write!(f, "discrete needs at least one value with a weight"),
            Self::WeightInvalid { weight } => {
                write!(f, "weights must be finite and not negative, with a finite sum above 0, found {weight}")
            }
            Self::NoSamples => write!(f, "samples needs at least one number"),
            Self::TruncationOrder { min, max } => write!(f, "truncation needs min < max, found {min} and {max}"),
            Self::TruncationMass { min, max, mass } => write!(
                f,
                "only {:.3} % of the distribution lies between {min} and {max}, less than {} %; choose another distribution",
                100.0 * mass,
                100.0 * LEAST_MASS
            ),
            Self::SpreadVanishes => write!(f, "the spread is too small to be told from zero; write one number instead"),
            Self::TooWide => write!(f, "the distribution reaches beyond the largest number, 1.8e308; narrow it"),
        }
    }
}

impl std::error::Error for DistributionError {}

/// `value` if it is finite.
pub(super) fn finite(parameter: &'static str, value: f64) -> Result<f64, DistributionError> {
    if value.is_finite() { Ok(value) } else { Err(DistributionError::NotFinite { parameter, value }) }
}
