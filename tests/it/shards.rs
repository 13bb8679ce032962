//! A run in parts: by processes, in files that may be anything, and as rows that an engine groups.

mod hostile;
mod rows;

use crate::support::delight;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output};
use std::time::Duration;

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\nmonths = 24\n";
const TRIALS: &str = "3001";

/// A folder with the case in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("base.toml"), HOTEL).unwrap();
    fs::write(folder.path().join("hotel.toml"), "base = \"base.toml\"\n[case]\nname = \"Hotel\"\n").unwrap();
    folder
}

fn in_folder(folder: &Path, args: &[&str]) -> Output {
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

/// The bytes of a shard that another version wrote.
fn from_version(version: &str, shard: &[u8]) -> Vec<u8> {
    let own = format!("\"version\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let at = shard.windows(own.len()).position(|here| here == own.as_bytes()).unwrap();
    [&shard[..at], format!("\"version\":\"{version}\"").as_bytes(), &shard[at + own.len()..]].concat()
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
    // Threads finish in any order, and so do the values that a state keeps.
    const ONE: [&str; 2] = ["--threads", "1"];
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    shard(here, "0:1500", &[]);
    let (first, second) = (here.join("parts/0-1500.shard"), here.join("parts/1500-3001.shard"));
    let whole = fs::read(&first).unwrap();
    assert!(shard(here, "0:1500", &[]).contains("were not computed again"));
    // A copy that was cut off, as of a process that was killed.
    shard(here, "1500:3001", &ONE);
    let other = fs::read(&second).unwrap();
    for cut in [0, 5, 200, other.len() / 2, other.len() - 1] {
        fs::write(&second, &other[..cut]).unwrap();
        assert!(refused(here, &["merge", "parts", "--out", "merged"]).contains("1500-3001.shard is no whole shard"));
        assert!(!here.join("merged").exists());
        assert!(!shard(here, "1500:3001", &ONE).contains("were not computed again"), "cut at {cut}");
        assert!(fs::read(&second).unwrap() == other, "cut at {cut}");
    }
    assert!(fs::read(&first).unwrap() == whole);
    done(here, &["run", "hotel.toml", "--trials", TRIALS, "--out", "one", "--quiet"]);
    done(here, &["merge", "parts/0-1500.shard", "parts/1500-3001.shard", "--out", "merged", "--quiet"]);
    let summary = |of: &str| fs::read(here.join(of).join("summary.json")).unwrap();
    assert!(summary("one") == summary("merged"));
}

/// A process of a job array.
fn sent_off(folder: &Path, args: &[&str]) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_delight"));
    program.current_dir(folder).args(["shard", "hotel.toml", "--quiet"]).args(args).spawn().unwrap()
}

fn kill(process: &mut Child) {
    process.kill().unwrap();
    assert!(!process.wait().unwrap().success(), "it was killed before it was through");
}

#[test]
fn a_job_array_with_one_process_killed_and_sent_off_again_is_the_run() {
    const RANGES: [&str; 4] = ["0:750", "750:1500", "1500:2250", "2250:3001"];
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    let begin = |range: &str| {
        let out = format!("parts/{}.shard", range.replace(':', "-"));
        sent_off(here, &["--trials", TRIALS, "--range", range, "--out", &out])
    };
    let mut array = RANGES.map(begin);
    kill(&mut array[2]);
    for place in [0, 1, 3] {
        assert!(array[place].wait().unwrap().success(), "{}", RANGES[place]);
    }
    let said = refused(here, &["merge", "parts", "--out", "merged"]);
    assert!(said.contains("no shard holds the trials 1500:2250; compute them: delight shard hotel.toml"), "{said}");
    let told = RANGES.map(|range| shard(here, range, &[]).contains("were not computed again"));
    assert_eq!(told, [true, true, false, true]);
    done(here, &["merge", "parts", "--out", "merged", "--quiet"]);
    let merged = fs::read(here.join("merged/summary.json")).unwrap();
    for threads in ["1", "2"] {
        done(here, &["run", "hotel.toml", "--trials", TRIALS, "--threads", threads, "--out", threads, "--quiet"]);
        assert!(fs::read(here.join(threads).join("summary.json")).unwrap() == merged, "{threads} threads");
    }
}

#[test]
fn a_process_that_is_killed_at_work_leaves_no_shard() {
    let folder = folder();
    let args = ["--trials", "1000000000", "--range", "0:500000000", "--out", "0.shard"];
    let mut process = sent_off(folder.path(), &args);
    std::thread::sleep(Duration::from_millis(300));
    kill(&mut process);
    assert!(!folder.path().join("0.shard").exists());
}

#[test]
fn a_run_has_as_many_trials_in_shards_as_at_once() {
    let folder = folder();
    let here = folder.path();
    done(here, &["shard", "hotel.toml", "--range", "64:128", "--out", "x.shard", "--quiet"]);
    let head = fs::read(here.join("x.shard")).unwrap();
    let head: serde_json::Value = serde_json::from_slice(head.split(|byte| *byte == b'\n').next().unwrap()).unwrap();
    let usual = done(here, &["run", "hotel.toml", "--format", "json", "--out", "one"]);
    let usual: serde_json::Value = serde_json::from_str(&usual).unwrap();
    assert_eq!((&head["from"], &head["to"]), (&64.into(), &128.into()));
    assert_eq!(
        (&head["run"]["settings"]["trials"], &head["run"]["settings"]["seed"]),
        (&usual["trials"], &usual["seed"])
    );
}

#[test]
fn a_file_that_holds_anything_else_is_replaced_only_by_force() {
    let folder = folder();
    let here = folder.path();
    let asked = ["shard", "hotel.toml", "--trials", TRIALS, "--range", "0:64", "--out", "x.shard"];
    let said = |more: &[&str]| refused(here, &[&asked[..], more].concat());
    let made = |more: &[&str]| done(here, &[&asked[..], more].concat());
    fs::write(here.join("x.shard"), "a letter to a friend").unwrap();
    assert!(said(&[]).contains("x.shard is no shard; choose another name, or replace it with --force"));
    made(&["--force"]);
    assert!(said(&["--seed", "8"]).contains("holds trials of another case or with other settings"));
    assert!(said(&["--set", "customers.annual_churn=40%"]).contains("another case or with other settings"));
    assert!(made(&["--force"]).contains("were not computed again"));
    let whole = fs::read(here.join("x.shard")).unwrap();
    fs::write(here.join("x.shard"), from_version("0.0.1", &whole)).unwrap();
    assert!(said(&[]).contains("x.shard holds trials of version 0.0.1; choose another name"));
    assert!(refused(here, &["merge", "x.shard"]).contains("x.shard comes from version 0.0.1, and this is"));
    fs::write(here.join("x.shard"), &whole).unwrap();
    fs::write(here.join("base.toml"), format!("{HOTEL}[customers]\nannual_churn = \"41%\"\n")).unwrap();
    assert!(said(&[]).contains("holds trials of another case"));
    for (range, word) in [("0:3002", "goes beyond"), ("5", "5000:10000"), ("7:7", "5000:10000"), ("9:8", "5000:10000")]
    {
        let args = ["shard", "hotel.toml", "--trials", TRIALS, "--range", range, "--out", "y.shard"];
        assert!(refused(here, &args).contains(word), "{range}");
    }
}

#[test]
fn shards_carry_set_values_and_lenses_to_the_merge() {
    let folder = folder();
    let here = folder.path();
    fs::create_dir(here.join("parts")).unwrap();
    let more =
        ["--set", "customers.annual_churn=30% to 40%", "--lens", "literature", "--seed", "5", "--sampling", "lhs"];
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
