//! What several topics need: shipped files, cases from texts, the command, kept files and kept counterexamples.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use delight_case::scenario::Scenario;
use proptest::test_runner::{Config, FileFailurePersistence};
use std::fs;
use std::path::{Path, PathBuf};

/// A file or folder of the repository.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The worked example.
pub fn hotel_file() -> PathBuf {
    file("scenarios/hotel.toml")
}

/// The scenario files of these folders, in order; a folder with fewer than it is known to have is a mistake of the test.
pub fn scenario_files(folders: &[(&str, usize)]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for (folder, at_least) in folders {
        let entries = fs::read_dir(file(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
        let paths = entries.map(|entry| entry.unwrap().path());
        let files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
        assert!(files.len() >= *at_least, "{folder} has only {} scenarios", files.len());
        all.extend(files);
    }
    all.sort();
    all
}

/// What ships to be run: the scenarios, presets and rivals aside.
pub const SHIPPED: (&str, usize) = ("scenarios", 11);

/// The cases that an independent program computed.
pub const GOLDEN: (&str, usize) = ("tests/golden", 7);

/// A scenario from its file.
pub fn loaded(file: &Path) -> Scenario {
    Scenario::load(file).unwrap_or_else(|e| panic!("{e}"))
}

/// A scenario from its text, called `case.toml`.
pub fn scenario(text: &str) -> Scenario {
    Scenario::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

/// A hotel as the preset has it, and what else is said: first keys of the case, then tables.
pub fn hotel_text(more: &str) -> String {
    format!("[case]\nname = \"Hotel\"\npreset = \"hotel\"\n{more}")
}

/// Amounts paid today, by their names, so that their sum is the net present value, also where they are
/// compared; and what else is said.
pub fn payments_text(name: &str, payments: &[(&str, &str)], more: &str) -> String {
    let payments: String = payments
        .iter()
        .map(|(name, amount)| format!("[[flows]]\nname = \"{name}\"\namount = \"{amount}\"\nper = \"once\"\n"))
        .collect();
    format!(
        "[case]\nname = \"{name}\"\nkind = \"cash-flow\"\nmonths = 12\n\
         [finance]\ndiscount_rate = 0.1\ntax_rate = 0\n\
         [rival]\ndelivery = \"full\"\ncost_overrun = 1\n{payments}{more}"
    )
}

/// The real binary, in the language that a test expects: whoever runs it may sit at a Dutch computer.
pub fn delight() -> Command {
    let mut command = Command::cargo_bin("delight").unwrap();
    command.env("LC_ALL", "C");
    command
}

/// What a command that ended printed.
pub fn printed(ended: &Assert) -> String {
    String::from_utf8(ended.get_output().stdout.clone()).unwrap()
}

/// What a command that ended said of its progress and its errors.
pub fn said(ended: &Assert) -> String {
    String::from_utf8(ended.get_output().stderr.clone()).unwrap()
}

/// The names of what a folder holds, in order; what is hidden, such as the mark of its case, aside.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

/// Holds a kept file of what the program says to what it says now; with `UPDATE_GOLDEN` the file is rewritten first.
///
/// Numbers of the independent program are no such file: running ours never changes them.
pub fn assert_kept(path: &str, now: &str, topic: &str) {
    assert!(!path.ends_with(".trace.json"), "{path} holds the numbers of another program");
    let file = file(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, now).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let line = 1 + kept.lines().zip(now.lines()).take_while(|(kept, now)| kept == now).count();
    let remedy = format!("read the difference, then: UPDATE_GOLDEN=1 cargo test --test it {topic}");
    assert!(kept == now, "{path} is not what the program says, from line {line}; {remedy}");
}

/// So many random cases of a topic; counterexamples are kept in `tests/regressions` and tried first ever after.
pub fn random_cases(topic: &str, cases: u32) -> Config {
    let kept = file(&format!("tests/regressions/{topic}.txt")).into_os_string().into_string().unwrap();
    let kept = FileFailurePersistence::Direct(kept.leak());
    Config { cases, failure_persistence: Some(Box::new(kept)), ..Config::default() }
}
