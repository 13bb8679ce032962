//! Scenario files by name or by folder.

use super::CliError;
use super::folder::Owner;
use super::output::{complain, errors_are_seen};
use crate::cli::render_error;
use delight_model::evidence::Lens;
use delight_model::scenario::{Case, Horizon, Project, Scenario, ScenarioError};
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A scenario and the file it comes from.
pub struct Loaded {
    /// The scenario.
    pub scenario: Scenario,
    /// Its file, as it was named.
    pub file: PathBuf,
}

impl Loaded {
    /// Whose results its folder holds.
    pub fn owner(&self) -> Owner<'_> {
        Owner { name: self.scenario.name(), file: &self.file }
    }
}

impl Borrow<Scenario> for Loaded {
    fn borrow(&self) -> &Scenario {
        &self.scenario
    }
}

/// Every file, and every `.toml` of every folder in the order of their names.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { files.extend(of_folder(path)?) } else { files.push(path.clone()) }
    }
    refuse_twice(&files)?;
    Ok(files)
}

/// A file that is named twice, by whatever path, would be taken for two cases.
fn refuse_twice(files: &[PathBuf]) -> Result<(), CliError> {
    let mut known = BTreeSet::new();
    // What cannot be opened is told with the rest of what is wrong.
    let twice = files.iter().find(|file| file.canonicalize().is_ok_and(|real| !known.insert(real)));
    match twice {
        Some(file) => Err(CliError::Input(format!("error: {} is named twice; name each file once", file.display()))),
        None => Ok(()),
    }
}

/// Loads the scenarios of [`files`], in their order, seen through `lens` if one is asked for; all errors at once.
pub fn load(paths: &[PathBuf], lens: Option<Lens>) -> Result<Vec<Scenario>, CliError> {
    let scenarios = load_each(paths, |file| Scenario::load_through(file, lens))?;
    say_where_a_lens_does_nothing(scenarios.iter(), lens);
    Ok(scenarios)
}

/// The same with the file of each.
pub fn load_named(paths: &[PathBuf]) -> Result<Vec<Loaded>, CliError> {
    load_each(paths, |file| Scenario::load(file).map(|scenario| Loaded { scenario, file: file.to_owned() }))
}

/// The same as cases, each with its views through every lens.
pub fn load_cases(paths: &[PathBuf], lens: Option<Lens>) -> Result<Vec<Case>, CliError> {
    let cases = load_each(paths, |file| Case::load(file, lens))?;
    say_where_a_lens_does_nothing(cases.iter().map(Case::scenario), lens);
    Ok(cases)
}

/// Says of which cases a lens that is asked for changes nothing.
pub fn say_where_a_lens_does_nothing<'a>(scenarios: impl Iterator<Item = &'a Scenario>, lens: Option<Lens>) {
    if lens.is_none() {
        return;
    }
    for scenario in scenarios.filter(|scenario| matches!(scenario.project(), Project::CashFlow(_))) {
        let name = scenario.name();
        complain(&format!(
            "note: --lens changes nothing in {name:?}: its cash flows are as written, and rest on no published effect"
        ));
    }
}

/// Says of which cases the value with run-off is that of their horizon, where it is asked for.
pub fn say_where_nothing_runs_off<'a>(scenarios: impl Iterator<Item = &'a Scenario>) {
    let asked = scenarios.filter(|scenario| scenario.horizon() == Horizon::RunOff);
    for scenario in asked.filter(|scenario| scenario.run_off_months() == 0) {
        let name = scenario.name();
        complain(&format!(
            "note: --horizon changes nothing in {name:?}: it has no run-off (cash flows, a terminal value, or run_off_months = 0)"
        ));
    }
}

/// What is wrong with a scenario, as the terminal shows it.
pub fn told(error: ScenarioError) -> CliError {
    CliError::Input(render_error(&error, errors_are_seen()))
}

fn load_each<T>(paths: &[PathBuf], load: impl Fn(&Path) -> Result<T, ScenarioError>) -> Result<Vec<T>, CliError> {
    let mut scenarios = Vec::new();
    let mut errors = Vec::new();
    for file in files(paths)? {
        match load(&file) {
            Ok(scenario) => scenarios.push(scenario),
            Err(error) => errors.push(render_error(&error, errors_are_seen())),
        }
    }
    if errors.is_empty() { Ok(scenarios) } else { Err(CliError::Input(errors.join("\n"))) }
}

/// Money of different currencies cannot stand side by side.
pub fn refuse_what_cannot_be_compared(scenarios: &[impl Borrow<Scenario>]) -> Result<(), CliError> {
    let Some(first) = scenarios.first().map(Borrow::borrow) else { return Ok(()) };
    match scenarios.iter().map(Borrow::borrow).find(|s| s.currency() != first.currency()) {
        Some(other) => Err(CliError::Input(format!(
            "{:?} is in {}, {:?} in {}: give them one currency to compare them, or run each by itself",
            first.name(),
            first.currency(),
            other.name(),
            other.currency()
        ))),
        None => Ok(()),
    }
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unreadable = |e: std::io::Error| CliError::Input(format!("cannot read the folder {}: {e}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && path.extension().is_some_and(|e| e == "toml") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(CliError::Input(format!("the folder {} holds no .toml file", folder.display())));
    }
    Ok(files)
}
