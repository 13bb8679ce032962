//! A run in parts: by processes, and as rows that an engine groups.

use crate::support::delight;
use delight_case::sampling::Sampling;
use delight_case::scenario::Case;
use delight_case::simulate::{Control, Engine, Settings, Summary};
use delight_case::statistics::tally::{Row, RowKind};
use delight_case::studies::findings::fingerprint;
use delight_case::studies::shards::{RowsError, Sources, WholeRun, gathered, rows};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\nmonths = 24\n";
const TRIALS: &str = "3001";

/// A folder with the case in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("base.toml"), HOTEL).unwrap();
    fs::write(folder.path().join("hotel.toml"), "base = \"base.toml\"\n[case]\nname = \"Hotel\"\n").unwrap();
    folder
}

fn in_folder(folder: &Path, args: &[&str]) -> std::process::Output {
    delight().current_dir(folder).args(["--lang", "en"]).args(args).output().unwrap()
}

fn done(folder: &Path, args: &[&str]) -> String {
    let output = in_folder(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &Path, args: &[&str]) -> String {
    let output = in_folder(folder, args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stderr).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shard(folder: &Path, range: &str, more: &[&str]) -> String {
    let out = format!("parts/{}.shard", range.replace(':', "-"));
    done(folder, &[&["shard", "hotel.toml", "--trials", TRIALS, "--range", range, "--out", &out], more].concat())
}

/// The files of a folder, by name.
fn all_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).unwrap())).collect()
}

#[test]
fn a_job_array_of_processes_makes_every_document_of_the_run() {
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    done(here, &["run", "hotel.toml", "--trials", TRIALS, "--threads", "1", "--out", "one", "--quiet"]);
    for (range, threads) in [("1000:3001", "2"), ("0:777", "1"), ("777:1000", "1")] {
        shard(here, range, &["--threads", threads]);
    }
    done(here, &["merge", "parts", "--out", "merged", "--quiet", "--threads", "2"]);
    let (one, mut merged) = (all_files(&here.join("one")), all_files(&here.join("merged")));
    assert!(one.len() > 10, "{:?}", one.keys());
    assert!(one["summary.json"] == merged["summary.json"]);
    // It says by a fingerprint where the case lies from here, which is the same from both.
    assert_eq!(one[".delight"], merged[".delight"]);
    for (name, bytes) in one {
        assert!(merged.remove(&name) == Some(bytes), "{name}");
    }
    assert!(merged.is_empty(), "{:?}", merged.keys());
}

#[test]
fn what_was_killed_is_computed_again_and_what_is_there_is_not() {
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    shard(here, "0:1500", &[]);
    let (first, second) = (here.join("parts/0-1500.shard"), here.join("parts/1500-3001.shard"));
    let whole = fs::read(&first).unwrap();
    assert!(shard(here, "0:1500", &[]).contains("were not computed again"));
    // A copy that was cut off, as of a process that was killed.
    shard(here, "1500:3001", &[]);
    let other = fs::read(&second).unwrap();
    for cut in [0, 5, 200, other.len() / 2, other.len() - 1] {
        fs::write(&second, &other[..cut]).unwrap();
        assert!(refused(here, &["merge", "parts", "--out", "merged"]).contains("1500-3001.shard is no whole shard"));
        assert!(!here.join("merged").exists());
        assert!(!shard(here, "1500:3001", &[]).contains("were not computed again"), "cut at {cut}");
        assert!(fs::read(&second).unwrap() == other, "cut at {cut}");
    }
    assert!(fs::read(&first).unwrap() == whole);
    done(here, &["run", "hotel.toml", "--trials", TRIALS, "--out", "one", "--quiet"]);
    done(here, &["merge", "parts/0-1500.shard", "parts/1500-3001.shard", "--out", "merged", "--quiet"]);
    let summary = |of: &str| fs::read(here.join(of).join("summary.json")).unwrap();
    assert!(summary("one") == summary("merged"));
}

#[test]
fn a_process_that_is_killed_leaves_no_shard() {
    let folder = folder();
    let out = folder.path().join("0.shard");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_delight"));
    let args = ["shard", "hotel.toml", "--trials", "1000000000", "--range", "0:500000000", "--out", "0.shard"];
    let mut process = program.current_dir(folder.path()).args(args).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(!out.exists());
}

#[test]
fn a_file_that_holds_anything_else_is_replaced_only_by_force() {
    let folder = folder();
    let here = folder.path();
    let with = |more: &[&str]| {
        let args = ["shard", "hotel.toml", "--trials", TRIALS, "--range", "0:64", "--out", "x.shard"];
        [&args, more].concat().into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let said = |more: &[&str]| refused(here, &with(more).iter().map(String::as_str).collect::<Vec<_>>());
    let made = |more: &[&str]| done(here, &with(more).iter().map(String::as_str).collect::<Vec<_>>());
    fs::write(here.join("x.shard"), "a letter to a friend").unwrap();
    assert!(said(&[]).contains("x.shard is no shard; choose another name, or replace it with --force"));
    made(&["--force"]);
    assert!(said(&["--seed", "8"]).contains("holds trials of another case or with other settings"));
    assert!(said(&["--set", "customers.annual_churn=40%"]).contains("another case or with other settings"));
    assert!(made(&["--force"]).contains("were not computed again"));
    fs::write(here.join("base.toml"), format!("{HOTEL}[customers]\nannual_churn = \"41%\"\n")).unwrap();
    assert!(said(&[]).contains("holds trials of another case"));
    for (range, word) in [("0:3002", "goes beyond"), ("5", "5000:10000"), ("7:7", "5000:10000"), ("9:8", "5000:10000")] {
        let args = ["shard", "hotel.toml", "--trials", TRIALS, "--range", range, "--out", "y.shard"];
        assert!(refused(here, &args).contains(word), "{range}");
    }
}

#[test]
fn shards_carry_set_values_and_lenses_to_the_merge() {
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    let more = ["--set", "customers.annual_churn=30% to 40%", "--lens", "literature", "--seed", "5", "--sampling", "lhs"];
    done(here, &[&["run", "hotel.toml", "--trials", TRIALS, "--out", "one", "--quiet"], &more[..]].concat());
    for range in ["0:1000", "1000:3001"] {
        shard(here, range, &more);
    }
    // Whoever merges has no case.
    fs::rename(here.join("base.toml"), here.join("gone.toml")).unwrap();
    done(here, &["merge", "parts", "--out", "merged", "--quiet"]);
    let summary = |of: &str| fs::read(here.join(of).join("summary.json")).unwrap();
    assert!(summary("one") == summary("merged"));
}

#[test]
fn what_is_wrong_with_shards_is_said_in_dutch_with_file_and_remedy() {
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    shard(here, "0:1000", &[]);
    shard(here, "900:2000", &[]);
    fs::write(here.join("parts/3.shard"), "x").unwrap();
    let said = refused(here, &["merge", "parts", "--lang", "nl"]);
    for part in [
        "fout: parts/3.shard is geen heel deel van een run: het heeft geen kop; verwijder het en bereken het opnieuw",
        "fout: parts/0-1000.shard en parts/900-2000.shard bevatten allebei de simulaties 900:1000; laat een van de twee weg",
        "fout: geen deel bevat de simulaties 2000:3001; bereken ze: delight shard hotel.toml --trials 3001",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

fn hotel(trials: u64) -> (Case, WholeRun) {
    let case = Case::from_text("hotel.toml", HOTEL).unwrap();
    let sources = Sources {
        main: "hotel.toml".into(),
        files: BTreeMap::from([("hotel.toml".to_owned(), HOTEL.to_owned())]),
    };
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
        assert!(own.iter().all(|row| row.kind != RowKind::Sum || row.value.unsigned_abs() < 1 << 40));
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
