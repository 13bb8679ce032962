//! Some trials of a run, computed apart: all that a machine needs to know to go on with them.

use super::error::SeamError;
use super::given::Given;
use super::request::{Asked, read};
use crate::findings::fingerprint;
use crate::run::TRIALS;
use crate::shards::{ShardHead, WholeRun, write};
use delight_model::scenario::{Case, Scenario};
use delight_model::simulate::{Control, Engine, Summary};
use std::ops::Range;

/// Computes the trials of a range of a run, for [`merge`](super::merge) to take up, there or elsewhere: the bytes that
/// `delight shard` writes.
///
/// # Errors
/// [`SeamError`], also if the range is empty or goes beyond the trials of the settings.
pub fn shard(case: &str, settings: &str, trials: Range<u64>, control: &Control) -> Result<Vec<u8>, SeamError> {
    let (run, scenario) = work(case, settings)?;
    let summary = computed(&run, &scenario, trials.clone(), control)?;
    write(ShardHead::of(run, trials), &summary).map_err(|why| SeamError::Study(why.into()))
}

/// The run that is asked for, and its scenario alone.
pub(super) fn work(case: &str, settings: &str) -> Result<(WholeRun, Scenario), SeamError> {
    let (given, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    let scenario = given.scenario(asked.lens)?;
    Ok((whole(&given, &asked, &scenario)?, scenario))
}

/// The run that is asked for, and its case.
pub(super) fn asked(case: &str, settings: &str) -> Result<(WholeRun, Case), SeamError> {
    let (given, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    let case = given.case(asked.lens)?;
    Ok((whole(&given, &asked, case.scenario())?, case))
}

fn whole(given: &Given, asked: &Asked, scenario: &Scenario) -> Result<WholeRun, SeamError> {
    if let Some(key) = asked.more.keys().next() {
        return Err(SeamError::Request(format!("the settings: a shard has no {key:?}")));
    }
    let settings = asked.settings(scenario, TRIALS);
    let (sources, set) = (given.sources(), given.set().to_vec());
    Ok(WholeRun { scenario: fingerprint(scenario), settings, lens: asked.lens, set, sources })
}

/// The trials of a range of a run.
pub(super) fn computed(
    run: &WholeRun,
    scenario: &Scenario,
    trials: Range<u64>,
    control: &Control,
) -> Result<Summary, SeamError> {
    let (Range { start, end }, all) = (&trials, run.settings.trials);
    if start >= end || *end > all {
        return Err(SeamError::Request(format!(
            "a shard holds trials from 0 to {all}, the first below the last, found {start} to {end}"
        )));
    }
    Ok(Engine::of_run(scenario, run.settings)?.run(trials, control)?)
}
