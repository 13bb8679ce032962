//! The first pass: every trial once, its weight by everything that the answers ask for, summed by block.

use super::agreement::OneStep;
use super::likelihood::ExactCount;
use super::sums::{BlockFacts, FACTS, Fact, LogSums};
use delight_model::chain::Delivery;
use delight_model::scenario::actuals::Status;
use delight_model::simulate::{
    BLOCK, Control, Kpi, Measure, PeriodBench, PeriodValues, PeriodWatch, Side, SimulationError, try_each,
};
use delight_model::statistics::{WeightedSum, weighted_sums};
use std::ops::Range;

/// Blocks that one piece of work draws and computes.
const SHARD: u64 = 4;
/// Pieces whose sums are held before they are merged in order.
const ROUND: u64 = 64;

/// Readings against which trials are weighed.
pub(super) struct Weighing {
    /// z of each kept reading.
    pub(super) sums: Vec<WeightedSum>,
    /// Where a count is taken exactly: its column and the count.
    pub(super) exact: Vec<Option<(usize, ExactCount)>>,
    /// Whether costs count.
    pub(super) cost: bool,
}

/// The odds after a month of readings.
pub(super) struct HistoryPoint {
    pub(super) month: usize,
    /// Kept readings up to then.
    pub(super) readings: usize,
    /// The costs to date by then.
    pub(super) cost: Option<CostRead>,
}

/// Costs to date as they were read.
pub(super) struct CostRead {
    pub(super) column: usize,
    pub(super) value: f64,
    pub(super) variance: f64,
}

/// What is asked of every trial.
pub(super) struct Asked {
    pub(super) watch: PeriodWatch,
    /// That of the posterior, then others.
    pub(super) weighings: Vec<Weighing>,
    /// Without what would hide surprises.
    pub(super) plain: Weighing,
    pub(super) history: Vec<HistoryPoint>,
    pub(super) cost: Option<CostRead>,
    pub(super) status: Status,
    pub(super) now: usize,
    /// Columns of the metric that says how far the programme is ahead now, by arm: programme, baseline.
    pub(super) lead: [usize; 2],
    /// Column of the costs to date.
    pub(super) sunk: usize,
}

/// What was found of some trials.
#[derive(Clone)]
pub(super) struct Passed {
    pub(super) prior: LogSums,
    pub(super) running: LogSums,
    /// Of the trials that the status of a month allows, and by the readings up to it.
    pub(super) history: Vec<[LogSums; 2]>,
    pub(super) weighed: Vec<LogSums>,
    pub(super) steps: Vec<OneStep>,
    pub(super) kept: Kept,
}

/// What is kept of every trial.
#[derive(Clone, Default)]
pub(super) struct Kept {
    /// −∞ where the status does not allow it.
    pub(super) log_weight: Vec<f64>,
    pub(super) npv: Vec<f64>,
    pub(super) lead: Vec<f64>,
    pub(super) full: Vec<bool>,
}

impl Passed {
    pub(super) fn nothing(asked: &Asked) -> Self {
        Passed {
            prior: LogSums::EMPTY,
            running: LogSums::EMPTY,
            history: vec![[LogSums::EMPTY; 2]; asked.history.len()],
            weighed: vec![LogSums::EMPTY; asked.weighings.len()],
            steps: vec![OneStep::new(); asked.plain.sums.len()],
            kept: Kept::default(),
        }
    }

    fn merge(&mut self, later: Passed) {
        self.prior.merge(&later.prior);
        self.running.merge(&later.running);
        let pairs = self.history.iter_mut().flatten().zip(later.history.iter().flatten());
        pairs.chain(self.weighed.iter_mut().zip(&later.weighed)).for_each(|(own, more)| own.merge(more));
        self.steps.iter_mut().zip(&later.steps).for_each(|(own, more)| own.merge(more));
        let (kept, more) = (&mut self.kept, later.kept);
        kept.log_weight.extend(more.log_weight);
        kept.npv.extend(more.npv);
        kept.lead.extend(more.lead);
        kept.full.extend(more.full);
    }

    /// Adds a range of trials, whole blocks of them.
    pub(super) fn add(&mut self, asked: &Asked, trials: Range<u64>, control: &Control) -> Result<(), SimulationError> {
        let blocks = trials.start / BLOCK as u64..trials.end / BLOCK as u64;
        let mut first = blocks.start;
        while first < blocks.end {
            let last = (first + SHARD * ROUND).min(blocks.end);
            let shards = (last - first).div_ceil(SHARD);
            let found = try_each(shards as usize, control, |shard| {
                let start = first + shard as u64 * SHARD;
                let blocks = start..(start + SHARD).min(last);
                control.advance((blocks.end - blocks.start) * BLOCK as u64);
                Ok(asked.blocks(blocks))
            })?;
            found.into_iter().for_each(|part| self.merge(part));
            first = last;
        }
        Ok(())
    }
}

impl Asked {
    fn blocks(&self, blocks: Range<u64>) -> Passed {
        let mut found = Passed::nothing(self);
        let mut desk = Desk { bench: self.watch.bench(), z: Vec::new(), facts: [[0.0; BLOCK]; FACTS] };
        for block in blocks {
            desk.look(self, block * BLOCK as u64, &mut found);
        }
        found
    }

    /// 0 where the status at a month allows a trial, else −∞.
    fn allowed(&self, seen: &PeriodValues, month: usize) -> [f64; BLOCK] {
        let full = Delivery::Full as u8 as f64;
        let delivery = seen.measure(Measure::Delivery);
        std::array::from_fn(|t| {
            let allowed = match self.status {
                Status::Running => seen.stop_month[t] > month as f64,
                Status::Stopped => delivery[t] != full,
                Status::Unknown => true,
            };
            if allowed { 0.0 } else { f64::NEG_INFINITY }
        })
    }
}

/// What costs to date add to the logarithm of a weight.
fn of_cost(cost: Option<&CostRead>, seen: &PeriodValues, t: usize) -> f64 {
    cost.map_or(0.0, |read| {
        let off = read.value - seen.periods[read.column][t];
        -0.5 * off * off / read.variance
    })
}

/// One thread's buffers.
struct Desk<'a> {
    bench: PeriodBench<'a>,
    z: Vec<Vec<f64>>,
    facts: BlockFacts,
}

impl Desk<'_> {
    fn look(&mut self, asked: &Asked, first: u64, found: &mut Passed) {
        let Desk { bench, z, facts } = self;
        let seen = bench.block(first);
        fill(facts, seen, asked);
        let columns: Vec<&[f64]> = seen.periods.iter().map(|column| &column[..]).collect();
        let allowed = asked.allowed(seen, asked.now);
        found.prior.add(&[0.0; BLOCK], facts);
        found.running.add(&allowed, facts);
        for (w, weighing) in asked.weighings.iter().enumerate() {
            residuals(weighing, &columns, z);
            let mut logs = [0.0; BLOCK];
            let mut points = asked.history.iter().zip(&mut found.history).filter(|_| w == 0).peekable();
            for k in 0..=weighing.sums.len() {
                while let Some((point, sums)) = points.next_if(|(point, _)| point.readings == k) {
                    let allowed = asked.allowed(seen, point.month);
                    sums[0].add(&allowed, facts);
                    let log = |t: usize| allowed[t] + logs[t] + of_cost(point.cost.as_ref(), seen, t);
                    sums[1].add(&std::array::from_fn::<_, BLOCK, _>(log), facts);
                }
                if k < weighing.sums.len() {
                    weigh(weighing, k, &z[k], &columns, &mut logs);
                }
            }
            let cost = asked.cost.as_ref().filter(|_| weighing.cost);
            for t in 0..BLOCK {
                logs[t] += allowed[t] + of_cost(cost, seen, t);
            }
            found.weighed[w].add(&logs, facts);
            if w == 0 {
                found.kept.take(asked, seen, facts, &logs);
            }
        }
        residuals(&asked.plain, &columns, z);
        let mut logs = allowed;
        for (k, step) in found.steps.iter_mut().enumerate() {
            step.add(&logs, &z[k]);
            weigh(&asked.plain, k, &z[k], &columns, &mut logs);
        }
    }
}

impl Kept {
    fn take(&mut self, asked: &Asked, seen: &PeriodValues, facts: &BlockFacts, logs: &[f64]) {
        let [programme, baseline] = asked.lead.map(|column| &seen.periods[column]);
        self.log_weight.extend_from_slice(logs);
        self.npv.extend_from_slice(&facts[Fact::Npv as usize]);
        self.lead.extend((0..BLOCK).map(|t| programme[t] - baseline[t]));
        self.full.extend(facts[Fact::Full as usize].iter().map(|full| *full > 0.0));
    }
}

/// z of every kept reading in every trial.
fn residuals(weighing: &Weighing, columns: &[&[f64]], z: &mut Vec<Vec<f64>>) {
    if z.len() < weighing.sums.len() {
        z.resize(weighing.sums.len(), vec![0.0; BLOCK]);
    }
    weighted_sums(&weighing.sums, columns, z);
}

/// Adds what a reading says of each trial.
fn weigh(weighing: &Weighing, k: usize, z: &[f64], columns: &[&[f64]], logs: &mut [f64; BLOCK]) {
    match &weighing.exact[k] {
        Some((column, count)) => {
            logs.iter_mut().zip(columns[*column]).for_each(|(log, x)| *log += count.log_likelihood(*x));
        }
        None => logs.iter_mut().zip(z).for_each(|(log, z)| *log -= 0.5 * z * z),
    }
}

fn fill(facts: &mut BlockFacts, seen: &PeriodValues, asked: &Asked) {
    let npv = seen.measure(Measure::Npv);
    let of = |measure| seen.measure(measure);
    let yes = f64::from;
    for t in 0..BLOCK {
        let delivery = of(Measure::Delivery)[t];
        let ended = |as_this: Delivery| yes(delivery == f64::from(as_this as u8));
        let gain = npv[t] - seen.stopped[0][t];
        let mut set = |fact: Fact, x: f64| facts[fact as usize][t] = x;
        set(Fact::One, 1.0);
        set(Fact::Full, ended(Delivery::Full));
        set(Fact::Partial, ended(Delivery::Partial));
        set(Fact::Harmful, ended(Delivery::Harmful));
        set(Fact::None, ended(Delivery::None));
        set(Fact::Npv, npv[t]);
        set(Fact::Loss, yes(npv[t] < 0.0));
        set(Fact::RevenueGain, of(Measure::RevenueGain)[t]);
        set(Fact::RatingGain, of(Measure::Kpi(Kpi::Rating, Side::Difference))[t]);
        set(Fact::Gain, gain);
        set(Fact::GainPositive, yes(gain > 0.0));
        set(Fact::Sunk, libm::exp(seen.periods[asked.sunk][t]));
    }
}
