//! Values outside the cells of a grid: each kept while they are few, above that counted by their distance from its centre.

use super::kept::Kept;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many are kept.
const KEPT: usize = 4096;
/// Bits of the fraction in a key: 1024 equal steps between a distance and its double.
const FRACTION_BITS: u32 = 10;

/// The values outside the cells. Which of the two it is depends on their number only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Far {
    Kept(Kept),
    /// By the key of the distance from the centre.
    Counted(BTreeMap<i32, u64>),
}

impl Default for Far {
    fn default() -> Self {
        Far::Kept(Kept::default())
    }
}

impl Far {
    /// Those that were counted, and more that were kept, of a state that is yet to be looked at.
    pub(super) fn of(counted: BTreeMap<i32, u64>, kept: Kept, centre: f64) -> Self {
        let mut far = if counted.is_empty() { Far::default() } else { Far::Counted(counted) };
        kept.0.into_iter().for_each(|x| far.add(x, centre));
        far
    }

    pub(super) fn add(&mut self, x: f64, centre: f64) {
        if let Far::Kept(kept) = self
            && kept.0.len() == KEPT
        {
            *self = Far::Counted(self.counts(centre));
        }
        match self {
            Far::Kept(kept) => kept.0.push(x),
            Far::Counted(counts) => *counts.entry(key(x - centre)).or_default() += 1,
        }
    }

    /// Takes the values of another state round the same centre in.
    pub(super) fn merge(&mut self, other: &Self, centre: f64) {
        match (&mut *self, other) {
            (_, Far::Kept(more)) => more.0.iter().for_each(|x| self.add(*x, centre)),
            (Far::Kept(_), Far::Counted(_)) => {
                let mut all = other.clone();
                all.merge(self, centre);
                *self = all;
            }
            (Far::Counted(counts), Far::Counted(more)) => {
                for (key, count) in more {
                    *counts.entry(*key).or_default() += count;
                }
            }
        }
    }

    /// Number of values.
    pub(super) fn count(&self) -> u64 {
        match self {
            Far::Kept(kept) => kept.0.len() as u64,
            Far::Counted(counts) => counts.values().sum(),
        }
    }

    /// Number of values by the key of their distance.
    pub(super) fn counts(&self, centre: f64) -> BTreeMap<i32, u64> {
        match self {
            Far::Counted(counts) => counts.clone(),
            Far::Kept(kept) => {
                let mut counts = BTreeMap::new();
                kept.0.iter().for_each(|x| *counts.entry(key(x - centre)).or_default() += 1);
                counts
            }
        }
    }

    /// Whether these may be the values outside the cells of some run.
    pub(super) fn is_possible(&self) -> bool {
        match self {
            Far::Kept(kept) => kept.0.len() <= KEPT && kept.0.iter().all(|x| x.is_finite()),
            Far::Counted(counts) => {
                let total = counts.values().try_fold(0_u64, |sum, count| sum.checked_add(*count));
                counts.keys().all(|key| (-LAST - 1..=LAST).contains(key)) && total.is_some_and(|all| all > KEPT as u64)
            }
        }
    }
}

/// The key of the largest double.
const LAST: i32 = (f64::MAX.to_bits() >> (52 - FRACTION_BITS)) as i32;

/// An integer in the order of the distances.
fn key(distance: f64) -> i32 {
    let size = (distance.abs().min(f64::MAX).to_bits() >> (52 - FRACTION_BITS)) as i32;
    if distance < 0.0 { -size - 1 } else { size }
}

/// The values of a key: from, to.
pub(super) fn bounds(key: i32, centre: f64) -> (f64, f64) {
    let edge = |size: i32| if size > LAST { f64::MAX } else { f64::from_bits((size as u64) << (52 - FRACTION_BITS)) };
    if key < 0 { (centre - edge(-key), centre - edge(-key - 1)) } else { (centre + edge(key), centre + edge(key + 1)) }
}
