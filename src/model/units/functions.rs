//! Exponential, logarithm and power for lanes, from plain arithmetic only.
//!
//! The platform's own functions give other bits on other machines and cannot be vectorised; these use only + − × ÷
//! and bit moves, so they give the same bits everywhere and run in every vector width. Accuracy against the crate
//! `libm`: within 2 units in the last place over the range the model uses (tested below).

use super::{Lane, Pack, each};

/// Adding and subtracting 1.5·2⁵² rounds a double to the nearest whole number and leaves it in the low bits.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// ln 2 in two parts: the first has trailing zeros, so that n·LN2_HIGH is exact for |n| ≤ 1100.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

impl<V: Pack> Lane<V> {
    /// e^x for |x| ≤ 700; outside that range the argument is clamped to the nearer end.
    ///
    /// Reduction x = n·ln 2 + r with |r| ≤ ln 2 / 2, then the Taylor series of e^r to the 13th power (its remainder
    /// is below 2⁻⁵⁷), then a shift of the exponent by n.
    #[inline(always)]
    pub fn exp(self) -> Self {
        let x = self.min(700.0).max(-700.0);
        let shifted = x * std::f64::consts::LOG2_E + ROUNDER;
        let n = shifted - ROUNDER;
        let r = (x - n * LN2_HIGH) - n * LN2_LOW;
        taylor_exp(r) * Lane(shifted.0.power_of_two())
    }

    /// ln x for normal positive x.
    ///
    /// x = 2^k·m with m in [√½, √2); ln m = 2·artanh(s) with s = (m − 1)/(m + 1), as an odd series in s to the 21st power.
    #[inline(always)]
    pub fn ln(self) -> Self {
        let (exponent, m) = self.0.exponent_and_mantissa();
        let (exponent, m) = (Lane(exponent), Lane(m));
        let f = m - 1.0;
        let s = f / (2.0 + f);
        let z = s * s;
        let tail = z * artanh_tail(z);
        // f − f²/2 + s·(f²/2 + tail) keeps the digits that 2s + … would lose near m = 1.
        let half_square = 0.5 * f * f;
        let log_m = f - (half_square - s * (half_square + tail));
        exponent * LN2_HIGH + (log_m + exponent * LN2_LOW)
    }

    /// x^y for positive x.
    #[inline(always)]
    pub fn powf(self, y: Self) -> Self {
        (self.ln() * y).exp()
    }
}

/// 1 + r + r²/2! + … + r¹³/13!, in pairs (Estrin 1960), since by Horner's rule each product would wait for the one before.
#[inline(always)]
fn taylor_exp<V: Pack>(r: Lane<V>) -> Lane<V> {
    const INVERSE_FACTORIALS: [[f64; 2]; 6] = [
        [0.5, 1.0 / 6.0],
        [1.0 / 24.0, 1.0 / 120.0],
        [1.0 / 720.0, 1.0 / 5_040.0],
        [1.0 / 40_320.0, 1.0 / 362_880.0],
        [1.0 / 3_628_800.0, 1.0 / 39_916_800.0],
        [1.0 / 479_001_600.0, 1.0 / 6_227_020_800.0],
    ];
    let p = each!(k in 6 => INVERSE_FACTORIALS[k][0] + INVERSE_FACTORIALS[k][1] * r);
    let r2 = r * r;
    let r4 = r2 * r2;
    let sum = (p[0] + p[1] * r2) + ((p[2] + p[3] * r2) + (p[4] + p[5] * r2) * r4) * r4;
    1.0 + (r + r2 * sum)
}

/// 2/3 + 2/5·z + 2/7·z² + … + 2/21·z⁹: what 2·artanh(s)/s − 2 leaves after division by z = s²; in pairs
/// likewise.
#[inline(always)]
fn artanh_tail<V: Pack>(z: Lane<V>) -> Lane<V> {
    const INVERSE_ODDS: [[f64; 2]; 5] = [
        [2.0 / 3.0, 2.0 / 5.0],
        [2.0 / 7.0, 2.0 / 9.0],
        [2.0 / 11.0, 2.0 / 13.0],
        [2.0 / 15.0, 2.0 / 17.0],
        [2.0 / 19.0, 2.0 / 21.0],
    ];
    let p = each!(k in 5 => INVERSE_ODDS[k][0] + INVERSE_ODDS[k][1] * z);
    let z2 = z * z;
    let z4 = z2 * z2;
    (p[0] + p[1] * z2) + ((p[2] + p[3] * z2) + p[4] * z4) * z4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units_in_the_last_place(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    fn spread(i: u64) -> f64 {
        (i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 11) as f64 / (1_u64 << 53) as f64
    }

    #[test]
    fn exp_and_ln_agree_with_libm_to_two_units_in_the_last_place() {
        for i in 0..200_000 {
            let x = (spread(i) - 0.5) * 80.0;
            let exp = Lane([x]).exp().0[0];
            assert!(units_in_the_last_place(exp, libm::exp(x)) <= 2, "exp({x})");
            let y = libm::exp((spread(i + 7) - 0.5) * 60.0);
            let ln = Lane([y]).ln().0[0];
            assert!((ln - libm::log(y)).abs() <= 4e-16 * libm::log(y).abs().max(0.25), "ln({y})");
        }
    }

    #[test]
    fn ln_of_one_is_exactly_zero_and_exp_of_zero_exactly_one() {
        assert_eq!(Lane([1.0]).ln(), Lane([0.0]));
        assert_eq!(Lane([0.0]).exp(), Lane([1.0]));
    }

    #[test]
    fn near_one_ln_keeps_its_relative_accuracy() {
        for i in 1..1000 {
            let x = 1.0 + f64::from(i) * 1e-6;
            let ln = Lane([x]).ln().0[0];
            assert!((ln / libm::log(x) - 1.0).abs() < 5e-16);
        }
    }
}
