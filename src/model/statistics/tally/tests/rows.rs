use super::state::{by_replicate, fill};
use super::wild_values;
use crate::statistics::tally::{Grid, GroupedRows, PER_STATE, Row, RowKind, RowWriter, Tally};
use proptest::prelude::*;
use std::sync::Arc;

fn rows_of(tally: &Tally) -> Vec<Row> {
    let mut rows = Vec::new();
    tally.write_rows(&mut RowWriter::new(0, &mut rows));
    rows
}

fn read(empty: &Tally, rows: Vec<Row>) -> Option<Tally> {
    let grouped = GroupedRows::by_state(rows)?.remove(&0).unwrap_or_default();
    empty.clone().of_rows(&grouped, 10_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn the_rows_of_parts_are_those_of_the_whole(
        values in by_replicate(), cap in prop_oneof![Just(0), 0..900_usize], pilot in wild_values(), parts in 1..6_usize,
    ) {
        let grid = Arc::new(Grid::of(&pilot));
        let whole = fill(&values, cap, &grid);
        let all = values.chunks(values.len().div_ceil(parts).max(1)).rev().flat_map(|part| rows_of(&fill(part, cap, &grid)));
        let all: Vec<Row> = all.collect();
        let small = all.iter().filter(|row| row.kind == RowKind::Sum).all(|row| row.value.unsigned_abs() < 1 << 31);
        prop_assert!(small && all.iter().all(|row| (0..PER_STATE).contains(&row.metric)));
        prop_assert_eq!(read(&fill(&[], cap, &grid), all), Some(whole));
    }

    #[test]
    fn rows_of_any_other_kind_are_refused_or_those_of_a_tally(
        values in by_replicate(), pilot in wild_values(), at in any::<prop::sample::Index>(), wrong in any::<[i64; 2]>(),
        cap in 0..900_usize, what in 0..3,
    ) {
        let grid = Arc::new(Grid::of(&pilot));
        let mut rows = rows_of(&fill(&values, cap, &grid));
        prop_assume!(!rows.is_empty());
        let row = at.get_mut(&mut rows);
        match what {
            0 => row.value = wrong[0],
            1 => row.key = wrong[0],
            _ => (row.metric, row.value) = (wrong[0].rem_euclid(PER_STATE), wrong[1] % 1000),
        }
        if let Some(read) = read(&fill(&[], cap, &grid), rows) {
            // It goes on like any other.
            let text = serde_json::to_string(&read).unwrap();
            prop_assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), read.clone());
            let mut twice = read.clone();
            twice.merge(&read);
            prop_assert_eq!(twice.count(0), 2 * read.count(0));
        }
    }
}

#[test]
fn large_numbers_come_back_from_their_limbs() {
    for number in [0_i128, 1, -1, 1 << 31, -(1 << 62) - 5, i128::MAX / 3, -(1 << 126)] {
        let mut rows = Vec::new();
        RowWriter::new(3, &mut rows).large(7, number < 0, number.unsigned_abs());
        let found = GroupedRows::by_state(rows).unwrap().remove(&3).unwrap_or_default();
        assert_eq!(found.large(7), Some(number));
    }
    let beyond = Row { kind: RowKind::Sum, metric: 7, key: 4, value: i64::MAX };
    assert_eq!(GroupedRows::by_state([beyond]).unwrap()[&0].large(7), None);
    assert_eq!(GroupedRows::by_state([beyond, beyond]).map(|states| states.len()), None);
    assert!(GroupedRows::by_state([Row { metric: -1, ..beyond }]).is_none());
}
