//! The distribution of a quantity that is known.

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::level::Level;

/// All probability at one number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constant {
    x: f64,
}

impl Constant {
    pub(super) fn new(x: f64) -> Result<Self, DistributionError> {
        Ok(Self { x: finite("the number", x)? })
    }
}

impl Family for Constant {
    fn quantile(&self, _: Level) -> f64 {
        self.x
    }

    fn level(&self, x: f64) -> Level {
        Level::from_below(if x >= self.x { 1.0 } else { 0.0 })
    }

    fn mean(&self) -> f64 {
        self.x
    }

    fn support(&self) -> (f64, f64) {
        (self.x, self.x)
    }
}
