//! What a gate would read on the way: how far the programme is ahead of the baseline, trial by trial.

use super::arms::Pair;
use super::control::{Control, SimulationError};
use super::draws::BLOCK;
use super::engine::{Engine, Settings};
use super::measure::Measure;
use super::parallel::try_each;
use super::sample::MOST_SAMPLE_TRIALS;
use super::trial::{Timetable, Workspace, evaluate_one};
use crate::scenario::{Metric, Scenario};
use std::ops::Range;

/// Blocks that one piece of work draws and computes.
const SHARD: usize = 4;

/// The metrics of a gate at some months in every trial, programme minus baseline, and some measures of its end.
pub struct GateReadings {
    months: Vec<usize>,
    measures: Vec<Measure>,
    /// One column for each month and metric, as many of what one answer tells there, then one for each measure.
    columns: Vec<Vec<f64>>,
}

/// What [`GateReadings`] keep of every trial.
#[derive(Clone, Copy, Debug)]
pub struct Watched<'a> {
    /// Months after whose flows the metrics are read.
    pub months: &'a [usize],
    /// Measures of the end.
    pub measures: &'a [Measure],
}

impl GateReadings {
    /// Runs the trials 0, 1, … of these settings, rounded up to whole blocks, and keeps the gains over the baseline after the flows of
    /// these months and these measures; NaN for a project without a chain.
    ///
    /// The trials are those of [`Sample`](super::Sample), to the bit; watching them is slower.
    ///
    /// # Errors
    /// Those of [`Sample::new`](super::Sample::new).
    pub fn new(
        scenario: &Scenario,
        settings: Settings,
        watched: &Watched,
        control: &Control,
    ) -> Result<Self, SimulationError> {
        SimulationError::unless_at_most(settings.trials, MOST_SAMPLE_TRIALS)?;
        let blocks = settings.trials.max(1).div_ceil(BLOCK as u64);
        let engine = Engine::new(scenario, Settings { trials: blocks * BLOCK as u64, ..settings })?;
        let blocks = blocks as usize;
        let watch = Watch { engine: &engine, months: watched.months, measures: watched.measures };
        let shards = try_each(blocks.div_ceil(SHARD), control, |shard| {
            let blocks = shard * SHARD..(shard * SHARD + SHARD).min(blocks);
            control.advance((blocks.len() * BLOCK) as u64);
            Ok(watch.blocks(blocks))
        })?;
        let mut columns = vec![Vec::with_capacity(blocks * BLOCK); watch.columns()];
        for shard in &shards {
            columns.iter_mut().zip(shard).for_each(|(column, part)| column.extend_from_slice(part));
        }
        Ok(GateReadings { months: watched.months.to_vec(), measures: watched.measures.to_vec(), columns })
    }

    /// Number of trials, a multiple of [`BLOCK`].
    pub fn trials(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// Programme minus baseline after the flows of a month, by trial: a share, or points of NPS; nothing if it was
    /// not kept.
    pub fn at(&self, month: usize, metric: Metric) -> &[f64] {
        let place = self.months.iter().position(|m| *m == month);
        place.map_or(&[], |place| &self.columns[place * Metric::ALL.len() + metric as usize])
    }

    /// The variance of one answer in each arm, both together, after the flows of a month, by trial: of a share, or points²;
    /// nothing if it was not kept.
    pub fn variance_at(&self, month: usize, metric: Metric) -> &[f64] {
        let place = self.months.iter().position(|m| *m == month);
        let first = self.months.len() * Metric::ALL.len();
        place.map_or(&[], |place| &self.columns[first + place * Metric::ALL.len() + metric as usize])
    }

    /// A measure of every trial; nothing if it was not kept.
    pub fn results(&self, measure: Measure) -> &[f64] {
        let first = 2 * self.months.len() * Metric::ALL.len();
        self.measures.iter().position(|m| *m == measure).map_or(&[], |place| &self.columns[first + place])
    }
}

/// What is looked at in each trial.
struct Watch<'a> {
    engine: &'a Engine,
    months: &'a [usize],
    measures: &'a [Measure],
}

impl Watch<'_> {
    fn columns(&self) -> usize {
        2 * self.months.len() * Metric::ALL.len() + self.measures.len()
    }

    /// The columns of consecutive blocks, trial by trial: observing every month defeats vectorisation.
    fn blocks(&self, blocks: Range<usize>) -> Vec<Vec<f64>> {
        let scenario = self.engine.scenario();
        let mut columns = vec![vec![f64::NAN; blocks.len() * BLOCK]; self.columns()];
        let (mut block, mut scratch) = self.engine.draws().block();
        let timetable = Timetable::new(scenario);
        let mut work = Workspace::<[f64; 1]>::new(scenario, &timetable, ());
        work.with_rate = self.measures.contains(&Measure::Irr);
        for (nth, number) in blocks.enumerate() {
            self.engine.draws().fill((number * BLOCK) as u64, &mut block, &mut scratch);
            for at in 0..BLOCK {
                let first = nth * BLOCK + at;
                let outcome = evaluate_one(scenario, &block, at, &mut work, &mut |view| {
                    let place = self.months.iter().position(|month| *month == view.t);
                    let (Some(place), Some(arms)) = (place, &view.arms) else { return };
                    for metric in Metric::ALL {
                        let Pair { baseline, programme } = arms.months;
                        let gain = metric.gain_over_baseline(arms.calibrated, baseline, programme);
                        let variance = metric.variance_of_gain(arms.calibrated, baseline, programme);
                        let column = place * Metric::ALL.len() + metric as usize;
                        columns[column][first] = gain.values()[0];
                        columns[self.months.len() * Metric::ALL.len() + column][first] = variance.values()[0];
                    }
                });
                for (measure, column) in
                    self.measures.iter().zip(&mut columns[2 * self.months.len() * Metric::ALL.len()..])
                {
                    column[first] = outcome.get(*measure).values()[0];
                }
            }
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::Sampling;
    use crate::scenario::{Gate, Project};
    use crate::simulate::Sample;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 128 };

    fn hotel() -> Scenario {
        Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\nmonths = 24\n").unwrap_or_else(|e| panic!("{e}"))
    }

    fn readings(scenario: &Scenario, month: usize) -> GateReadings {
        let watched = Watched { months: &[month], measures: &[Measure::Npv] };
        GateReadings::new(scenario, SETTINGS, &watched, &Control::default()).expect("nobody cancels")
    }

    fn sample(scenario: &Scenario) -> Sample {
        Sample::new(scenario, SETTINGS, &[Measure::Npv], &Control::default()).expect("nobody cancels")
    }

    #[test]
    fn whoever_watches_the_trials_sees_those_of_a_sample() {
        let scenario = hotel();
        let seen = readings(&scenario, 6);
        let sample = sample(&scenario);
        assert_eq!(seen.results(Measure::Npv), sample.results(Measure::Npv));
        assert!(seen.at(7, Metric::Nps).is_empty() && seen.results(Measure::Roi).is_empty());
    }

    #[test]
    fn the_gate_stops_the_trials_whose_gain_is_too_small_and_no_other() {
        let scenario = hotel();
        for metric in Metric::ALL {
            let seen = readings(&scenario, 9);
            let gains = seen.at(9, metric);
            let mut sorted = gains.to_vec();
            sorted.sort_by(f64::total_cmp);
            let at_least = sorted[100];
            let gated = |at_least: f64| {
                let gated = scenario.derived(|model| {
                    if let Project::Chain(case) = &mut model.project {
                        case.gate = Some(Gate { month: 9, metric, at_least, survey: None });
                    }
                });
                sample(&gated).results(Measure::Npv).to_vec()
            };
            let (stopped, some) = (gated(f64::INFINITY), gated(at_least));
            for t in 0..seen.trials() {
                let expected = if gains[t] < at_least { stopped[t] } else { seen.results(Measure::Npv)[t] };
                assert_eq!(some[t], expected, "{metric:?} {t}");
            }
        }
    }
}
