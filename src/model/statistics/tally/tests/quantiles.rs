use super::{merged_in_a_tree, shuffled, tame, tree, wild_values};
use crate::statistics::tally::counts::Counts;
use crate::statistics::tally::{LARGEST_RESOLVED, Quantiles, RELATIVE_ERROR, SMALLEST_RESOLVED};
use proptest::prelude::*;

fn quantiles_of(values: &[f64], cap: usize) -> Quantiles {
    let mut quantiles = Quantiles::new(cap);
    quantiles.add_slice(values);
    quantiles
}

fn bits(values: Option<Vec<f64>>) -> Option<Vec<u64>> {
    values.map(|values| values.into_iter().map(f64::to_bits).collect())
}

/// The order statistics on both sides of the quantile, and how far it lies from the lower towards the upper one.
fn neighbours(values: &[f64], q: f64) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let height = (values.len() - 1) as f64 * q;
    let rank = height as usize;
    (sorted[rank], sorted[(rank + 1).min(values.len() - 1)], height.fract())
}

const PROBABILITIES: [f64; 9] = [0.5, 0.0, 0.01, 0.05, 0.25, 0.75, 0.95, 0.99, 1.0];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn states_are_equal_in_any_order_and_any_merge_tree(values in wild_values(), tree in tree(), cap in 0..900_usize) {
        let whole = quantiles_of(&values, cap);
        let fill = |part: &[f64]| quantiles_of(part, cap);
        let merged = merged_in_a_tree(&shuffled(&values, tree[0]), &tree, fill, Quantiles::merge);
        prop_assert_eq!(&whole, &merged);
        prop_assert_eq!(bits(whole.quantiles(&PROBABILITIES)), bits(merged.quantiles(&PROBABILITIES)));
        prop_assert_eq!(whole.is_exact(), values.len() <= cap);
        prop_assert_eq!(whole.count(), values.len() as u64);
    }

    #[test]
    fn kept_quantiles_interpolate_between_the_sorted_values(values in prop::collection::vec(tame(), 1..300), q in 0.0..=1.0) {
        let (low, high, fraction) = neighbours(&values, q);
        let expected = (low + (high - low) * fraction).clamp(low, high);
        prop_assert_eq!(quantiles_of(&values, 300).quantile(q), Some(expected));
    }

    #[test]
    fn a_histogram_is_within_its_relative_error(values in prop::collection::vec(tame(), 1..500), q in 0.0..=1.0) {
        let (low, high, fraction) = neighbours(&values, q);
        let size = low.abs() * (1.0 - fraction) + high.abs() * fraction;
        let (exact, read) = (quantiles_of(&values, 500).quantile(q).unwrap(), quantiles_of(&values, 0).quantile(q).unwrap());
        let rounding = 4.0 * f64::EPSILON * (low.abs() + high.abs());
        prop_assert!((read - exact).abs() <= RELATIVE_ERROR * size + SMALLEST_RESOLVED + rounding, "{read} for {exact}");
    }

    #[test]
    fn quantiles_rise_with_the_probability_and_stay_between_the_extremes(values in wild_values(), cap in 0..2_usize) {
        let quantiles = quantiles_of(&values, cap * 2000);
        let rising: Vec<f64> = (0..=97).map(|i| f64::from(i) / 97.0).collect();
        let Some(read) = quantiles.quantiles(&rising) else { return Ok(()) };
        prop_assert!(read.is_sorted());
        prop_assert_eq!(Some(read[0]), values.iter().copied().reduce(f64::min));
        prop_assert_eq!(read.last().copied(), values.iter().copied().reduce(f64::max));
    }

    #[test]
    fn shares_are_exact_or_off_by_the_bucket_of_the_edge(values in prop::collection::vec(tame(), 1..300), x in tame()) {
        let count = |below: f64| values.iter().filter(|&&value| value < below).count() as f64 / values.len() as f64;
        prop_assert_eq!(quantiles_of(&values, 300).share_below(x), Some(count(x)));
        let margin = x.abs() * RELATIVE_ERROR + SMALLEST_RESOLVED;
        let read = quantiles_of(&values, 0).share_below(x).unwrap();
        prop_assert!((count(x - margin) - 1e-12..=count((x + margin).next_up()) + 1e-12).contains(&read));
    }

    #[test]
    fn bins_hold_each_value_once(values in prop::collection::vec(tame(), 1..300), cap in 0..2_usize) {
        let quantiles = quantiles_of(&values, cap * 300);
        let (min, max) = (quantiles.quantile(0.0).unwrap(), quantiles.quantile(1.0).unwrap());
        let mut edges = vec![min, 0.0_f64.clamp(min, max), 1.0_f64.clamp(min, max), max];
        edges.sort_by(f64::total_cmp);
        let shares = quantiles.histogram(&edges);
        prop_assert_eq!(shares.len(), 3);
        prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_lane_of_a_table_is_one_column(size in 0..900, stride in 1..5_usize, cap in 0..600_usize) {
        let values: Vec<f64> = (0..size).map(|i| f64::from(i * 7919 % 1009) - 300.5).collect();
        let column: Vec<f64> = values.iter().copied().skip(2).step_by(stride).collect();
        let mut lane = Quantiles::new(cap);
        lane.add_lane(&values, 2, stride);
        prop_assert_eq!(lane, quantiles_of(&column, cap));
    }
}

#[test]
fn the_value_above_the_cap_collapses_in_every_order_and_tree() {
    let values = [3.0, -1.0, 0.0, 1e9, -0.001];
    for seed in 0..100 {
        let (order, tree) = (shuffled(&values, seed), [seed * 31, seed * 17, seed * 7]);
        for cap in [4, 5] {
            let state = merged_in_a_tree(&order, &tree, |part| quantiles_of(part, cap), Quantiles::merge);
            assert_eq!(state.is_exact(), cap == 5);
            assert_eq!(state, quantiles_of(&values, cap));
        }
    }
}

#[test]
fn type_7_of_one_to_four_is_as_in_the_textbook() {
    let quantiles = quantiles_of(&[4.0, 2.0, 1.0, 3.0], 4);
    assert_eq!(quantiles.quantiles(&[0.25, 0.5, 0.9]), Some(vec![1.75, 2.5, 3.7]));
}

#[test]
fn a_smooth_distribution_is_read_far_better_than_a_bucket() {
    let values: Vec<f64> = (0..100_000).map(|i| 1000.0 + f64::from(i) * 0.01).collect();
    let (exact, read) = (quantiles_of(&values, 100_000), quantiles_of(&values, 0));
    for q in PROBABILITIES {
        assert!((exact.quantile(q).unwrap() / read.quantile(q).unwrap() - 1.0).abs() < 2e-5);
    }
}

#[test]
fn a_constant_is_read_back_exactly() {
    for x in [0.0, 1e-300, -1e-300, 0.1, -123.456, 1e200] {
        let quantiles = quantiles_of(&[x; 1000], 0);
        assert_eq!(quantiles.quantiles(&[0.1, 0.5]), Some(vec![x, x]));
        assert_eq!(quantiles.share_below(x), Some(0.0));
        assert_eq!(quantiles.share_below(x + x.abs().max(1.0)), Some(1.0));
        assert_eq!(quantiles.histogram(&[x, x]), [1.0]);
    }
}

#[test]
fn the_share_below_zero_counts_neither_zeros_nor_tiny_values() {
    let values = [-2.0, -1e-9, -1e-12, 0.0, -0.0, 1e-12, 5.0, 7.0];
    assert_eq!(quantiles_of(&values, 0).share_below(0.0), Some(2.0 / 8.0));
    assert_eq!(quantiles_of(&values, 8).share_below(0.0), Some(3.0 / 8.0));
}

#[test]
fn huge_values_share_an_open_bucket_that_ends_at_the_extreme() {
    let quantiles = quantiles_of(&[1.0, 1e40, 1e50, 1e60, f64::MAX], 0);
    let read = quantiles.quantile(0.5).unwrap();
    assert!((LARGEST_RESOLVED..=f64::MAX).contains(&read));
    assert_eq!(quantiles.quantile(1.0), Some(f64::MAX));
}

#[test]
fn hostile_values_stay_within_the_memory_bound() {
    let mut counts = Counts::default();
    for exponent in 0..0x7ff_u64 {
        counts.add_slice(&[f64::from_bits(exponent << 52), -f64::from_bits(exponent << 52)]);
    }
    assert_eq!(counts.len(), 1 + 2 * 131 * 256);
    assert!(counts.len() * size_of::<u64>() < 540_000);
}

#[test]
fn pooled_replicates_are_their_union_and_stay_as_they_are() {
    let (a, b) = (quantiles_of(&[1.0, 2.0, 3.0], 3), quantiles_of(&[10.0, 20.0], 3));
    let whole = Quantiles::pooled(&[&a, &b]);
    assert!(whole.is_exact());
    assert_eq!(whole, Quantiles::pooled(&[&b, &a]));
    assert_eq!(whole.quantile(0.5), Some(3.0));
    assert_eq!(a.count() + b.count(), 5);
    let collapsed = quantiles_of(&[1.0, 2.0, 3.0, 4.0], 3);
    let mixed = Quantiles::pooled(&[&b, &collapsed]);
    assert!(!mixed.is_exact());
    assert_eq!(mixed, Quantiles::pooled(&[&collapsed, &b]));
    assert_eq!(mixed, quantiles_of(&[1.0, 2.0, 3.0, 4.0, 10.0, 20.0], 3));
}

#[test]
fn without_values_nothing_is_read() {
    for cap in [0, 5] {
        let none = Quantiles::new(cap);
        assert_eq!((none.count(), none.quantile(0.5), none.share_below(1.0)), (0, None, None));
        assert_eq!(none.histogram(&[0.0, 1.0]), [0.0]);
        assert_eq!(none.histogram(&[]), [0.0; 0]);
        assert_eq!(Quantiles::pooled(&[&none, &none]).count(), 0);
    }
    assert_eq!(Quantiles::pooled(&[]), Quantiles::new(0));
}

#[test]
fn what_is_no_probability_has_no_quantile() {
    let quantiles = quantiles_of(&[1.0, 2.0], 2);
    for q in [-0.1, 1.1, f64::NAN] {
        assert_eq!(quantiles.quantiles(&[0.5, q]), None);
    }
    assert_eq!(quantiles.share_below(f64::NAN), None);
}

#[test]
#[cfg(not(debug_assertions))]
fn a_release_build_does_not_panic_at_what_is_not_finite() {
    let hostile = [f64::NAN, f64::INFINITY, -f64::NAN, f64::NEG_INFINITY, 1.0];
    for values in [&hostile[..], &hostile[..1], &hostile[1..2], &hostile.repeat(99)] {
        for cap in [0, 1000] {
            let quantiles = quantiles_of(values, cap);
            quantiles.quantiles(&PROBABILITIES);
            quantiles.histogram(&[-1.0, 0.0, 2.0]);
        }
        let mut moments = crate::statistics::tally::Moments::new();
        moments.add_slice(values);
        let _ = (moments.mean(), moments.sd());
    }
}
