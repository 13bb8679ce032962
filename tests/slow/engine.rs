//! The module of the live part against this program, for every scenario that ships.

#[path = "../it/engine/module.rs"]
mod module;

use module::{Engines, same_answers};
use std::path::{Path, PathBuf};

#[test]
fn the_module_answers_every_shipped_scenario_as_this_program_does() {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let shipped: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    assert!(shipped.len() >= 11, "{shipped:?}");
    let engines = Engines::kept();
    shipped.iter().for_each(|file| same_answers(&engines, file, &[1, 2]));
}
