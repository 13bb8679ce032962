//! The normal distribution.

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::{
    level::Level,
    normal::{standard_level, standard_quantile},
};

/// Normal with mean μ and standard deviation σ: F(x) = Φ((x − μ)/σ), Q(u) = μ + σ Φ⁻¹(u).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    mean: f64,
    sd: f64,
}

impl Normal {
    pub(super) fn new(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        finite("mean", mean)?;
        finite("sd", sd)?;
        if !(sd > 0.0) {
            return Err(DistributionError::SdNotPositive { sd });
        }
        Ok(Self { mean, sd })
    }

    /// μ = (P95 + P5)/2, σ = (P95 − P5)/(2 Φ⁻¹(0.95)).
    pub(super) fn from_interval(p5: f64, p95: f64) -> Result<Self, DistributionError> {
        finite("p5", p5)?;
        finite("p95", p95)?;
        if !(p5 < p95) {
            return Err(DistributionError::IntervalOrder { p5, p95 });
        }
        let z = standard_quantile(Level::from_above(0.05));
        Ok(Self { mean: 0.5 * p5 + 0.5 * p95, sd: (0.5 * p95 - 0.5 * p5) / z })
    }
}

impl Family for Normal {
    fn quantile(&self, level: Level) -> f64 {
        self.mean + self.sd * standard_quantile(level)
    }

    fn level(&self, x: f64) -> Level {
        standard_level((x - self.mean) / self.sd)
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn support(&self) -> (f64, f64) {
        (f64::NEG_INFINITY, f64::INFINITY)
    }
}
