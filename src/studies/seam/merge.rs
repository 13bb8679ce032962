//! The shards of a run, put together: each trial once, or a refusal that says what is missing.

use super::error::{MergeError, SeamError};
use super::run::summary;
use super::shard::{FORMAT, Shard, Whole};
use crate::findings::fingerprint;
use crate::run::complete;
use delight_model::simulate::{Control, Engine};

/// Puts the shards of a run together, in any order: `summary.json`, the bytes of the run itself.
///
/// # Errors
/// [`SeamError::Merge`] if they are not all trials of one run, each once.
pub fn merge(shards: &[impl AsRef<[u8]>], control: &Control) -> Result<Vec<u8>, SeamError> {
    let read = shards.iter().enumerate().map(|(place, bytes)| read(place, bytes.as_ref()));
    let mut shards = read.collect::<Result<Vec<Shard>, MergeError>>().map_err(SeamError::Merge)?;
    let Some(whole) = shards.first().map(|first| first.of.clone()) else {
        return Err(SeamError::Merge(MergeError::NoShard));
    };
    belong_together(&whole, &shards).map_err(SeamError::Merge)?;
    let case = whole.case.case(whole.lens)?;
    if fingerprint(case.scenario()) != whole.scenario {
        let why = "its files do not say what it was computed from".to_owned();
        return Err(SeamError::Merge(MergeError::Unreadable(0, why)));
    }
    let months = case.scenario().months();
    for (place, shard) in shards.iter().enumerate() {
        let held = shard.summary.verify(months, shard.from..shard.to);
        held.map_err(|e| SeamError::Merge(MergeError::Unreadable(place, e.to_string())))?;
    }
    shards.sort_by_key(|shard| shard.from);
    cover(&shards, whole.settings.trials).map_err(SeamError::Merge)?;
    let mut all = Engine::of_run(case.scenario(), whole.settings)?.empty_summary(whole.settings.trials);
    for (place, shard) in shards.iter().enumerate() {
        if !all.can_merge(&shard.summary) {
            let why = "its values are counted on another grid than this case has".to_owned();
            return Err(SeamError::Merge(MergeError::Unreadable(place, why)));
        }
        all.merge(&shard.summary);
    }
    let found = complete(&case, &whole.settings, &all, control)?;
    Ok(summary(&whole.case, &case, found).into_bytes())
}

fn read(place: usize, bytes: &[u8]) -> Result<Shard, MergeError> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: u32,
        version: String,
    }
    let unreadable = |e: serde_json::Error| MergeError::Unreadable(place, e.to_string());
    let head: Head = serde_json::from_slice(bytes).map_err(unreadable)?;
    if head.format != FORMAT || head.version != env!("CARGO_PKG_VERSION") {
        return Err(MergeError::Version { place, found: head.version });
    }
    serde_json::from_slice(bytes).map_err(unreadable)
}

fn belong_together(whole: &Whole, shards: &[Shard]) -> Result<(), MergeError> {
    for (place, Shard { of, .. }) in shards.iter().enumerate() {
        if (&of.case, &of.scenario) != (&whole.case, &whole.scenario) {
            return Err(MergeError::OtherCase(place));
        }
        if (of.settings, of.lens) != (whole.settings, whole.lens) {
            return Err(MergeError::OtherSettings(place));
        }
    }
    Ok(())
}

/// Whether these shards, sorted, hold each trial once.
fn cover(shards: &[Shard], trials: u64) -> Result<(), MergeError> {
    let mut next = 0;
    for Shard { from, to, .. } in shards {
        if *from > next {
            return Err(MergeError::Gap(next, *from));
        }
        if *from < next {
            return Err(MergeError::Overlap(*from, next.min(*to)));
        }
        next = *to;
    }
    match next {
        next if next < trials => Err(MergeError::Gap(next, trials)),
        next if next > trials => Err(MergeError::Overlap(trials, next)),
        _ => Ok(()),
    }
}
