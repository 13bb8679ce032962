//! Distributions made from what the user knows of them.

use super::any::{Distribution, Made};
use super::beta::Beta;
use super::constant::Constant;
use super::discrete::Discrete;
use super::error::DistributionError;
use super::logit_normal::LogitNormal;
use super::lognormal::LogNormal;
use super::metalog::Metalog;
use super::normal::Normal;
use super::samples::Samples;
use super::triangular::Triangular;
use super::uniform::Uniform;
use crate::sampling::level::Level;

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

    /// Triangular from `low` via the most likely value `mode` to `high`.
    ///
    /// # Errors
    /// Finite, `low` ≤ `mode` ≤ `high`, `low` < `high`.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Made {
        Self::Triangular(Triangular::new(low, mode, high)?).checked()
    }

    /// PERT from `low` via the most likely value `mode` to `high`: a beta with mean (low + 4 mode + high)/6.
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
    /// Both within [`SHAPES`](crate::sampling::SHAPES).
    pub fn beta(a: f64, b: f64) -> Made {
        Self::Beta(Beta::new(a, b)?).checked()
    }

    /// A share (between 0 and 1) by its 90 % interval: logit-normal.
    ///
    /// # Errors
    /// 0 < `p5` < `p95` < 1.
    pub fn share_from_interval(p5: f64, p95: f64) -> Made {
        Self::part_from_interval(1.0, p5, p95)
    }

    /// A part of `whole` (between 0 and it) by its 90 % interval: logit-normal.
    ///
    /// # Errors
    /// 0 < `p5` < `p95` < `whole`.
    pub fn part_from_interval(whole: f64, p5: f64, p95: f64) -> Made {
        Self::LogitNormal(LogitNormal::from_interval(whole, p5, p95)?).checked()
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
    /// Values finite; weights finite and not negative, with a sum above zero.
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

    /// Refuses what f64 cannot hold: quantiles that a uniform can reach and that overflow, or a spread that rounds to zero.
    pub(super) fn checked(self) -> Made {
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
