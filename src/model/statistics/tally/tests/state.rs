use super::{merged_in_a_tree, shuffled, tree, wild_values};
use crate::statistics::tally::{Grid, Tally};
use proptest::prelude::*;
use std::sync::Arc;

/// Values with those that a trial may lack, by replicate.
pub(super) fn by_replicate() -> impl Strategy<Value = Vec<(usize, f64)>> {
    (wild_values(), prop::collection::vec((0..8_usize, 0..12_usize), 600)).prop_map(|(values, kinds)| {
        let one = |(x, (replicate, kind)): (f64, (usize, usize))| match kind {
            0 => (replicate, f64::NAN),
            1 => (replicate, f64::INFINITY),
            2 => (replicate, 1.5),
            _ => (replicate, x),
        };
        values.into_iter().zip(kinds).map(one).collect()
    })
}

/// The seed of the order is that of the values; each part is filled value by value.
pub(super) fn fill(values: &[(usize, f64)], cap: usize, grid: &Arc<Grid>) -> Tally {
    let mut tally = Tally::new(8, cap, Some(grid.clone()));
    values.iter().for_each(|(replicate, x)| tally.add_to(*replicate, std::iter::once(*x)));
    tally
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn states_are_equal_in_any_order_and_any_merge_tree(
        values in by_replicate(), tree in tree(), cap in prop_oneof![Just(0), 0..900_usize], pilot in wild_values(),
    ) {
        let grid = Arc::new(Grid::of(&pilot));
        let whole = fill(&values, cap, &grid);
        let places: Vec<f64> = (0..values.len()).map(|place| place as f64).collect();
        let of = |places: &[f64]| fill(&places.iter().map(|place| values[*place as usize]).collect::<Vec<_>>(), cap, &grid);
        let merged = merged_in_a_tree(&shuffled(&places, tree[0]), &tree, of, Tally::merge);
        prop_assert_eq!(&whole, &merged);
        let text = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), merged);
    }

    #[test]
    fn blocks_are_what_their_values_are_one_by_one(
        values in by_replicate(), first in 0..8_usize, cap in prop_oneof![Just(0), 0..300_usize], pilot in wild_values(), replicates in prop_oneof![Just(1_usize), Just(8)],
    ) {
        let grid = Arc::new(Grid::of(&pilot));
        let values: Vec<f64> = values.into_iter().map(|(_, x)| x).collect();
        let mut whole = Tally::new(replicates, cap, Some(grid.clone()));
        whole.add(first, &values);
        let mut one_by_one = Tally::new(replicates, cap, Some(grid));
        for (t, x) in values.iter().enumerate() {
            one_by_one.add_to((first + t) % replicates, std::iter::once(*x));
        }
        prop_assert_eq!(&whole, &one_by_one);
        let trials: u64 = (0..replicates).map(|r| whole.trials(r).unwrap()).sum();
        prop_assert_eq!(trials, values.len() as u64);
    }
}

#[test]
fn the_value_above_the_cap_is_counted_in_every_order_and_tree() {
    let values = [3.0, -1.0, 0.0, 1e9, -0.001];
    let grid = Arc::new(Grid::of(&values));
    let of = |values: &[f64], cap: usize| fill(&values.iter().map(|x| (0, *x)).collect::<Vec<_>>(), cap, &grid);
    for seed in 0..100 {
        let (order, tree) = (shuffled(&values, seed), [seed * 31, seed * 17, seed * 7]);
        for cap in [4, 5] {
            let state = merged_in_a_tree(&order, &tree, |part| of(part, cap), Tally::merge);
            assert_eq!(state.all_quantiles().is_exact(), cap == 5);
            assert_eq!(state, of(&values, cap));
        }
    }
}

#[test]
fn a_part_that_was_never_given_the_grid_merges_all_the_same() {
    let values: Vec<f64> = (0..1000).map(f64::from).collect();
    let grid = Arc::new(Grid::of(&values));
    let of = |values: &[f64], grid: Option<Arc<Grid>>| {
        let mut tally = Tally::new(8, 500, grid);
        tally.add(0, values);
        tally
    };
    let whole = of(&values, Some(grid.clone()));
    let parts = [of(&values[..400], None), of(&values[400..], Some(grid))];
    for order in [[0, 1], [1, 0]] {
        let mut state = parts[order[0]].clone();
        state.merge(&parts[order[1]]);
        assert!(state == whole, "{order:?}");
    }
}

#[test]
fn states_on_two_grids_are_known() {
    let of = |values: &[f64]| {
        let mut tally = Tally::new(8, 0, Some(Arc::new(Grid::of(values))));
        tally.add(0, values);
        tally
    };
    let (a, b) = (of(&[1.0, 2.0, 3.0]), of(&[1.0, 2.5, 3.0]));
    assert!(a.can_merge(&a.clone()) && !a.can_merge(&b));
    assert!(a.can_merge(&Tally::new(8, 0, None)) && !a.can_merge(&Tally::new(1, 0, None)));
}

#[test]
fn what_no_values_have_is_not_read() {
    let mut tally = Tally::new(8, 0, Some(Arc::new(Grid::of(&[1.0, 2.0, 2.0, 2.0, 1e30]))));
    tally.add(0, &[1.0, 2.0, 3.0, 1e30, f64::NAN]);
    let text = serde_json::to_string(&tally).unwrap();
    assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), tally);
    for (from, to) in [
        ("\"count\":1", "\"count\":2"),
        ("\"negative\":0", "\"negative\":3"),
        ("\"squares\":", "\"squares\":-"),
        ("\"missing\":[", "\"missing\":[7,"),
        ("\"unit\":", "\"unit\":99"),
        ("\"first\":", "\"first\":1"),
        ("\"cap\":0", "\"cap\":9"),
        ("\"atoms\":[2.0", "\"atoms\":[null"),
    ] {
        assert!(text.contains(from), "{from} in {text}");
        assert!(serde_json::from_str::<Tally>(&text.replacen(from, to, 1)).is_err(), "{to}");
    }
}
