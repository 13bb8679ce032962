//! Peeling: from all trials, thin slices off one side of one input at a time, to ever denser boxes.

use super::region::{Column, Count, Limit, Region};
use std::collections::BTreeSet;

/// The trials of a box by each input that may still be peeled.
pub(super) struct Peeling<'a> {
    columns: &'a [Column<'a>],
    hits: &'a [bool],
    inside: Vec<bool>,
    count: Count,
    /// The trials of the box in the order of each input that may be peeled; empty for outcomes.
    orders: Vec<(usize, Vec<u32>)>,
    region: Region,
}

/// A slice that may be taken off, with what it would take away.
struct Slice {
    place: usize,
    limit: Limit,
    taken: Count,
}

/// The trials in the order of every input, which every peeling begins with.
pub(super) fn order(column: &Column) -> Vec<u32> {
    match column {
        Column::Outcome(..) => Vec::new(),
        Column::Number(x) => {
            let mut order: Vec<u32> = (0..x.len() as u32).collect();
            order.sort_unstable_by(|a, b| x[*a as usize].total_cmp(&x[*b as usize]).then(a.cmp(b)));
            order
        }
    }
}

impl<'a> Peeling<'a> {
    /// All trials.
    pub(super) fn new(columns: &'a [Column<'a>], orders: &[Vec<u32>], hits: &'a [bool]) -> Self {
        Peeling {
            columns,
            hits,
            inside: vec![true; hits.len()],
            count: Region::default().count(columns, hits),
            orders: orders.iter().cloned().enumerate().collect(),
            region: Region::default(),
        }
    }

    /// Takes off the slice that raises the density most for each trial taken, and gives the box that is left; none where
    /// no slice raises it.
    ///
    /// The gain for each trial, and not the gain itself, so that an outcome, which goes as a whole, is not preferred to
    /// thin slices (Kwakkel and Jaxa-Rozen 2016). Once `most` inputs are limited only these are peeled.
    pub(super) fn step(&mut self, alpha: f64, most: usize) -> Option<(Region, Count)> {
        if self.region.limits.len() >= most {
            let limited: BTreeSet<usize> = self.region.limits.keys().copied().collect();
            self.orders.retain(|(place, _)| limited.contains(place));
        }
        let slices = self.orders.iter().flat_map(|(place, order)| self.slices(*place, order, alpha));
        let gain = |slice: &Slice| self.gain(slice.taken);
        let best = slices.filter(|s| gain(s) > 0.0).max_by(|a, b| {
            // The first of equals, so that the order of the inputs decides and nothing else.
            gain(a).total_cmp(&gain(b)).then(b.place.cmp(&a.place))
        })?;
        self.take(best);
        Some((self.region.clone(), self.count))
    }

    /// (density after − density before) / trials taken.
    fn gain(&self, taken: Count) -> f64 {
        let left = Count { trials: self.count.trials - taken.trials, hits: self.count.hits - taken.hits };
        if left.trials == 0 || taken.trials == 0 {
            return 0.0;
        }
        (left.density() - self.count.density()) / taken.trials as f64
    }

    fn slices(&self, place: usize, order: &[u32], alpha: f64) -> Vec<Slice> {
        match self.columns[place] {
            Column::Number(x) => {
                [true, false].iter().filter_map(|low| self.end(place, x, order, alpha, *low)).collect()
            }
            Column::Outcome(outcome, kinds) => self.outcomes(place, outcome, kinds),
        }
    }

    /// The slice at the lower or the upper end of a number: a share `alpha` of the trials, or all that are equal there.
    fn end(&self, place: usize, x: &[f64], order: &[u32], alpha: f64, low: bool) -> Option<Slice> {
        let n = order.len();
        let at = |i: usize| x[order[if low { i } else { n - 1 - i }] as usize];
        let wish = ((alpha * n as f64).ceil() as usize).max(1).min(n.checked_sub(1).filter(|most| *most > 0)?);
        let first = at(wish);
        let equals_from = |value: f64| (0..n).take_while(|i| if low { at(*i) < value } else { at(*i) > value }).count();
        let taken = match equals_from(first) {
            0 => (0..n).take_while(|i| at(*i) == first).count(),
            some => some,
        };
        let kept = (taken < n).then(|| at(taken))?;
        let slice = if low { &order[..taken] } else { &order[n - taken..] };
        let hits = slice.iter().filter(|t| self.hits[**t as usize]).count();
        let (mut from, mut to) = match self.region.limits.get(&place) {
            Some(Limit::Between(from, to)) => (*from, *to),
            _ => (None, None),
        };
        *(if low { &mut from } else { &mut to }) = Some(kept);
        Some(Slice { place, limit: Limit::Between(from, to), taken: Count { trials: taken, hits } })
    }

    fn outcomes(&self, place: usize, outcome: &[u8], kinds: usize) -> Vec<Slice> {
        let mut counts = vec![Count { trials: 0, hits: 0 }; kinds];
        for t in (0..outcome.len()).filter(|t| self.inside[*t]) {
            let count = &mut counts[usize::from(outcome[t])];
            (count.trials, count.hits) = (count.trials + 1, count.hits + usize::from(self.hits[t]));
        }
        let kept = match self.region.limits.get(&place) {
            Some(Limit::Among(kept)) => kept.clone(),
            _ => vec![true; kinds],
        };
        let without = |k: usize| kept.iter().enumerate().map(|(i, kept)| *kept && i != k).collect();
        let there = (0..kinds).filter(|k| counts[*k].trials > 0 && counts[*k].trials < self.count.trials);
        there.map(|k| Slice { place, limit: Limit::Among(without(k)), taken: counts[k] }).collect()
    }

    fn take(&mut self, slice: Slice) {
        let column = &self.columns[slice.place];
        for (t, inside) in self.inside.iter_mut().enumerate().filter(|(_, inside)| **inside) {
            *inside = slice.limit.holds(column, t);
        }
        self.count.trials -= slice.taken.trials;
        self.count.hits -= slice.taken.hits;
        self.region.limits.insert(slice.place, slice.limit);
        for (_, order) in &mut self.orders {
            order.retain(|t| self.inside[*t as usize]);
        }
    }
}
