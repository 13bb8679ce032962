use super::{exact, merged_in_a_tree, shuffled, tame, tree, wild_values};
use crate::statistics::tally::{Extremes, Moments};
use num_bigint::BigInt;
use proptest::prelude::*;

fn moments_of(values: &[f64]) -> Moments {
    let mut moments = Moments::new();
    moments.add_slice(values);
    moments
}

/// |value − numerator / divisor| ≤ 2^-bits · numerator / divisor, with the numerator in units of 2^-2148.
fn agrees(value: f64, numerator: &BigInt, divisor: &BigInt, bits: u32) -> bool {
    let difference: BigInt = (exact(value) << 1074) * divisor - numerator;
    difference.magnitude() << bits <= *numerator.magnitude()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn moments_are_equal_in_any_order_and_any_merge_tree(values in wild_values(), tree in tree()) {
        let whole = moments_of(&values);
        let mut one_by_one = Moments::new();
        shuffled(&values, tree[0]).iter().for_each(|&x| one_by_one.add(x));
        let merged = merged_in_a_tree(&shuffled(&values, tree[0]), &tree, moments_of, Moments::merge);
        prop_assert_eq!(whole.sd().map(f64::to_bits), merged.sd().map(f64::to_bits));
        prop_assert_eq!(&whole, &merged);
        prop_assert_eq!(whole, one_by_one);
    }

    #[test]
    fn mean_and_variance_agree_with_exact_integers(
        values in prop::collection::vec(tame(), 2..300), offset in prop::sample::select(vec![0.0, 1.0, -1e9, 1e15]),
    ) {
        let values: Vec<f64> = values.iter().map(|x| x + offset).collect();
        let moments = moments_of(&values);
        let count = BigInt::from(values.len());
        let sum: BigInt = values.iter().map(|&x| exact(x)).sum();
        let squares: BigInt = values.iter().map(|&x| exact(x) * exact(x)).sum();
        let numerator = &count * squares - &sum * &sum;
        prop_assert!(agrees(moments.variance().unwrap(), &numerator, &(&count * (&count - 1)), 51));
        prop_assert!(agrees(moments.mean().unwrap(), &(sum << 1074), &count, 52));
        let sd = moments.sd().unwrap();
        prop_assert!((sd * sd / moments.variance().unwrap() - 1.0).abs() < 1e-15 || sd == 0.0);
    }

    #[test]
    fn mean_lies_between_the_extremes_and_these_are_values(values in wild_values()) {
        let moments = moments_of(&values);
        let (min, max) = (moments.extremes().min(), moments.extremes().max());
        prop_assert_eq!(min, values.iter().copied().reduce(f64::min));
        prop_assert_eq!(max, values.iter().copied().reduce(f64::max));
        if let Some(mean) = moments.mean() {
            prop_assert!((min.unwrap()..=max.unwrap()).contains(&mean));
        }
    }

    #[test]
    fn a_lane_of_a_table_is_one_column(size in 0..900, stride in 1..9_usize) {
        let values: Vec<f64> = (0..size).map(|i| f64::from(i * 7919 % 1009) - 300.5).collect();
        let mut lanes = Moments::new();
        (0..stride).for_each(|start| lanes.add_lane(&values, start, stride));
        prop_assert_eq!(lanes, moments_of(&values));
    }
}

#[test]
fn sd_of_one_above_and_below_a_thousand_million_is_right() {
    let values: Vec<f64> = (0..1000).map(|i| if i % 2 == 0 { 1e9 - 1.0 } else { 1e9 + 1.0 }).collect();
    let moments = moments_of(&values);
    assert_eq!(moments.variance(), Some(1000.0 / 999.0));
    assert_eq!(moments.sd(), Some((1000.0_f64 / 999.0).sqrt()));
    assert_eq!(moments.mean(), Some(1e9));
}

#[test]
fn sd_of_a_constant_is_zero_and_its_mean_the_constant() {
    let moments = moments_of(&[0.1; 777]);
    assert_eq!((moments.mean(), moments.sd()), (Some(0.1), Some(0.0)));
}

#[test]
fn sd_is_right_where_the_variance_is_no_double() {
    for scale in [1e-320, 1e-200, 1e200, 1e308] {
        let sd = moments_of(&[scale, -scale, scale, -scale]).sd().unwrap();
        assert!((sd / (scale * (4.0_f64 / 3.0).sqrt()) - 1.0).abs() < 3e-4, "{scale}: {sd}");
    }
    assert_eq!(moments_of(&[1e200, -1e200]).variance(), Some(f64::INFINITY));
    assert_eq!(moments_of(&[f64::MAX, f64::MAX]).mean(), Some(f64::MAX));
}

#[test]
fn without_values_there_are_no_moments_and_with_one_there_is_no_spread() {
    let (none, one) = (Moments::new(), moments_of(&[-3.5]));
    assert_eq!((none.count(), none.mean(), none.variance(), none.sd()), (0, None, None, None));
    assert_eq!((none.sum(), none.extremes().min()), (0.0, None));
    assert_eq!((one.count(), one.mean(), one.variance(), one.sd()), (1, Some(-3.5), None, None));
}

#[test]
fn extremes_do_not_hang_on_which_zero_came_first() {
    let of = |values: [f64; 2]| {
        let mut extremes = Extremes::new();
        values.into_iter().for_each(|x| extremes.add(x));
        extremes
    };
    assert_eq!(of([0.0, -0.0]), of([-0.0, 0.0]));
    let (plus_first, minus_first) = ([0.0, -0.0].repeat(8), [-0.0, -0.0, 0.0, 0.0].repeat(4));
    assert_eq!(moments_of(&plus_first), moments_of(&minus_first));
    assert_eq!(moments_of(&minus_first).extremes().min().map(f64::to_bits), Some(0));
    assert_eq!(of([-5e-324, 5e-324]).min(), Some(-5e-324));
    assert_eq!(of([-5e-324, 5e-324]).max(), Some(5e-324));
}
