//! Shards as rows of integers, grouped as an engine groups them.

use super::HOTEL;
use delight_case::sampling::Sampling;
use delight_case::scenario::Case;
use delight_case::simulate::{Control, Engine, Settings, Summary};
use delight_case::statistics::tally::{Row, RowKind};
use delight_case::studies::findings::fingerprint;
use delight_case::studies::shards::{RowsError, Sources, WholeRun, gathered, rows};
use std::collections::BTreeMap;
use std::ops::Range;

fn hotel(trials: u64) -> (Case, WholeRun) {
    let case = Case::from_text("hotel.toml", HOTEL).unwrap();
    let sources =
        Sources { main: "hotel.toml".into(), files: BTreeMap::from([("hotel.toml".to_owned(), HOTEL.to_owned())]) };
    let settings = Settings { sampling: Sampling::Sobol, seed: 7, trials };
    let scenario = fingerprint(case.scenario());
    (case, WholeRun { scenario, settings, lens: None, set: Vec::new(), sources })
}

fn part((case, run): &(Case, WholeRun), range: Range<u64>) -> (Summary, Vec<Row>) {
    let engine = Engine::of_run(case.scenario(), run.settings).unwrap();
    let summary = engine.run(range.clone(), &Control::default()).unwrap();
    let rows = rows(run, range, &summary);
    (summary, rows)
}

/// What an engine does: sums, smallest and largest by kind, metric and key.
fn group_by(all: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut groups: BTreeMap<(RowKind, i64, i64), i64> = BTreeMap::new();
    for Row { kind, metric, key, value } in all {
        let group = groups.entry((kind, metric, key));
        let merge = |own: &mut i64| {
            *own = match kind {
                RowKind::Sum => own.checked_add(value).expect("no engine overflows"),
                RowKind::Min => value.min(*own),
                RowKind::Max => value.max(*own),
            }
        };
        group.and_modify(merge).or_insert(value);
    }
    groups.into_iter().map(|((kind, metric, key), value)| Row { kind, metric, key, value }).collect()
}

#[test]
fn rows_grouped_in_any_tree_are_the_summary_of_the_run() {
    // Few values are kept, many are counted, and the parts of many keep theirs.
    for (trials, cuts) in [(300, [0, 1, 299, 300]), (40_000, [0, 900, 36_000, 40_000])] {
        let of = hotel(trials);
        let (whole, own) = part(&of, 0..trials);
        assert!(own.iter().all(|row| row.kind != RowKind::Sum || row.value.unsigned_abs() < 1 << 31));
        let parts: Vec<Vec<Row>> = cuts.windows(2).map(|ends| part(&of, ends[0]..ends[1]).1).collect();
        let [a, b, c] = &parts[..] else { panic!("three parts") };
        let trees = [
            own.clone(),
            group_by(parts.concat()),
            group_by([group_by([c.clone(), a.clone()].concat()), b.clone()].concat()),
            [group_by(b.clone()), group_by([a.clone(), c.clone()].concat())].concat(),
        ];
        for (nth, rows) in trees.iter().enumerate() {
            assert!(gathered(&of.1, &of.0, rows) == Ok(whole.clone()), "{trials} trials, tree {nth}");
        }
    }
}

#[test]
fn rows_of_lost_or_doubled_shards_or_of_another_run_are_refused() {
    let of = hotel(800);
    let parts: Vec<Vec<Row>> = (0..8).map(|place| part(&of, 100 * place..100 * place + 100).1).collect();
    let of_places = |places: &[usize]| {
        let rows = group_by(places.iter().flat_map(|place| parts[*place].clone()));
        gathered(&of.1, &of.0, &rows)
    };
    assert!(of_places(&[7, 6, 5, 4, 3, 2, 1, 0]).is_ok());
    assert_eq!(of_places(&[0, 1, 2, 3, 4, 5, 6]), Err(RowsError::Missing(700..800)));
    assert_eq!(of_places(&[0, 1, 3, 4, 5, 6, 7]), Err(RowsError::Missing(200..300)));
    assert_eq!(of_places(&[0, 1, 2, 3, 4, 5, 6, 7, 7]), Err(RowsError::Twice(700..800)));
    // Count, sum and sum of squares of the trial numbers balance here.
    assert_eq!(of_places(&[1, 2, 4, 7, 1, 2, 4, 7]), Err(RowsError::Missing(0..100)));
    assert_eq!(of_places(&[0, 0, 2, 3, 4, 5, 6, 7]), Err(RowsError::Twice(0..100)));
    assert_eq!(of_places(&[]), Err(RowsError::Missing(0..800)));
    let other = hotel(801);
    let rows = group_by(parts[1..].concat().into_iter().chain(part(&other, 0..100).1));
    assert_eq!(gathered(&of.1, &of.0, &rows), Err(RowsError::OtherRun));
}

#[test]
fn a_single_row_that_is_lost_or_comes_twice_is_refused() {
    // Few values are kept one by one, and many are counted.
    for trials in [300, 40_000] {
        let of = hotel(trials);
        let half = trials / 2;
        let all = group_by([part(&of, 0..half).1, part(&of, half..trials).1].concat());
        let sums: Vec<usize> = (0..all.len()).filter(|at| all[*at].kind == RowKind::Sum).collect();
        for at in sums.iter().step_by(sums.len() / 97) {
            let (mut lost, mut twice) = (all.clone(), all.clone());
            let row = lost.remove(*at);
            twice.push(row);
            for rows in [lost, twice] {
                assert!(gathered(&of.1, &of.0, &rows).is_err(), "{trials} trials, {row:?}");
            }
        }
    }
}
