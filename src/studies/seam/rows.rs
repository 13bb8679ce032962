//! Some trials of a run as rows of integers, and the run from the rows of all, for engines that group and add up.

use super::error::SeamError;
use super::merge::finished;
use super::shard::{asked, computed, work};
use crate::shards::{RowsError, gathered, rows};
use delight_model::simulate::Control;
use delight_model::statistics::tally::Row;
use std::ops::Range;

/// Computes the trials of a range of a run, as rows: what an engine adds up, and keeps the smallest and largest of, by
/// kind, metric and key. [`merge_rows`] takes up what comes of it.
///
/// # Errors
/// [`SeamError`], also if the range is empty or goes beyond the trials of the settings.
pub fn shard_rows(case: &str, settings: &str, trials: Range<u64>, control: &Control) -> Result<Vec<Row>, SeamError> {
    let (run, scenario) = work(case, settings)?;
    let summary = computed(&run, &scenario, trials.clone(), control)?;
    Ok(rows(&run, trials, &summary))
}

/// Makes the run of a case from the rows of its shards, whatever of them was grouped already: `summary.json`, the bytes of
/// the run itself.
///
/// # Errors
/// [`SeamError`], also if they are not all trials of this run, each once.
pub fn merge_rows(case: &str, settings: &str, rows: &[Row], control: &Control) -> Result<String, SeamError> {
    let (run, case) = asked(case, settings)?;
    let all = gathered(&run, &case, rows).map_err(|error| match error {
        RowsError::Simulation(error) => SeamError::Simulation(error),
        other => SeamError::Study(Box::new(other)),
    })?;
    finished(&run, &case, &all, control)
}
