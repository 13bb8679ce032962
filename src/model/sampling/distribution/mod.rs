//! The distributions of uncertain inputs, made from what the user knows about them.

mod beta;
mod constant;
mod discrete;
mod error;
pub mod family;
mod logit_normal;
mod lognormal;
mod mean;
mod metalog;
mod normal;
mod samples;
mod triangular;
mod truncated;
mod uniform;

pub use error::DistributionError;
use family::{
    Beta, Constant, Discrete, Family, LogNormal, LogitNormal, Metalog, Normal, Samples, Triangular, Truncated, Uniform,
};

use super::level::Level;

/// The least probability that may remain between the bounds of a truncation: 1 %.
pub const LEAST_MASS: f64 = 0.01;

/// The least and greatest shape of a beta distribution.
pub const SHAPES: (f64, f64) = (0.01, 1e6);

/// The distribution of one uncertain quantity; valid by construction.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// One number.
    Constant(Constant),
    /// Equally likely between two ends.
    Uniform(Uniform),
    /// A straight rise to the mode and a straight fall.
    Triangular(Triangular),
    /// Beta between two ends, PERT included.
    Beta(Beta),
    /// Normal.
    Normal(Normal),
    /// Lognormal.
    LogNormal(LogNormal),
    /// Logit-normal.
    LogitNormal(LogitNormal),
    /// Three-term metalog.
    Metalog(Metalog),
    /// Finitely many values with weights.
    Discrete(Discrete),
    /// Resampled observations.
    Samples(Samples),
    /// Another distribution, given that it lies between two bounds.
    Truncated(Truncated),
}

type Made = Result<Distribution, DistributionError>;

/// Constructors, named by what the user knows.
impl Distribution {
    /// Always `x`.
    ///
    /// # Errors
    /// `x` must be finite.
    pub fn constant(x: f64) -> Made {
        Ok(Self::Constant(Constant::new(x)?))
    }

    /// Equally likely anywhere from `low` to `high`.
    ///
    /// # Errors
    /// Finite, `low` < `high`.
    pub fn uniform(low: f64, high: f64) -> Made {
        Self::Uniform(Uniform::new(low, high)?).checked()
    }

    /// Triangular from `low` over the most likely value `mode` to `high`.
    ///
    /// # Errors
    /// Finite, `low` ≤ `mode` ≤ `high`, `low` < `high`.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Made {
        Self::Triangular(Triangular::new(low, mode, high)?).checked()
    }

    /// PERT from `low` over the most likely value `mode` to `high`: a beta with mean (low + 4 mode + high)/6.
    ///
    /// # Errors
    /// Finite, `low` ≤ `mode` ≤ `high`, `low` < `high`.
    pub fn pert(low: f64, mode: f64, high: f64) -> Made {
        Self::Beta(Beta::pert(low, mode, high)?).checked()
    }

    /// Normal with the given mean and standard deviation.
    ///
    /// # Errors
    /// Finite, `sd` > 0.
    pub fn normal(mean: f64, sd: f64) -> Made {
        Self::Normal(Normal::new(mean, sd)?).checked()
    }

    /// Lognormal with the given mean and standard deviation of the quantity itself (not of its logarithm).
    ///
    /// # Errors
    /// Finite, `mean` > 0, `sd` > 0.
    pub fn lognormal_from_mean_sd(mean: f64, sd: f64) -> Made {
        Self::LogNormal(LogNormal::from_mean_sd(mean, sd)?).checked()
    }

    /// Beta on 0 to 1 with the shapes `a` and `b`.
    ///
    /// # Errors
    /// Both within [`SHAPES`].
    pub fn beta(a: f64, b: f64) -> Made {
        Self::Beta(Beta::new(a, b)?).checked()
    }

    /// A share (between 0 and 1) by its 90 % interval: logit-normal.
    ///
    /// # Errors
    /// 0 < `p5` < `p95` < 1.
    pub fn share_from_interval(p5: f64, p95: f64) -> Made {
        Self::LogitNormal(LogitNormal::from_interval(p5, p95)?).checked()
    }

    /// A positive amount by its 90 % interval: lognormal, whose median is the geometric mean of the ends.
    ///
    /// # Errors
    /// Finite, 0 < `p5` < `p95`.
    pub fn amount_from_interval(p5: f64, p95: f64) -> Made {
        Self::LogNormal(LogNormal::from_interval(p5, p95)?).checked()
    }

    /// A real number of either sign by its 90 % interval: normal.
    ///
    /// # Errors
    /// Finite, `p5` < `p95`.
    pub fn real_from_interval(p5: f64, p95: f64) -> Made {
        Self::Normal(Normal::from_interval(p5, p95)?).checked()
    }

    /// The smooth distribution with these 10 %, 50 % and 90 % quantiles, optionally bounded: Keelin's metalog.
    ///
    /// # Errors
    /// Finite, rising, inside the bounds, the median not too near an outer quantile, and the mean finite.
    pub fn metalog_from_p10_p50_p90(p10: f64, p50: f64, p90: f64, lower: Option<f64>, upper: Option<f64>) -> Made {
        Self::Metalog(Metalog::from_p10_p50_p90([p10, p50, p90], lower, upper)?).checked()
    }

    /// One of the values, each with a probability in proportion to its weight.
    ///
    /// # Errors
    /// Values finite; weights finite and not negative, with a sum over zero.
    pub fn discrete(outcomes: &[(f64, f64)]) -> Made {
        Ok(Self::Discrete(Discrete::new(outcomes)?))
    }

    /// One of the observations, all equally likely.
    ///
    /// # Errors
    /// At least one, all finite.
    pub fn samples(observations: Vec<f64>) -> Made {
        Ok(Self::Samples(Samples::new(observations)?))
    }

    /// This distribution given that it lies from `min` to `max` (infinite for no bound); unchanged if it already does.
    ///
    /// # Errors
    /// `min` < `max`, and at least [`LEAST_MASS`] of the probability between them.
    pub fn truncated(self, min: f64, max: f64) -> Made {
        truncated::truncate(self, min, max)
    }

    /// Refuses what f64 cannot hold: quantiles that a uniform can reach and that overflow, or a spread that rounds to zero.
    fn checked(self) -> Made {
        let reach = [self.at(Level::from_word(0)), self.at(Level::from_word(u32::MAX))];
        if !reach.iter().all(|x| x.is_finite()) {
            return Err(DistributionError::TooWide);
        }
        if !(reach[0] < reach[1]) {
            return Err(DistributionError::SpreadVanishes);
        }
        if self.mean().is_finite() { Ok(self) } else { Err(DistributionError::TooWide) }
    }
}

/// What can be asked of every distribution.
impl Distribution {
    /// The value with probability `u` below it, 0 < u < 1: the smallest x with cdf(x) ≥ u. NaN outside 0 to 1.
    pub fn quantile(&self, u: f64) -> f64 {
        if !(0.0..=1.0).contains(&u) {
            return f64::NAN;
        }
        self.at(Level::from_below(u))
    }

    /// The value at a level, exact in both tails.
    pub fn at(&self, level: Level) -> f64 {
        self.family().quantile(level)
    }

    /// The probability of a value of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        self.family().level(x).below
    }

    /// The median: the point value of the quantity.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The mean: exact where there is a formula, otherwise by quadrature to about 10⁻¹².
    pub fn mean(&self) -> f64 {
        self.family().mean()
    }

    /// The smallest and largest possible value, infinite where there is none.
    pub fn support(&self) -> (f64, f64) {
        self.family().support()
    }

    /// Whether it is one number with certainty.
    pub fn is_constant(&self) -> bool {
        let (low, high) = self.support();
        low == high
    }

    fn family(&self) -> &dyn Family {
        match self {
            Self::Constant(family) => family,
            Self::Uniform(family) => family,
            Self::Triangular(family) => family,
            Self::Beta(family) => family,
            Self::Normal(family) => family,
            Self::LogNormal(family) => family,
            Self::LogitNormal(family) => family,
            Self::Metalog(family) => family,
            Self::Discrete(family) => family,
            Self::Samples(family) => family,
            Self::Truncated(family) => family,
        }
    }
}
