//! The values of one measure in all replicates: each kept while they are few, above that counted and summed on a grid.

use super::counted::Counted;
use super::grid::Grid;
use super::kept::Kept;
use super::moments::Moments;
use super::quantiles::Quantiles;
use super::sorting::BLOCK;
use crate::statistics::Column;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A multiset of values by replicate, and how many trials have none.
///
/// Up to `cap` values are kept. Above that they are counted and summed on a grid, as integers. Which of the two it is
/// depends on the number of values only, and what is counted on the values and the grid only. So states are equal and
/// answers the same bit for bit, whatever the order of additions and merges.
///
/// Memory: 8 bytes for each value kept, or for each cell of each replicate; at most 8193 cells.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Read")]
pub struct Tally {
    cap: usize,
    /// By replicate: trials without a value, and with several.
    missing: Vec<u64>,
    several: Vec<u64>,
    store: Store,
    /// The grid for when there are more values than are kept.
    #[serde(skip)]
    grid: Option<Arc<Grid>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Store {
    Kept(Vec<Kept>),
    Counted(Box<Counted>),
}

/// Two are equal that hold the same values, whether or not they have been given their grid yet.
impl PartialEq for Tally {
    fn eq(&self, other: &Self) -> bool {
        (self.cap, &self.missing, &self.several, &self.store)
            == (other.cap, &other.missing, &other.several, &other.store)
    }
}

impl Tally {
    /// No values yet of so many replicates, 1 or 8. Without a grid, the values at hand when there are more than `cap`
    /// make one: that state is not for merging with others.
    pub fn new(replicates: usize, cap: usize, grid: Option<Arc<Grid>>) -> Self {
        let none = || vec![0; replicates];
        let store = Store::Kept(vec![Kept::default(); replicates]);
        Tally { cap, missing: none(), several: none(), store, grid }
    }

    pub(super) fn replicates(&self) -> usize {
        self.missing.len()
    }

    /// Takes values of consecutive trials in, the first of them of replicate `first`: NaN where there is none, infinity
    /// where there are several.
    pub fn add(&mut self, first: usize, values: &[f64]) {
        for (nth, block) in values.chunks(BLOCK).enumerate() {
            self.add_block(first + nth * BLOCK, block);
        }
    }

    fn add_block(&mut self, first: usize, values: &[f64]) {
        let replicates = self.replicates();
        if let Store::Kept(kept) = &self.store {
            let finite = values.iter().filter(|x| x.is_finite()).count();
            self.collapse_above_cap(kept_in(kept) + finite);
        }
        match &mut self.store {
            Store::Kept(kept) => {
                for lane in 0..replicates.min(values.len()) {
                    let replicate = (first + lane) % replicates;
                    let own = values.iter().skip(lane).step_by(replicates).copied();
                    let (missing, several) = (&mut self.missing[replicate], &mut self.several[replicate]);
                    kept[replicate].0.extend(own.filter(|x| is_value(*x, missing, several)));
                }
            }
            Store::Counted(counted) => {
                let finite = counted.add_block(first % replicates, values);
                for lane in 0..replicates.min(values.len()) {
                    let replicate = (first + lane) % replicates;
                    let own = values.iter().skip(lane).step_by(replicates);
                    let others = own.len() as u64 - finite[replicate];
                    if others > 0 {
                        let several = own.filter(|x| x.is_infinite()).count() as u64;
                        self.several[replicate] += several;
                        self.missing[replicate] += others - several;
                    }
                }
            }
        }
    }

    /// Takes in values of one replicate alone.
    pub fn add_to(&mut self, replicate: usize, values: impl Iterator<Item = f64>) {
        let (mut missing, mut several) = (0, 0);
        let mut values = values.filter(|x| is_value(*x, &mut missing, &mut several));
        if let Store::Kept(kept) = &mut self.store {
            let room = self.cap - kept_in(kept);
            kept[replicate].0.extend(values.by_ref().take(room));
        }
        if let Some(next) = values.next() {
            self.collapse_above_cap(self.cap + 1);
            if let Store::Counted(counted) = &mut self.store {
                counted.add_to(replicate, std::iter::once(next).chain(values));
            }
        }
        self.missing[replicate] += missing;
        self.several[replicate] += several;
    }

    /// Whether another state is counted on the same grid, or not counted yet.
    pub fn can_merge(&self, other: &Self) -> bool {
        let same_grid = match (&self.grid, &other.grid) {
            (Some(own), Some(others)) => Arc::ptr_eq(own, others) || own == others,
            _ => true,
        };
        same_grid && self.replicates() == other.replicates() && self.cap == other.cap
    }

    /// Takes the values of another state of the same measure in.
    ///
    /// # Panics
    /// If both are counted, and on different grids.
    pub fn merge(&mut self, other: &Self) {
        let add = |own: &mut [u64], more: &[u64]| own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        add(&mut self.missing, &other.missing);
        add(&mut self.several, &other.several);
        if self.grid.is_none() {
            self.grid.clone_from(&other.grid);
        }
        match &other.store {
            Store::Kept(more) => self.merge_kept(more),
            Store::Counted(more) => match &mut self.store {
                Store::Counted(own) => own.merge(more),
                Store::Kept(own) => {
                    let own = std::mem::take(own);
                    self.grid = Some(more.grid().clone());
                    self.store = Store::Counted(more.clone());
                    self.merge_kept(&own);
                }
            },
        }
    }

    fn merge_kept(&mut self, more: &[Kept]) {
        if let Store::Kept(own) = &self.store {
            // Whatever grid there is may have to be made from the values of both.
            let both = || own.iter().chain(more).flat_map(|kept| kept.0.iter().copied()).collect::<Vec<f64>>();
            let total = kept_in(own) + kept_in(more);
            if total > self.cap && self.grid.is_none() {
                self.grid = Some(Arc::new(Grid::of(&both())));
            }
            self.collapse_above_cap(total);
        }
        for (replicate, kept) in more.iter().enumerate() {
            match &mut self.store {
                Store::Kept(own) => own[replicate].0.extend_from_slice(&kept.0),
                Store::Counted(counted) => counted.add_to(replicate, kept.0.iter().copied()),
            }
        }
    }

    fn collapse_above_cap(&mut self, total: usize) {
        let Store::Kept(kept) = &mut self.store else { return };
        if total <= self.cap {
            return;
        }
        let kept = std::mem::take(kept);
        let own = || Arc::new(Grid::of(&kept.iter().flat_map(|kept| kept.0.iter().copied()).collect::<Vec<f64>>()));
        let grid = self.grid.get_or_insert_with(own).clone();
        let mut counted = Counted::new(grid, kept.len());
        for (replicate, kept) in kept.iter().enumerate() {
            counted.add_to(replicate, kept.0.iter().copied());
        }
        self.store = Store::Counted(Box::new(counted));
    }

    /// Trials without a value, and with several, in one replicate.
    pub fn without_one_value(&self, replicate: usize) -> (u64, u64) {
        (self.missing[replicate], self.several[replicate])
    }

    /// Number of values in one replicate.
    pub fn count(&self, replicate: usize) -> u64 {
        match &self.store {
            Store::Kept(kept) => kept[replicate].0.len() as u64,
            Store::Counted(counted) => counted.part(replicate).count,
        }
    }

    /// Trials seen in one replicate, if their number is one.
    pub fn trials(&self, replicate: usize) -> Option<u64> {
        self.count(replicate).checked_add(self.missing[replicate])?.checked_add(self.several[replicate])
    }

    /// One replicate as it is read.
    pub fn replicate(&self, replicate: usize) -> Column {
        Column {
            moments: match &self.store {
                Store::Kept(kept) => moments_of(&kept[replicate]),
                Store::Counted(counted) => counted.moments(replicate),
            },
            quantiles: self.quantiles(&[replicate]),
            missing: self.missing[replicate],
            several: self.several[replicate],
        }
    }

    /// Order statistics of some replicates together.
    pub fn quantiles(&self, replicates: &[usize]) -> Quantiles {
        match &self.store {
            Store::Kept(kept) => Quantiles::kept(replicates.iter().flat_map(|r| kept[*r].0.iter().copied()).collect()),
            Store::Counted(counted) => Quantiles::counted(counted, replicates),
        }
    }

    /// Order statistics of all replicates together.
    pub fn all_quantiles(&self) -> Quantiles {
        self.quantiles(&(0..self.replicates()).collect::<Vec<usize>>())
    }

    /// The values of each replicate, or what they are counted in.
    pub(super) fn stored(&self) -> Result<&[Kept], &Counted> {
        match &self.store {
            Store::Kept(kept) => Ok(kept),
            Store::Counted(counted) => Err(counted),
        }
    }

    /// The same with its values counted so on its grid; none if it has no grid, or they are not.
    pub(super) fn counted(self, count: impl FnOnce(Arc<Grid>) -> Option<Counted>) -> Option<Self> {
        let counted = count(self.grid.clone()?)?;
        Some(Tally { store: Store::Counted(Box::new(counted)), ..self })
    }

    /// Says how many trials of a replicate have no value, and how many have several.
    pub(super) fn set_without_one_value(&mut self, replicate: usize, (missing, several): (u64, u64)) {
        (self.missing[replicate], self.several[replicate]) = (missing, several);
    }

    pub(super) fn is_possible(&self) -> bool {
        let (replicates, several) = (self.missing.len(), self.several.len());
        let total = (0..replicates).try_fold(0_u64, |sum, r| sum.checked_add(self.count(r)));
        let fits = match &self.store {
            Store::Kept(kept) => {
                total.is_some_and(|total| total <= self.cap as u64)
                    && kept.iter().all(|kept| kept.0.iter().all(|x| x.is_finite()))
            }
            Store::Counted(_) => total.is_some_and(|total| total > self.cap as u64),
        };
        fits && several == replicates && (0..replicates).all(|r| self.trials(r).is_some())
    }
}

/// Whether a trial has one value; counts those that have not.
fn is_value(x: f64, missing: &mut u64, several: &mut u64) -> bool {
    *missing += u64::from(x.is_nan());
    *several += u64::from(x.is_infinite());
    x.is_finite()
}

fn kept_in(kept: &[Kept]) -> usize {
    kept.iter().map(|kept| kept.0.len()).sum()
}

fn moments_of(kept: &Kept) -> Moments {
    let mut moments = Moments::new();
    moments.add_slice(&kept.0);
    moments
}

/// A state as it was written, not yet looked at.
#[derive(Deserialize)]
struct Read {
    cap: usize,
    missing: Vec<u64>,
    several: Vec<u64>,
    store: Store,
}

impl TryFrom<Read> for Tally {
    type Error = &'static str;

    fn try_from(Read { cap, missing, several, store }: Read) -> Result<Self, Self::Error> {
        let (replicates, grid) = match &store {
            Store::Kept(kept) => (kept.len(), None),
            Store::Counted(counted) => (counted.replicates(), Some(counted.grid().clone())),
        };
        let tally = Tally { cap, missing, several, store, grid };
        let is_state = tally.missing.len() == replicates && [1, 8].contains(&replicates) && tally.is_possible();
        if is_state { Ok(tally) } else { Err("no values have this tally") }
    }
}
