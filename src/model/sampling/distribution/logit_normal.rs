//! The logit-normal distribution of a share.

use super::{
    error::{DistributionError, finite},
    family::Family,
    mean::mean_by_quadrature,
    normal::Normal,
};
use crate::sampling::level::Level;

/// Logit-normal, ln(X/(1 − X)) normal (Johnson 1949, system S_B): Q(u) = 1/(1 + exp(−μ − σ Φ⁻¹(u))).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogitNormal {
    logit: Normal,
}

impl LogitNormal {
    /// The log-odds normal with the ends' log-odds as their 90 % interval.
    pub(super) fn from_interval(p5: f64, p95: f64) -> Result<Self, DistributionError> {
        finite("p5", p5)?;
        finite("p95", p95)?;
        if !(p5 < p95) {
            return Err(DistributionError::IntervalOrder { p5, p95 });
        }
        if !(p5 > 0.0 && p95 < 1.0) {
            return Err(DistributionError::ShareOutsideUnit { p5, p95 });
        }
        let logit =
            Normal::from_interval(log_odds(p5), log_odds(p95)).map_err(|_| DistributionError::SpreadVanishes)?;
        Ok(Self { logit })
    }
}

fn log_odds(x: f64) -> f64 {
    libm::log(x / (1.0 - x))
}

impl Family for LogitNormal {
    fn quantile(&self, level: Level) -> f64 {
        1.0 / (1.0 + libm::exp(-self.logit.quantile(level)))
    }

    fn level(&self, x: f64) -> Level {
        if x <= 0.0 {
            return Level::from_below(0.0);
        }
        if x >= 1.0 {
            return Level::from_above(0.0);
        }
        self.logit.level(log_odds(x))
    }

    fn mean(&self) -> f64 {
        mean_by_quadrature(|level| self.quantile(level), 0.0)
    }

    fn support(&self) -> (f64, f64) {
        (0.0, 1.0)
    }
}
