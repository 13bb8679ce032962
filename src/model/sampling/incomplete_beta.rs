//! The regularised incomplete beta function I_x(a, b) and its inverse, in the log-odds of x.

use super::{level::Level, normal::standard_quantile};

/// A number x of (0, 1) and its complement, both with full relative precision.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    pub(super) x: f64,
    pub(super) complement: f64,
}

impl Share {
    fn from_logit(y: f64) -> Self {
        let Level { below, above } = Level::from_logit(y);
        Self { x: below, complement: above }
    }

    fn mirrored(self) -> Self {
        Self { x: self.complement, complement: self.x }
    }
}

/// The two shapes of a beta distribution, with what depends on them alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shapes {
    a: f64,
    b: f64,
    /// ln of aᵃ bᵇ / ((a + b)^(a+b) B(a, b)): the density of the log-odds at x₀ = a/(a + b).
    log_peak: f64,
}

impl Shapes {
    pub(super) fn new(a: f64, b: f64) -> Self {
        let root = (a / std::f64::consts::TAU * (b / (a + b))).sqrt();
        Self { a, b, log_peak: libm::log(root) + stirling(a + b) - stirling(a) - stirling(b) }
    }

    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, log_peak: self.log_peak }
    }

    /// ln(xᵃ (1−x)ᵇ / B(a, b)), the density of the log-odds, from its value at x₀ = a/(a + b) and the two deviances:
    /// ln peak − a φ(x/x₀) − b φ((1−x)/(1−x₀)), φ(r) = r − 1 − ln r (as in DiDonato and Morris 1992, `BRCOMP`).
    fn log_kernel(self, s: Share) -> f64 {
        let total = self.a + self.b;
        // x − x₀ from whichever of x and 1 − x is small, so that it keeps its digits.
        let gap = if s.x <= s.complement { s.x - self.a / total } else { self.b / total - s.complement };
        self.log_peak
            - self.a * deviance(s.x * total / self.a, gap * total / self.a)
            - self.b * deviance(s.complement * total / self.b, -gap * total / self.b)
    }

    /// Whether the continued fraction of I_x(a, b) itself converges fast, and not the one of its complement.
    fn is_left(self, s: Share) -> bool {
        s.x * (self.a + self.b + 2.0) <= self.a + 1.0
    }

    /// The level of a share: I_x(a, b) and its complement.
    pub(super) fn level(self, s: Share) -> Level {
        let kernel = libm::exp(self.log_kernel(s));
        if self.is_left(s) {
            Level::from_below((kernel / (self.a * fraction(self.a, self.b, s.x))).min(1.0))
        } else {
            Level::from_above((kernel / (self.b * fraction(self.b, self.a, s.complement))).min(1.0))
        }
    }

    /// ln I_x(a, b) and its slope in the log-odds, without underflow.
    fn log_lower(self, s: Share) -> (f64, f64) {
        let log_kernel = self.log_kernel(s);
        if self.is_left(s) {
            let slope = self.a * fraction(self.a, self.b, s.x);
            return (log_kernel - libm::log(slope), slope);
        }
        let kernel = libm::exp(log_kernel);
        let below = 1.0 - kernel / (self.b * fraction(self.b, self.a, s.complement));
        (libm::log(below), kernel / below)
    }

    /// The share at a level.
    pub(super) fn quantile(self, level: Level) -> Share {
        if level.is_low() {
            Share::from_logit(self.lower_logit(level.below))
        } else {
            Share::from_logit(self.mirrored().lower_logit(level.above)).mirrored()
        }
    }

    /// The log-odds y of the x with I_x(a, b) = p, for p ≤ ½, by Newton and Halley steps on g(y) = ln I − ln p.
    ///
    /// The density of y, xᵃ(1−x)ᵇ/B, is log-concave in y; hence so is I, g is concave and increasing, and a Newton step
    /// from anywhere lands left of the root, from where the steps rise to it. g lies under its left asymptote
    /// a y − ln(a B p), whose root therefore bounds y from below.
    fn lower_logit(self, p: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        let total = a + b;
        let log_complement = if a < b { libm::log1p(-a / total) } else { libm::log(b / total) };
        let log_beta = a * libm::log(a / total) + b * log_complement - self.log_peak;
        let log_p = libm::log(p);
        let bound = (log_p + libm::log(a) + log_beta) / a;
        if bound < -700.0 {
            return bound;
        }
        let spread = (1.0 / a + 1.0 / b).sqrt();
        let mut y = bound.max(libm::log(a / b) + spread * standard_quantile(Level::from_below(p)));
        for _ in 0..60 {
            let share = Share::from_logit(y);
            let (log_below, slope) = self.log_lower(share);
            let newton = (log_below - log_p) / slope;
            let bend = newton * (a - total * share.x - slope);
            let step = if bend.abs() < 0.5 { newton / (1.0 + 0.5 * bend) } else { newton };
            y = (y - step).max(bound);
            if !(step.abs() > 1e-6 * spread.min(1.0)) {
                break;
            }
        }
        y
    }
}

/// r − 1 − ln r, where `gap` = r − 1 is given with its own digits.
fn deviance(r: f64, gap: f64) -> f64 {
    if gap.abs() < 0.5 { gap - libm::log1p(gap) } else { gap - libm::log(r) }
}

/// Δ(a) of ln Γ(a) = (a − ½) ln a − a + ½ ln 2π + Δ(a) (DLMF 5.11.1).
fn stirling(a: f64) -> f64 {
    if a < 10.0 {
        const HALF_LOG_TAU: f64 = 0.918_938_533_204_672_8;
        return libm::lgamma(a) - ((a - 0.5) * libm::log(a) - a + HALF_LOG_TAU);
    }
    let s = 1.0 / (a * a);
    (1.0 / 12.0
        - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0 - s * (691.0 / 360_360.0))))))
        / a
}

/// The continued fraction 1 + d₁/(1 + d₂/(1 + …)) with I_x(a, b) = xᵃ(1−x)ᵇ / (a B(a, b)) / fraction (DLMF 8.17.22),
/// by the forward recurrence of its convergents; it converges fast for x ≤ (a + 1)/(a + b + 2).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    // Convergent h = p/q, kept as numbers relative to the last q so that nothing overflows: one division per pair.
    let (mut p0, mut q0, mut p, mut q) = (1.0, 1.0, 1.0 - (a + b) * x / (a + 1.0), 1.0);
    let mut last = p;
    for m in 1..20_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        (p0, q0) = (p + even * p0, q + even * q0);
        (p, q) = (p0 + odd * p, q0 + odd * q);
        let scale = 1.0 / q;
        (p0, q0, p, q) = (p0 * scale, q0 * scale, p * scale, 1.0);
        if (p - last).abs() <= 2e-16 * p.abs() {
            break;
        }
        last = p;
    }
    p
}
