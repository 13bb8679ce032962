//! What a run remembers of its trials: a state in integers that merges exactly, in any order.

use super::draws::BLOCK;
use super::grids::Grids;
use super::measure::Measure;
use super::reach::Reach;
use super::results::{BY_DELIVERY, Results};
use crate::chain::Delivery;
use crate::sampling::REPLICATES;
use crate::statistics::Measured;
use crate::statistics::tally::{Grid, Ledger, LedgerError, Quantiles, Tally};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::Arc;

/// Values of a measure that are kept, of all replicates together, before they are counted on a grid.
pub const KEPT: usize = 32_768;
/// The same of a month of a fan.
pub const KEPT_IN_FANS: u64 = 4096;

/// More months than any case has: what is read is bounded by it.
const MOST_MONTHS: usize = 1024;

/// The fans: cumulative cash and cumulative return of every month, over all replicates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fans {
    /// Cumulative cash by month, from month 1.
    #[serde(deserialize_with = "at_most::<_, _, MOST_MONTHS>")]
    pub cash: Vec<Tally>,
    /// Cumulative discounted return by month, from month 1; missing in trials that have paid nothing yet.
    #[serde(deserialize_with = "at_most::<_, _, MOST_MONTHS>")]
    pub roi: Vec<Tally>,
}

/// All that a run remembers. Read from a file, it is to be held against its case and range by [`Summary::verify`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Every measure, by its place, in independent replicates; trial t belongs to t mod [`REPLICATES`].
    #[serde(deserialize_with = "at_most::<_, _, { Measure::COUNT }>")]
    measures: Vec<Tally>,
    /// The measures of [`BY_DELIVERY`] for each outcome of [`Delivery::ALL`], in the trials that have it.
    #[serde(deserialize_with = "at_most::<_, _, { Delivery::ALL.len() }>")]
    by_delivery: Vec<[Tally; BY_DELIVERY.len()]>,
    /// Monthly fans.
    pub fans: Fans,
    /// What the draws can move.
    reach: Reach,
    /// Which trials were seen, and a digest of what they gave.
    pub ledger: Ledger,
}

impl Summary {
    /// Nothing seen yet, for these grids; without them, for at most [`KEPT_IN_FANS`] trials.
    pub(super) fn new(reach: Reach, grids: Option<&Grids>) -> Self {
        let of = |grid: Option<&Arc<Grid>>| Tally::new(REPLICATES, KEPT, grid.cloned());
        let fan = |months: usize, grids: Option<&Vec<Arc<Grid>>>| {
            let month = |t: usize| Tally::new(1, KEPT_IN_FANS as usize, grids.map(|grids| grids[t].clone()));
            (0..months).map(month).collect()
        };
        let by_delivery = |d: usize| std::array::from_fn(|place| of(grids.map(|grids| &grids.by_delivery[d][place])));
        Summary {
            measures: (0..Measure::COUNT).map(|place| of(grids.map(|grids| &grids.measures[place]))).collect(),
            by_delivery: (0..Delivery::ALL.len()).map(by_delivery).collect(),
            fans: Fans {
                cash: fan(reach.cash.len(), grids.map(|grids| &grids.cash)),
                roi: fan(reach.roi.len(), grids.map(|grids| &grids.roi)),
            },
            reach,
            ledger: Ledger::new(),
        }
    }

    /// Nothing seen yet, for these measures alone: it has no fans, nothing by delivery, and what it says of other
    /// measures means nothing.
    pub(super) fn for_measures(measures: &[Measure], reach: Reach, grids: Option<&Grids>) -> Self {
        let places = measures.iter().map(|measure| measure.index() + 1).max().unwrap_or(0);
        let of = |place: usize| Tally::new(REPLICATES, KEPT, grids.map(|grids| grids.measures[place].clone()));
        Summary {
            measures: (0..places).map(of).collect(),
            by_delivery: Vec::new(),
            fans: Fans { cash: Vec::new(), roi: Vec::new() },
            reach,
            ledger: Ledger::new(),
        }
    }

    /// A measure with all its replicates.
    pub fn measured(&self, measure: Measure) -> Measured {
        Measured::of(&self.measures[measure.index()], self.reach.measures[measure.index()])
    }

    /// Whether anything that is drawn can move a measure, also where it is the same in all trials.
    pub fn may_vary(&self, measure: Measure) -> bool {
        self.reach.measures[measure.index()]
    }

    /// A measure of [`BY_DELIVERY`], by its place there, in the trials with this outcome of the delivery draw.
    pub fn delivered(&self, delivery: Delivery, place: usize) -> Measured {
        let may_vary = self.reach.measures[BY_DELIVERY[place].index()];
        Measured::of(&self.by_delivery[delivery as usize][place], may_vary)
    }

    /// Cumulative cash of a month, from month 1, and whether anything that is drawn can move it.
    pub fn cash_in(&self, month: usize) -> (Quantiles, bool) {
        (self.fans.cash[month - 1].all_quantiles(), self.reach.cash[month - 1])
    }

    /// Cumulative discounted return of a month, from month 1, and whether anything that is drawn can move it.
    pub fn roi_in(&self, month: usize) -> (Quantiles, bool) {
        (self.fans.roi[month - 1].all_quantiles(), self.reach.roi[month - 1])
    }

    /// Number of months of the fans.
    pub fn months(&self) -> usize {
        self.fans.cash.len()
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
        let whole = |tally: &Tally| (0..REPLICATES).all(|r| tally.trials(r) == Some(own(r)));
        let at_most = |tally: &Tally| (0..REPLICATES).all(|r| tally.trials(r).is_some_and(|seen| seen <= own(r)));
        let count = trials.end - trials.start;
        let (fans, reach) = ([&self.fans.cash, &self.fans.roi], &self.reach);
        let is_whole = self.measures.len() == Measure::COUNT
            && self.measures.iter().all(whole)
            && self.by_delivery.len() == Delivery::ALL.len()
            && self.by_delivery.iter().flatten().all(at_most)
            && fans.iter().all(|fan| fan.len() == months && fan.iter().all(|month| month.trials(0) == Some(count)))
            && (reach.measures.len(), reach.cash.len(), reach.roi.len()) == (Measure::COUNT, months, months);
        if is_whole { Ok(()) } else { Err(LedgerError::Trials) }
    }

    /// Whether another state is counted on the grids of this one, and moved by the same draws, as all parts of a run are.
    pub fn can_merge(&self, other: &Self) -> bool {
        let grids = |a: &[Tally], b: &[Tally]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.can_merge(b));
        let by_delivery = self.by_delivery.as_flattened();
        self.reach == other.reach
            && grids(&self.measures, &other.measures)
            && grids(by_delivery, other.by_delivery.as_flattened())
            && grids(&self.fans.cash, &other.fans.cash)
            && grids(&self.fans.roi, &other.fans.roi)
    }

    /// Merges the trials of another state of the same case.
    ///
    /// # Panics
    /// If its grids are not those of the same case, seed and sampling.
    pub fn merge(&mut self, other: &Self) {
        self.tallies_mut().zip(other.tallies()).for_each(|(own, others)| own.merge(others));
        self.ledger.merge(&other.ledger);
    }

    /// All tallies, in an order that is the same for all summaries of a case.
    pub(super) fn tallies(&self) -> impl Iterator<Item = &Tally> {
        let all = self.measures.iter().chain(self.by_delivery.iter().flatten());
        all.chain(&self.fans.cash).chain(&self.fans.roi)
    }

    /// The same to be changed.
    pub(super) fn tallies_mut(&mut self) -> impl Iterator<Item = &mut Tally> {
        let all = self.measures.iter_mut().chain(self.by_delivery.iter_mut().flatten());
        all.chain(&mut self.fans.cash).chain(&mut self.fans.roi)
    }

    /// Adds the first `count` trials of consecutive blocks whose first trial is `first`.
    ///
    /// Measure by measure, so that what one is counted in stays near the processor for all blocks.
    pub fn add(&mut self, first: u64, count: usize, blocks: &[Results]) {
        let replicate = (first % REPLICATES as u64) as usize;
        let counted = || blocks.iter().enumerate().map(|(nth, block)| (block, count_in(nth, count)));
        for (place, tally) in self.measures.iter_mut().enumerate() {
            counted().for_each(|(block, count)| tally.add(replicate, &block.measures[place][..count]));
        }
        for (t, month) in self.fans.cash.iter_mut().enumerate() {
            counted().for_each(|(block, count)| month.add(0, &block.cash[t][..count]));
        }
        for (t, month) in self.fans.roi.iter_mut().enumerate() {
            counted().for_each(|(block, count)| month.add(0, &block.roi[t][..count]));
        }
        for (block, count) in counted() {
            self.add_by_delivery(replicate, count, block);
        }
        self.record(first, count, blocks);
    }

    fn add_by_delivery(&mut self, first: usize, count: usize, results: &Results) {
        let outcome = &results.measures[Measure::Delivery.index()][..count];
        for (code, tallies) in self.by_delivery.iter_mut().enumerate() {
            for lane in 0..REPLICATES.min(count) {
                let own = (lane..count).step_by(REPLICATES).filter(|i| outcome[*i] == code as f64);
                for (tally, measure) in tallies.iter_mut().zip(BY_DELIVERY) {
                    let values = &results.measures[measure.index()];
                    tally.add_to((first + lane) % REPLICATES, own.clone().map(|i| values[i]));
                }
            }
        }
    }

    /// Adds these measures alone of the first `count` trials of consecutive blocks whose first trial is `first`.
    pub fn add_measures(&mut self, measures: &[Measure], first: u64, count: usize, blocks: &[Results]) {
        let replicate = (first % REPLICATES as u64) as usize;
        for place in measures.iter().map(|measure| measure.index()) {
            for (nth, block) in blocks.iter().enumerate() {
                self.measures[place].add(replicate, &block.measures[place][..count_in(nth, count)]);
            }
        }
        self.record(first, count, blocks);
    }

    fn record(&mut self, first: u64, count: usize, blocks: &[Results]) {
        for i in 0..count {
            let of = |m: Measure| blocks[i / BLOCK].measures[m.index()][i % BLOCK];
            self.ledger.record(first + i as u64, [of(Measure::Npv), of(Measure::PvBenefit), of(Measure::PvCost)]);
        }
    }
}

/// Reads a list of so many at most: a tally takes far more memory than what it is read from.
fn at_most<'a, T: Deserialize<'a>, D: Deserializer<'a>, const MOST: usize>(from: D) -> Result<Vec<T>, D::Error> {
    struct Bounded<T, const MOST: usize>(PhantomData<T>);

    impl<'a, T: Deserialize<'a>, const MOST: usize> Visitor<'a> for Bounded<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MOST}")
        }

        fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut all = Vec::new();
            while let Some(one) = list.next_element()? {
                if all.len() == MOST {
                    return Err(A::Error::invalid_length(MOST + 1, &self));
                }
                all.push(one);
            }
            Ok(all)
        }
    }

    from.deserialize_seq(Bounded::<T, MOST>(PhantomData))
}

/// How many of `count` trials the nth of consecutive blocks holds.
fn count_in(nth: usize, count: usize) -> usize {
    count.saturating_sub(nth * BLOCK).min(BLOCK)
}
