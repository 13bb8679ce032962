//! Shards as rows of integers, for an engine that brings them together by its own `GROUP BY`.
//!
//! A worker sends the rows of its shard, each with the shard's number before them; the engine adds up, and keeps the
//! smallest and largest, by kind, metric and key; whoever asked makes the run of what comes back. Besides its numbers a shard
//! sends a fingerprint of the run it is of, whose smallest and largest must agree, the range of its trials by its first, and
//! what its sums come to, so that a single row that is lost between two stages is seen.

use super::whole::WholeRun;
use crate::findings::fingerprint_of_bytes;
use delight_model::scenario::Case;
use delight_model::simulate::{Engine, FREE_METRICS, SimulationError, Summary};
use delight_model::statistics::tally::{GroupedRows, PER_STATE, Row, RowWriter, check_sum};
use std::error::Error;
use std::fmt;
use std::ops::Range;

/// The place of these rows among the states.
const OWN: usize = (FREE_METRICS.start / PER_STATE) as usize;
/// The run and the version that a shard is of.
const RUN: i64 = 0;
/// By the first trial of a shard: 1, and the number of its trials.
const SHARDS: i64 = 1;
const TRIALS: i64 = 2;
/// What all else that is added up comes to.
const CHECK: i64 = 3;

/// Why rows are not those of a run, each trial once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowsError {
    /// Some are of another run, or of another version of this program.
    OtherRun,
    /// Trials that no shard holds.
    Missing(Range<u64>),
    /// Trials that stand there twice.
    Twice(Range<u64>),
    /// They are not as [`rows`] writes them, and an engine groups them.
    Broken,
    /// The simulation has no such run.
    Simulation(SimulationError),
}

/// The rows of some trials of a run.
pub fn rows(run: &WholeRun, trials: Range<u64>, summary: &Summary) -> Vec<Row> {
    let mut rows = summary.rows();
    let own = fingerprint_of_run(run);
    let mut said = RowWriter::new(OWN, &mut rows);
    said.range(RUN, 0, [own; 2]);
    said.sum(SHARDS, trials.start as i64, 1);
    said.sum(TRIALS, trials.start as i64, (trials.end - trials.start) as i64);
    let check = check_sum(&rows);
    RowWriter::new(OWN, &mut rows).large(CHECK, false, check.into());
    rows
}

/// The summary of the whole run from the rows of its shards, whatever of them was grouped already.
///
/// # Errors
/// [`RowsError`] if they are not all trials of this run, each once.
pub fn gathered(run: &WholeRun, case: &Case, rows: &[Row]) -> Result<Summary, RowsError> {
    let said = rows.iter().copied().filter(|row| FREE_METRICS.contains(&row.metric));
    let said = GroupedRows::by_state(said).ok_or(RowsError::Broken)?.into_values().next().unwrap_or_default();
    let trials = run.settings.trials;
    if said.range(RUN, 0).is_some_and(|of| of != [fingerprint_of_run(run); 2]) {
        return Err(RowsError::OtherRun);
    }
    cover(&said, trials)?;
    let checked = rows.iter().filter(|row| row.metric != FREE_METRICS.start + CHECK);
    // A sum modulo 2^64.
    if said.large(CHECK).ok_or(RowsError::Broken)? as u64 != check_sum(checked) {
        return Err(RowsError::Broken);
    }
    let engine = Engine::of_run(case.scenario(), run.settings).map_err(RowsError::Simulation)?;
    engine.empty_summary(trials).of_rows(rows.iter().copied(), 0..trials).ok_or(RowsError::Broken)
}

/// Whether the shards hold each trial once.
fn cover(said: &GroupedRows, trials: u64) -> Result<(), RowsError> {
    let mut next = 0_u64;
    for (first, shards) in said.sums(SHARDS) {
        let from = u64::try_from(first).map_err(|_| RowsError::Broken)?;
        let length = u64::try_from(said.sum(TRIALS, first)).map_err(|_| RowsError::Broken)?;
        let to = from.checked_add(length).ok_or(RowsError::Broken)?;
        if from > next {
            return Err(RowsError::Missing(next..from));
        }
        if from < next {
            return Err(RowsError::Twice(from..next.min(to)));
        }
        if shards != 1 {
            return Err(RowsError::Twice(from..from + length / u64::try_from(shards).unwrap_or(1).max(1)));
        }
        next = to;
    }
    match next {
        next if next < trials => Err(RowsError::Missing(next..trials)),
        next if next > trials => Err(RowsError::Broken),
        _ => Ok(()),
    }
}

/// A number by which two runs, or two versions of this program, are told apart.
fn fingerprint_of_run(run: &WholeRun) -> i64 {
    // Names, texts and numbers always have a JSON.
    let text = serde_json::to_vec(&(env!("CARGO_PKG_VERSION"), run)).unwrap_or_default();
    u64::from_str_radix(&fingerprint_of_bytes(&text), 16).unwrap_or_default() as i64
}

impl fmt::Display for RowsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowsError::OtherRun => {
                f.write_str("some rows are of another case, seed or version; use one version and one case throughout")
            }
            RowsError::Missing(Range { start, end }) => {
                write!(f, "no shard holds the trials {start}:{end}; compute them and add their rows")
            }
            RowsError::Twice(Range { start, end }) => {
                write!(f, "two shards hold the trials {start}:{end}; leave one of them out")
            }
            RowsError::Broken => f.write_str("the rows are not those of each trial once; compute them again"),
            RowsError::Simulation(error) => error.fmt(f),
        }
    }
}

impl Error for RowsError {}
