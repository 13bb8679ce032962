//! A distribution given that it lies between two bounds.

use super::any::{Distribution, Made, Truncated};
use super::error::DistributionError;
use super::family::Family;
use super::limits::LEAST_MASS;
use super::mean::mean_by_quadrature;
use crate::sampling::level::Level;

impl Distribution {
    /// This distribution given that it lies from `min` to `max` (infinite for no bound); unchanged if it already does.
    ///
    /// # Errors
    /// `min` < `max`, and at least [`LEAST_MASS`] of the probability between them.
    pub fn truncated(self, min: f64, max: f64) -> Made {
        truncate(self, min, max)
    }
}

/// `base` truncated, in the simplest form that there is.
fn truncate(base: Distribution, min: f64, max: f64) -> Made {
    if !(min < max) {
        return Err(DistributionError::TruncationOrder { min, max });
    }
    let support = base.support();
    if min <= support.0 && support.1 <= max {
        return Ok(base);
    }
    let too_little = |mass: f64| DistributionError::TruncationMass { min, max, mass };
    let enough = |mass: f64| if mass >= LEAST_MASS { Ok(()) } else { Err(too_little(mass)) };
    match base {
        Distribution::Constant(_) => Err(too_little(0.0)),
        Distribution::Uniform(_) => {
            let (low, high) = (min.max(support.0), max.min(support.1));
            enough(((high - low) / (support.1 - support.0)).max(0.0))?;
            Distribution::uniform(low, high)
        }
        Distribution::Discrete(discrete) => {
            let kept = discrete.between(min, max);
            enough(kept.iter().map(|outcome| outcome.1).sum())?;
            Distribution::discrete(&kept)
        }
        Distribution::Samples(samples) => {
            let kept = samples.between(min, max);
            enough(kept.len() as f64 / samples.count() as f64)?;
            Distribution::samples(kept)
        }
        smooth => {
            let made = Truncated {
                min: min.max(support.0),
                max: max.min(support.1),
                low: smooth.family().level(min),
                high: smooth.family().level(max),
                base: Box::new(smooth),
            };
            enough(made.mass())?;
            Distribution::Truncated(made).checked()
        }
    }
}

impl Truncated {
    /// F₀(max) − F₀(min), from the tail that keeps the digits.
    fn mass(&self) -> f64 {
        self.between(self.low, self.high)
    }

    fn between(&self, from: Level, to: Level) -> f64 {
        if from.is_low() { to.below - from.below } else { from.above - to.above }
    }

    /// Whether the base has a kink, so that no smooth table fits it.
    pub(crate) fn has_kink(&self) -> bool {
        match &*self.base {
            Distribution::Triangular(_) => true,
            Distribution::Truncated(inner) => inner.has_kink(),
            _ => false,
        }
    }

    /// Where the kink stands, as a probability of this distribution; 0 if there is none.
    fn kink(&self) -> f64 {
        let base = match &*self.base {
            Distribution::Triangular(triangular) => triangular.kink(),
            Distribution::Truncated(inner) => inner.kink(),
            _ => 0.0,
        };
        (base - self.low.below) / self.mass()
    }
}

impl Family for Truncated {
    fn quantile(&self, level: Level) -> f64 {
        let mass = self.mass();
        let inner = Level { below: self.low.below + level.below * mass, above: self.high.above + level.above * mass };
        self.base.at(inner).clamp(self.min, self.max)
    }

    fn level(&self, x: f64) -> Level {
        if x <= self.min {
            return Level::from_below(0.0);
        }
        if x >= self.max {
            return Level::from_above(0.0);
        }
        let (at, mass) = (self.base.family().level(x), self.mass());
        Level {
            below: (self.between(self.low, at) / mass).clamp(0.0, 1.0),
            above: (self.between(at, self.high) / mass).clamp(0.0, 1.0),
        }
    }

    fn mean(&self) -> f64 {
        mean_by_quadrature(|level| self.quantile(level), self.kink())
    }

    fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }
}
