//! The distribution of one uncertain quantity, of whatever family, and what can be asked of it.

use super::beta::Beta;
use super::constant::Constant;
use super::discrete::Discrete;
use super::error::DistributionError;
use super::family::Family;
use super::logit_normal::LogitNormal;
use super::lognormal::LogNormal;
use super::metalog::Metalog;
use super::normal::Normal;
use super::samples::Samples;
use super::triangular::Triangular;
use super::uniform::Uniform;
use crate::sampling::level::Level;

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

/// X given min ≤ X ≤ max: Q(u) = Q₀(F₀(min) + u (F₀(max) − F₀(min))).
#[derive(Clone, Debug, PartialEq)]
pub struct Truncated {
    pub(super) base: Box<Distribution>,
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) low: Level,
    pub(super) high: Level,
}

/// A distribution, or the condition that its parameters break.
pub(super) type Made = Result<Distribution, DistributionError>;

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

    pub(super) fn family(&self) -> &dyn Family {
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
