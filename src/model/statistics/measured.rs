//! One measure of a run with all its replicates, and what is estimated from it.

use super::column::Column;
use super::estimate::Estimate;
use super::shortfall::expected_shortfall_by_midpoints;
use super::tally::{Moments, Quantiles, Tally};
use super::unseen;
use crate::sampling::REPLICATES;

/// One measure with all its replicates.
#[derive(Clone, Debug)]
pub struct Measured {
    pooled: Column,
    parts: Vec<Column>,
    gaps: Vec<(f64, f64)>,
    /// Whether it differs from trial to trial, or might.
    varies: bool,
}

impl Measured {
    /// A measure as a run tallied it. `may_vary` says whether anything that is drawn can move it at all: where it cannot,
    /// and all trials are alike, nothing is uncertain.
    pub fn of(tally: &Tally, may_vary: bool) -> Self {
        let parts: Vec<Column> = (0..REPLICATES).map(|replicate| tally.replicate(replicate)).collect();
        let mut moments = Moments::new();
        parts.iter().for_each(|part| moments.merge(&part.moments));
        let total = |of: fn(&Column) -> u64| parts.iter().map(of).sum::<u64>();
        let (missing, several) = (total(|c| c.missing), total(|c| c.several));
        let pooled = Column { moments, quantiles: tally.all_quantiles(), missing, several };
        let alike = pooled.moments.extremes().min() == pooled.moments.extremes().max();
        let kinds = [pooled.moments.count(), missing, several];
        let varies = may_vary || !alike || kinds.iter().filter(|count| **count > 0).count() > 1;
        Measured { gaps: pooled.quantiles.gaps(), pooled, parts, varies }
    }

    /// All replicates together.
    pub fn pooled(&self) -> &Column {
        &self.pooled
    }

    /// Each replicate.
    pub fn parts(&self) -> &[Column] {
        &self.parts
    }

    /// `f` of all trials, with the standard error that the spread of `f` over the replicates gives, and `unseen` besides.
    fn estimate(&self, unseen: f64, f: impl Fn(&Column) -> Option<f64>) -> Option<Estimate> {
        let value = f(&self.pooled)?;
        let spread: Vec<f64> = self.parts.iter().filter_map(f).collect();
        Some(self.known(of_all(value, &spread, self.parts.len()).and_independent(unseen)))
    }

    /// Without an error where trials that differ, or might, show none.
    fn known(&self, estimate: Estimate) -> Estimate {
        estimate.unless_certain(self.varies)
    }

    /// The term for one trial more or less of an estimate to which a value adds this much.
    fn unseen(&self, adds: impl Fn(f64) -> f64) -> f64 {
        unseen::of_gaps(self.pooled.moments.count(), &self.gaps, adds)
    }

    /// The mean of the trials that have a value.
    pub fn mean(&self) -> Option<Estimate> {
        self.estimate(self.unseen(|x| x), |c| c.moments.mean())
    }

    /// The standard deviation of the trials that have a value.
    pub fn sd(&self) -> Option<Estimate> {
        let (mean, sd) = (self.pooled.moments.mean()?, self.pooled.moments.sd()?);
        // dσ = d(x − μ)²/2σ.
        let adds = |x: f64| if sd > 0.0 { 0.5 * (x - mean) * ((x - mean) / sd) } else { 0.0 };
        self.estimate(self.unseen(adds), |c| c.moments.sd())
    }

    /// The share of all trials for which `count` counts.
    pub fn share(&self, count: impl Fn(&Column) -> u64) -> Option<Estimate> {
        let unseen = self.unseen_share(self.pooled.trials());
        self.estimate(unseen, |c| (c.trials() > 0).then(|| count(c) as f64 / c.trials() as f64))
    }

    /// The share of the trials with a value in which it is below `x`.
    pub fn share_below(&self, x: f64) -> Option<Estimate> {
        self.estimate(self.unseen_share(self.pooled.moments.count()), |c| c.quantiles.share_below(x))
    }

    /// The share of the trials with a value in which it is at least `low` and below `high`.
    pub fn share_within(&self, low: f64, high: f64) -> Option<Estimate> {
        let within = |c: &Column| Some(c.quantiles.share_below(high)? - c.quantiles.share_below(low)?);
        self.estimate(self.unseen_share(self.pooled.moments.count()), within)
    }

    fn unseen_share(&self, n: u64) -> f64 {
        if self.varies { unseen::of_share(n) } else { 0.0 }
    }

    /// Several quantiles of the trials that have a value.
    pub fn quantiles<const K: usize>(&self, levels: [f64; K]) -> Option<[Estimate; K]> {
        let doubts = self.doubts(levels)?;
        let pooled = self.pooled.quantiles.quantiles(&levels)?;
        let parts: Vec<Vec<f64>> = self.parts.iter().filter_map(|p| p.quantiles.quantiles(&levels)).collect();
        Some(std::array::from_fn(|k| {
            let spread: Vec<f64> = parts.iter().map(|part| part[k]).collect();
            self.known(of_all(pooled[k], &spread, self.parts.len()).and_independent(doubts[k]))
        }))
    }

    /// What replicates do not show of the errors of quantiles: one trial more or less, and that values were counted.
    fn doubts<const K: usize>(&self, levels: [f64; K]) -> Option<[f64; K]> {
        let quantiles = &self.pooled.quantiles;
        let step = unseen::of_share(quantiles.count());
        let around = levels.map(|level| [(level - step).max(0.0), (level + step).min(1.0)]);
        let around = quantiles.quantiles(around.as_flattened())?;
        Some(std::array::from_fn(|k| {
            let half_width = 0.5 * around[2 * k + 1] - 0.5 * around[2 * k];
            libm::hypot(half_width, quantiles.doubt(levels[k]))
        }))
    }

    /// The median of the trials that have a value, without its error.
    pub fn median(&self) -> Option<f64> {
        self.pooled.quantiles.quantile(0.5)
    }

    /// A quantile over all trials where those without a value count as never reached; none beyond the last that is.
    pub fn quantile_or_never(&self, level: f64) -> Option<Estimate> {
        let among = |c: &Column| {
            let reached = c.moments.count() as f64 / c.trials().max(1) as f64;
            (level <= reached).then_some(level / reached)
        };
        let [doubt] = self.doubts([among(&self.pooled)?])?;
        self.estimate(doubt, |c| c.quantiles.quantile(among(c)?))
    }

    /// The mean of the worst `tail` of the trials, by the midpoint rule over the quantiles.
    pub fn expected_shortfall(&self, tail: f64) -> Option<Estimate> {
        let [end] = self.pooled.quantiles.quantiles(&[tail])?[..] else { return None };
        let unseen = libm::hypot(self.unseen(|x| x.min(end) / tail), self.pooled.quantiles.doubt(tail));
        self.estimate(unseen, |c| expected_shortfall_by_midpoints(&c.quantiles, tail))
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
/// Half the distance between the quantiles one binomial standard deviation above and below the level, and what counting
/// leaves open. `may_vary` says whether anything that is drawn can move the month at all.
pub fn fan_quantiles<const K: usize>(fan: &Quantiles, levels: [f64; K], may_vary: bool) -> Option<[Estimate; K]> {
    let n = fan.count() as f64;
    let mut around = Vec::with_capacity(3 * K);
    for level in levels {
        let sd = (level * (1.0 - level) / n).sqrt();
        around.extend([level, (level - sd).max(0.0), (level + sd).min(1.0)]);
    }
    let found = fan.quantiles(&around)?;
    let (low, high) = fan.extremes()?;
    Some(std::array::from_fn(|k| {
        let [value, below, above] = [found[3 * k], found[3 * k + 1], found[3 * k + 2]];
        let error = libm::hypot(0.5 * above - 0.5 * below, fan.doubt(levels[k]));
        Estimate { value, standard_error: Some(error), replicates: fan.count() as usize }
            .unless_certain(may_vary || low < high)
    }))
}
