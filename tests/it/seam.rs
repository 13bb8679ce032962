//! The seam for other languages: the documents of the command line, and shards that make the run.

use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Scenario};
use delight_case::simulate::{Control, Engine, Measure, Sample, Settings, SimulationError, Summary};
use delight_case::studies::findings::document;
use delight_case::studies::seam::{SeamError, check, merge, run, sample, shard, studies, study};
use delight_case::studies::shards::MergeFault;
use serde_json::{Value, json};
use std::ops::Range;

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\nmonths = 24\n";

fn case(text: &str) -> String {
    json!({ "main": "hotels/hotel.toml", "files": { "hotels/hotel.toml": text } }).to_string()
}

fn settings(trials: u64) -> String {
    json!({ "trials": trials, "seed": 7 }).to_string()
}

fn shard_of(range: Range<u64>, text: &str, settings: &str) -> Vec<u8> {
    shard(&case(text), settings, range, &Control::default()).unwrap_or_else(|e| panic!("{e}"))
}

fn refusals(shards: &[Vec<u8>]) -> Vec<MergeFault> {
    match merge(shards, &Control::default()) {
        Err(SeamError::Merge(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_run_is_the_summary_that_the_library_gives() {
    let found = run(&case(HOTEL), &settings(600), &Control::default()).unwrap();
    let own = Case::from_text("hotel.toml", HOTEL).unwrap();
    let settings = Settings { sampling: Sampling::Sobol, seed: 7, trials: 600 };
    let mut expected = delight_case::studies::run::run(&own, &settings, &Control::default()).unwrap();
    expected.case.file = Some("hotels/hotel.toml".into());
    let expected = delight_case::studies::audit::reviewed(own.scenario(), expected);
    assert_eq!(found, document(&expected));
}

#[test]
fn bases_and_samples_travel_with_a_case() {
    let base = format!("{HOTEL}[customers]\nannual_churn = \"samples(data/churn.csv, share)\"\n");
    let files = json!({
        "a/main.toml": "base = \"base.toml\"\n[case]\nname = \"Main\"\n",
        "a/base.toml": base,
        "a/data/churn.csv": "share\n0.2\n0.3\n0.4\n",
    });
    let whole = json!({ "main": "a/main.toml", "files": files });
    assert_eq!(check(&whole.to_string()).unwrap(), "[]\n");
    let found = sample(&whole.to_string(), &settings(256), &["npv"], &Control::default()).unwrap();
    let churn = found.names.iter().position(|name| name == "customers.annual_churn").expect("it is drawn");
    assert!(found.columns[churn].iter().all(|x| (0.2..=0.4).contains(x)));
    let mut alone = whole;
    alone["files"].as_object_mut().unwrap().remove("a/data/churn.csv");
    let wrong: Value = serde_json::from_str(&check(&alone.to_string()).unwrap()).unwrap();
    assert_eq!(wrong[0]["file"], "base.toml");
    assert!(wrong[0]["message"].as_str().unwrap().contains("must be a file that exists"), "{wrong}");
}

#[test]
fn what_is_wrong_is_said_thing_by_thing() {
    let wrong = check(&case(&format!("{HOTEL}[customers]\nannual_churn = 35\ncuont = 5\n"))).unwrap();
    let wrong: Value = serde_json::from_str(&wrong).unwrap();
    assert_eq!(wrong.as_array().unwrap().len(), 2);
    assert_eq!(
        (&wrong[0]["key"], &wrong[0]["line"], &wrong[0]["fix"]),
        (&json!("customers.annual_churn"), &json!(6), &json!("write \"35%\""))
    );
    let message = |result: Result<String, SeamError>| result.unwrap_err().to_string();
    assert!(message(check("{}")).starts_with("the case: missing field `main`"));
    let nothing = json!({ "main": "x.toml", "files": {} }).to_string();
    assert!(message(check(&nothing)).contains("\"files\" holds no \"x.toml\""));
    let control = Control::default();
    assert!(message(run(&case(HOTEL), "{\"trails\": 5}", &control)).contains("unknown field `trails`"));
    assert!(message(run(&case(HOTEL), "{\"sampling\": \"sobel\"}", &control)).contains("write \"sobol\""));
    assert!(message(run(&case(HOTEL), "{\"trials\": 8589934593}", &control)).contains("too many"));
    assert!(message(study("voy", &case(HOTEL), "{}", &control)).contains("there are: sensitivity, breakeven"));
    assert!(message(study("gate", &case(HOTEL), "{\"trials\": 1048577}", &control)).contains("kept in memory"));
    let steps = "{\"input\": [\"programme.intensity\"], \"from\": [0], \"to\": [1], \"steps\": 1}";
    assert!(
        message(study("sweep", &case(HOTEL), steps, &control)).contains("\"steps\" must be from 3 to 201, found 1")
    );
    let measures = sample(&case(HOTEL), "{}", &["nvp"], &control).unwrap_err();
    assert!(measures.to_string().contains("there is no measure \"nvp\"; there are: npv"), "{measures}");
}

#[test]
fn every_study_of_one_case_comes_through() {
    let answers = format!("{HOTEL}[assessment.shifts]\npartners = 8\n");
    for name in studies() {
        let mut asked = json!({ "trials": 128, "seed": 1 });
        if name == "sweep" {
            asked["input"] = json!(["programme.intensity"]);
            (asked["from"], asked["to"], asked["steps"]) = (json!([0.0]), json!([2.0]), json!(3));
        }
        if name == "optimise" {
            asked["search_trials"] = json!(128);
        }
        let text = if name == "assess" { &answers } else { HOTEL };
        let found =
            study(name, &case(text), &asked.to_string(), &Control::default()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let found: Value = serde_json::from_str(&found).unwrap();
        assert!(found.is_object(), "{name}");
    }
}

#[test]
fn a_study_is_the_document_of_its_command() {
    let hotel = Scenario::from_text("hotel.toml", HOTEL).unwrap();
    let settings = Settings { sampling: Sampling::Lhs, seed: 3, trials: 256 };
    let asked = json!({ "trials": 256, "seed": 3, "sampling": "lhs", "groups": true });
    let found = study("sensitivity", &case(HOTEL), &asked.to_string(), &Control::default()).unwrap();
    let own = delight_case::studies::sensitivity::sensitivity(&hotel, settings, true, &Control::default()).unwrap();
    assert_eq!(found, document(&own));
}

#[test]
fn a_sample_is_its_columns() {
    let found = sample(&case(HOTEL), &settings(256), &["npv", "roi"], &Control::default()).unwrap();
    let hotel = Scenario::from_text("hotel.toml", HOTEL).unwrap();
    let drawn = Settings { sampling: Sampling::Sobol, seed: 7, trials: 256 };
    let own = Sample::new(&hotel, drawn, &[Measure::Npv], &Control::default()).unwrap();
    assert_eq!(found.names.len(), own.places().len() + 2);
    assert!(found.columns.iter().all(|column| column.len() == 256));
    assert_eq!(found.columns[own.places().len()], own.results(Measure::Npv));
    assert_eq!(found.columns[0], own.draws(own.places()[0]).unwrap());
}

#[test]
fn shards_in_any_cut_and_order_make_the_bytes_of_the_run() {
    let (all, control) = (settings(3_001), Control::default());
    let whole = run(&case(HOTEL), &all, &control).unwrap().into_bytes();
    for cut in [&[0, 3_001][..], &[0, 1, 3_001], &[0, 777, 1_024, 2_999, 3_001]] {
        let mut shards: Vec<Vec<u8>> = cut.windows(2).map(|ends| shard_of(ends[0]..ends[1], HOTEL, &all)).collect();
        shards.rotate_left(cut.len() / 2);
        assert!(merge(&shards, &control).unwrap() == whole, "{cut:?}");
        shards.reverse();
        assert!(merge(&shards, &control).unwrap() == whole, "{cut:?} the other way round");
    }
}

#[test]
fn shards_of_a_run_that_no_longer_keeps_its_values_merge_too() {
    let (all, control) = (settings(40_000), Control::default());
    let whole = run(&case(HOTEL), &all, &control).unwrap().into_bytes();
    let shards = [0..1_000, 1_000..40_000].map(|range| shard_of(range, HOTEL, &all));
    assert!(merge(&shards, &control).unwrap() == whole);
}

/// What is lost, from and to.
fn lost(faults: &[MergeFault]) -> Vec<Range<u64>> {
    let lost = |fault: &MergeFault| match fault {
        MergeFault::Lost { trials, .. } => Some(trials.clone()),
        _ => None,
    };
    faults.iter().filter_map(lost).collect()
}

/// The only lost trials among these faults.
fn one(faults: &[MergeFault]) -> Range<u64> {
    let [trials] = &lost(faults)[..] else { panic!("{faults:?}") };
    trials.clone()
}

#[test]
fn lost_and_doubled_trials_are_refused_by_their_ranges() {
    let all = settings(1_000);
    let (first, second) = (shard_of(0..400, HOTEL, &all), shard_of(400..1_000, HOTEL, &all));
    let with = |other: Range<u64>| refusals(&[first.clone(), shard_of(other, HOTEL, &all)]);
    let doubled = |trials: Range<u64>, one: u64, other: u64| MergeFault::Doubled {
        trials,
        shards: [one, other].map(|number| format!("shard {number}")),
    };
    assert_eq!(refusals(&[]), [MergeFault::NoShard]);
    assert_eq!(one(&refusals(std::slice::from_ref(&first))), 400..1_000);
    assert_eq!(one(&refusals(std::slice::from_ref(&second))), 0..400);
    assert_eq!(lost(&with(401..999)), [400..401, 999..1_000]);
    assert_eq!(with(399..1_000), [doubled(399..400, 1, 2)]);
    assert_eq!(refusals(&[second.clone(), first.clone(), second.clone()]), [doubled(400..1_000, 1, 3)]);
    assert_eq!(refusals(&[first.clone(), second.clone(), shard_of(10..20, HOTEL, &all)]), [doubled(10..20, 1, 3)]);
    match &refusals(&[second])[..] {
        [MergeFault::Lost { command, .. }] => assert_eq!(
            command,
            "delight shard hotels/hotel.toml --trials 1000 --seed 7 --sampling sobol --range 0:400 --out 0-400.shard"
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn lost_and_doubled_shards_whose_trial_numbers_balance_are_refused() {
    // 0 + 3 + 5 + 6 = 1 + 2 + 4 + 7, and so do the squares: count, sum and sum of squares are those of the run.
    let all = settings(800);
    let doubled = [1_u64, 2, 4, 7].map(|place| shard_of(100 * place..100 * place + 100, HOTEL, &all));
    let faults = refusals(&[doubled.clone(), doubled].concat());
    assert_eq!(faults.iter().filter(|fault| matches!(fault, MergeFault::Doubled { .. })).count(), 4);
    assert_eq!(lost(&faults), [0..100, 300..400, 500..700]);
}

#[test]
fn all_that_is_wrong_with_shards_is_said_at_once() {
    let all = settings(1_000);
    let (first, second) = (shard_of(0..400, HOTEL, &all), shard_of(400..600, HOTEL, &all));
    let longer = HOTEL.replace("24", "25");
    let (shard, than) = (|number: u64| format!("shard {number}"), "shard 1".to_owned());
    let faults = refusals(&[
        first.clone(),
        shard_of(600..700, &longer, &all),
        second,
        shard_of(600..700, HOTEL, &json!({ "trials": 1_000, "seed": 8 }).to_string()),
        b"nonsense".to_vec(),
    ]);
    let (rest, last) = faults.split_at(3);
    assert_eq!(one(last), 600..1_000);
    let [unreadable, other, settings] = rest else { panic!("{rest:?}") };
    assert!(matches!(unreadable, MergeFault::Unreadable { shard, .. } if shard == "shard 5"), "{unreadable:?}");
    let said = [other.clone(), settings.clone()];
    assert!(said.contains(&MergeFault::OtherCase { shard: shard(2), than: than.clone() }), "{said:?}");
    assert!(said.contains(&MergeFault::OtherSettings { shard: shard(4), than }), "{said:?}");
}

#[test]
fn shards_of_another_run_are_refused() {
    let first = shard_of(0..400, HOTEL, &settings(1_000));
    let other = |settings: Value| {
        let faults = refusals(&[first.clone(), first.clone(), shard_of(400..1_000, HOTEL, &settings.to_string())]);
        assert!(matches!(&faults[0], MergeFault::OtherSettings { shard, .. } if shard == "shard 3"), "{faults:?}");
    };
    other(json!({ "trials": 1_000, "seed": 8 }));
    other(json!({ "trials": 1_001, "seed": 7 }));
    other(json!({ "trials": 1_000, "seed": 7, "sampling": "random" }));
    other(json!({ "trials": 1_000, "seed": 7, "lens": "authors" }));
}

#[test]
fn a_shard_with_any_byte_changed_or_cut_off_is_refused() {
    let all = settings(600);
    let (first, second) = (shard_of(0..300, HOTEL, &all), shard_of(300..600, HOTEL, &all));
    let with = |other: Vec<u8>| refusals(&[first.clone(), other]);
    let changed = |from: &str, to: &str| {
        let at = second.windows(from.len()).position(|here| here == from.as_bytes()).expect(from);
        with([&second[..at], to.as_bytes(), &second[at + from.len()..]].concat())
    };
    let version = format!("\"version\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let older = MergeFault::Version { shard: "shard 2".into(), found: "0.0.1".into() };
    assert!(changed(&version, "\"version\":\"0.0.1\"").contains(&older));
    let is_unreadable = |faults: &[MergeFault]| faults.iter().any(|f| matches!(f, MergeFault::Unreadable { .. }));
    assert!(is_unreadable(&changed("\"to\":600", "\"to\":601")));
    let body = second.iter().position(|byte| *byte == b'\n').expect("a head") + 1;
    for at in (0..16).map(|k| body + k * (second.len() - body) / 16) {
        let mut bytes = second.clone();
        bytes[at] ^= 1;
        assert!(is_unreadable(&with(bytes)), "byte {at}");
        assert!(is_unreadable(&with(second[..at].to_vec())), "cut at {at}");
    }
    assert!(is_unreadable(&with([&second[..], b"x"].concat())));
    assert!(is_unreadable(&with(Vec::new())));
}

#[test]
fn a_shard_beyond_its_run_is_refused() {
    for range in [0..0, Range { start: 5, end: 3 }, 0..1_001] {
        let refused = shard(&case(HOTEL), &settings(1_000), range.clone(), &Control::default());
        assert!(matches!(refused, Err(SeamError::Request(_))), "{range:?}");
    }
}

#[test]
fn work_through_the_seam_can_be_ended() {
    let control = Control::default();
    control.cancel();
    let ended =
        |result: Result<String, SeamError>| matches!(result, Err(SeamError::Simulation(SimulationError::Cancelled)));
    assert!(ended(run(&case(HOTEL), "{}", &control)));
    assert!(ended(study("fails", &case(HOTEL), "{}", &control)));
    assert!(shard(&case(HOTEL), "{}", 0..100, &control).is_err());
}

#[test]
fn a_summary_that_was_written_is_read_back_whole() {
    let hotel = Scenario::from_text("hotel.toml", HOTEL).unwrap();
    for trials in [0, 1, 500, 40_000] {
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: trials.max(1) };
        let summary = Engine::new(&hotel, settings).unwrap().run(0..trials, &Control::default()).unwrap();
        let text = serde_json::to_string(&summary).unwrap();
        let read: Summary = serde_json::from_str(&text).unwrap();
        assert!(read == summary, "{trials} trials");
        assert_eq!(read.verify(24, 0..trials), Ok(()));
        assert!(read.verify(24, 0..trials + 1).is_err() && read.verify(25, 0..trials).is_err());
        // What is read back goes on like what was written.
        let mut both = [summary, read];
        let more = Engine::new(&hotel, Settings { trials: trials + 300, ..settings }).unwrap();
        both.iter_mut().for_each(|state| state.merge(&more.range(trials..trials + 300).unwrap()));
        assert!(both[0] == both[1], "{trials} trials and more");
    }
}
