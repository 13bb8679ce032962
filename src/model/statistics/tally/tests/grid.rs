//! The promise of the grid: quantiles within 0.1 % of the band from P5 to P95, whatever the values look like.

use crate::sampling::normal_quantile;
use crate::statistics::tally::{Grid, Quantiles, Tally};
use proptest::prelude::*;
use std::sync::Arc;

const PILOT: usize = 4096;
const LEVELS: [f64; 9] = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/// A uniform of a trial, well mixed.
fn uniform(seed: u64, trial: usize) -> f64 {
    let mut z = (seed << 32).wrapping_add(trial as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + f64::EPSILON / 4.0
}

/// Values that come about in business cases, and worse.
fn shape(which: usize, level: f64, size: f64, spread: f64) -> impl Fn(f64, f64) -> f64 {
    move |u, v| {
        let z = normal_quantile(u);
        let noise = spread * normal_quantile(v);
        match which {
            0 => level + noise,
            1 => level + spread * u,
            // Heavy tails, on either side.
            2 => size * (2.0 * z).exp(),
            3 => level - size * (10.0 * z).exp(),
            // A rare mode far away, on both sides of the level at which it would be P5.
            4 => level + noise + if u < 0.02 { -1e6 * spread } else { 0.0 },
            5 => level + noise + if u < 0.0495 { -1e6 * spread } else { 0.0 },
            6 => level + noise + if u < 0.0505 { 1e6 * spread } else { 0.0 },
            7 => level + noise + if u < 0.5 { size } else { -size },
            // A few values.
            8 => [-size, 0.0, size, 3.0 * size][(u * 4.0) as usize % 4],
            9 => {
                if u < 0.001 {
                    1e5
                } else {
                    -100.0
                }
            }
            10 => (12.0 + 6.0 * z).round().max(0.0),
            // A value that many share, and the rest of the axis.
            11 => noise.max(0.0),
            12 => {
                if u < 0.96 {
                    size
                } else {
                    size + noise.abs()
                }
            }
            13 => {
                if u < 0.92 {
                    0.0
                } else {
                    level + noise
                }
            }
            // Rounding and less.
            14 => level + 1e-9 * noise,
            15 => level * (1.0 + f64::EPSILON * (8.0 * v).floor()),
            16 => level,
            // Beyond what squares hold.
            _ => size * 1e300 * (z / 40.0).exp(),
        }
    }
}

fn values(n: usize, seed: u64, of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    (0..n).map(|t| of(uniform(seed, t), uniform(seed + 1, t))).collect()
}

/// These values counted on the grid of the first of them, in so many replicates.
fn counted(values: &[f64], replicates: usize) -> Tally {
    let mut tally = Tally::new(replicates, 0, Some(Arc::new(Grid::of(&values[..values.len().min(PILOT)]))));
    tally.add(0, values);
    tally
}

/// Every level's error in bands from P5 to P95, and whether the quantiles rise.
fn errors(found: &Quantiles, values: &[f64]) -> (Vec<f64>, bool) {
    let exact = Quantiles::kept(values.to_vec());
    let (read, exact) = (found.quantiles(&LEVELS).unwrap(), exact.quantiles(&LEVELS).unwrap());
    let band = exact[7] - exact[1];
    let error = |(read, exact): (&f64, &f64)| {
        // Where rounding is all there is, so it is of the error.
        let off = ((read - exact).abs() - 4.0 * f64::EPSILON * exact.abs()).max(0.0);
        if off == 0.0 { 0.0 } else { off / band }
    };
    (read.iter().zip(&exact).map(error).collect(), read.is_sorted())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn quantiles_of_counts_are_within_a_thousandth_of_the_band(
        which in 0..18_usize, seed in 0..1_u64 << 31, level in -1e6..1e6, size in 1e-3..1e6, spread in 1e-3..1e3,
    ) {
        let values = values(40_000, seed, shape(which, level, size, spread));
        for replicates in [1, 8] {
            let (errors, rise) = errors(&counted(&values, replicates).all_quantiles(), &values);
            prop_assert!(errors.iter().all(|error| *error <= 0.001), "shape {which}: {errors:?}");
            prop_assert!(rise);
        }
    }

    #[test]
    fn mean_and_deviation_of_counts_are_those_of_the_values(
        which in 0..18_usize, seed in 0..1_u64 << 31, level in -1e6..1e6, size in 1e-3..1e6, spread in 1e-3..1e3,
    ) {
        let values = values(9_000, seed, shape(which, level, size, spread));
        let tally = counted(&values, 8);
        for r in 0..8 {
            let own: Vec<f64> = values.iter().skip(r).step_by(8).copied().collect();
            let mut exact = crate::statistics::tally::Moments::new();
            exact.add_slice(&own);
            let (found, band) = (tally.replicate(r).moments, errors_free_band(&values));
            let (mean, sd) = (exact.mean().unwrap(), exact.sd().unwrap());
            let rounding = 2.0 * f64::EPSILON * mean.abs();
            prop_assert!((found.mean().unwrap() - mean).abs() <= 1e-10 * band.max(sd) + rounding, "{:?} {mean}", found.mean());
            prop_assert!((found.sd().unwrap() - sd).abs() <= 1e-10 * band.max(sd) + rounding, "{:?} {sd}", found.sd());
            prop_assert_eq!(found.count(), exact.count());
            prop_assert_eq!(found.extremes(), exact.extremes());
        }
    }

    #[test]
    fn what_is_below_zero_is_counted_exactly(which in 0..18_usize, seed in 0..1_u64 << 31, level in -1.0..1.0, size in 1e-3..10.0, spread in 1e-3..10.0) {
        let values = values(5_000, seed, shape(which, level, size, spread));
        let found = counted(&values, 8).all_quantiles();
        let negative = values.iter().filter(|x| **x < 0.0).count() as f64;
        prop_assert_eq!(found.share_below(0.0), Some(negative / 5_000.0));
        let (low, high) = found.extremes().unwrap();
        let mut edges = vec![low, 0.0_f64.clamp(low, high), high];
        edges.dedup();
        let shares = found.histogram(&edges);
        prop_assert!(shares.iter().all(|share| *share >= 0.0) && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12 || low == high);
    }
}

/// P5 to P95, or nothing.
fn errors_free_band(values: &[f64]) -> f64 {
    let ends = Quantiles::kept(values.to_vec()).quantiles(&[0.05, 0.95]).unwrap();
    ends[1] - ends[0]
}

#[test]
fn far_values_are_exact_up_to_what_is_kept_and_then_within_a_thousandth_of_their_distance() {
    // 6 % at 10¹² times the spread of the rest: 300,000 values hold 18,000 of them, more than eight times 4096 are kept.
    for (n, is_exact) in [(300_000, true), (1_000_000, false)] {
        let of = shape(4, 0.0, 1.0, 1.0);
        let values = values(n, 7, |u, v| of(if u < 0.06 { 0.0 + u / 3.0 } else { u }, v));
        let found = counted(&values, 8).all_quantiles().quantile(0.03).unwrap();
        let exact = Quantiles::kept(values).quantile(0.03).unwrap();
        assert!((found / exact - 1.0).abs() <= 1.0 / 1024.0, "{found} {exact}");
        assert!(!is_exact || found == exact, "{found} {exact}");
    }
}

#[test]
fn values_that_return_are_read_as_they_are() {
    let values = values(50_000, 3, |u, _| [-1250.5, 0.1, 0.3, 7e9][(u * 4.0) as usize]);
    let found = counted(&values, 8).all_quantiles();
    assert_eq!(found.quantiles(&[0.1, 0.4, 0.6, 0.9]), Some(vec![-1250.5, 0.1, 0.3, 7e9]));
    assert_eq!(LEVELS.map(|level| found.doubt(level)), [0.0; 9]);
}

#[test]
fn what_does_not_vary_is_read_back_exactly() {
    for x in [0.0, 1e-300, -1e-300, 0.1, -123.456, 1e200, f64::MAX, f64::MIN, 5e-324] {
        let tally = counted(&[x; 10_000], 8);
        let (found, quantiles) = (tally.replicate(3).moments, tally.all_quantiles());
        assert_eq!((found.mean(), found.sd()), (Some(x), Some(0.0)), "{x}");
        assert_eq!(quantiles.quantiles(&[0.0, 0.3, 1.0]), Some(vec![x; 3]));
        assert_eq!(quantiles.share_below(x), Some(0.0));
        assert_eq!(quantiles.histogram(&[x, x]), [1.0]);
        assert!(quantiles.gaps().is_empty());
    }
}

#[test]
fn one_value_that_differs_is_neither_lost_nor_blurred() {
    for other in [1.0 + f64::EPSILON, 2.0, -1e300, f64::MAX] {
        let mut values = vec![1.0; 10_000];
        values[9_000] = other;
        let tally = counted(&values, 8);
        let quantiles = tally.all_quantiles();
        assert_eq!(quantiles.quantile(0.5), Some(1.0));
        assert_eq!(quantiles.extremes(), Some((other.min(1.0), other.max(1.0))));
        // 9000 mod 8 = 0, and a replicate has 1250 values.
        let (found, expected) = (tally.replicate(0).moments.mean().unwrap(), 1.0 + (other / 1250.0 - 1.0 / 1250.0));
        assert!((found / expected - 1.0).abs() < 1e-15, "{found} {expected}");
    }
}

#[test]
fn a_sure_large_amount_with_a_small_doubt_keeps_its_band() {
    for (mean, sd) in [(1e6, 10.0), (5e3, 1.0), (-1e9, 1.0)] {
        let n = 100_000;
        let of = |t: usize| mean + sd * normal_quantile((t as f64 + 0.5) / n as f64);
        // In an order in which the first are like all.
        let values: Vec<f64> = (0..n).map(|t| of(t * 61_803 % n)).collect();
        let ends = counted(&values, 8).all_quantiles().quantiles(&[0.05, 0.95]).unwrap();
        let expected = [mean - 1.644_853_627 * sd, mean + 1.644_853_627 * sd];
        for (found, expected) in ends.iter().zip(expected) {
            assert!((found - expected).abs() < 0.001 * 3.29 * sd, "{found} {expected}");
        }
    }
}

#[test]
fn a_smooth_distribution_is_read_far_better_than_a_cell_and_says_so() {
    let values = values(1_000_000, 5, |u, _| normal_quantile(u));
    let found = counted(&values, 8).all_quantiles();
    let exact = Quantiles::kept(values);
    for level in LEVELS {
        let doubt = found.doubt(level);
        let error = (found.quantile(level).unwrap() - exact.quantile(level).unwrap()).abs();
        // A cell is 3.3/1024 wide or less, and holds some 500 values or, at the tails, 30.
        assert!(doubt > 0.0 && doubt < 3e-4 && error < 4.0 * doubt, "{level}: {error} {doubt}");
    }
}

#[test]
fn too_few_or_no_first_values_still_make_a_grid() {
    for pilot in [&[][..], &[1.0], &[1.0, 2.0], &[-1e308, 1e308], &[5e-324, 1.0, -1e-310]] {
        let mut tally = Tally::new(8, 0, Some(Arc::new(Grid::of(pilot))));
        let values: Vec<f64> = (0..3000).map(|t| f64::from(t % 500) - 100.0).collect();
        tally.add(0, &values);
        let found = tally.all_quantiles();
        let exact = Quantiles::kept(values);
        assert_eq!(found.quantiles(&LEVELS), exact.quantiles(&LEVELS), "{pilot:?}");
    }
}
