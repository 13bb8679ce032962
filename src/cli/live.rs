//! The live part of a report: when it goes along, and what goes with it.

use super::output::complain;
use super::{CliError, scenarios};
use crate::web::{Carried, given, in_report};
use delight_model::evidence::Lens;
use delight_model::scenario::{Sources, Travelling};
use delight_report::documents::html::Insert;
use delight_report::documents::write::Target;
use delight_report::words::Words;
use delight_studies::improve::Improvement;
use delight_studies::run::Findings;
use std::path::Path;

/// Most trials that a page draws.
const MOST_TRIALS: u64 = 1_000_000;
/// The largest seed that a page can say: numbers of a script are exact to here.
const MOST_SEED: u64 = 1 << 53;

/// Name of what the report of a case carries besides its results.
const FILE: &str = "live.json";

/// How a run was asked for, as far as a page has to know it.
pub struct LiveRun {
    /// Whether the report is to stay without the live part, or a page could not draw the same.
    pub without: bool,
    /// Whether the seed is that of the case itself.
    pub own_seed: bool,
    /// The lens asked for.
    pub lens: Option<Lens>,
    /// Whether nothing is said.
    pub quiet: bool,
    /// The case, where it is not read from its file.
    pub sources: Option<Sources>,
}

/// Writes what the report of a run carries behind its answer, or removes what an earlier one left.
pub fn write(asked: &LiveRun, file: &Path, target: &Target, found: &Findings, words: Words) -> Result<(), CliError> {
    let seed = (found.seed <= MOST_SEED).then_some(found.seed);
    if asked.without || found.trials > MOST_TRIALS || (seed.is_none() && !asked.own_seed) {
        return Ok(target.remove(FILE)?);
    }
    let case = match &asked.sources {
        Some(sources) => Travelling::of(sources),
        None => Travelling::load(file).map_err(scenarios::told)?,
    };
    let carried = Carried {
        case,
        fingerprint: found.case.scenario.clone(),
        given: given(found.drivers.as_ref(), None, words),
        seed,
        trials: found.trials,
        lens: asked.lens.map(|lens| lens.to_string()),
    };
    say_what_goes_along(&carried, "report.html", asked.quiet);
    target.write(FILE, carried.json().as_bytes())?;
    Ok(())
}

/// What the report in a folder carries behind its answer, if that is of the state of the case that it tells of.
pub fn of_folder(folder: &Path, found: &Findings, words: Words) -> Insert {
    let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    let Some(mut carried) = Carried::read(&text, &found.case.scenario) else { return Insert::default() };
    if let Some(improvement) = improvement(folder, found) {
        carried.given["moves"] = given(None, Some(&improvement), words)["moves"].clone();
    }
    in_report(&carried, words)
}

/// What makes the case pay, where its folder has what was found of this state of it.
fn improvement(folder: &Path, found: &Findings) -> Option<Improvement> {
    let text = std::fs::read_to_string(folder.join("improve.json")).ok()?;
    let known: Improvement = serde_json::from_str(&text).ok()?;
    (known.case.scenario == found.case.scenario).then_some(known)
}

/// Says how many observations a file holds, which its reader can take out of it.
pub fn say_what_goes_along(carried: &Carried, file: &str, quiet: bool) {
    let count = carried.observations();
    if count > 0 && !quiet {
        complain(&format!("note: {count} observations of the case's own tables go along in {file}"));
    }
}
