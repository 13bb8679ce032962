//! Blocks of trials, watched: the columns of the periods, the month of the stop, and the value of stopping earlier.

use super::calendar::{Calendar, ReadPeriod};
use crate::chain::Month;
use crate::chain::market::Market;
use crate::scenario::actuals::{ReadArm, TrackMetric};
use crate::scenario::{Gate, Metric, Project, Scenario};
use crate::simulate::arms::{Arms, View};
use crate::simulate::draws::{BLOCK, Block, Scratch};
use crate::simulate::engine::Engine;
use crate::simulate::measure::Measure;
use crate::simulate::results::{BlockColumn, Results, compute};
use crate::simulate::trial::{Timetable, Workspace, evaluate};
use crate::units::{Kernel, Lane, Pack, dispatch_simd};

/// Less than this of a rate, a number or an amount has no logarithm that means anything.
const LEAST: f64 = 1e-300;

/// What is watched in the trials of a case.
pub struct PeriodWatch {
    engine: Engine,
    timetable: Timetable,
    calendar: Calendar,
    /// The case, stopped whatever it shows at each of the months; none at the start.
    stopped: Vec<Option<Scenario>>,
    /// Columns that differ from trial to trial.
    drawn: Vec<usize>,
}

/// One thread's buffers.
pub struct PeriodBench<'a> {
    watch: &'a PeriodWatch,
    block: Block,
    /// Where trials that are gathered come from.
    source: Block,
    scratch: Scratch,
    seen: PeriodValues,
    alone: Results,
}

/// What was seen of a block of trials.
pub struct PeriodValues {
    /// By period, on the scale of its metric.
    pub periods: Vec<BlockColumn>,
    /// Net present value by month of stopping, money; 0 where it is never started.
    pub stopped: Vec<BlockColumn>,
    /// Month after which the programme stops; [`NEVER`](crate::chain::NEVER) if it goes on for good.
    pub stop_month: BlockColumn,
    results: Results,
}

impl PeriodValues {
    /// A measure of the trials.
    pub fn measure(&self, measure: Measure) -> &[f64] {
        &self.results.measures[measure.index()]
    }
}

impl PeriodWatch {
    /// Of these periods, and of stopping at these months whatever the programme shows; at month 0 it is never started.
    pub fn new(engine: &Engine, periods: &[ReadPeriod], stops: &[usize]) -> Self {
        let scenario = engine.scenario();
        let draws = engine.draws();
        let mut drawn: Vec<usize> = draws.independent.iter().chain(&draws.correlated).map(|d| d.column).collect();
        drawn.sort_unstable();
        PeriodWatch {
            timetable: Timetable::new(scenario),
            calendar: Calendar::of(periods, scenario.months()),
            stopped: stops.iter().map(|month| (*month > 0).then(|| stopped_at(scenario, *month))).collect(),
            drawn,
            engine: engine.clone(),
        }
    }

    /// Buffers for a thread.
    pub fn bench(&self) -> PeriodBench<'_> {
        let (block, scratch) = self.engine.draws().block();
        let columns = |count: usize| vec![BlockColumn::EMPTY; count];
        let seen = PeriodValues {
            periods: columns(self.calendar.logarithms.len()),
            stopped: columns(self.stopped.len()),
            stop_month: BlockColumn::EMPTY,
            results: Results::for_measures(&[]),
        };
        let source = block.clone();
        PeriodBench { watch: self, block, source, scratch, seen, alone: Results::for_measures(&[]) }
    }
}

/// The case, stopped at the end of a month whatever it shows.
fn stopped_at(scenario: &Scenario, month: usize) -> Scenario {
    scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = Some(Gate { month, metric: Metric::Connected, at_least: f64::INFINITY, survey: None });
        }
    })
}

impl PeriodBench<'_> {
    /// The [`BLOCK`] trials from `first` on.
    pub fn block(&mut self, first: u64) -> &PeriodValues {
        self.watch.engine.draws().fill(first, &mut self.block, &mut self.scratch);
        self.compute();
        &self.seen
    }

    /// These trials, at most [`BLOCK`] of them; the rest of the block repeats the last.
    pub fn gathered(&mut self, trials: &[u64]) -> &PeriodValues {
        let mut at = u64::MAX;
        for place in 0..BLOCK {
            let Some(trial) = trials.get(place).or(trials.last()) else { break };
            let first = trial / BLOCK as u64 * BLOCK as u64;
            if first != at {
                self.watch.engine.draws().fill(first, &mut self.source, &mut self.scratch);
                at = first;
            }
            for column in &self.watch.drawn {
                self.block.column_mut(*column)[place] = self.source.column(*column)[(trial - first) as usize];
            }
        }
        self.watch.engine.draws().add_up(&mut self.block);
        self.compute();
        &self.seen
    }

    /// The draws of the trials seen last.
    pub fn draws(&self) -> &Block {
        &self.block
    }

    fn compute(&mut self) {
        let PeriodBench { watch, block, seen, alone, .. } = self;
        dispatch_simd(Look { watch, block, seen });
        for (scenario, column) in watch.stopped.iter().zip(&mut seen.stopped) {
            match scenario {
                Some(scenario) => {
                    compute(scenario, &watch.timetable, block, alone);
                    column.copy_from_slice(&alone.measures[Measure::Npv.index()]);
                }
                None => column.fill(0.0),
            }
        }
    }
}

struct Look<'a> {
    watch: &'a PeriodWatch,
    block: &'a Block,
    seen: &'a mut PeriodValues,
}

impl Kernel for Look<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) {
        let Look { watch, block, seen } = self;
        let (scenario, calendar) = (watch.engine.scenario(), &watch.calendar);
        let mut work = Workspace::<V>::new(scenario, &watch.timetable, token);
        work.with_rate = false;
        seen.periods.iter_mut().for_each(|column| column.fill(0.0));
        for at in (0..BLOCK).step_by(V::TRIALS) {
            let (periods, stop) = (&mut seen.periods, &mut seen.stop_month);
            let outcome = evaluate(
                scenario,
                block,
                at,
                &mut work,
                #[inline(always)]
                |view| see(view, calendar, periods, stop, at),
            );
            seen.results.put(at, outcome);
            for (column, _) in seen.periods.iter_mut().zip(&calendar.logarithms).filter(|(_, log)| **log) {
                let logarithm = Lane::<V>::read(token, &column[at..]).max(LEAST).ln();
                column[at..at + V::TRIALS].copy_from_slice(logarithm.values());
            }
        }
    }
}

/// Adds a month to the periods that it belongs to.
#[inline(always)]
fn see<V: Pack>(view: &View<V>, calendar: &Calendar, periods: &mut [BlockColumn], stop: &mut BlockColumn, at: usize) {
    let mut add = |into: &[(usize, f64)], value: Lane<V>| {
        for (column, weight) in into {
            let place = &mut periods[*column][at..at + V::TRIALS];
            place.iter_mut().zip(value.values()).for_each(|(sum, x)| *sum += weight * x);
        }
    };
    let Some(arms) = &view.arms else {
        for entry in calendar.months[0].iter().filter(|e| e.metric == TrackMetric::Cost) {
            add(&entry.into, view.booked.cost);
        }
        return;
    };
    if view.t == 1 {
        // Today's market is that of the first year: no shock falls between a reading before the start and the start itself.
        for entry in calendar.months[0].iter().filter(|e| e.metric != TrackMetric::Cost) {
            add(&entry.into, value(entry.metric, arms, (arms.months.baseline, arms.market), view));
        }
    }
    for entry in &calendar.months[view.t] {
        let month = match entry.arm {
            ReadArm::Programme => arms.months.programme,
            ReadArm::Baseline => arms.months.baseline,
        };
        add(&entry.into, value(entry.metric, arms, (month, arms.market), view));
    }
    if view.t + 1 == calendar.months.len() {
        stop[at..at + V::TRIALS].copy_from_slice(arms.levels.stop_month().values());
    }
}

/// A metric of an arm in a month.
///
/// ```text
/// NPS, mean score, D, e, q, lost/N, voiced per customer, a, N, revenue, cost of the month
/// ```
#[inline(always)]
fn value<V: Pack>(metric: TrackMetric, arms: &Arms<V>, of: (&Month<V>, &Market<V>), view: &View<V>) -> Lane<V> {
    let (m, market) = of;
    let calibrated = arms.calibrated;
    let moved = || calibrated.moved(&m.customers, m.per_customer);
    match metric {
        TrackMetric::Nps => calibrated.survey.nps(&moved()),
        TrackMetric::Rating => calibrated.survey.score(&moved()),
        TrackMetric::Connected => calibrated.survey.now.mix[3] + moved()[3],
        TrackMetric::Engaged => m.staff.engaged,
        TrackMetric::Turnover => m.staff.turnover,
        TrackMetric::Churn => m.churned * m.per_customer,
        TrackMetric::Complaints => m.experience.voiced,
        TrackMetric::Absence => m.staff.absence,
        TrackMetric::Customers => m.count,
        TrackMetric::Revenue => calibrated.revenue.revenue(&m.money, market),
        TrackMetric::Cost => view.booked.cost,
    }
}
