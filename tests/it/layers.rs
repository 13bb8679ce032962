//! Each folder imports only from its left, so that the project reads in one straight line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folders of `src`, each may import those before it. `units` knows nothing; `chain` and `finance` not each other.
const ORDER: [&str; 12] = [
    "units", "sampling", "evidence", "chain", "finance", "scenario", "simulate", "analysis", "plot", "report", "web",
    "cli",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Every `crate::folder` in every file below `src`, with the file's own folder; comments do not count.
fn imports() -> BTreeMap<(String, String), PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut imports = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let own = inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_string();
        let text = std::fs::read_to_string(&file).unwrap();
        let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for after in code.split("crate::").skip(1) {
            let to: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            imports.insert((own.clone(), to), inside.to_path_buf());
        }
    }
    imports
}

#[test]
fn every_folder_imports_only_from_its_left() {
    let place = |folder: &str| ORDER.iter().position(|f| *f == folder);
    let mut wrong = Vec::new();
    for ((from, to), file) in imports() {
        let (Some(own), Some(other)) = (place(&from), place(&to)) else { continue };
        if other > own || (from == "finance" && to == "chain") {
            wrong.push(format!("{} imports {to}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_sees_the_imports_it_is_to_judge() {
    let imports = imports();
    for (from, to) in
        [("chain", "units"), ("simulate", "chain"), ("simulate", "finance"), ("report", "analysis"), ("cli", "report")]
    {
        assert!(imports.contains_key(&(from.to_string(), to.to_string())), "{from} imports {to}");
    }
}

#[test]
fn every_folder_of_the_source_has_its_place_in_the_line() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(src).unwrap().map(Result::unwrap).filter(|e| e.path().is_dir()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(ORDER.contains(&name.as_str()), "{name} has no place in the line");
    }
}

#[test]
fn threads_are_used_only_where_simulations_are_run() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let allowed = ["simulate", "analysis", "cli"];
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let folder = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let uses = std::fs::read_to_string(&file).unwrap().contains("rayon::");
        assert!(!uses || allowed.contains(&folder), "{}", inside.display());
    }
}
