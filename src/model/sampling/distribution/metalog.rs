//! Keelin's three-term metalog distribution from a symmetric percentile triplet.

use super::{
    error::{DistributionError, finite},
    family::Family,
    mean::mean_by_quadrature,
};
use crate::sampling::level::Level;

/// The symmetric percentile triplet is (α, ½, 1 − α) with α = 0.1.
const ALPHA: f64 = 0.1;

/// The largest |a₃|/a₂ with a density: 1/max of (y − ½) + y(1 − y) ln(y/(1 − y)); Keelin 2016 gives it as 1.66711.
const STEEPEST: f64 = 1.667_113;

/// The metalog M(y) = a₁ + a₂ L + a₃ (y − ½) L, L = ln(y/(1 − y)), of x itself, of ln(x − lower), of −ln(upper − x), or of
/// ln((x − lower)/(upper − x)), each less its value at the median, so that a far bound costs no digits and a₁ is zero. T. W. Keelin, "The metalog distributions", Decision Analysis 13 (2016) 243–277.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metalog {
    /// a₂ and a₃.
    a: [f64; 2],
    lower: Option<f64>,
    upper: Option<f64>,
    p50: f64,
}

impl Metalog {
    /// a₁ = q₅₀, a₂ = (q₉₀ − q₁₀)/(2 ln((1 − α)/α)), a₃ = (1 − 2r)(q₉₀ − q₁₀)/((1 − 2α) ln((1 − α)/α)), with
    /// r = (q₅₀ − q₁₀)/(q₉₀ − q₁₀); feasible for k < r < 1 − k, k = ½(1 − 1.66711(½ − α)).
    pub(super) fn from_p10_p50_p90(
        triple: [f64; 3],
        lower: Option<f64>,
        upper: Option<f64>,
    ) -> Result<Self, DistributionError> {
        let [p10, p50, p90] = triple;
        for (parameter, value) in
            [("p10", Some(p10)), ("p50", Some(p50)), ("p90", Some(p90)), ("lower", lower), ("upper", upper)]
        {
            value.map_or(Ok(0.0), |value| finite(parameter, value))?;
        }
        if !(p10 < p50 && p50 < p90) {
            return Err(DistributionError::TripleOrder { p10, p50, p90 });
        }
        if let Some(bound) = lower.filter(|&bound| !(bound < p10)) {
            return Err(DistributionError::BoundInsideTriple { bound, quantile: p10 });
        }
        if let Some(bound) = upper.filter(|&bound| !(bound > p90)) {
            return Err(DistributionError::BoundInsideTriple { bound, quantile: p90 });
        }
        let mut made = Self { a: [0.0; 2], lower, upper, p50 };
        let [q10, q50, q90] = triple.map(|x| made.transformed(x));
        let range = q90 - q10;
        if !(range > 0.0) {
            return Err(DistributionError::SpreadVanishes);
        }
        let position = (q50 - q10) / range;
        let least = 0.5 * (1.0 - STEEPEST * (0.5 - ALPHA));
        if !(least < position && position < 1.0 - least) {
            let [least_median, greatest_median] = [least, 1.0 - least].map(|r| made.restored(q10 + r * range));
            return Err(DistributionError::TripleInfeasible { position, least_median, greatest_median });
        }
        let odds = libm::log((1.0 - ALPHA) / ALPHA);
        made.a = [range / (2.0 * odds), (1.0 - 2.0 * position) * range / ((1.0 - 2.0 * ALPHA) * odds)];
        made.with_finite_mean()
    }

    /// With one bound, the free tail falls like a power: 1 − F ~ x^(−1/e) with e = a₂ ± a₃/2, and the mean needs e < 1.
    fn with_finite_mean(self) -> Result<Self, DistributionError> {
        let [a2, a3] = self.a;
        let exponent = match (self.lower, self.upper) {
            (Some(_), None) => a2 + 0.5 * a3,
            (None, Some(_)) => a2 - 0.5 * a3,
            _ => 0.0,
        };
        if exponent < 1.0 { Ok(self) } else { Err(DistributionError::MeanInfinite { exponent }) }
    }

    /// The unbounded quantity that is a metalog, shifted to be zero at the median: x − p₅₀, the logarithm of
    /// (x − lower)/(p₅₀ − lower), of (upper − p₅₀)/(upper − x), or of their product.
    fn transformed(&self, x: f64) -> f64 {
        let gap = x - self.p50;
        let from_lower = |lower: f64| log_ratio(x - lower, self.p50 - lower, gap);
        let from_upper = |upper: f64| -log_ratio(upper - x, upper - self.p50, -gap);
        match (self.lower, self.upper) {
            (None, None) => gap,
            (Some(lower), None) => from_lower(lower),
            (None, Some(upper)) => from_upper(upper),
            (Some(lower), Some(upper)) => from_lower(lower) + from_upper(upper),
        }
    }

    /// The inverse of [`Self::transformed`]: from the median where x is near it, from the bound where x is near that.
    fn restored(&self, t: f64) -> f64 {
        let near = t.abs() < 0.5;
        let growth = libm::expm1(t);
        match (self.lower, self.upper) {
            (None, None) => self.p50 + t,
            (Some(lower), None) if near => self.p50 + (self.p50 - lower) * growth,
            (Some(lower), None) => lower + (self.p50 - lower) * libm::exp(t),
            (None, Some(upper)) if near => self.p50 - (upper - self.p50) * libm::expm1(-t),
            (None, Some(upper)) => upper - (upper - self.p50) * libm::exp(-t),
            (Some(lower), Some(upper)) => {
                let (c, d) = (self.p50 - lower, upper - self.p50);
                if near {
                    return self.p50 + growth / ((growth + 1.0) / d + 1.0 / c);
                }
                // (x − lower)/(upper − x) = below/above, of which neither overflows.
                let (below, above) = if t < 0.0 { (c * libm::exp(t), d) } else { (c, d * libm::exp(-t)) };
                if below <= above {
                    lower + (c + d) * (below / (below + above))
                } else {
                    upper - (c + d) * (above / (below + above))
                }
            }
        }
    }

    fn at(&self, level: Level) -> f64 {
        let logit = level.logit();
        (self.a[0] + self.a[1] * 0.5 * (level.below - level.above)) * logit
    }
}

/// ln(value/base), where `gap` = value − base is given with its own digits.
fn log_ratio(value: f64, base: f64, gap: f64) -> f64 {
    if gap.abs() < 0.5 * base { libm::log1p(gap / base) } else { libm::log(value / base) }
}

impl Family for Metalog {
    fn quantile(&self, level: Level) -> f64 {
        self.restored(self.at(level))
    }

    fn level(&self, x: f64) -> Level {
        let (low, high) = self.support();
        if x <= low {
            return Level::from_below(0.0);
        }
        if x >= high {
            return Level::from_above(0.0);
        }
        let target = self.transformed(x);
        let (mut low, mut high) = (-745.0, 745.0);
        // M rises in the log-odds; halving to the last bit needs no starting point and cannot fail.
        loop {
            let middle = 0.5 * (low + high);
            if !(low < middle && middle < high) {
                return Level::from_logit(middle);
            }
            if self.at(Level::from_logit(middle)) < target { low = middle } else { high = middle }
        }
    }

    fn mean(&self) -> f64 {
        match (self.lower, self.upper) {
            // ∫ L dy = 0 and ∫ (y − ½) L dy = ½.
            (None, None) => self.p50 + 0.5 * self.a[1],
            _ => mean_by_quadrature(|level| self.quantile(level), 0.0),
        }
    }

    fn support(&self) -> (f64, f64) {
        (self.lower.unwrap_or(f64::NEG_INFINITY), self.upper.unwrap_or(f64::INFINITY))
    }
}
