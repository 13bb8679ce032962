//! The beta distribution between two ends, and PERT, which is one.

use super::{
    SHAPES,
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::{
    incomplete_beta::{Shapes, Share},
    level::Level,
};

/// Beta on [low, high]: F(x) = I_y(a, b), y = (x − low)/(high − low) (DLMF 8.17). PERT with λ = 4 (Malcolm, Roseboom,
/// Clark and Fazar 1959): a = 1 + 4 (mode − low)/(high − low), b = 1 + 4 (high − mode)/(high − low).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    shapes: Shapes,
    low: f64,
    high: f64,
    mean: f64,
}

impl Beta {
    pub(super) fn new(a: f64, b: f64) -> Result<Self, DistributionError> {
        for (parameter, value) in [("a", a), ("b", b)] {
            if !(SHAPES.0 <= value && value <= SHAPES.1) {
                return Err(DistributionError::ShapeOutOfRange { parameter, value });
            }
        }
        Ok(Self { shapes: Shapes::new(a, b), low: 0.0, high: 1.0, mean: a / (a + b) })
    }

    pub(super) fn pert(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        finite("low", low)?;
        finite("mode", mode)?;
        finite("high", high)?;
        if !(low <= mode && mode <= high && low < high) {
            return Err(DistributionError::ModeOrder { low, mode, high });
        }
        let width = high - low;
        let shapes = Shapes::new(1.0 + 4.0 * ((mode - low) / width), 1.0 + 4.0 * ((high - mode) / width));
        Ok(Self { shapes, low, high, mean: low / 6.0 + mode * (2.0 / 3.0) + high / 6.0 })
    }
}

impl Family for Beta {
    fn quantile(&self, level: Level) -> f64 {
        let width = self.high - self.low;
        let Share { x, complement } = self.shapes.quantile(level);
        if x <= complement { self.low + width * x } else { self.high - width * complement }
    }

    fn level(&self, x: f64) -> Level {
        if x <= self.low {
            return Level::from_below(0.0);
        }
        if x >= self.high {
            return Level::from_above(0.0);
        }
        let width = self.high - self.low;
        self.shapes.level(Share { x: (x - self.low) / width, complement: (self.high - x) / width })
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}
