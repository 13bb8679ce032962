//! Each formula stands in the doc comment of the function that computes it, and letter for letter in `docs/model.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the formulas of the model are computed.
const HOMES: [&str; 3] = ["src/model/chain", "src/model/finance", "src/model/units/time.rs"];

/// The least number of formulas that there are; a test that reads fewer has not read them.
const LEAST: usize = 40;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(place: &Path, found: &mut Vec<PathBuf>) {
    if place.is_file() {
        found.extend((place.extension().is_some_and(|e| e == "rs")).then(|| place.to_path_buf()));
        return;
    }
    for entry in std::fs::read_dir(place).unwrap() {
        sources(&entry.unwrap().path(), found);
    }
}

/// The blocks of ` ```text ` in a text, white space aside.
fn blocks(text: &str) -> Vec<String> {
    let inside = text.split("```text\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    inside.map(|block| block.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The text of the doc comments of items, without their slashes; that of files (`//!`) draws pictures, not formulas.
fn docs_of_items(code: &str) -> String {
    let doc = code.lines().filter_map(|line| line.trim_start().strip_prefix("///"));
    doc.map(|line| format!("{line}\n")).collect()
}

/// Every formula of the code, with the file in which it stands.
fn in_code() -> BTreeMap<String, PathBuf> {
    let mut files = Vec::new();
    HOMES.iter().for_each(|home| sources(&root().join(home), &mut files));
    let mut found = BTreeMap::new();
    for file in files {
        for block in blocks(&docs_of_items(&std::fs::read_to_string(&file).unwrap())) {
            let before = found.insert(block.clone(), file.clone());
            assert_eq!(before, None, "stands twice in the code: {block}");
        }
    }
    assert!(found.len() >= LEAST, "only {} formulas found in the code", found.len());
    found
}

/// Every formula of the description of the model.
fn in_model() -> Vec<String> {
    let found = blocks(&std::fs::read_to_string(root().join("docs/model.md")).unwrap());
    assert!(found.len() >= LEAST, "only {} formulas found in docs/model.md", found.len());
    found
}

#[test]
fn every_formula_of_the_code_stands_in_the_description_of_the_model() {
    let model = in_model();
    let missing: Vec<_> = in_code().into_iter().filter(|(block, _)| !model.contains(block)).collect();
    assert!(missing.is_empty(), "not in docs/model.md: {missing:#?}");
}

#[test]
fn every_formula_of_the_description_of_the_model_stands_in_the_code() {
    let code = in_code();
    let missing: Vec<_> = in_model().into_iter().filter(|block| !code.contains_key(block)).collect();
    assert!(missing.is_empty(), "in no doc comment of {HOMES:?}: {missing:#?}");
}

#[test]
fn every_file_with_a_step_says_its_formula() {
    let mut files = Vec::new();
    HOMES.iter().for_each(|home| sources(&root().join(home), &mut files));
    let said: Vec<PathBuf> = in_code().into_values().collect();
    let steps = |file: &&PathBuf| std::fs::read_to_string(file).unwrap().contains("fn step(");
    let steps: Vec<_> = files.iter().filter(steps).collect();
    assert!(steps.len() >= 9, "only {} files with a step found", steps.len());
    for file in steps {
        assert!(said.contains(file), "{} has a step and no formula", file.display());
    }
}
