//! The uniform distribution.

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::level::Level;

/// Uniform on [a, b]: F(x) = (x − a)/(b − a), Q(u) = a + (b − a) u.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uniform {
    low: f64,
    high: f64,
}

impl Uniform {
    pub(super) fn new(low: f64, high: f64) -> Result<Self, DistributionError> {
        finite("low", low)?;
        finite("high", high)?;
        if !(low < high) {
            return Err(DistributionError::UniformOrder { low, high });
        }
        Ok(Self { low, high })
    }
}

impl Family for Uniform {
    #[inline(always)]
    fn quantile(&self, level: Level) -> f64 {
        let x = self.low + (self.high - self.low) * level.below;
        if x > self.high { self.high } else { x }
    }

    fn level(&self, x: f64) -> Level {
        let width = self.high - self.low;
        Level { below: ((x - self.low) / width).clamp(0.0, 1.0), above: ((self.high - x) / width).clamp(0.0, 1.0) }
    }

    fn mean(&self) -> f64 {
        self.low + 0.5 * (self.high - self.low)
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}
