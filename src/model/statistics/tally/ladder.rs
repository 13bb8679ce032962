//! Order statistics and shares read from a histogram, by interpolation inside a bucket.

use super::counts::{Bucket, Counts};

/// The occupied buckets of a histogram, each with the number of values before it.
pub(super) struct Ladder {
    steps: Vec<(u64, Bucket)>,
    count: u64,
    extremes: (f64, f64),
}

impl Ladder {
    /// `None` if the histogram is empty.
    pub(super) fn of(counts: &Counts) -> Option<Self> {
        let extremes = counts.extremes().min().zip(counts.extremes().max())?;
        let mut count = 0;
        let steps = counts.occupied().into_iter().map(|bucket| {
            let before = count;
            count += bucket.count;
            (before, bucket)
        });
        Some(Self { steps: steps.collect(), count, extremes })
    }

    /// The order statistics of rank `rank` and the next, for each of the ranks.
    pub(super) fn order_statistics(&self, ranks: &[u64]) -> Vec<(f64, f64)> {
        let last = self.count - 1;
        ranks.iter().map(|&rank| (self.order_statistic(rank), self.order_statistic((rank + 1).min(last)))).collect()
    }

    /// The m values of a bucket are taken to lie at its (i + ½)/m; the extremes are known.
    fn order_statistic(&self, rank: u64) -> f64 {
        if rank == 0 {
            return self.extremes.0;
        }
        if rank == self.count - 1 {
            return self.extremes.1;
        }
        let step = self.steps.partition_point(|&(before, bucket)| before + bucket.count <= rank);
        let (before, Bucket { low, high, count }) = self.steps[step];
        low + (high - low) * (((rank - before) as f64 + 0.5) / count as f64)
    }

    /// How many values lie below `edge`; within a bucket, they are taken to be spread evenly.
    pub(super) fn below(&self, edge: f64) -> f64 {
        let step = self.steps.partition_point(|(_, bucket)| bucket.high < edge);
        let Some(&(before, Bucket { low, high, count })) = self.steps.get(step) else {
            return self.count as f64;
        };
        let share = if edge > low { (edge - low) / (high - low) } else { 0.0 };
        before as f64 + count as f64 * share
    }
}
