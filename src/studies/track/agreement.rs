//! Whether the case still holds: how each reading lies in what the readings before it let expect.

use super::findings::{Agreement, MetricAgreement};
use super::sums::{peak, rescaled};
use delight_model::sampling::{normal_cdf, normal_quantile};
use delight_model::scenario::actuals::TrackMetric;
use delight_model::statistics::chi_square_above;

/// Ranges of residuals whose sums stand for their trials, and how far they reach on either side.
const BINS: usize = 96;
const REACH: f64 = 12.0;
/// Probabilities are cut here, so that their normal scores are finite.
const LEAST: f64 = 1e-12;
/// Below these probabilities the case is strained, and contradicted.
const STRAINED: f64 = 0.05;
const CONTRADICTED: f64 = 0.01;

/// One reading one step ahead: sums over the trials, weighted by all readings before it.
#[derive(Clone)]
pub(super) struct OneStep {
    peak: f64,
    total: f64,
    below: f64,
    /// Σ w and Σ w·z of the trials by their residual.
    bins: Vec<[f64; 2]>,
}

impl OneStep {
    pub(super) fn new() -> Self {
        OneStep { peak: f64::NEG_INFINITY, total: 0.0, below: 0.0, bins: vec![[0.0; 2]; BINS] }
    }

    /// Adds a block: log weights from the readings before, and residuals.
    pub(super) fn add(&mut self, log_weights: &[f64], z: &[f64]) {
        let mut block = OneStep { peak: peak(log_weights), ..OneStep::new() };
        if block.peak == f64::NEG_INFINITY {
            return;
        }
        for (log, z) in log_weights.iter().zip(z) {
            let w = libm::exp(log - block.peak);
            if w > 0.0 {
                block.total += w;
                block.below += w * normal_cdf(*z);
                let place = ((z + REACH) / (2.0 * REACH) * BINS as f64).clamp(0.0, BINS as f64 - 1.0) as usize;
                block.bins[place][0] += w;
                block.bins[place][1] += w * z;
            }
        }
        self.merge(&block);
    }

    pub(super) fn merge(&mut self, later: &OneStep) {
        let (peak, own, its) = rescaled(self.peak, later.peak);
        self.peak = peak;
        self.total = self.total * own + later.total * its;
        self.below = self.below * own + later.below * its;
        for (bin, more) in self.bins.iter_mut().zip(&later.bins) {
            (0..2).for_each(|k| bin[k] = bin[k] * own + more[k] * its);
        }
    }

    /// ζ = Φ⁻¹(Σ w·Φ(z)).
    pub(super) fn residual(&self) -> f64 {
        normal_quantile((self.below / self.total).clamp(LEAST, 1.0 - LEAST))
    }

    /// Where the reading was to be expected with these probabilities: how far from where it came, in standard deviations
    /// one step ahead.
    pub(super) fn expected<const K: usize>(&self, levels: [f64; K]) -> [f64; K] {
        let used: Vec<(f64, f64)> = self.bins.iter().filter(|b| b[0] > 0.0).map(|b| (b[1] / b[0], b[0])).collect();
        let below = |x: f64| used.iter().map(|(z, w)| w * normal_cdf(x + z)).sum::<f64>() / self.total;
        let low = -used.last().map_or(0.0, |(z, _)| *z) - REACH;
        let high = -used.first().map_or(0.0, |(z, _)| *z) + REACH;
        levels.map(|level| {
            let (mut low, mut high) = (low, high);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                if below(middle) < level { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        })
    }
}

/// What the residuals say together, and by metric.
pub(super) fn agreement(residuals: &[(TrackMetric, f64)]) -> Agreement {
    let of = |residuals: &[f64]| {
        let p = chi_square_above(residuals.iter().map(|x| x * x).sum(), residuals.len());
        (p, verdict(p).to_owned())
    };
    let metrics = TrackMetric::ALL.into_iter().filter_map(|metric| {
        let own: Vec<f64> = residuals.iter().filter(|(m, _)| *m == metric).map(|(_, z)| *z).collect();
        let (p, verdict) = (!own.is_empty()).then(|| of(&own))?;
        Some(MetricAgreement { metric, readings: own.len(), p, verdict })
    });
    let (p, verdict) = of(&residuals.iter().map(|(_, z)| *z).collect::<Vec<_>>());
    Agreement { p, verdict, metrics: metrics.collect() }
}

/// ```text
/// Σζ² against χ²:  agrees, strained (p < 5 %), contradicts (p < 1 %)
/// ```
fn verdict(p: f64) -> &'static str {
    match p {
        p if p < CONTRADICTED => "contradicts",
        p if p < STRAINED => "strained",
        _ => "agrees",
    }
}
