//! The shards of a run, put together, from bytes in memory.

use super::error::SeamError;
use super::run::summary;
use crate::run::complete;
use crate::shards::{Merged, StoredShard, WholeRun, merge as put_together};
use delight_model::scenario::Case;
use delight_model::simulate::{Control, Summary};
use std::io::{self, Read};

/// A shard in memory.
struct InMemory<'a> {
    place: usize,
    bytes: &'a [u8],
}

impl StoredShard for InMemory<'_> {
    fn name(&self) -> String {
        format!("shard {}", self.place + 1)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes))
    }
}

/// Puts the shards of a run together, in any order: `summary.json`, the bytes of the run itself.
///
/// # Errors
/// [`SeamError::Merge`] if they are not all trials of one run, each once.
pub fn merge(shards: &[impl AsRef<[u8]>], control: &Control) -> Result<Vec<u8>, SeamError> {
    let stored = shards.iter().enumerate().map(|(place, bytes)| InMemory { place, bytes: bytes.as_ref() });
    let stored: Vec<InMemory> = stored.collect();
    let stored: Vec<&dyn StoredShard> = stored.iter().map(|one| one as &dyn StoredShard).collect();
    let Merged { run, case, summary: all } = put_together(&stored, control)?;
    Ok(finished(&run, &case, &all, control)?.into_bytes())
}

/// The document of a run from the state of all its trials.
pub(super) fn finished(run: &WholeRun, case: &Case, all: &Summary, control: &Control) -> Result<String, SeamError> {
    let found = complete(case, &run.settings, all, control)?;
    Ok(summary(&run.sources.main, case, found))
}
