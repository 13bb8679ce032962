//! What every family of distributions can do, and the families by name.

pub use crate::sampling::distribution::{
    beta::Beta, constant::Constant, discrete::Discrete, logit_normal::LogitNormal, lognormal::LogNormal,
    metalog::Metalog, normal::Normal, samples::Samples, triangular::Triangular, truncated::Truncated, uniform::Uniform,
};
use crate::sampling::level::Level;

/// One family of distributions, its parameters checked.
pub trait Family {
    /// The value at a level.
    fn quantile(&self, level: Level) -> f64;
    /// The level of a value.
    fn level(&self, x: f64) -> Level;
    /// The mean.
    fn mean(&self) -> f64;
    /// The smallest and largest possible value.
    fn support(&self) -> (f64, f64);
}
