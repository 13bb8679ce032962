//! Own data as a layer: what the command writes, and what it refuses.

use crate::support::{delight, file, printed};
use std::fs;
use std::path::Path;

/// A folder with the case and the data of the reference.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["hotel.toml", "panel.csv", "customers.csv"] {
        fs::copy(file("tests/golden/living").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn learn(folder: &Path, more: &[&str]) -> assert_cmd::assert::Assert {
    let args = ["learn", "panel.csv", "customers.csv", "--case", "hotel.toml", "--trials", "4096"];
    delight().current_dir(folder).args(args).args(more).assert()
}

#[test]
fn the_layer_the_findings_and_the_figure_stand_beside_the_case() {
    let folder = folder();
    let told = printed(&learn(folder.path(), &["--lang", "en"]).success());
    for part in ["panel.csv (48 units, 12 quarters)", "engagement → turnover", "within", "learned.toml"] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let layer = fs::read_to_string(folder.path().join("learned.toml")).unwrap();
    assert!(layer.starts_with("# delight learn: panel.csv "), "{layer}");
    assert!(layer.contains("source = \"own data: panel.csv, 48 units, 12 quarters\""), "{layer}");
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("learn.json")).unwrap()).unwrap();
    assert_eq!(json["sources"][0]["units"], 48);
    assert!(json["links"].as_array().unwrap().iter().all(|link| link["verdict"].is_string()));
    for name in ["learn.svg", "learn.png"] {
        assert!(folder.path().join(name).is_file(), "{name}");
    }
}

#[test]
fn a_layer_is_never_written_over_without_being_told_to() {
    let folder = folder();
    let layer = folder.path().join("learned.toml");
    fs::write(&layer, "mine").unwrap();
    let refused = learn(folder.path(), &[]).code(2);
    assert!(String::from_utf8_lossy(&refused.get_output().stderr).contains("--force"));
    assert_eq!(fs::read_to_string(&layer).unwrap(), "mine");
    learn(folder.path(), &["--force"]).success();
    assert_ne!(fs::read_to_string(&layer).unwrap(), "mine");
}

#[test]
fn the_same_bytes_come_of_any_number_of_threads() {
    let folder = folder();
    let written = |threads: &str| {
        learn(folder.path(), &["--force", "--threads", threads]).success();
        ["learned.toml", "learn.json", "learn.svg"].map(|name| fs::read(folder.path().join(name)).unwrap())
    };
    assert!(written("1") == written("3"));
}

#[test]
fn what_is_wrong_with_every_file_is_said_at_once_with_its_place() {
    let folder = folder();
    fs::write(folder.path().join("panel.csv"), "unit,period,enagaged\na,2026-Q1,2\n").unwrap();
    fs::write(folder.path().join("customers.csv"), "rating,stayed\n11,2\n").unwrap();
    let refused = learn(folder.path(), &["--lang", "en"]).code(2);
    let told = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    for part in
        ["did you mean \"engaged\"?", "panel.csv:1", "customers.csv:2", "must be from 0 to 10", "must be from 0 to 1"]
    {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert!(!folder.path().join("learned.toml").exists());
}
