//! Trials of a run one by one, in the columns that are asked for.

use super::error::SeamError;
use super::given::Given;
use super::request::{Asked, read};
use super::run::{Columns, Nothing};
use crate::run::TRIALS;
use delight_model::simulate::{BLOCK, Control, Engine, MOST_SAMPLE_TRIALS, Measure, try_each};
use std::ops::Range;

/// Blocks that one piece of work draws and computes.
const PIECE: usize = 4;

/// Where a column comes from.
#[derive(Clone, Copy)]
enum Origin {
    Draw(usize),
    Measure(usize),
}

/// The trials of a range of a run, in these columns: inputs by their paths and measures by the names that `--save-trials` gives
/// them, with the values that it writes. Without names every input that differs from trial to trial, and the net present
/// value. Without a range all trials of the run.
///
/// # Errors
/// [`SeamError`], also where a name is that of nothing, or the range is empty, beyond the trials of the settings, or more than
/// may be held in memory.
pub fn trials(
    case: &str,
    settings: &str,
    (names, range): (&[&str], Option<Range<u64>>),
    control: &Control,
) -> Result<Columns, SeamError> {
    let (given, asked): (Given, Asked) = (read("the case", case)?, read("the settings", settings)?);
    let Nothing {} = asked.more()?;
    let scenario = given.scenario(asked.lens)?;
    let settings = asked.settings(&scenario, TRIALS);
    let range = range.unwrap_or(0..settings.trials);
    within(&range, settings.trials)?;
    let engine = Engine::of_run(&scenario, settings)?;
    let (names, from) = chosen(&engine, names)?;
    let length = (range.end - range.start) as usize;
    let pieces = try_each(length.div_ceil(PIECE * BLOCK), control, |piece| {
        let begin = range.start + (piece * PIECE * BLOCK) as u64;
        let end = range.end.min(begin + (PIECE * BLOCK) as u64);
        control.advance(end - begin);
        Ok(columns(&engine, &from, begin..end))
    })?;
    let mut all = vec![Vec::with_capacity(length); from.len()];
    for piece in &pieces {
        all.iter_mut().zip(piece).for_each(|(column, part)| column.extend_from_slice(part));
    }
    Ok(Columns { names, columns: all })
}

fn within(range: &Range<u64>, trials: u64) -> Result<(), SeamError> {
    let Range { start, end } = *range;
    if start >= end || end > trials {
        return Err(SeamError::Request(format!(
            "the range must lie within the trials of the run, 0 to {trials}, the first below the last, found {start} to {end}"
        )));
    }
    if end - start > MOST_SAMPLE_TRIALS {
        let length = end - start;
        return Err(SeamError::Request(format!(
            "{length} trials are too many to hold in memory: ask for at most {MOST_SAMPLE_TRIALS} at once, by their range"
        )));
    }
    Ok(())
}

/// Names of the columns, and where each comes from.
fn chosen(engine: &Engine, names: &[&str]) -> Result<(Vec<String>, Vec<Origin>), SeamError> {
    let (draws, measures) = (engine.draws().names(), Measure::all());
    if names.is_empty() {
        let differing = engine.draws().differing();
        let npv = measures.iter().filter(|(measure, _)| *measure == Measure::Npv).map(|(_, name)| name.clone());
        let own = differing.iter().map(|place| draws[*place].clone()).chain(npv);
        let from = differing.iter().map(|place| Origin::Draw(*place)).chain([Origin::Measure(Measure::Npv.index())]);
        return Ok((own.collect(), from.collect()));
    }
    let mut from = Vec::new();
    for name in names {
        let draw = || draws.iter().position(|known| known == name).map(Origin::Draw);
        let measure =
            measures.iter().find(|(_, known)| known == name).map(|(measure, _)| Origin::Measure(measure.index()));
        from.push(measure.or_else(draw).ok_or_else(|| unknown(name, draws, &measures))?);
    }
    Ok((names.iter().map(|name| (*name).to_owned()).collect(), from))
}

fn unknown(name: &str, draws: &[String], measures: &[(Measure, String)]) -> SeamError {
    let measures: Vec<&str> = measures.iter().map(|(_, name)| name.as_str()).collect();
    SeamError::Request(format!(
        "there is no input and no measure {name:?}; inputs: {}; measures: {}",
        draws.join(", "),
        measures.join(", ")
    ))
}

fn columns(engine: &Engine, from: &[Origin], range: Range<u64>) -> Vec<Vec<f64>> {
    let mut worker = engine.worker();
    let mut columns = vec![Vec::with_capacity((range.end - range.start) as usize); from.len()];
    let mut first = range.start;
    while first < range.end {
        let count = (range.end - first).min(BLOCK as u64) as usize;
        let (draws, results) = worker.block(first);
        for (from, column) in from.iter().zip(&mut columns) {
            column.extend_from_slice(match from {
                Origin::Draw(place) => &draws.column(*place)[..count],
                Origin::Measure(place) => &results.measures[*place][..count],
            });
        }
        first += count as u64;
    }
    columns
}
