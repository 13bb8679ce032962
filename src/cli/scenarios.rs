//! Scenario files by name or by folder.

use super::Failure;
use crate::scenario::{Scenario, render_error};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Every file, and every `.toml` of every folder in the order of their names.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { files.extend(of_folder(path)?) } else { files.push(path.clone()) }
    }
    Ok(files)
}

/// Loads the scenarios of [`files`], in their order; all errors at once.
pub fn load(paths: &[PathBuf]) -> Result<Vec<Scenario>, Failure> {
    let mut scenarios = Vec::new();
    let mut errors = Vec::new();
    for file in files(paths)? {
        match Scenario::load(&file) {
            Ok(scenario) => scenarios.push(scenario),
            Err(error) => errors.push(render_error(&error, std::io::stderr().is_terminal())),
        }
    }
    if errors.is_empty() { Ok(scenarios) } else { Err(Failure::Input(errors.join("\n"))) }
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |e: std::io::Error| Failure::Input(format!("cannot read the folder {}: {e}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && path.extension().is_some_and(|e| e == "toml") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::Input(format!("the folder {} holds no .toml file", folder.display())));
    }
    Ok(files)
}
