//! A multiset of values, each of them kept.

use serde::{Deserialize, Serialize};

/// The values in the order of arrival; two are equal when they hold the same values in any order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept(pub(super) Vec<f64>);

impl Kept {
    /// The order statistics of rank `rank` and the next, for each of the ranks, by selection.
    pub(super) fn order_statistics(&self, ranks: &[u64]) -> Vec<(f64, f64)> {
        let last = self.0.len() - 1;
        let pairs: Vec<(usize, usize)> =
            ranks.iter().map(|&rank| (rank as usize, (rank as usize + 1).min(last))).collect();
        let mut wanted: Vec<usize> = pairs.iter().flat_map(|&(low, high)| [low, high]).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut values = self.0.clone();
        select(&mut values, 0, &wanted);
        pairs.into_iter().map(|(low, high)| (values[low], values[high])).collect()
    }

    /// How many values lie below each of the ascending edges.
    pub(super) fn below(&self, edges: &[f64]) -> Vec<f64> {
        // Counts by the number of edges that a value does not reach: it lies below exactly these, the last ones.
        let mut starts = vec![0_u64; edges.len() + 1];
        for &x in &self.0 {
            starts[edges.partition_point(|&edge| edge <= x)] += 1;
        }
        let running = starts.iter().scan(0, |sum, &count| {
            *sum += count;
            Some(*sum as f64)
        });
        running.take(edges.len()).collect()
    }

    /// Neighbouring values between which none lies, in rising order, but for those within a 1024th of the range.
    pub(super) fn gaps(&self) -> Vec<(f64, f64)> {
        const RANGES: usize = 1024;
        let (low, high) = self.0.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(*x), h.max(*x)));
        if !(low < high) {
            return Vec::new();
        }
        let scale = RANGES as f64 / (0.5 * high - 0.5 * low);
        let mut ranges = vec![(f64::INFINITY, f64::NEG_INFINITY); RANGES + 1];
        for &x in &self.0 {
            // Halves, since the range itself may be no double; a scale that is none puts all into the last range.
            let range = &mut ranges[(((0.5 * x - 0.5 * low) * scale) as usize).min(RANGES)];
            *range = (range.0.min(x), range.1.max(x));
        }
        ranges.retain(|(low, high)| low <= high);
        ranges.windows(2).map(|pair| (pair[0].1, pair[1].0)).filter(|(low, high)| low < high).collect()
    }

    fn sorted_bits(&self) -> Vec<u64> {
        let mut bits: Vec<u64> = self.0.iter().map(|x| x.to_bits()).collect();
        bits.sort_unstable();
        bits
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.sorted_bits() == other.sorted_bits()
    }
}

/// Puts the order statistic of each ascending rank into its place; `values` starts at rank `offset`.
fn select(values: &mut [f64], offset: usize, ranks: &[usize]) {
    let Some(&rank) = ranks.get(ranks.len() / 2) else {
        return;
    };
    let (left, _, right) = values.select_nth_unstable_by(rank - offset, f64::total_cmp);
    select(left, offset, &ranks[..ranks.len() / 2]);
    select(right, rank + 1, &ranks[ranks.len() / 2 + 1..]);
}
