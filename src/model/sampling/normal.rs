//! The standard normal distribution: its cumulative probability and its quantile.

#![allow(clippy::excessive_precision, reason = "coefficients stand with all their published digits")]

use super::level::Level;

/// Φ(x) = ½ erfc(−x/√2), the probability that a standard normal is below `x`; relative error about 10⁻¹⁴ down to x = −8.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// Φ⁻¹(u), the value with probability `u` below it; relative error about 10⁻¹⁵. Infinite at 0 and 1, NaN outside.
///
/// Algorithm AS 241, routine PPND16: M. J. Wichura, Applied Statistics 37 (1988) 477–484.
pub fn normal_quantile(u: f64) -> f64 {
    standard_quantile(Level::from_below(u))
}

/// The level of `x` in the standard normal distribution.
pub(super) fn standard_level(x: f64) -> Level {
    Level { below: normal_cdf(x), above: normal_cdf(-x) }
}

/// Φ⁻¹ at a level: a ratio of two polynomials of degree 7, in (½)² − q² near the middle, in √(−ln p) in the tails.
pub(super) fn standard_quantile(level: Level) -> f64 {
    let p = level.below.min(level.above);
    if !(p >= 0.0) {
        return f64::NAN;
    }
    let q = 0.5 - p;
    let distance = if q <= 0.425 {
        q * ratio(0.180625 - q * q, &MIDDLE)
    } else if p == 0.0 {
        f64::INFINITY
    } else {
        let r = (-libm::log(p)).sqrt();
        if r <= 5.0 { ratio(r - 1.6, &TAIL) } else { ratio(r - 5.0, &FAR_TAIL) }
    };
    if level.is_low() { -distance } else { distance }
}

/// Coefficients of a ratio of polynomials: numerators and denominators, from the constant up.
type Ratio = [[f64; 8]; 2];

fn ratio(x: f64, coefficients: &Ratio) -> f64 {
    let [numerator, denominator] = coefficients.map(|c| c.iter().rev().fold(0.0, |sum, c| sum * x + c));
    numerator / denominator
}

const MIDDLE: Ratio = [
    [
        3.387_132_872_796_366_608,
        133.141_667_891_784_377_45,
        1_971.590_950_306_551_442_7,
        13_731.693_765_509_461_125,
        45_921.953_931_549_871_457,
        67_265.770_927_008_700_853,
        33_430.575_583_588_128_105,
        2_509.080_928_730_122_672_7,
    ],
    [
        1.0,
        42.313_330_701_600_911_252,
        687.187_007_492_057_908_3,
        5_394.196_021_424_751_107_7,
        21_213.794_301_586_595_867,
        39_307.895_800_092_710_61,
        28_729.085_735_721_942_674,
        5_226.495_278_852_854_561,
    ],
];

const TAIL: Ratio = [
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583_3,
        7.745_450_142_783_414_076_4e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55,
        0.148_103_976_427_480_074_59,
        0.015_198_666_563_616_457_196_6,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
];

const FAR_TAIL: Ratio = [
    [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        0.296_560_571_828_504_891_23,
        0.026_532_189_526_576_123_093,
        0.001_242_660_947_388_078_438_6,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        0.599_832_206_555_887_937_69,
        0.136_929_880_922_735_805_31,
        0.014_875_361_290_850_614_852_5,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_exactly_zero() {
        assert_eq!(normal_quantile(0.5), 0.0);
        assert_eq!(normal_cdf(0.0), 0.5);
    }

    #[test]
    fn published_quantiles_are_met() {
        // Wichura's own test values, and the usual tables.
        for (u, z) in
            [(0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_813), (1e-20, -9.262_340_089_798_408)]
        {
            assert!((normal_quantile(u) / z - 1.0).abs() < 1e-15, "{u}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 4e-16 * 2.0);
    }

    #[test]
    fn probability_of_the_quantile_is_the_probability_down_to_the_last_tail() {
        for i in 1..2000 {
            for p in [0.5 * f64::from(i) / 2000.0, libm::exp2(-f64::from(i) * 0.05 - 1.0)] {
                for level in [Level::from_below(p), Level::from_above(p)] {
                    let back = standard_level(standard_quantile(level));
                    let (want, got) = (level.below.min(level.above), back.below.min(back.above));
                    // A relative error e of z moves the probability by about z² e.
                    assert!((got / want - 1.0).abs() < 4e-14 * (1.0 - libm::log(p)), "{p}: {got}");
                }
            }
        }
    }

    #[test]
    fn outside_the_unit_interval_there_is_no_quantile() {
        assert!(normal_quantile(-0.1).is_nan() && normal_quantile(1.1).is_nan() && normal_quantile(f64::NAN).is_nan());
        assert_eq!((normal_quantile(0.0), normal_quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
