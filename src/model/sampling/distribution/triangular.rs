//! The triangular distribution.

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::level::Level;

/// Triangular on [a, b] with mode m (Johnson, Kotz and Balakrishnan 1995, ch. 26): F(x) = (x − a)²/((b − a)(m − a)) up to
/// the mode, 1 − F(x) = (b − x)²/((b − a)(b − m)) beyond; Q(u) = a + √(u (b − a)(m − a)) up to F(m) = (m − a)/(b − a).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

impl Triangular {
    pub(super) fn new(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        finite("low", low)?;
        finite("mode", mode)?;
        finite("high", high)?;
        if !(low <= mode && mode <= high && low < high) {
            return Err(DistributionError::ModeOrder { low, mode, high });
        }
        Ok(Self { low, mode, high })
    }

    /// F(m), where the quantile has its kink.
    pub(super) fn kink(&self) -> f64 {
        (self.mode - self.low) / (self.high - self.low)
    }
}

impl Family for Triangular {
    #[inline(always)]
    fn quantile(&self, level: Level) -> f64 {
        let width = self.high - self.low;
        let (left, right) = ((self.mode - self.low) / width, (self.high - self.mode) / width);
        // Both sides are computed and one is taken, so that lanes need no branch.
        let rising = self.low + width * (level.below * left).sqrt();
        let falling = self.high - width * (level.above * right).sqrt();
        if level.below <= left { rising } else { falling }
    }

    fn level(&self, x: f64) -> Level {
        if x <= self.low {
            return Level::from_below(0.0);
        }
        if x >= self.high {
            return Level::from_above(0.0);
        }
        let width = self.high - self.low;
        if x <= self.mode {
            Level::from_below((x - self.low) / width * ((x - self.low) / (self.mode - self.low)))
        } else {
            Level::from_above((self.high - x) / width * ((self.high - x) / (self.high - self.mode)))
        }
    }

    fn mean(&self) -> f64 {
        self.low / 3.0 + self.mode / 3.0 + self.high / 3.0
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}
