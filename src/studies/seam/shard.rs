//! Some trials of a run, computed apart: all that a machine needs to know to go on with them.

use super::error::SeamError;
use super::request::{Asked, CaseText, read};
use crate::findings::fingerprint;
use crate::run::TRIALS;
use delight_model::evidence::Lens;
use delight_model::simulate::{Control, Engine, Settings, Summary};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Version of the keys of a shard.
pub(super) const FORMAT: u32 = 2;

/// What all shards of a run have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Whole {
    /// Version of these keys: [`FORMAT`].
    pub format: u32,
    /// Version of the program.
    pub version: String,
    pub case: CaseText,
    pub lens: Option<Lens>,
    /// Fingerprint of all that decides the results.
    pub scenario: String,
    pub settings: Settings,
}

/// The state of some trials of a run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shard {
    #[serde(flatten)]
    pub of: Whole,
    /// Its first trial.
    pub from: u64,
    /// The trial after its last.
    pub to: u64,
    pub summary: Summary,
}

/// Computes the trials of a range of a run, for [`merge`](super::merge) to take up, there or elsewhere.
///
/// # Errors
/// [`SeamError`], also if the range is empty or goes beyond the trials of the settings.
pub fn shard(case: &str, settings: &str, trials: Range<u64>, control: &Control) -> Result<Vec<u8>, SeamError> {
    let (text, asked): (CaseText, Asked) = (read("the case", case)?, read("the settings", settings)?);
    if let Some(key) = asked.more.keys().next() {
        return Err(SeamError::Request(format!("the settings: a shard has no {key:?}")));
    }
    let scenario = text.scenario(asked.lens)?;
    let settings = asked.settings(&scenario, TRIALS);
    if trials.start >= trials.end || trials.end > settings.trials {
        let Range { start, end } = trials;
        let all = settings.trials;
        return Err(SeamError::Request(format!(
            "a shard holds trials from 0 to {all}, the first below the last, found {start} to {end}"
        )));
    }
    let summary = Engine::of_run(&scenario, settings)?.run(trials.clone(), control)?;
    let of = Whole {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        case: text,
        lens: asked.lens,
        scenario: fingerprint(&scenario),
        settings,
    };
    let shard = Shard { of, from: trials.start, to: trials.end, summary };
    serde_json::to_vec(&shard).map_err(|e| SeamError::Study(Box::new(e)))
}
