//! The logit-normal distribution of a share.

use super::{
    error::{DistributionError, finite},
    family::Family,
    mean::mean_by_quadrature,
    normal::Normal,
};
use crate::sampling::level::Level;

/// Logit-normal part of a whole w, ln(X/(w − X)) normal (Johnson 1949, system S_B): Q(u) = w/(1 + exp(−μ − σ Φ⁻¹(u))).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogitNormal {
    logit: Normal,
    whole: f64,
}

impl LogitNormal {
    /// The log-odds normal with the ends' log-odds as their 90 % interval.
    pub(super) fn from_interval(whole: f64, p5: f64, p95: f64) -> Result<Self, DistributionError> {
        finite("p5", p5)?;
        finite("p95", p95)?;
        if !(p5 < p95) {
            return Err(DistributionError::IntervalOrder { p5, p95 });
        }
        if !(p5 > 0.0 && p95 < whole) {
            return Err(DistributionError::OutsideWhole { p5, p95, whole });
        }
        let logit = Normal::from_interval(log_odds(p5 / whole), log_odds(p95 / whole))
            .map_err(|_| DistributionError::SpreadVanishes)?;
        Ok(Self { logit, whole })
    }
}

fn log_odds(x: f64) -> f64 {
    libm::log(x / (1.0 - x))
}

impl Family for LogitNormal {
    fn quantile(&self, level: Level) -> f64 {
        self.whole / (1.0 + libm::exp(-self.logit.quantile(level)))
    }

    fn level(&self, x: f64) -> Level {
        if x <= 0.0 {
            return Level::from_below(0.0);
        }
        if x >= self.whole {
            return Level::from_above(0.0);
        }
        self.logit.level(log_odds(x / self.whole))
    }

    fn mean(&self) -> f64 {
        mean_by_quadrature(|level| self.quantile(level), 0.0)
    }

    fn support(&self) -> (f64, f64) {
        (0.0, self.whole)
    }
}
