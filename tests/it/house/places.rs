//! Disk, threads and clock are used in their places only.

use super::source::{House, Module};
use super::today::{DISK, THREADS};
use super::{HOUSE, assert_listed};
use std::collections::BTreeSet;

/// The commands, which may touch the disk.
const COMMANDS: &str = "src/cli/";

/// Methods of a path that ask the disk.
const ASKS: [&str; 9] = [
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "metadata",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];

/// Whether a module says a path below one of these, itself or by a name that it imports.
fn says(house: &House, module: &Module, of: &[&[&str]]) -> bool {
    house
        .written(module)
        .any(|path| of.iter().any(|begin| path.len() >= begin.len() && path.iter().zip(*begin).all(|(a, b)| a == b)))
}

fn files(house: &House, uses: impl Fn(&Module) -> bool) -> Vec<String> {
    let files: BTreeSet<&String> = house.modules.iter().filter(|m| uses(m)).map(|m| &m.file).collect();
    files.into_iter().cloned().collect()
}

/// Files that read or write files, or ask for them.
pub fn on_disk(house: &House) -> Vec<String> {
    files(house, |module| {
        let asks = ASKS.iter().any(|method| module.methods.contains(*method));
        let opens = module.paths.iter().any(|path| path.last().is_some_and(|name| name == "from_path"));
        asks || opens || says(house, module, &[&["std", "fs"], &["tempfile"]])
    })
}

/// Files that start threads or share work among them.
pub fn in_threads(house: &House) -> Vec<String> {
    files(house, |module| says(house, module, &[&["rayon"], &["std", "thread"]]))
}

/// Files that look at the clock.
pub fn by_the_clock(house: &House) -> Vec<String> {
    files(house, |module| says(house, module, &[&["std", "time", "Instant"], &["std", "time", "SystemTime"]]))
}

#[test]
fn files_are_read_and_written_only_in_their_places() {
    let mut found = on_disk(&HOUSE);
    found.retain(|file| !file.starts_with(COMMANDS));
    assert_listed("the disk is touched", &found, DISK);
}

#[test]
fn threads_are_used_only_in_their_places() {
    assert_listed("threads are used", &in_threads(&HOUSE), THREADS);
}

#[test]
fn only_commands_look_at_the_clock() {
    let mut found = by_the_clock(&HOUSE);
    found.retain(|file| !file.starts_with(COMMANDS));
    assert_listed("the clock is looked at", &found, &[]);
}
