use super::{shuffled, tame, wild_values};
use crate::statistics::tally::Quantiles;
use proptest::prelude::*;

fn quantiles_of(values: &[f64]) -> Quantiles {
    Quantiles::kept(values.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn kept_quantiles_interpolate_between_the_sorted_values(values in prop::collection::vec(tame(), 1..300), q in 0.0..=1.0) {
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let height: f64 = (values.len() - 1) as f64 * q;
        let (low, high) = (sorted[height as usize], sorted[(height as usize + 1).min(values.len() - 1)]);
        let expected = (low + (high - low) * height.fract()).clamp(low, high);
        prop_assert_eq!(quantiles_of(&values).quantile(q), Some(expected));
    }

    #[test]
    fn kept_shares_are_counts(values in prop::collection::vec(tame(), 1..300), x in tame()) {
        let count = values.iter().filter(|&&value| value < x).count() as f64 / values.len() as f64;
        prop_assert_eq!(quantiles_of(&values).share_below(x), Some(count));
    }

    #[test]
    fn gaps_are_between_neighbours_and_the_widest_is_among_them(values in wild_values(), seed in 0..1000_usize) {
        let gaps = quantiles_of(&values).gaps();
        prop_assert_eq!(&gaps, &quantiles_of(&shuffled(&values, seed)).gaps());
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let neighbours: Vec<(f64, f64)> = sorted.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| a < b).collect();
        let width = |(a, b): &(f64, f64)| 0.5 * b - 0.5 * a;
        prop_assert!(gaps.iter().all(|gap| neighbours.contains(gap)));
        // By the pigeonhole principle at most 1024 values could all lie within a 1024th of each other: these are fewer.
        let widest = |all: &[(f64, f64)]| all.iter().map(width).fold(0.0, f64::max);
        prop_assert_eq!(widest(&gaps), widest(&neighbours));
    }
}

#[test]
fn type_7_of_one_to_four_is_as_in_the_textbook() {
    assert_eq!(quantiles_of(&[4.0, 2.0, 1.0, 3.0]).quantiles(&[0.25, 0.5, 0.9]), Some(vec![1.75, 2.5, 3.7]));
}

#[test]
fn without_values_nothing_is_read() {
    let none = quantiles_of(&[]);
    assert_eq!((none.count(), none.quantile(0.5), none.share_below(1.0), none.extremes()), (0, None, None, None));
    assert_eq!(none.histogram(&[0.0, 1.0]), [0.0]);
    assert_eq!(none.histogram(&[]), [0.0; 0]);
    assert!(none.gaps().is_empty());
}

#[test]
fn what_is_no_probability_has_no_quantile() {
    let quantiles = quantiles_of(&[1.0, 2.0]);
    for q in [-0.1, 1.1, f64::NAN] {
        assert_eq!(quantiles.quantiles(&[0.5, q]), None);
    }
    assert_eq!(quantiles.share_below(f64::NAN), None);
}
