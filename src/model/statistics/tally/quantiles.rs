//! Quantiles, shares and histograms of many values in bounded memory.

use super::block;
use super::counts::Counts;
use super::kept::Kept;
use super::ladder::Ladder;
use crate::statistics::quantile::{between, position};
use serde::{Deserialize, Serialize};

/// A multiset of finite values: each value is kept while there are at most `cap`, above that a histogram is.
///
/// Which of the two it is depends on the number of values only, and the histogram on the values only. So states are
/// equal and answers the same bit for bit, whatever the order of additions and merges.
///
/// The histogram has 256 buckets an octave: an order statistic read from it lies in the bucket of the true one,
/// within 1/256 of it ([`RELATIVE_ERROR`](super::RELATIVE_ERROR)); the minimum and the maximum are exact. Values
/// nearer to zero than 2^-30 count as zero, values from 2^100 share one open bucket that ends at the extreme.
/// Memory: 8 bytes for each value kept, or 2 KiB for each octave between the extremes of each sign; never more than
/// 0.54 MB, for 131 octaves of both signs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Read")]
pub struct Quantiles {
    cap: usize,
    count: u64,
    store: Store,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Store {
    Kept(Kept),
    Counted(Counts),
}

/// A state as it was written, not yet looked at.
#[derive(Deserialize)]
struct Read {
    cap: usize,
    count: u64,
    store: Store,
}

impl TryFrom<Read> for Quantiles {
    type Error = &'static str;

    fn try_from(Read { cap, count, store }: Read) -> Result<Self, Self::Error> {
        let is_state = match &store {
            Store::Kept(kept) => {
                kept.0.len() as u64 == count && count <= cap as u64 && kept.0.iter().all(|x| x.is_finite())
            }
            Store::Counted(counts) => counts.total() == count && count > cap as u64,
        };
        if is_state { Ok(Quantiles { cap, count, store }) } else { Err("no values have these quantiles") }
    }
}

impl Quantiles {
    /// No values yet; up to `cap` of them will be kept. With `cap` 0 it is always a histogram.
    pub fn new(cap: usize) -> Self {
        Self { cap, count: 0, store: Store::Kept(Kept::default()) }
    }

    /// Takes every value of a slice in.
    pub fn add_slice(&mut self, values: &[f64]) {
        debug_assert!(values.iter().all(|x| x.is_finite()), "only finite values can be added");
        self.count += values.len() as u64;
        self.collapse_above_cap();
        match &mut self.store {
            Store::Kept(kept) => kept.0.extend_from_slice(values),
            Store::Counted(counts) => counts.add_slice(values),
        }
    }

    /// Takes the values at `start`, `start + stride`, … in: one column of a table stored by rows.
    ///
    /// # Panics
    /// If `stride` is 0.
    pub fn add_lane(&mut self, values: &[f64], start: usize, stride: usize) {
        block::for_each_in_lane(values, start, stride, |block| self.add_slice(block));
    }

    /// Takes the values of another state in. Of two different caps the smaller one holds from now on.
    pub fn merge(&mut self, other: &Self) {
        self.cap = self.cap.min(other.cap);
        self.absorb(other);
    }

    /// Takes the values of another state in that has not collapsed below this one's cap.
    fn absorb(&mut self, other: &Self) {
        self.count += other.count;
        self.collapse_above_cap();
        match (&mut self.store, &other.store) {
            (Store::Kept(kept), Store::Kept(more)) => kept.0.extend_from_slice(&more.0),
            (Store::Counted(counts), Store::Kept(more)) => counts.add_slice(&more.0),
            (Store::Counted(counts), Store::Counted(more)) => counts.merge(more),
            (Store::Kept(_), Store::Counted(_)) => unreachable!("more values than the cap on one side, not in the sum"),
        }
    }

    /// All values of several states, for example of replicates. Where each part keeps its values, so does the whole.
    pub fn pooled(parts: &[&Self]) -> Self {
        let all_kept = parts.iter().all(|part| matches!(part.store, Store::Kept(_)));
        let caps = parts.iter().map(|part| part.cap);
        let cap = if all_kept { caps.fold(0, usize::saturating_add) } else { caps.min().unwrap_or(0) };
        let mut whole = Self::new(cap);
        parts.iter().for_each(|part| whole.absorb(part));
        whole
    }

    fn collapse_above_cap(&mut self) {
        if let Store::Kept(kept) = &self.store
            && self.count > self.cap as u64
        {
            let mut counts = Counts::default();
            counts.add_slice(&kept.0);
            self.store = Store::Counted(counts);
        }
    }

    /// Number of values.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whether every value is kept, so that quantiles and shares are exact.
    pub fn is_exact(&self) -> bool {
        matches!(self.store, Store::Kept(_))
    }

    /// The quantile of probability `q`; see [`Quantiles::quantiles`].
    pub fn quantile(&self, q: f64) -> Option<f64> {
        self.quantiles(&[q]).map(|values| values[0])
    }

    /// The quantiles of several probabilities; `None` without values, or if a probability is not in 0 ..= 1.
    ///
    /// Of type 7: see [`quantile`](crate::statistics::quantile()). A histogram has estimates of the order statistics.
    pub fn quantiles(&self, probabilities: &[f64]) -> Option<Vec<f64>> {
        if self.count == 0 || !probabilities.iter().all(|q| (0.0..=1.0).contains(q)) {
            return None;
        }
        let places: Vec<(u64, f64)> = probabilities.iter().map(|q| position(self.count, *q)).collect();
        let ranks: Vec<u64> = places.iter().map(|(rank, _)| *rank).collect();
        let pairs = match &self.store {
            Store::Kept(kept) => kept.order_statistics(&ranks),
            Store::Counted(counts) => Ladder::of(counts)?.order_statistics(&ranks),
        };
        Some(pairs.into_iter().zip(places).map(|((low, high), (_, fraction))| between(low, high, fraction)).collect())
    }

    /// Share of the values that are smaller than `x`; `None` without values, or if `x` is NaN.
    ///
    /// In a histogram, the values of the bucket of `x` are taken to be spread evenly; at 0 the share is that of the
    /// values not above −2^-30.
    pub fn share_below(&self, x: f64) -> Option<f64> {
        if self.count == 0 || x.is_nan() {
            return None;
        }
        Some(self.numbers_below(&[x])[0] / self.count as f64)
    }

    /// Shares of all values in the bins between ascending edges, `low <= x < high`, in the last bin `x <= high`.
    ///
    /// One share fewer than edges; values outside the edges are in none. All 0 without values.
    pub fn histogram(&self, edges: &[f64]) -> Vec<f64> {
        debug_assert!(edges.is_sorted(), "the edges of a histogram ascend");
        let mut bounds = edges.to_vec();
        if let Some(last) = bounds.last_mut() {
            *last = last.next_up();
        }
        let total = self.count.max(1) as f64;
        self.numbers_below(&bounds).windows(2).map(|pair| (pair[1] - pair[0]) / total).collect()
    }

    /// How many values lie below each of the ascending bounds.
    fn numbers_below(&self, bounds: &[f64]) -> Vec<f64> {
        match &self.store {
            Store::Kept(kept) => kept.below(bounds),
            Store::Counted(counts) => Ladder::of(counts)
                .map_or(vec![0.0; bounds.len()], |ladder| bounds.iter().map(|&x| ladder.below(x)).collect()),
        }
    }
}
