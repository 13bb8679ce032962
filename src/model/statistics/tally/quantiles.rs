//! Quantiles, shares and histograms of many values, from all of them or from counts.

use super::counted::Counted;
use super::kept::Kept;
use super::ladder::Ladder;
use crate::statistics::quantile::{between, position};

/// A multiset of finite values to read from: exact where each was kept, else by the steps of a ladder.
///
/// The error of what is read from a ladder is at most the width of a cell of its [`Grid`](super::Grid): 0.1 % of the
/// band from P5 to P95. Single values that return again and again, the minimum, the maximum and the number of values
/// below zero are exact. Values more than some four bands from the median are exact while there are at most 4096 in a
/// replicate, and then within 1/1024 of their distance from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantiles(Source);

#[derive(Clone, Debug, PartialEq)]
enum Source {
    Kept(Kept),
    Counted(Ladder),
}

impl Quantiles {
    /// Of these values, which must be finite.
    pub fn kept(values: Vec<f64>) -> Self {
        debug_assert!(values.iter().all(|x| x.is_finite()), "only finite values have quantiles");
        Quantiles(Source::Kept(Kept(values)))
    }

    pub(super) fn counted(counted: &Counted, replicates: &[usize]) -> Self {
        Quantiles(Source::Counted(Ladder::of(counted, replicates)))
    }

    /// Number of values.
    pub fn count(&self) -> u64 {
        match &self.0 {
            Source::Kept(kept) => kept.0.len() as u64,
            Source::Counted(ladder) => ladder.count(),
        }
    }

    /// Whether every value is kept, so that quantiles and shares are exact.
    pub fn is_exact(&self) -> bool {
        matches!(self.0, Source::Kept(_))
    }

    /// The quantile of probability `q`; see [`Quantiles::quantiles`].
    pub fn quantile(&self, q: f64) -> Option<f64> {
        self.quantiles(&[q]).map(|values| values[0])
    }

    /// The quantiles of several probabilities; `None` without values, or if a probability is not in 0 ..= 1.
    ///
    /// Of type 7: see [`quantile`](crate::statistics::quantile()). A ladder has estimates of the order statistics.
    pub fn quantiles(&self, probabilities: &[f64]) -> Option<Vec<f64>> {
        if self.count() == 0 || !probabilities.iter().all(|q| (0.0..=1.0).contains(q)) {
            return None;
        }
        let places: Vec<(u64, f64)> = probabilities.iter().map(|q| position(self.count(), *q)).collect();
        let ranks: Vec<u64> = places.iter().map(|(rank, _)| *rank).collect();
        let pairs = match &self.0 {
            Source::Kept(kept) => kept.order_statistics(&ranks),
            Source::Counted(ladder) => ladder.order_statistics(&ranks),
        };
        Some(pairs.into_iter().zip(places).map(|((low, high), (_, fraction))| between(low, high, fraction)).collect())
    }

    /// How far a quantile may be off because values were counted and not kept, as a standard deviation; 0 where they were.
    pub fn doubt(&self, q: f64) -> f64 {
        match &self.0 {
            Source::Counted(ladder) if self.count() > 0 => ladder.doubt_at(position(self.count(), q).0),
            _ => 0.0,
        }
    }

    /// The smallest and the largest value; `None` if there is none.
    pub fn extremes(&self) -> Option<(f64, f64)> {
        self.quantiles(&[0.0, 1.0]).map(|ends| (ends[0], ends[1]))
    }

    /// Neighbouring values between which none lies, in rising order: the wide ones, those within a 1024th of the range or
    /// within a cell left out.
    pub fn gaps(&self) -> Vec<(f64, f64)> {
        match &self.0 {
            Source::Kept(kept) => kept.gaps(),
            Source::Counted(ladder) => {
                let pairs = ladder.steps().windows(2).map(|pair| (pair[0].high, pair[1].low));
                pairs.filter(|(low, high)| low < high).collect()
            }
        }
    }

    /// Share of the values that are smaller than `x`; `None` without values, or if `x` is NaN.
    ///
    /// In a ladder, the values of the cell of `x` are taken to be spread evenly; at 0 the share is exact.
    pub fn share_below(&self, x: f64) -> Option<f64> {
        if self.count() == 0 || x.is_nan() {
            return None;
        }
        Some(self.numbers_below(&[x])[0] / self.count() as f64)
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
        let total = self.count().max(1) as f64;
        self.numbers_below(&bounds).windows(2).map(|pair| (pair[1] - pair[0]) / total).collect()
    }

    /// How many values lie below each of the ascending bounds.
    fn numbers_below(&self, bounds: &[f64]) -> Vec<f64> {
        match &self.0 {
            Source::Kept(kept) => kept.below(bounds),
            Source::Counted(ladder) => bounds.iter().map(|&x| ladder.below(x)).collect(),
        }
    }
}
