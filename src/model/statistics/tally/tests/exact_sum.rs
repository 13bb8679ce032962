use super::{exact, merged_in_a_tree, shuffled, tree, wild, wild_values};
use crate::statistics::tally::ExactSum;
use crate::statistics::tally::exact_sum::UNIT;
use num_bigint::{BigInt, Sign};
use proptest::prelude::*;

fn sum_of(values: &[f64]) -> ExactSum {
    let mut sum = ExactSum::new();
    sum.add_slice(values);
    sum
}

/// The whole sum in units of 2^UNIT.
fn content(sum: &ExactSum) -> BigInt {
    let (is_negative, magnitude) = sum.magnitude();
    BigInt::from_slice(if is_negative { Sign::Minus } else { Sign::Plus }, &magnitude.0)
}

fn is_nearest(value: f64, sum: &BigInt) -> bool {
    if value.is_infinite() {
        // The largest double and half the step above it.
        let limit = exact(f64::MAX) + (exact(2_f64.powi(970)));
        return if value > 0.0 { *sum >= limit } else { -sum >= limit };
    }
    let distance = |x: f64| {
        if x.is_finite() { (exact(x) - sum).magnitude().clone() } else { exact(1e308).magnitude().clone() }
    };
    let (here, beside) = (distance(value), distance(value.next_up()).min(distance(value.next_down())));
    here < beside || (here == beside && value.to_bits() & 1 == 0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_sum_holds_every_bit_of_its_values_and_reads_as_the_nearest_double(values in wild_values()) {
        let expected: BigInt = values.iter().map(|&x| exact(x)).sum();
        let sum = sum_of(&values);
        prop_assert_eq!(content(&sum), &expected << (-UNIT - 1074));
        prop_assert!(is_nearest(sum.value(), &expected), "{}", sum.value());
    }

    #[test]
    fn a_sum_of_squares_holds_every_bit_of_every_finite_value(values in wild_values()) {
        let expected: BigInt = values.iter().map(|&x| exact(x) * exact(x)).sum();
        let mut by_slice = ExactSum::new();
        by_slice.add_square_slice(&values);
        let mut one_by_one = ExactSum::new();
        values.iter().for_each(|&x| one_by_one.add_square(x));
        prop_assert_eq!(content(&by_slice), expected << (-UNIT - 2 * 1074));
        prop_assert_eq!(by_slice, one_by_one);
    }

    #[test]
    fn sums_are_equal_in_any_order_and_any_merge_tree(values in wild_values(), tree in tree()) {
        let whole = sum_of(&values);
        let mut one_by_one = ExactSum::new();
        shuffled(&values, tree[0]).iter().for_each(|&x| one_by_one.add(x));
        let merged = merged_in_a_tree(&shuffled(&values, tree[0]), &tree, sum_of, ExactSum::merge);
        prop_assert_eq!(whole.value().to_bits(), merged.value().to_bits());
        prop_assert_eq!(&whole, &merged);
        prop_assert_eq!(whole, one_by_one);
    }

    #[test]
    fn a_single_value_is_read_back_as_it_is(x in wild()) {
        prop_assert_eq!(sum_of(&[x]).value(), x);
    }
}

proptest! {
    #[test]
    fn integers_of_any_unit_and_whole_multiples_are_added_exactly(
        x in wild(), count in 0..1_u64 << 34, magnitude in any::<u128>(), is_negative in any::<bool>(), exponent in -1900..900_i32,
    ) {
        let mut sum = ExactSum::new();
        sum.add_times(x, count);
        sum.add_integer(is_negative, magnitude, exponent);
        let integer = if is_negative { -BigInt::from(magnitude) } else { BigInt::from(magnitude) };
        let expected = ((exact(x) * count) << (-UNIT - 1074)) + (integer << (exponent - UNIT));
        prop_assert_eq!(content(&sum), expected);
    }
}

#[test]
fn an_empty_sum_is_zero() {
    assert_eq!(ExactSum::new().value().to_bits(), 0);
    assert_eq!(ExactSum::new(), sum_of(&[0.0, -0.0, 1.5, -1.5]));
}

#[test]
fn sums_that_differ_by_the_smallest_double_differ() {
    assert_ne!(sum_of(&[f64::MAX, 5e-324, f64::MIN]), ExactSum::new());
    assert_eq!(sum_of(&[f64::MAX, 5e-324, f64::MIN]).value(), 5e-324);
}

#[test]
fn a_sum_beyond_the_largest_double_reads_infinite_and_returns() {
    let mut sum = sum_of(&[f64::MAX; 1000]);
    assert_eq!(sum.value(), f64::INFINITY);
    sum.add_slice(&[-f64::MAX; 999]);
    assert_eq!(sum.value(), f64::MAX);
    sum.add_slice(&[-f64::MAX; 999]);
    assert_eq!(sum.value(), f64::NEG_INFINITY);
}

#[test]
fn a_half_unit_beyond_the_largest_double_is_the_first_to_read_infinite() {
    let half_unit = 2_f64.powi(970);
    assert_eq!(sum_of(&[f64::MAX, half_unit]).value(), f64::INFINITY);
    assert_eq!(sum_of(&[f64::MAX, half_unit, -5e-324]).value(), f64::MAX);
}

#[test]
fn a_tie_goes_to_the_even_neighbour() {
    let even = 2_f64.powi(53);
    assert_eq!(sum_of(&[even, 1.0]).value(), even);
    assert_eq!(sum_of(&[even + 2.0, 1.0]).value(), even + 4.0);
    assert_eq!(sum_of(&[even, 1.0, 5e-324]).value(), even + 2.0);
}

#[test]
fn squares_that_underflow_add_up_all_the_same() {
    let mut sum = ExactSum::new();
    // 2^7 · (2^-540)² = 2^-1073.
    let x = 2_f64.powi(-540);
    (0..1 << 7).for_each(|_| sum.add_square(x));
    assert_eq!((x * x, sum.value()), (0.0, 1e-323));
}

#[test]
fn squares_that_overflow_add_up_all_the_same() {
    let (mut big, mut bigger) = (ExactSum::new(), ExactSum::new());
    big.add_square(f64::MAX);
    bigger.add_square_slice(&[f64::MAX, 1.0]);
    assert_eq!(big.value(), f64::INFINITY);
    assert_ne!(big, bigger);
}

#[test]
fn many_additions_to_the_same_limb_never_overflow_it() {
    let ones = 2_f64.powi(20).next_down();
    let mut sum = ExactSum::new();
    (0..5000).for_each(|_| sum.add(ones));
    assert_eq!(content(&sum), (exact(ones) * 5000) << (-UNIT - 1074));
}

#[test]
fn merges_of_states_full_of_waiting_carries_never_overflow_a_limb() {
    let mut sum = ExactSum::new();
    // All ones, and the place in its limb from where the most goes into the next one.
    let ones = 2_f64.powi(20).next_down();
    for round in 0..24 {
        (0..499).for_each(|_| sum.add(ones));
        let copy = sum.clone();
        sum.merge(&copy);
        let terms = 499 * ((1_u64 << (round + 2)) - 2);
        assert_eq!(content(&sum), (exact(ones) * terms) << (-UNIT - 1074));
    }
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "only finite values")]
fn a_debug_build_refuses_nan() {
    ExactSum::new().add_slice(&[1.0, f64::NAN]);
}

#[test]
#[cfg(not(debug_assertions))]
fn a_release_build_leaves_nan_and_infinity_out() {
    assert_eq!(sum_of(&[1.0, f64::NAN, f64::INFINITY, 2.0, f64::NEG_INFINITY]), sum_of(&[3.0]));
    assert_eq!(sum_of(&[1.0, f64::NAN, 2.0]), sum_of(&[3.0]));
}
