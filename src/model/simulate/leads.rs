//! How far a programme is ahead of doing nothing on the way: what a board could see of it, trial by trial.

use super::arms::lead;
use super::draws::BLOCK;
use super::engine::{Engine, Settings};
use super::measure::Measure;
use super::parallel::each;
use super::trial::{Timetable, Workspace, evaluate};
use crate::scenario::{Metric, Scenario};
use std::ops::Range;

/// Blocks that one piece of work draws and computes.
const SHARD: usize = 4;

/// The metrics of a gate at some months in every trial, programme minus baseline, and some measures of its end.
pub struct Leads {
    months: Vec<usize>,
    measures: Vec<Measure>,
    /// One column for each month and metric, then one for each measure.
    columns: Vec<Vec<f64>>,
}

impl Leads {
    /// Runs the trials 0, 1, … of these settings, rounded up to whole blocks, and keeps the leads after the flows of
    /// these months and these measures; NaN for a project without a chain.
    ///
    /// The trials are those of [`Sample`](super::Sample), to the bit; watching them is slower.
    pub fn new(scenario: &Scenario, settings: Settings, months: &[usize], measures: &[Measure]) -> Self {
        let blocks = settings.trials.max(1).div_ceil(BLOCK as u64);
        let engine = Engine::new(scenario, Settings { trials: blocks * BLOCK as u64, ..settings });
        let blocks = blocks as usize;
        let watch = Watch { engine: &engine, months, measures };
        let shards =
            each(blocks.div_ceil(SHARD), |shard| watch.blocks(shard * SHARD..(shard * SHARD + SHARD).min(blocks)));
        let mut columns = vec![Vec::with_capacity(blocks * BLOCK); watch.columns()];
        for shard in &shards {
            columns.iter_mut().zip(shard).for_each(|(column, part)| column.extend_from_slice(part));
        }
        Leads { months: months.to_vec(), measures: measures.to_vec(), columns }
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

    /// A measure of every trial; nothing if it was not kept.
    pub fn results(&self, measure: Measure) -> &[f64] {
        let first = self.months.len() * Metric::ALL.len();
        self.measures.iter().position(|m| *m == measure).map_or(&[], |place| &self.columns[first + place])
    }
}

/// What is looked at in each trial.
struct Watch<'a> {
    engine: &'a Engine<'a>,
    months: &'a [usize],
    measures: &'a [Measure],
}

impl Watch<'_> {
    fn columns(&self) -> usize {
        self.months.len() * Metric::ALL.len() + self.measures.len()
    }

    /// The columns of consecutive blocks, trial by trial: eyes in the month make it no faster to have eight side by side.
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
                let outcome = evaluate(scenario, &block, at, &mut work, |view| {
                    let place = self.months.iter().position(|month| *month == view.t);
                    let (Some(place), Some(arms)) = (place, &view.arms) else { return };
                    for metric in Metric::ALL {
                        let ahead = lead(metric, arms.ends, arms.months);
                        let column = &mut columns[place * Metric::ALL.len() + metric as usize];
                        column[first] = ahead.values()[0];
                    }
                });
                for (measure, column) in self.measures.iter().zip(&mut columns[self.months.len() * Metric::ALL.len()..])
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
    use crate::scenario::{Case, Gate};
    use crate::simulate::Sample;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 128 };

    fn hotel() -> Scenario {
        Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\nmonths = 24\n").unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn whoever_watches_the_trials_sees_those_of_a_sample() {
        let scenario = hotel();
        let seen = Leads::new(&scenario, SETTINGS, &[6], &[Measure::Npv]);
        let sample = Sample::new(&scenario, SETTINGS, &[Measure::Npv]);
        assert_eq!(seen.results(Measure::Npv), sample.results(Measure::Npv));
        assert!(seen.at(7, Metric::Nps).is_empty() && seen.results(Measure::Roi).is_empty());
    }

    #[test]
    fn the_gate_stops_the_trials_whose_lead_is_too_small_and_no_other() {
        let scenario = hotel();
        for metric in Metric::ALL {
            let seen = Leads::new(&scenario, SETTINGS, &[9], &[Measure::Npv]);
            let leads = seen.at(9, metric);
            let mut sorted = leads.to_vec();
            sorted.sort_by(f64::total_cmp);
            let at_least = sorted[100];
            let gated = |at_least: f64| {
                let mut gated = scenario.clone();
                if let Case::Chain(case) = &mut gated.case {
                    case.gate = Some(Gate { month: 9, metric, at_least });
                }
                Sample::new(&gated, SETTINGS, &[Measure::Npv]).results(Measure::Npv).to_vec()
            };
            let (stopped, some) = (gated(f64::INFINITY), gated(at_least));
            for t in 0..seen.trials() {
                let expected = if leads[t] < at_least { stopped[t] } else { seen.results(Measure::Npv)[t] };
                assert_eq!(some[t], expected, "{metric:?} {t}");
            }
        }
    }
}
