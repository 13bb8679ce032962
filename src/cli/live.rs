//! The live part of a report: when it goes along, and what goes with it.

use super::args::Run;
use super::output::complain;
use super::{CliError, scenarios};
use crate::web::{Carried, given, in_report};
use delight_model::sampling::Sampling;
use delight_model::scenario::Travelling;
use delight_report::documents::html::Insert;
use delight_report::words::Words;
use delight_studies::improve::Improvement;
use delight_studies::run::Findings;
use std::path::Path;

/// Most trials that a page draws.
const MOST_TRIALS: u64 = 1_000_000;
/// The largest seed that a page can say: numbers of a script are exact to here.
const MOST_SEED: u64 = 1 << 53;

/// What the report of a run carries behind its answer; nothing where it is to stay without, or a page could not draw the same.
pub fn of_run(args: &Run, (file, folder): (&Path, &Path), found: &Findings, words: Words) -> Result<Insert, CliError> {
    let seed = (found.seed <= MOST_SEED).then_some(found.seed);
    let has_seed = seed.is_some() || (args.seed.is_none() && args.files.len() == 1);
    let is_same = args.set.is_empty() && args.sampling == Sampling::Sobol && found.trials <= MOST_TRIALS && has_seed;
    if args.r#static || !is_same {
        return Ok(Insert::default());
    }
    let case = Travelling::load(file).map_err(scenarios::told)?;
    let carried = Carried {
        case,
        fingerprint: found.case.scenario.clone(),
        given: given(found.drivers.as_ref(), improvement(folder, found).as_ref(), words),
        seed,
        trials: found.trials,
        lens: args.lens.map(|lens| lens.to_string()),
    };
    say_what_goes_along(&carried, "report.html", args.quiet);
    Ok(in_report(&carried, words))
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
