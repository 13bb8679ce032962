//! What the seam gives to engines and notebooks: values put in, trials by name, and rows that an engine adds up.

use delight_case::scenario::Case;
use delight_case::simulate::{Control, Engine, Measure, Settings};
use delight_case::statistics::tally::{Row, RowKind};
use delight_case::studies::seam::{
    SeamError, case as case_of, check, merge, merge_rows, run, shard, shard_rows, trials,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\nmonths = 24\n";
const CHURN: &str = "customers.annual_churn";

fn hotel() -> String {
    json!({ "main": "hotel.toml", "files": { "hotel.toml": HOTEL } }).to_string()
}

fn with_churn(text: &str) -> String {
    json!({ "main": "hotel.toml", "files": { "hotel.toml": HOTEL }, "set": [[CHURN, text]] }).to_string()
}

fn settings(trials: u64) -> String {
    json!({ "trials": trials, "seed": 7 }).to_string()
}

fn told<T>(result: Result<T, SeamError>) -> String {
    result.err().expect("it is refused").to_string()
}

#[test]
fn a_value_that_is_put_in_is_that_of_a_changed_case() {
    let changed = Case::from_text("hotel.toml", HOTEL).unwrap().with(CHURN, "30% to 40%").unwrap();
    assert_eq!(case_of(&with_churn("30% to 40%"), "{}").unwrap().scenario(), changed.scenario());
    let summary: Value =
        serde_json::from_str(&run(&with_churn("30% to 40%"), &settings(256), &Control::default()).unwrap()).unwrap();
    let own: Value = serde_json::from_str(&run(&hotel(), &settings(256), &Control::default()).unwrap()).unwrap();
    assert_ne!(summary["digest"], own["digest"]);
    let wrong: Value = serde_json::from_str(&check(&with_churn("35")).unwrap()).unwrap();
    assert_eq!(wrong[0]["key"], CHURN);
}

#[test]
fn shards_of_a_changed_case_carry_its_values() {
    let (case, all, control) = (with_churn("30%"), settings(900), Control::default());
    let shards = [0..500, 500..900].map(|range| shard(&case, &all, range, &control).unwrap());
    assert_eq!(String::from_utf8(merge(&shards, &control).unwrap()).unwrap(), run(&case, &all, &control).unwrap());
    let mixed = [shard(&hotel(), &all, 0..500, &control).unwrap(), shards[1].clone()];
    assert!(told(merge(&mixed, &control)).contains("shard 2 has other settings than shard 1"));
}

#[test]
fn trials_by_name_are_those_of_the_engine_in_any_range() {
    let control = Control::default();
    let drawn = Settings { seed: 7, trials: 1_500, ..Settings::default() };
    let engine = Engine::of_run(Case::from_text("hotel.toml", HOTEL).unwrap().scenario(), drawn).unwrap();
    let whole = trials(&hotel(), &settings(1_500), (&["npv", CHURN], None), &control).unwrap();
    assert_eq!(whole.names, ["npv", CHURN]);
    assert!(whole.columns.iter().all(|column| column.len() == 1_500));
    let place = engine.draws().names().iter().position(|name| name == CHURN).expect("an input");
    let mut worker = engine.worker();
    let (draws, results) = worker.block(0);
    let count = draws.column(place).len();
    assert_eq!(whole.columns[0][..count], results.measures[Measure::Npv.index()][..count]);
    assert_eq!(whole.columns[1][..count], draws.column(place)[..count]);
    let part = trials(&hotel(), &settings(1_500), (&["npv", CHURN], Some(333..1_357)), &control).unwrap();
    for (part, whole) in part.columns.iter().zip(&whole.columns) {
        assert_eq!(part[..], whole[333..1_357]);
    }
}

#[test]
fn without_names_come_the_inputs_that_differ_and_the_value() {
    let found = trials(&hotel(), &settings(128), (&[], None), &Control::default()).unwrap();
    let (last, inputs) = found.columns.split_last().expect("columns");
    assert_eq!(found.names.last().map(String::as_str), Some("npv"));
    assert!(inputs.len() > 10 && last.len() == 128);
    assert!(inputs.iter().all(|column| column.iter().any(|x| *x != column[0])));
}

#[test]
fn trials_that_there_are_not_are_refused() {
    let of = |names: &[&str], range: Option<Range<u64>>, count: u64| {
        told(trials(&hotel(), &settings(count), (names, range), &Control::default()))
    };
    assert!(of(&["nvp"], None, 128).contains("no input and no measure \"nvp\"; inputs: "));
    assert!(of(&["npv"], Some(5..5), 128).contains("found 5 to 5"));
    assert!(of(&["npv"], Some(5..129), 128).contains("found 5 to 129"));
    assert!(of(&["npv"], None, 1 << 21).contains("too many to hold in memory"));
}

/// What an engine makes of rows.
fn grouped(rows: Vec<Row>) -> Vec<Row> {
    let mut all: BTreeMap<(RowKind, i64, i64), i64> = BTreeMap::new();
    for Row { kind, metric, key, value } in rows {
        let merge = |known: &mut i64| match kind {
            RowKind::Sum => *known += value,
            RowKind::Min => *known = value.min(*known),
            RowKind::Max => *known = value.max(*known),
        };
        all.entry((kind, metric, key)).and_modify(merge).or_insert(value);
    }
    all.into_iter().map(|((kind, metric, key), value)| Row { kind, metric, key, value }).collect()
}

#[test]
fn rows_of_shards_that_were_grouped_make_the_bytes_of_the_run() {
    let (case, control) = (with_churn("30% to 40%"), Control::default());
    let all = settings(2_000);
    let of = |range: Range<u64>| shard_rows(&case, &all, range, &control).unwrap();
    let whole = run(&case, &all, &control).unwrap();
    let rows = grouped([of(1_999..2_000), of(0..700), of(700..1_999)].concat());
    assert!(merge_rows(&case, &all, &rows, &control).unwrap() == whole);
    let lost = grouped([of(0..700), of(1_999..2_000)].concat());
    assert!(told(merge_rows(&case, &all, &lost, &control)).contains("no shard holds the trials 700:1999"));
    let doubled = grouped([of(0..700), of(700..2_000), of(0..700)].concat());
    assert!(told(merge_rows(&case, &all, &doubled, &control)).contains("two shards hold the trials 0:700"));
    assert!(told(merge_rows(&hotel(), &all, &rows, &control)).contains("of another case, seed or version"));
}
