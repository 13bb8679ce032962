//! A histogram over all doubles: how many values fell into each bucket.

use super::block::BLOCK;
use super::buckets::{self, Layout, Side};
use super::extremes::Extremes;
use serde::{Deserialize, Serialize};

/// Counts by bucket. The memory is the octaves between the extremes of each sign, so it follows from the values alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub(super) struct Counts {
    slots: Vec<u64>,
    layout: Layout,
    extremes: Extremes,
}

/// A bucket that holds values: `low ..= high`, in the order of the values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) count: u64,
}

impl Counts {
    pub(super) fn add_slice(&mut self, values: &[f64]) {
        values.chunks(BLOCK).for_each(|block| self.add_block(block));
    }

    fn add_block(&mut self, block: &[f64]) {
        debug_assert!(block.iter().all(|x| x.is_finite()), "only finite values can be added");
        self.extremes.add_slice(block);
        let mut buffer = [0; BLOCK];
        let slots = &mut buffer[..block.len()];
        if self.slots.is_empty() || !self.layout.locate(block, slots) {
            self.grow(self.layout.grown_for(block));
            self.layout.locate(block, slots);
        }
        let counts = self.slots.as_mut_slice();
        for &mut slot in slots {
            counts[slot as usize] += 1;
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        if other.slots.is_empty() {
            return;
        }
        self.extremes.merge(&other.extremes);
        self.grow(self.layout.grown_to(&other.layout));
        self.add_counts(other);
    }

    fn grow(&mut self, layout: Layout) {
        if self.layout != layout || self.slots.is_empty() {
            let slots = vec![0; layout.slots()];
            let old = std::mem::replace(self, Self { slots, layout, extremes: self.extremes.clone() });
            if !old.slots.is_empty() {
                self.add_counts(&old);
            }
        }
    }

    /// Adds the counts of a histogram whose layout lies within this one.
    fn add_counts(&mut self, other: &Self) {
        self.slots[0] += other.slots[0];
        let (here, there) = (self.layout, other.layout);
        for (to, from) in [(here.positive, there.positive), (here.negative, there.negative)] {
            let target = &mut self.slots[range(to)];
            let start = (from.first_key - to.first_key).max(0) as usize;
            for (count, more) in target.iter_mut().skip(start).zip(&other.slots[range(from)]) {
                *count += more;
            }
        }
    }

    /// Number of values.
    pub(super) fn total(&self) -> u64 {
        self.slots.iter().sum()
    }

    /// Number of counters held in memory.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn extremes(&self) -> &Extremes {
        &self.extremes
    }

    /// The buckets that hold values, from the smallest value to the largest, cut at the extremes.
    pub(super) fn occupied(&self) -> Vec<Bucket> {
        let Some((min, max)) = self.extremes.min().zip(self.extremes.max()) else {
            return Vec::new();
        };
        let bucket =
            |low: f64, high: f64, count: u64| Bucket { low: low.clamp(min, max), high: high.clamp(min, max), count };
        let negative = self.side(self.layout.negative).rev().map(|((near, far), count)| bucket(-far, -near, count));
        let zero = std::iter::once(bucket(0.0, 0.0, self.slots[0]));
        let positive = self.side(self.layout.positive).map(|((near, far), count)| bucket(near, far, count));
        negative.chain(zero).chain(positive).filter(|bucket| bucket.count > 0).collect()
    }

    fn side(&self, side: Side) -> impl DoubleEndedIterator<Item = ((f64, f64), u64)> {
        let counts = self.slots[range(side)].iter();
        (side.first_key..side.first_key + side.keys).zip(counts).map(|(key, &count)| (buckets::bounds(key), count))
    }
}

fn range(side: Side) -> std::ops::Range<usize> {
    side.base as usize..(side.base + side.keys) as usize
}

/// A histogram as it is written: the buckets that hold values, by their keys.
#[derive(Serialize, Deserialize)]
struct Written {
    extremes: Extremes,
    zero: u64,
    positive: Vec<(i32, u64)>,
    negative: Vec<(i32, u64)>,
}

impl From<Counts> for Written {
    fn from(counts: Counts) -> Self {
        let side = |side: Side| {
            let keys = (side.first_key..).zip(&counts.slots[range(side)]);
            keys.filter(|(_, count)| **count > 0).map(|(key, count)| (key, *count)).collect()
        };
        let (positive, negative) = match counts.slots.is_empty() {
            true => Default::default(),
            false => (side(counts.layout.positive), side(counts.layout.negative)),
        };
        Written { zero: counts.slots.first().copied().unwrap_or(0), positive, negative, extremes: counts.extremes }
    }
}

impl TryFrom<Written> for Counts {
    type Error = &'static str;

    fn try_from(Written { extremes, zero, positive, negative }: Written) -> Result<Self, Self::Error> {
        let sides = [&positive, &negative];
        let rise = sides.iter().all(|side| side.is_sorted_by(|a, b| a.0 < b.0));
        let exist = sides.iter().all(|side| side.iter().all(|(key, _)| (0..=buckets::LAST_KEY).contains(key)));
        let counts = sides.iter().flat_map(|side| side.iter().map(|(_, count)| *count));
        let total = counts.chain([zero]).try_fold(0_u64, u64::checked_add);
        if !(rise && exist && total.is_some_and(|total| (total > 0) == extremes.min().is_some())) {
            return Err("no values have this histogram");
        }
        if total == Some(0) {
            return Ok(Counts::default());
        }
        let holding = |side: &[(i32, u64)]| match side {
            [] => Side::default(),
            [first, ..] => Side::default().grown_to(first.0, side[side.len() - 1].0),
        };
        let layout = Layout::new(holding(&positive), holding(&negative));
        let mut slots = vec![0; layout.slots()];
        slots[0] = zero;
        for (side, counts) in [(layout.positive, positive), (layout.negative, negative)] {
            for (key, count) in counts {
                slots[(side.base + key - side.first_key) as usize] = count;
            }
        }
        Ok(Counts { slots, layout, extremes })
    }
}
