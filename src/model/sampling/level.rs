//! A probability kept from both sides, so that neither tail loses digits.

/// A place in a distribution: the probability below it and the probability above it, which sum to one.
///
/// Near one, a single f64 cannot tell 1 − 2⁻⁶⁰ from 1; the pair can. The smaller of the two is the exact one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Probability of a smaller value.
    pub below: f64,
    /// Probability of a larger value.
    pub above: f64,
}

impl Level {
    /// The level with probability `p` below it.
    #[inline]
    pub fn from_below(p: f64) -> Self {
        Self { below: p, above: 1.0 - p }
    }

    /// The level with probability `q` above it.
    #[inline]
    pub fn from_above(q: f64) -> Self {
        Self { below: 1.0 - q, above: q }
    }

    /// The level of a uniform: (k + ½)/2³², exact on both sides.
    #[inline(always)]
    pub fn from_word(k: u32) -> Self {
        const UNIT: f64 = 1.0 / 4_294_967_296.0;
        Self { below: (f64::from(k) + 0.5) * UNIT, above: (f64::from(!k) + 0.5) * UNIT }
    }

    /// The level whose log-odds are `logit`.
    pub fn from_logit(logit: f64) -> Self {
        Self { below: 1.0 / (1.0 + libm::exp(-logit)), above: 1.0 / (1.0 + libm::exp(logit)) }
    }

    /// The log-odds ln(below / above).
    pub fn logit(self) -> f64 {
        libm::log(self.below / self.above)
    }

    /// Whether the lower side is the exact one.
    #[inline(always)]
    pub fn is_low(self) -> bool {
        self.below <= self.above
    }

    /// The level with its two sides exchanged.
    pub fn mirrored(self) -> Self {
        Self { below: self.above, above: self.below }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_sides_of_a_word_sum_to_one_exactly() {
        for k in [0, 1, 77, 1 << 31, (1 << 31) - 1, u32::MAX - 1, u32::MAX] {
            let level = Level::from_word(k);
            assert_eq!(level.below + level.above, 1.0);
            assert_eq!(level.below, (f64::from(k) + 0.5) / 4294967296.0);
        }
    }

    #[test]
    fn log_odds_come_back() {
        for logit in [-700.0, -30.0, -1.0, 0.0, 1e-3, 40.0, 700.0] {
            let back = Level::from_logit(logit).logit();
            assert!((back - logit).abs() <= 1e-14 * (1.0 + logit.abs()), "{logit} {back}");
        }
    }
}
