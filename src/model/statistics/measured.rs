//! One measure of a run with all its replicates, and what is estimated from it.

use super::column::Column;
use super::estimate::Estimate;
use super::shortfall::expected_shortfall_by_midpoints;
use super::tally::Quantiles;

/// One measure with all its replicates.
pub struct Measured<'a> {
    pooled: Column,
    parts: Vec<&'a Column>,
}

impl<'a> Measured<'a> {
    /// A measure from one column a replicate.
    pub fn from_parts(parts: Vec<&'a Column>) -> Self {
        Measured { pooled: Column::pooled(&parts), parts }
    }

    /// All replicates together.
    pub fn pooled(&self) -> &Column {
        &self.pooled
    }

    /// `f` of all trials, with the standard error that the spread of `f` over the replicates gives.
    pub fn estimate(&self, f: impl Fn(&Column) -> Option<f64>) -> Option<Estimate> {
        let value = f(&self.pooled)?;
        let spread: Vec<f64> = self.parts.iter().filter_map(|part| f(part)).collect();
        Some(of_all(value, &spread, self.parts.len()))
    }

    /// The mean of the trials that have a value.
    pub fn mean(&self) -> Option<Estimate> {
        self.estimate(|c| c.moments.mean())
    }

    /// The standard deviation of the trials that have a value.
    pub fn sd(&self) -> Option<Estimate> {
        self.estimate(|c| c.moments.sd())
    }

    /// The share of all trials for which `count` counts.
    pub fn share(&self, count: impl Fn(&Column) -> u64) -> Option<Estimate> {
        self.estimate(|c| (c.trials() > 0).then(|| count(c) as f64 / c.trials() as f64))
    }

    /// The share of the trials with a value in which it is below `x`.
    pub fn share_below(&self, x: f64) -> Option<Estimate> {
        self.estimate(|c| c.quantiles.share_below(x))
    }

    /// Several quantiles of the trials that have a value.
    pub fn quantiles<const K: usize>(&self, levels: [f64; K]) -> Option<[Estimate; K]> {
        let pooled = self.pooled.quantiles.quantiles(&levels)?;
        let parts: Vec<Vec<f64>> = self.parts.iter().filter_map(|p| p.quantiles.quantiles(&levels)).collect();
        Some(std::array::from_fn(|k| {
            let spread: Vec<f64> = parts.iter().map(|part| part[k]).collect();
            of_all(pooled[k], &spread, self.parts.len())
        }))
    }

    /// The median of the trials that have a value, without its error.
    pub fn median(&self) -> Option<f64> {
        self.pooled.quantiles.quantile(0.5)
    }

    /// A quantile over all trials where those without a value count as never reached; none beyond the last that is.
    pub fn quantile_or_never(&self, level: f64) -> Option<Estimate> {
        self.estimate(|c| {
            let reached = c.moments.count() as f64 / c.trials().max(1) as f64;
            (level <= reached).then(|| c.quantiles.quantile(level / reached)).flatten()
        })
    }

    /// The mean of the worst `tail` of the trials, by the midpoint rule over the quantiles.
    pub fn expected_shortfall(&self, tail: f64) -> Option<Estimate> {
        self.estimate(|c| expected_shortfall_by_midpoints(&c.quantiles, tail))
    }
}

/// The mean of `a` minus that of `b`, where trial t of both is one draw: the standard error is that of the differences
/// replicate by replicate, so what both have in common cancels.
pub fn difference_of_means(a: &Measured, b: &Measured) -> Option<Estimate> {
    let mean = |column: &Column| column.moments.mean();
    let value = mean(&a.pooled)? - mean(&b.pooled)?;
    let paired = a.parts.iter().zip(&b.parts).filter_map(|(a, b)| Some(mean(a)? - mean(b)?));
    let paired: Vec<f64> = paired.collect();
    Some(of_all(value, &paired, a.parts.len()))
}

/// The estimate from `replicates` of them; without an error where one lacks the value.
fn of_all(value: f64, spread: &[f64], replicates: usize) -> Estimate {
    if spread.len() < replicates { Estimate::without_error(value) } else { Estimate::from_replicates(value, spread) }
}

/// Quantiles of a fan with the standard error of independent trials, which is never smaller than that of Sobol points.
///
/// Half the distance between the quantiles one binomial standard deviation above and below the level.
pub fn fan_quantiles<const K: usize>(fan: &Quantiles, levels: [f64; K]) -> Option<[Estimate; K]> {
    let n = fan.count() as f64;
    let mut around = Vec::with_capacity(3 * K);
    for level in levels {
        let sd = (level * (1.0 - level) / n).sqrt();
        around.extend([level, (level - sd).max(0.0), (level + sd).min(1.0)]);
    }
    let found = fan.quantiles(&around)?;
    Some(std::array::from_fn(|k| {
        let [value, low, high] = [found[3 * k], found[3 * k + 1], found[3 * k + 2]];
        Estimate { value, standard_error: Some(0.5 * (high - low)), replicates: fan.count() as usize }
    }))
}
