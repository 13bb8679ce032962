//! The lognormal distribution.

use super::{
    error::{DistributionError, finite},
    family::Family,
    normal::Normal,
};
use crate::sampling::level::Level;

/// Lognormal, ln X normal with μ and σ (Johnson, Kotz and Balakrishnan 1994, ch. 14): Q(u) = exp(μ + σ Φ⁻¹(u)), mean
/// exp(μ + σ²/2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogNormal {
    log: Normal,
    mean: f64,
}

impl LogNormal {
    /// σ² = ln(1 + (sd/mean)²), μ = ln mean − σ²/2.
    pub(super) fn from_mean_sd(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        finite("mean", mean)?;
        finite("sd", sd)?;
        if !(mean > 0.0) {
            return Err(DistributionError::MeanNotPositive { mean });
        }
        if !(sd > 0.0) {
            return Err(DistributionError::SdNotPositive { sd });
        }
        let variation = sd / mean;
        let variance = libm::log1p(variation * variation);
        Ok(Self { log: logarithm(libm::log(mean) - 0.5 * variance, variance.sqrt())?, mean })
    }

    /// ln X normal with the logarithms of the ends as its 90 % interval.
    pub(super) fn from_interval(p5: f64, p95: f64) -> Result<Self, DistributionError> {
        finite("p5", p5)?;
        finite("p95", p95)?;
        if !(p5 > 0.0) {
            return Err(DistributionError::AmountNotPositive { p5 });
        }
        if !(p5 < p95) {
            return Err(DistributionError::IntervalOrder { p5, p95 });
        }
        let (low, high) = (libm::log(p5), libm::log(p95));
        let log = Normal::from_interval(low, high).map_err(|_| DistributionError::SpreadVanishes)?;
        let sigma = (high - low) / (2.0 * crate::sampling::normal_quantile(0.95));
        Ok(Self { log, mean: libm::exp(log.mean() + 0.5 * sigma * sigma) })
    }
}

/// The normal distribution of the logarithm, whose σ may have rounded to zero or overflowed.
fn logarithm(mu: f64, sigma: f64) -> Result<Normal, DistributionError> {
    match Normal::new(mu, sigma) {
        Ok(normal) => Ok(normal),
        Err(DistributionError::SdNotPositive { .. }) => Err(DistributionError::SpreadVanishes),
        Err(_) => Err(DistributionError::TooWide),
    }
}

impl Family for LogNormal {
    fn quantile(&self, level: Level) -> f64 {
        libm::exp(self.log.quantile(level))
    }

    fn level(&self, x: f64) -> Level {
        if x > 0.0 { self.log.level(libm::log(x)) } else { Level::from_below(0.0) }
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn support(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }
}
