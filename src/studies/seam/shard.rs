//! Some trials of a run, computed apart: all that a machine needs to know to go on with them.

use super::error::SeamError;
use super::request::{Asked, read, scenario_of};
use crate::findings::fingerprint;
use crate::run::TRIALS;
use crate::shards::{ShardHead, Sources, WholeRun, write};
use delight_model::simulate::{Control, Engine};
use std::ops::Range;

/// Computes the trials of a range of a run, for [`merge`](super::merge) to take up, there or elsewhere: the bytes that
/// `delight shard` writes.
///
/// # Errors
/// [`SeamError`], also if the range is empty or goes beyond the trials of the settings.
pub fn shard(case: &str, settings: &str, trials: Range<u64>, control: &Control) -> Result<Vec<u8>, SeamError> {
    let (sources, asked): (Sources, Asked) = (read("the case", case)?, read("the settings", settings)?);
    if let Some(key) = asked.more.keys().next() {
        return Err(SeamError::Request(format!("the settings: a shard has no {key:?}")));
    }
    let scenario = scenario_of(&sources, asked.lens)?;
    let settings = asked.settings(&scenario, TRIALS);
    if trials.start >= trials.end || trials.end > settings.trials {
        let Range { start, end } = trials;
        let all = settings.trials;
        return Err(SeamError::Request(format!(
            "a shard holds trials from 0 to {all}, the first below the last, found {start} to {end}"
        )));
    }
    let summary = Engine::of_run(&scenario, settings)?.run(trials.clone(), control)?;
    let (scenario, lens) = (fingerprint(&scenario), asked.lens);
    let run = WholeRun { scenario, settings, lens, set: Vec::new(), sources };
    write(ShardHead::of(run, trials), &summary).map_err(|why| SeamError::Study(why.into()))
}
