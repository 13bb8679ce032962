//! What a run remembers of its trials: a state in integers that merges exactly, in any order.

use super::draws::BLOCK;
use super::measure::{Kpi, Measure, Outcome, Side};
use crate::chain::Delivery;
use crate::sampling::REPLICATES;
use crate::statistics::tally::{Ledger, LedgerError, Quantiles};
use crate::statistics::{Column, Measured};
use crate::units::{LANES, Lane, Pack};
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut, Range};

/// The measures that are also kept for each outcome of the delivery draw.
pub const BY_DELIVERY: [Measure; 4] =
    [Measure::Npv, Measure::Roi, Measure::RevenueGain, Measure::Kpi(Kpi::Rating, Side::Difference)];

/// One replicate: an independent randomisation of the draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replicate {
    /// Every measure, by its place.
    pub measures: Vec<Column>,
    /// The measures of [`BY_DELIVERY`] for each outcome of [`Delivery::ALL`].
    pub by_delivery: Vec<[Column; BY_DELIVERY.len()]>,
}

impl Replicate {
    fn new() -> Self {
        Replicate {
            measures: (0..Measure::COUNT).map(|_| Column::new()).collect(),
            by_delivery: Delivery::ALL.iter().map(|_| std::array::from_fn(|_| Column::new())).collect(),
        }
    }

    fn merge(&mut self, other: &Self) {
        for (own, others) in self.measures.iter_mut().zip(&other.measures) {
            own.merge(others);
        }
        for (own, others) in self.by_delivery.iter_mut().flatten().zip(other.by_delivery.iter().flatten()) {
            own.merge(others);
        }
    }
}

/// The fans: cumulative cash and cumulative return of every month, over all replicates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fans {
    /// Cumulative cash by month, from month 1.
    pub cash: Vec<Quantiles>,
    /// Cumulative discounted return by month, from month 1; trials that have paid nothing yet are left out.
    pub roi: Vec<Quantiles>,
}

/// All that a run remembers. Read from a file, it is to be held against its case and range by [`Summary::verify`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Independent replicates; trial t belongs to t mod [`REPLICATES`].
    pub replicates: Vec<Replicate>,
    /// Monthly fans.
    pub fans: Fans,
    /// Which trials were seen, and a digest of what they gave.
    pub ledger: Ledger,
}

impl Summary {
    /// Nothing seen yet, for a horizon of `months`.
    pub fn new(months: usize) -> Self {
        let fan = || (0..months).map(|_| Quantiles::new(0)).collect();
        Summary {
            replicates: (0..REPLICATES).map(|_| Replicate::new()).collect(),
            fans: Fans { cash: fan(), roi: fan() },
            ledger: Ledger::new(),
        }
    }

    /// A measure with all its replicates.
    pub fn measured(&self, measure: Measure) -> Measured<'_> {
        Measured::from_parts(self.replicates.iter().map(|r| &r.measures[measure.index()]).collect())
    }

    /// Nothing seen yet, for these measures alone: it has no fans, nothing by delivery, and what it says of other
    /// measures means nothing.
    pub fn for_measures(measures: &[Measure]) -> Self {
        let places = measures.iter().map(|measure| measure.index() + 1).max().unwrap_or(0);
        let replicate =
            || Replicate { measures: (0..places).map(|_| Column::new()).collect(), by_delivery: Vec::new() };
        Summary {
            replicates: (0..REPLICATES).map(|_| replicate()).collect(),
            fans: Fans { cash: Vec::new(), roi: Vec::new() },
            ledger: Ledger::new(),
        }
    }

    /// Checks that this is all that a run remembers of these trials of a case with a horizon of `months`.
    ///
    /// # Errors
    /// [`LedgerError`] says what differs.
    pub fn verify(&self, months: usize, trials: Range<u64>) -> Result<(), LedgerError> {
        self.ledger.verify(trials.clone())?;
        let own = |replicate: usize| {
            let upto = |end: u64| end.saturating_sub(replicate as u64).div_ceil(REPLICATES as u64);
            upto(trials.end) - upto(trials.start)
        };
        let whole = |(replicate, state): (usize, &Replicate)| {
            let at_most = |column: &Column| column.seen().is_some_and(|seen| seen <= own(replicate));
            state.measures.len() == Measure::COUNT
                && state.measures.iter().all(|column| column.seen() == Some(own(replicate)))
                && state.by_delivery.len() == Delivery::ALL.len()
                && state.by_delivery.iter().flatten().all(at_most)
        };
        let count = trials.end - trials.start;
        let fans = [&self.fans.cash, &self.fans.roi];
        let is_whole = self.replicates.len() == REPLICATES
            && self.replicates.iter().enumerate().all(whole)
            && fans.iter().all(|fan| fan.len() == months && fan.iter().all(|month| month.count() <= count));
        if is_whole { Ok(()) } else { Err(LedgerError::Trials) }
    }

    /// Merges the trials of another state of the same case.
    pub fn merge(&mut self, other: &Self) {
        for (own, others) in self.replicates.iter_mut().zip(&other.replicates) {
            own.merge(others);
        }
        let own = self.fans.cash.iter_mut().chain(&mut self.fans.roi);
        for (own, others) in own.zip(other.fans.cash.iter().chain(&other.fans.roi)) {
            own.merge(others);
        }
        self.ledger.merge(&other.ledger);
    }

    /// Adds the first `count` trials of a block whose first trial is `first`.
    pub fn add(&mut self, first: u64, count: usize, results: &Results) {
        for (replicate, state) in self.replicates.iter_mut().enumerate() {
            let start = place_of(replicate, first);
            let mut own = [0.0; BLOCK];
            for (column, values) in state.measures.iter_mut().zip(&results.measures) {
                let picked = pick(&values[..count], start, &mut own);
                column.add(picked);
            }
            add_by_delivery(state, start, count, results);
        }
        for (fan, values) in self.fans.cash.iter_mut().zip(&results.cash) {
            fan.add_slice(&values[..count]);
        }
        let mut paid = [0.0; BLOCK];
        for (fan, values) in self.fans.roi.iter_mut().zip(&results.roi) {
            let mut n = 0;
            for x in values[..count].iter().filter(|x| x.is_finite()) {
                paid[n] = *x;
                n += 1;
            }
            fan.add_slice(&paid[..n]);
        }
        self.record(first, count, results);
    }

    /// Adds these measures alone of the first `count` trials of a block whose first trial is `first`.
    pub fn add_measures(&mut self, measures: &[Measure], first: u64, count: usize, results: &Results) {
        for (replicate, state) in self.replicates.iter_mut().enumerate() {
            let start = place_of(replicate, first);
            let mut own = [0.0; BLOCK];
            for place in measures.iter().map(|measure| measure.index()) {
                state.measures[place].add(pick(&results.measures[place][..count], start, &mut own));
            }
        }
        self.record(first, count, results);
    }

    fn record(&mut self, first: u64, count: usize, results: &Results) {
        for i in 0..count {
            let of = |m: Measure| results.measures[m.index()][i];
            self.ledger.record(first + i as u64, [of(Measure::Npv), of(Measure::PvBenefit), of(Measure::PvCost)]);
        }
    }
}

/// The place of the first trial of a replicate among consecutive trials from `first` on.
fn place_of(replicate: usize, first: u64) -> usize {
    (replicate + REPLICATES - (first % REPLICATES as u64) as usize) % REPLICATES
}

/// The values of one replicate, whose first trial stands at `start`, among those of consecutive trials.
fn pick<'a>(values: &[f64], start: usize, own: &'a mut [f64; BLOCK]) -> &'a [f64] {
    let mut n = 0;
    for x in values.iter().skip(start).step_by(REPLICATES) {
        own[n] = *x;
        n += 1;
    }
    &own[..n]
}

fn add_by_delivery(state: &mut Replicate, start: usize, count: usize, results: &Results) {
    let outcome = &results.measures[Measure::Delivery.index()];
    for (code, columns) in state.by_delivery.iter_mut().enumerate() {
        for (column, measure) in columns.iter_mut().zip(BY_DELIVERY) {
            let values = &results.measures[measure.index()];
            let (mut own, mut n) = ([0.0; BLOCK], 0);
            for i in (start..count).step_by(REPLICATES).filter(|&i| outcome[i] == code as f64) {
                own[n] = values[i];
                n += 1;
            }
            column.add(&own[..n]);
        }
    }
}

/// The values of a block in one measure, padded by a cache line, since power-of-two strides alias in the cache.
#[derive(Clone, Debug)]
pub struct BlockColumn([f64; BLOCK + LANES]);

impl BlockColumn {
    const EMPTY: Self = BlockColumn([0.0; BLOCK + LANES]);
}

impl Deref for BlockColumn {
    type Target = [f64];
    #[inline(always)]
    fn deref(&self) -> &[f64] {
        &self.0[..BLOCK]
    }
}

impl DerefMut for BlockColumn {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [f64] {
        &mut self.0[..BLOCK]
    }
}

/// The results of a block of trials, by column.
#[derive(Clone, Debug)]
pub struct Results {
    /// Every measure by its place.
    pub measures: Vec<BlockColumn>,
    /// Cumulative cash by month, from month 1.
    pub cash: Vec<BlockColumn>,
    /// Cumulative discounted return by month, from month 1; NaN while nothing has been paid.
    pub roi: Vec<BlockColumn>,
    /// Whether the internal rate of return is asked for; else it is missing.
    pub(super) with_rate: bool,
}

impl Results {
    /// Room for a block of a case with a horizon of `months`.
    pub fn new(months: usize) -> Self {
        Results {
            measures: vec![BlockColumn::EMPTY; Measure::COUNT],
            cash: vec![BlockColumn::EMPTY; months],
            roi: vec![BlockColumn::EMPTY; months],
            with_rate: true,
        }
    }

    /// Room for those who ask for these measures alone, and for no fans.
    pub(super) fn for_measures(measures: &[Measure]) -> Self {
        Results { with_rate: measures.contains(&Measure::Irr), ..Results::new(0) }
    }

    /// Puts the measures of some trials at place `at`.
    #[inline(always)]
    pub fn put<V: Pack>(&mut self, at: usize, outcome: &Outcome<V>) {
        for (column, lane) in self.measures.iter_mut().zip(&outcome.0) {
            column[at..at + V::TRIALS].copy_from_slice(lane.values());
        }
    }

    /// Puts a month's fans of some trials at place `at`; nowhere if there is no room for fans.
    #[inline(always)]
    pub fn put_month<V: Pack>(&mut self, t: usize, at: usize, cumulative: Lane<V>, roi: Lane<V>) {
        if let (Some(cash), Some(returns)) = (self.cash.get_mut(t - 1), self.roi.get_mut(t - 1)) {
            cash[at..at + V::TRIALS].copy_from_slice(cumulative.values());
            returns[at..at + V::TRIALS].copy_from_slice(roi.values());
        }
    }
}
