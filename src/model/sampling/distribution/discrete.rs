//! Finitely many values with weights.

use std::sync::Arc;

use super::{
    error::{DistributionError, finite},
    family::Family,
};
use crate::sampling::level::Level;

/// P(X = xᵢ) = wᵢ/Σw; Q(u) is the smallest xᵢ with F(xᵢ) ≥ u.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrete {
    /// Rising values of positive weight, each with F at it; the last F is one.
    steps: Arc<[(f64, f64)]>,
    mean: f64,
}

impl Discrete {
    pub(super) fn new(outcomes: &[(f64, f64)]) -> Result<Self, DistributionError> {
        for &(value, weight) in outcomes {
            finite("a value", value)?;
            if !(weight >= 0.0 && weight.is_finite()) {
                return Err(DistributionError::WeightInvalid { weight });
            }
        }
        if outcomes.is_empty() {
            return Err(DistributionError::NoValues);
        }
        let mut sorted: Vec<(f64, f64)> = outcomes.iter().copied().filter(|outcome| outcome.1 > 0.0).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = sorted.iter().map(|outcome| outcome.1).sum();
        if !(total > 0.0 && total.is_finite()) {
            return Err(DistributionError::WeightInvalid { weight: total });
        }
        let mean = sorted.iter().map(|(x, w)| x * (w / total)).sum();
        let mut steps: Vec<(f64, f64)> = Vec::with_capacity(sorted.len());
        let mut sum = 0.0;
        for (x, w) in sorted {
            sum += w;
            match steps.last_mut() {
                Some(last) if last.0 == x => last.1 = sum / total,
                _ => steps.push((x, sum / total)),
            }
        }
        if let Some(last) = steps.last_mut() {
            last.1 = 1.0;
        }
        Ok(Self { steps: steps.into(), mean })
    }

    /// The outcomes from `min` to `max`, with their probabilities.
    pub(super) fn between(&self, min: f64, max: f64) -> Vec<(f64, f64)> {
        let before = std::iter::once(0.0).chain(self.steps.iter().map(|step| step.1));
        let outcomes = self.steps.iter().zip(before).map(|(&(x, to), from)| (x, to - from));
        outcomes.filter(|&(x, _)| min <= x && x <= max).collect()
    }
}

impl Family for Discrete {
    #[inline]
    fn quantile(&self, level: Level) -> f64 {
        let i = self.steps.partition_point(|step| step.1 < level.below);
        self.steps[i.min(self.steps.len() - 1)].0
    }

    fn level(&self, x: f64) -> Level {
        let i = self.steps.partition_point(|step| step.0 <= x);
        Level::from_below(i.checked_sub(1).map_or(0.0, |i| self.steps[i].1))
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn support(&self) -> (f64, f64) {
        (self.steps[0].0, self.steps[self.steps.len() - 1].0)
    }
}
