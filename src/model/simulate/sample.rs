//! A run kept in memory, draws and results, and the same trials rerun with some of the draws changed.

use super::control::{Control, SimulationError};
use super::draws::{BLOCK, Block, Scratch};
use super::engine::{Engine, Settings};
use super::measure::Measure;
use super::parallel::try_each;
use super::results::{Results, compute};
use super::trial::Timetable;
use crate::finance::zero::level;
use crate::sampling::Distribution;
use crate::scenario::Scenario;

/// The most trials of a sample: what may be held in memory.
pub const MOST_SAMPLE_TRIALS: u64 = 1 << 20;

/// The trials of a run in columns: every input that differs from trial to trial, and some measures.
///
/// It keeps the [`Control`] it was drawn with: whatever runs its trials again reports there and ends with it.
pub struct Sample {
    engine: Engine,
    control: Control,
    trials: usize,
    places: Vec<usize>,
    columns: Vec<Vec<f64>>,
    scores: Vec<Vec<f64>>,
    measures: Vec<Measure>,
    results: Vec<Vec<f64>>,
    /// The most money that moved in any trial.
    moved: f64,
}

/// What stands in a column instead of its draws.
#[derive(Clone, Debug)]
pub enum Instead {
    /// The same value in every trial.
    Fixed(f64),
    /// A value for each trial.
    Each(Vec<f64>),
}

/// Columns of the draws, by their place, and what stands in them instead.
pub type Changes = [(usize, Instead)];

/// Blocks that one piece of work draws and computes.
const SHARD: usize = 4;

impl Sample {
    /// Runs the trials 0, 1, … of these settings, rounded up to whole blocks, and keeps these measures of each.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so, [`SimulationError::TooManyTrials`] above
    /// [`MOST_SAMPLE_TRIALS`].
    pub fn new(
        scenario: &Scenario,
        settings: Settings,
        measures: &[Measure],
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let (engine, blocks) = in_whole_blocks(scenario, settings)?;
        let trials = blocks * BLOCK;
        let places = engine.draws().differing();
        let shards = try_each(blocks.div_ceil(SHARD), control, |shard| {
            let blocks = shard * SHARD..(shard * SHARD + SHARD).min(blocks);
            control.advance((blocks.len() * BLOCK) as u64);
            Ok(Shard::run(&engine, blocks, &places, measures))
        })?;
        let room = |columns: usize| vec![Vec::with_capacity(trials); columns];
        let (mut columns, mut scores) = (room(places.len()), room(engine.draws().correlated.len()));
        let mut results = room(measures.len());
        let mut moved = 0.0;
        for shard in &shards {
            append(&mut columns, &shard.columns);
            append(&mut scores, &shard.scores);
            append(&mut results, &shard.results);
            moved = f64::max(moved, shard.moved);
        }
        settle(measures, moved, &mut results);
        Ok(Sample {
            engine,
            control: control.clone(),
            trials,
            places,
            columns,
            scores,
            measures: measures.to_vec(),
            results,
            moved,
        })
    }

    /// These measures of the trials that [`Sample::new`] would keep, one column each, for those who do not ask for the
    /// draws. On this thread.
    ///
    /// # Errors
    /// Those of [`Sample::new`].
    pub fn measured(
        scenario: &Scenario,
        settings: Settings,
        measures: &[Measure],
        control: &Control,
    ) -> Result<Vec<Vec<f64>>, SimulationError> {
        let (engine, blocks) = in_whole_blocks(scenario, settings)?;
        let mut bench = Bench::new(&engine, scenario, measures);
        let (mut results, mut moved) = (vec![Vec::with_capacity(blocks * BLOCK); measures.len()], 0.0);
        for block in 0..blocks {
            control.check()?;
            engine.draws().fill((block * BLOCK) as u64, &mut bench.block, &mut bench.scratch);
            bench.compute(scenario);
            moved = bench.keep(measures, &mut results).max(moved);
            control.advance(BLOCK as u64);
        }
        settle(measures, moved, &mut results);
        Ok(results)
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The handle it was drawn with.
    pub fn control(&self) -> &Control {
        &self.control
    }

    /// The case.
    pub fn scenario(&self) -> &Scenario {
        self.engine.scenario()
    }

    /// How its trials were drawn.
    pub fn settings(&self) -> &Settings {
        self.engine.settings()
    }

    /// Number of trials, a multiple of [`BLOCK`].
    pub fn trials(&self) -> usize {
        self.trials
    }

    /// Names of all columns of the draws, fixed ones too.
    pub fn names(&self) -> &[String] {
        self.engine.draws().names()
    }

    /// Places of the columns that differ from trial to trial, rising.
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// The place of a column by its name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names().iter().position(|n| n == name)
    }

    /// The distribution of a column that differs from trial to trial.
    pub fn distribution(&self, place: usize) -> Option<&Distribution> {
        let draws = self.engine.draws();
        let drawn = draws.independent.iter().chain(&draws.correlated).find(|d| d.column == place);
        drawn.map(|d| d.sampler.distribution())
    }

    /// The draws of a column that differs from trial to trial; none if it is fixed or computed.
    pub fn draws(&self, place: usize) -> Option<&[f64]> {
        self.places.binary_search(&place).ok().map(|i| self.columns[i].as_slice())
    }

    /// Whether anything that is drawn can move a measure, also where it is the same in all these trials.
    pub fn may_vary(&self, measure: Measure) -> bool {
        self.engine.may_vary(measure)
    }

    /// A measure of every trial; nothing if it was not kept.
    pub fn results(&self, measure: Measure) -> &[f64] {
        self.measures.iter().position(|m| *m == measure).map_or(&[], |i| &self.results[i])
    }

    /// Reruns the first `trials` trials, rounded up to whole blocks, with these changes and all other draws as they
    /// were; the kept measures by their order. On this thread.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if the control of the sample said so.
    pub fn again(&self, trials: usize, changes: &Changes) -> Result<Vec<Vec<f64>>, SimulationError> {
        self.again_as(self.scenario(), trials, changes)
    }

    /// The same in another scenario, whose draws stand in the same columns: one that differs in its plan, its gate or
    /// the times of its costs.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if the control of the sample said so.
    ///
    /// # Panics
    /// If it has other columns.
    pub fn again_as(
        &self,
        scenario: &Scenario,
        trials: usize,
        changes: &Changes,
    ) -> Result<Vec<Vec<f64>>, SimulationError> {
        assert_eq!(scenario.assumptions().len(), self.scenario().assumptions().len(), "the same columns");
        let blocks = trials.min(self.trials).div_ceil(BLOCK);
        let mut bench = Bench::new(&self.engine, scenario, &self.measures);
        let (mut results, mut moved) = (vec![Vec::with_capacity(blocks * BLOCK); self.measures.len()], self.moved);
        for first in (0..blocks).map(|block| block * BLOCK) {
            self.control.check()?;
            for (place, column) in self.places.iter().zip(&self.columns) {
                bench.block.column_mut(*place).copy_from_slice(&column[first..first + BLOCK]);
            }
            for (place, instead) in changes {
                let block = &mut bench.block;
                match instead {
                    Instead::Fixed(value) => block.set_constant(*place, *value),
                    Instead::Each(values) => block.column_mut(*place).copy_from_slice(&values[first..first + BLOCK]),
                }
            }
            self.engine.draws().add_up(&mut bench.block);
            bench.compute(scenario);
            moved = bench.keep(&self.measures, &mut results).max(moved);
            self.control.advance(BLOCK as u64);
        }
        settle(&self.measures, moved, &mut results);
        Ok(results)
    }

    /// The inputs of `other` at these places in place of this sample's, all other inputs following from them as their
    /// correlations say; for the first `trials` trials.
    ///
    /// Both samples must be of the same case and independent of each other. Without correlations only the columns named
    /// change. With `keep` the inputs that are not named stay, and those named are drawn given them; else those named
    /// are taken as they are in `other`, and the rest is drawn given them.
    ///
    /// # Panics
    /// If a place is not one of [`Sample::places`], or `other` holds fewer trials.
    pub fn mixed(&self, other: &Sample, places: &[usize], keep: bool, trials: usize) -> Vec<(usize, Instead)> {
        let draws = self.engine.draws();
        let (tied, free): (Vec<usize>, Vec<usize>) =
            places.iter().partition(|place| draws.correlated.iter().any(|d| d.column == **place));
        let taken = |place: usize| other.draws(place).expect("a column that differs")[..trials].to_vec();
        let mut changes: Vec<_> = free.into_iter().map(|place| (place, Instead::Each(taken(place)))).collect();
        let Some(copula) = draws.copula.as_ref().filter(|_| !tied.is_empty()) else { return changes };
        let is_named = |i: usize| tied.contains(&draws.correlated[i].column);
        let known: Vec<usize> = (0..draws.correlated.len()).filter(|&i| is_named(i) != keep).collect();
        let weights = copula.weights(&known);
        // The scores that stay known come from one sample, the luck of the rest from the other.
        let (from, luck) = if keep { (self, other) } else { (other, self) };
        for (i, d) in draws.correlated.iter().enumerate().filter(|(i, _)| !known.contains(i)) {
            let mut z = luck.scores[i][..trials].to_vec();
            for (&j, weight) in known.iter().zip(&weights[i]) {
                let differences = from.scores[j].iter().zip(&luck.scores[j]);
                z.iter_mut().zip(differences).for_each(|(z, (a, b))| *z += weight * (a - b));
            }
            let mut values = vec![0.0; trials];
            d.sampler.fill_from_scores(&z, &mut values);
            changes.push((d.column, Instead::Each(values)));
        }
        if !keep {
            changes.extend(tied.into_iter().map(|place| (place, Instead::Each(taken(place)))));
        }
        changes
    }

    /// Whether a rank correlation ties one of these inputs to others.
    pub fn is_tied(&self, places: &[usize]) -> bool {
        self.engine.draws().correlated.iter().any(|d| places.contains(&d.column))
    }
}

/// An engine for at least so many trials, and the number of its blocks.
fn in_whole_blocks(scenario: &Scenario, settings: Settings) -> Result<(Engine, usize), SimulationError> {
    SimulationError::unless_at_most(settings.trials, MOST_SAMPLE_TRIALS)?;
    let blocks = settings.trials.max(1).div_ceil(BLOCK as u64);
    Ok((Engine::new(scenario, Settings { trials: blocks * BLOCK as u64, ..settings })?, blocks as usize))
}

/// Takes off the net present values what differs by rounding alone, so that no study finds meaning in it.
fn settle(measures: &[Measure], moved: f64, results: &mut [Vec<f64>]) {
    for (_, npv) in measures.iter().zip(results).filter(|(measure, _)| **measure == Measure::Npv) {
        level(npv, moved);
    }
}

fn append(columns: &mut [Vec<f64>], parts: &[Vec<f64>]) {
    columns.iter_mut().zip(parts).for_each(|(column, part)| column.extend_from_slice(part));
}

/// One thread's buffers.
struct Bench {
    block: Block,
    scratch: Scratch,
    timetable: Timetable,
    results: Results,
}

impl Bench {
    fn new(engine: &Engine, scenario: &Scenario, measures: &[Measure]) -> Self {
        let (block, scratch) = engine.draws().block();
        Bench { block, scratch, timetable: Timetable::new(scenario), results: Results::for_measures(measures) }
    }

    fn compute(&mut self, scenario: &Scenario) {
        compute(scenario, &self.timetable, &self.block, &mut self.results);
    }

    /// Keeps the measures; gives the most money that moved.
    fn keep(&self, measures: &[Measure], results: &mut [Vec<f64>]) -> f64 {
        for (measure, column) in measures.iter().zip(results) {
            column.extend_from_slice(&self.results.measures[measure.index()]);
        }
        self.results.measures[Measure::MoneyMoved.index()].iter().copied().fold(0.0, f64::max)
    }
}

/// Consecutive blocks of a sample.
struct Shard {
    columns: Vec<Vec<f64>>,
    scores: Vec<Vec<f64>>,
    results: Vec<Vec<f64>>,
    moved: f64,
}

impl Shard {
    fn run(engine: &Engine, blocks: std::ops::Range<usize>, places: &[usize], measures: &[Measure]) -> Self {
        let mut bench = Bench::new(engine, engine.scenario(), measures);
        let room = |columns: usize| vec![Vec::with_capacity(blocks.len() * BLOCK); columns];
        let mut shard = Shard {
            columns: room(places.len()),
            scores: room(bench.scratch.scores.len()),
            results: room(measures.len()),
            moved: 0.0,
        };
        for block in blocks {
            engine.draws().fill((block * BLOCK) as u64, &mut bench.block, &mut bench.scratch);
            bench.compute(engine.scenario());
            for (column, place) in shard.columns.iter_mut().zip(places) {
                column.extend_from_slice(bench.block.column(*place));
            }
            append(&mut shard.scores, &bench.scratch.scores);
            shard.moved = bench.keep(measures, &mut shard.results).max(shard.moved);
        }
        shard
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::Sampling;

    #[test]
    fn measures_without_draws_are_those_of_a_sample() {
        let scenario = Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\nmonths = 24\n")
            .unwrap_or_else(|e| panic!("{e}"));
        // More than one shard, and not whole blocks.
        let settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: (SHARD * BLOCK) as u64 + 100 };
        let measures = [Measure::Npv, Measure::PvCost, Measure::Irr];
        let control = Control::default();
        let sample = Sample::new(&scenario, settings, &measures, &control).expect("nobody cancels");
        let alone = Sample::measured(&scenario, settings, &measures, &control).expect("nobody cancels");
        let bits = |columns: &[Vec<f64>]| columns.concat().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&alone), bits(&measures.map(|m| sample.results(m).to_vec())));
        assert_eq!(alone[0].len(), (SHARD + 1) * BLOCK);
        assert!(alone[2].iter().any(|rate| rate.is_finite()), "the rate of return is there for who asks for it");
    }
}
