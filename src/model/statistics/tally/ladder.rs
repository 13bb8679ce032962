//! Order statistics and shares read from counts: steps that rise, each of them a range of values and how many lie in it.

use super::counted::Counted;
use super::far::{self, Far};
use std::collections::BTreeMap;

/// Values between two bounds, which are the same where they all are one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) count: u64,
    /// Number of values in the steps below.
    before: u64,
}

/// The steps that hold values, from the lowest to the highest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ladder {
    steps: Vec<Step>,
    count: u64,
    extremes: (f64, f64),
}

impl Ladder {
    /// Of some replicates together; without steps where they hold no value.
    pub(super) fn of(counted: &Counted, replicates: &[usize]) -> Self {
        let parts = || replicates.iter().map(|r| counted.part(*r));
        let minimum = parts().filter_map(|part| part.extremes.min()).fold(f64::INFINITY, f64::min);
        let maximum = parts().filter_map(|part| part.extremes.max()).fold(f64::NEG_INFINITY, f64::max);
        let in_cell = |cell: usize| replicates.iter().map(|r| counted.in_cell(cell, *r)).sum::<u64>();
        let of_atom = |atom: usize| replicates.iter().map(|r| counted.of_atom(atom, *r)).sum::<u64>();
        let grid = counted.grid();
        let mut ranges = far_ranges(&parts().map(|part| &part.far).collect::<Vec<&Far>>(), grid.centre());
        let (above, ends) = (ranges.partition_point(|range| range.0 < grid.centre()), grid.ends());
        ranges[..above].iter_mut().for_each(|range| range.1 = range.1.min(ends.0));
        ranges[above..].iter_mut().for_each(|range| range.0 = range.0.max(ends.1));
        let cells = (0..grid.cells()).map(|cell| (grid.bounds(cell), in_cell(cell)));
        let cells: Vec<_> = cells.filter(|(_, count)| *count > 0).map(|((low, high), n)| (low, high, n)).collect();
        ranges.splice(above..above, cells);
        for range in &mut ranges {
            (range.0, range.1) = (range.0.clamp(minimum, maximum), range.1.clamp(minimum, maximum));
        }
        let atoms = grid.atoms().iter().enumerate().map(|(place, x)| (*x, of_atom(place))).filter(|(_, n)| *n > 0);
        let woven = weave(ranges, atoms);
        let negative = parts().map(|part| part.negative).sum();
        Ladder::from_ranges(split_at_zero(woven, negative), (minimum, maximum))
    }

    fn from_ranges(ranges: Vec<(f64, f64, u64)>, extremes: (f64, f64)) -> Self {
        let (mut count, mut end) = (0, f64::NEG_INFINITY);
        let steps = ranges.into_iter().filter(|range| range.2 > 0).map(|(low, high, n)| {
            // Where ranges meet, rounding must not turn them round.
            let low = low.max(end);
            let step = Step { low, high: high.max(low), count: n, before: count };
            (count, end) = (count + n, step.high);
            step
        });
        Ladder { steps: steps.collect(), count, extremes }
    }

    /// Number of values.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The order statistics of rank `rank` and the next, for each of the ranks.
    pub(super) fn order_statistics(&self, ranks: &[u64]) -> Vec<(f64, f64)> {
        let last = self.count - 1;
        ranks.iter().map(|&rank| (self.order_statistic(rank), self.order_statistic((rank + 1).min(last)))).collect()
    }

    fn place_of(&self, rank: u64) -> usize {
        self.steps.partition_point(|step| step.before + step.count <= rank)
    }

    /// The m values of a step are taken to lie at its (i + ½)/m; the extremes are known.
    fn order_statistic(&self, rank: u64) -> f64 {
        if rank == 0 {
            return self.extremes.0;
        }
        if rank == self.count - 1 {
            return self.extremes.1;
        }
        let Step { low, high, count, before } = self.steps[self.place_of(rank)];
        low + (high - low) * (((rank - before) as f64 + 0.5) / count as f64)
    }

    /// How far the order statistic of this rank may be off because the values of a step are taken to lie evenly, as one
    /// standard deviation: 1/√12 of the part of its width that its neighbours do not vouch for.
    ///
    /// That part is the share by which its count departs from the mean of the two beside it, and what chance does.
    pub(super) fn doubt_at(&self, rank: u64) -> f64 {
        let place = self.place_of(rank.min(self.count - 1));
        let step = &self.steps[place];
        if rank == 0 || rank + 1 >= self.count || step.low == step.high {
            return 0.0;
        }
        // Next to it, or nothing.
        let beside = |other: Option<&Step>, touches: &dyn Fn(&Step) -> bool| {
            other.filter(|other| other.low < other.high && touches(other)).map_or(0.0, |other| other.count as f64)
        };
        let width = step.high - step.low;
        let below = place.checked_sub(1).and_then(|below| self.steps.get(below));
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * width;
        let mean = 0.5
            * (beside(below, &|other| near(other.high, step.low))
                + beside(self.steps.get(place + 1), &|other| near(other.low, step.high)));
        let count = step.count as f64;
        let share = ((count - mean).abs() / count + 1.0 / count.sqrt()).min(1.0);
        share * width / 12.0_f64.sqrt()
    }

    /// How many values lie below `edge`; within a step, they are taken to be spread evenly.
    pub(super) fn below(&self, edge: f64) -> f64 {
        let place = self.steps.partition_point(|step| step.high < edge);
        let Some(&Step { low, high, count, before }) = self.steps.get(place) else {
            return self.count as f64;
        };
        let share = if edge > low { (edge - low) / (high - low) } else { 0.0 };
        before as f64 + count as f64 * share
    }
}

/// The values outside the cells: each by itself while all are kept, else by the range of their distance.
fn far_ranges(parts: &[&Far], centre: f64) -> Vec<(f64, f64, u64)> {
    let mut kept: Vec<f64> = Vec::new();
    let all_kept = parts.iter().all(|far| match far {
        Far::Kept(own) => {
            kept.extend_from_slice(&own.0);
            true
        }
        Far::Counted(_) => false,
    });
    if all_kept {
        kept.sort_unstable_by(f64::total_cmp);
        return kept.chunk_by(|a, b| a == b).map(|run| (run[0], run[0], run.len() as u64)).collect();
    }
    let mut counts: BTreeMap<i32, u64> = BTreeMap::new();
    for (key, count) in parts.iter().flat_map(|far| far.counts(centre)) {
        *counts.entry(key).or_default() += count;
    }
    let range = |(key, count): (i32, u64)| {
        let (low, high) = far::bounds(key, centre);
        (low, high, count)
    };
    counts.into_iter().map(range).collect()
}

/// Puts single values between ranges; a range that one lies in is cut there, as if its values were spread evenly.
fn weave(ranges: Vec<(f64, f64, u64)>, atoms: impl Iterator<Item = (f64, u64)>) -> Vec<(f64, f64, u64)> {
    let mut woven = Vec::with_capacity(ranges.len());
    let mut atoms = atoms.peekable();
    for (mut low, high, mut count) in ranges {
        while let Some((x, n)) = atoms.next_if(|(x, _)| *x < high) {
            if x > low {
                let below = (count as f64 * ((x - low) / (high - low))).round() as u64;
                woven.push((low, x, below.min(count)));
                count -= below.min(count);
                low = x;
            }
            woven.push((x, x, n));
        }
        woven.push((low, high, count));
    }
    woven.extend(atoms.map(|(x, n)| (x, x, n)));
    woven
}

/// Cuts the range that has zero inside, so that exactly so many values lie below it.
fn split_at_zero(ranges: Vec<(f64, f64, u64)>, negative: u64) -> Vec<(f64, f64, u64)> {
    let mut before = 0;
    let mut split = Vec::with_capacity(ranges.len() + 1);
    for (low, high, count) in ranges {
        if low < 0.0 && high >= 0.0 {
            let below = negative.saturating_sub(before).min(count);
            // What is not below zero may be zero itself.
            split.push((low, if high > 0.0 || below < count { 0.0_f64.next_down() } else { high }, below));
            split.push((0.0, high, count - below));
        } else {
            split.push((low, high, count));
        }
        before += count;
    }
    split
}
