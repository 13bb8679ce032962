//! What every family of distributions can do.

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
