//! A state in long form: rows of integers that any engine may group and add up, in any order and any tree.
//!
//! A row is a kind (sum, min or max), a metric (which number of which state), a key within it, and a value. `GROUP BY kind,
//! metric, key` with the aggregate of the kind is what [`Tally::merge`] does. Sums that may be large travel in limbs of 31
//! bits, those of doubles in limbs of 16, so that no engine overflows 64 bits before 2^31 shards.

use super::counted::Counted;
use super::hash::hash;
use super::kept::Kept;
use super::state::Tally;
use std::collections::BTreeMap;

/// What an engine does with the values of equal metric and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// It adds them up.
    Sum,
    /// It keeps the smallest.
    Min,
    /// It keeps the largest.
    Max,
}

impl RowKind {
    /// All of them; the place of each is its number in a column.
    pub const ALL: [RowKind; 3] = [RowKind::Sum, RowKind::Min, RowKind::Max];
}

/// A number of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// How it is brought together with others of its metric and key.
    pub kind: RowKind,
    /// Which number of which state.
    pub metric: i64,
    /// Which of several.
    pub key: i64,
    /// The number.
    pub value: i64,
}

/// Bits of a limb.
const LIMB: u32 = 31;
/// Numbers of a state have a place below this, replicates included.
pub const PER_STATE: i64 = 128;
const REPLICATES: i64 = 8;

/// The numbers of a tally, each for every replicate.
pub(super) mod field {
    pub(in super::super) const MISSING: i64 = 0;
    pub(in super::super) const SEVERAL: i64 = 1;
    pub(in super::super) const KEPT: i64 = 2;
    pub(in super::super) const CELL: i64 = 3;
    pub(in super::super) const COUNT: i64 = 4;
    pub(in super::super) const NEGATIVE: i64 = 5;
    pub(in super::super) const EXTREME: i64 = 6;
    pub(in super::super) const SUM: i64 = 7;
    pub(in super::super) const SQUARES: i64 = 8;
    pub(in super::super) const BEYOND: i64 = 9;
    pub(in super::super) const BEYOND_SQUARES: i64 = 10;
    pub(in super::super) const FAR: i64 = 11;
    pub(in super::super) const FAR_COUNTED: i64 = 12;
}

/// Takes the rows of one state down.
pub struct RowWriter<'a> {
    base: i64,
    rows: &'a mut Vec<Row>,
}

impl<'a> RowWriter<'a> {
    /// For the state of this place among all.
    pub fn new(place: usize, rows: &'a mut Vec<Row>) -> Self {
        RowWriter { base: place as i64 * PER_STATE, rows }
    }

    /// A number that is added up; 0 need not be said.
    pub fn sum(&mut self, metric: i64, key: i64, value: i64) {
        if value != 0 {
            self.rows.push(Row { kind: RowKind::Sum, metric: self.base + metric, key, value });
        }
    }

    /// A number of which the smallest and the largest are kept.
    pub fn range(&mut self, metric: i64, key: i64, [low, high]: [i64; 2]) {
        let metric = self.base + metric;
        self.rows.push(Row { kind: RowKind::Min, metric, key, value: low });
        self.rows.push(Row { kind: RowKind::Max, metric, key, value: high });
    }

    /// A large number that is added up, limb by limb.
    pub fn large(&mut self, metric: i64, is_negative: bool, magnitude: u128) {
        for limb in 0..128_u32.div_ceil(LIMB) {
            let part = ((magnitude >> (LIMB * limb)) & ((1 << LIMB) - 1)) as i64;
            self.sum(metric, i64::from(limb), if is_negative { -part } else { part });
        }
    }
}

/// A number of rows that no grouping changes, and each row that is lost, doubled or altered does: all that is added up, each
/// times a number of its own place, modulo 2^64. Smallest and largest have no part in it.
pub fn check_sum<'a>(rows: impl IntoIterator<Item = &'a Row>) -> u64 {
    let sums = rows.into_iter().filter(|row| row.kind == RowKind::Sum);
    // An odd factor leaves no value without a trace.
    let weighed = |row: &Row| (hash([row.metric as u64, row.key as u64]) | 1).wrapping_mul(row.value as u64);
    sums.map(weighed).fold(0, u64::wrapping_add)
}

/// The rows of one state, grouped.
#[derive(Clone, Debug, Default)]
pub struct GroupedRows(BTreeMap<(i64, RowKind, i64), i64>);

impl GroupedRows {
    /// Groups rows by the place of their state, as an engine does; none if a sum leaves 64 bits, or there is such a place.
    pub fn by_state(rows: impl IntoIterator<Item = Row>) -> Option<BTreeMap<usize, GroupedRows>> {
        let mut states: BTreeMap<usize, GroupedRows> = BTreeMap::new();
        for Row { kind, metric, key, value } in rows {
            let place = usize::try_from(metric.div_euclid(PER_STATE)).ok()?;
            let known = states.entry(place).or_default().0.entry((metric.rem_euclid(PER_STATE), kind, key));
            let mut is_sum = Some(());
            known
                .and_modify(|known| match kind {
                    RowKind::Sum => match known.checked_add(value) {
                        Some(sum) => *known = sum,
                        None => is_sum = None,
                    },
                    RowKind::Min => *known = value.min(*known),
                    RowKind::Max => *known = value.max(*known),
                })
                .or_insert(value);
            is_sum?;
        }
        Some(states)
    }

    /// The largest metric among them.
    pub fn last(&self) -> Option<i64> {
        self.0.keys().next_back().map(|(metric, ..)| *metric)
    }

    /// All sums of a metric: key and value.
    pub fn sums(&self, metric: i64) -> impl Iterator<Item = (i64, i64)> {
        let all = self.0.range((metric, RowKind::Sum, i64::MIN)..=(metric, RowKind::Sum, i64::MAX));
        all.map(|((.., key), value)| (*key, *value))
    }

    /// A sum; 0 if nothing was said.
    pub fn sum(&self, metric: i64, key: i64) -> i64 {
        self.0.get(&(metric, RowKind::Sum, key)).copied().unwrap_or(0)
    }

    /// A count.
    pub fn count(&self, metric: i64) -> Option<u64> {
        self.sum(metric, 0).try_into().ok()
    }

    /// The smallest and the largest.
    pub fn range(&self, metric: i64, key: i64) -> Option<[i64; 2]> {
        let of = |kind| self.0.get(&(metric, kind, key)).copied();
        of(RowKind::Min).zip(of(RowKind::Max)).map(<[i64; 2]>::from)
    }

    /// A large number from its limbs; none if it is larger than any.
    pub fn large(&self, metric: i64) -> Option<i128> {
        self.sums(metric).try_fold(0_i128, |sum, (limb, value)| {
            let limb = u32::try_from(limb).ok().filter(|limb| *limb < 128_u32.div_ceil(LIMB))?;
            sum.checked_add(i128::from(value).checked_mul(1 << (LIMB * limb))?)
        })
    }

    /// The values of a metric, each with how often it is there: doubles by their bits.
    fn values(&self, metric: i64) -> Option<Vec<(f64, u64)>> {
        let value = |(bits, count): (i64, i64)| {
            let x = f64::from_bits(bits as u64);
            u64::try_from(count).ok().filter(|_| x.is_finite()).map(|count| (x, count))
        };
        self.sums(metric).map(value).collect()
    }

    /// The same one by one, if they are so many at most.
    pub(super) fn kept(&self, metric: i64, most: u64) -> Option<Kept> {
        let values = self.values(metric)?;
        let all = values.iter().try_fold(0_u64, |sum, (_, count)| sum.checked_add(*count))?;
        let each = values.into_iter().flat_map(|(x, count)| std::iter::repeat_n(x, count as usize));
        (all <= most).then(|| Kept(each.collect()))
    }
}

/// The number of a metric in a replicate.
pub(super) fn metric(field: i64, replicate: usize) -> i64 {
    field * REPLICATES + replicate as i64
}

/// Values by their bits, each with how often it is there.
pub(super) fn keep(rows: &mut RowWriter, metric: i64, kept: &Kept) {
    let mut counts: BTreeMap<u64, i64> = BTreeMap::new();
    kept.0.iter().for_each(|x| *counts.entry(x.to_bits()).or_default() += 1);
    counts.into_iter().for_each(|(bits, count)| rows.sum(metric, bits as i64, count));
}

impl Tally {
    /// Takes its numbers down.
    pub fn write_rows(&self, rows: &mut RowWriter) {
        for replicate in 0..self.replicates() {
            let (missing, several) = self.without_one_value(replicate);
            rows.sum(metric(field::MISSING, replicate), 0, missing as i64);
            rows.sum(metric(field::SEVERAL, replicate), 0, several as i64);
        }
        match self.stored() {
            Ok(kept) => (0..).zip(kept).for_each(|(r, kept)| keep(rows, metric(field::KEPT, r), kept)),
            Err(counted) => counted.write_rows(rows),
        }
    }

    /// The tally of these rows, which has nothing in it yet and the grid of its run; none if no tally of at most `most`
    /// trials has them.
    #[must_use]
    pub fn of_rows(mut self, rows: &GroupedRows, most: u64) -> Option<Tally> {
        let replicates = self.replicates();
        if rows.last().is_some_and(|last| last > metric(field::FAR_COUNTED, replicates - 1)) {
            return None;
        }
        let mut kept = self.clone();
        if (0..replicates).any(|r| rows.count(metric(field::COUNT, r)) != Some(0)) {
            self = self.counted(|grid| Counted::of_rows(grid, replicates, rows, most))?;
        }
        let mut values = Vec::new();
        for replicate in 0..replicates {
            let of = |field| rows.count(metric(field, replicate)).filter(|count| *count <= most);
            kept.set_without_one_value(replicate, (of(field::MISSING)?, of(field::SEVERAL)?));
            values.push(rows.kept(metric(field::KEPT, replicate), most)?);
        }
        for (replicate, kept_values) in values.into_iter().enumerate() {
            kept.add_to(replicate, kept_values.0.into_iter());
        }
        self.merge(&kept);
        self.is_possible().then_some(self)
    }
}
