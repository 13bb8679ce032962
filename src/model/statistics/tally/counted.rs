//! The values of some replicates on a grid: counts by cell and exact fixed-point sums, all of them integers.

use super::exact_sum::ExactSum;
use super::extremes::Extremes;
use super::far::Far;
use super::grid::Grid;
use super::moments::Moments;
use super::sorting::{BLOCK, LANES, Sorted, sort};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Values on a grid. Equal values in any order and any cut give equal states. Those of a single replicate are not
/// summed: it is for quantiles alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub(super) struct Counted {
    grid: Arc<Grid>,
    /// By row of the grid and replicate; that of what lies in no cell stays empty. In 32 bits, so that more of them are
    /// near the processor.
    counts: Vec<u32>,
    /// What was counted before `counts` could overflow.
    settled: Vec<u64>,
    /// No more than so many values are in `counts`.
    fresh: u64,
    parts: Vec<Part>,
}

/// Bits of a distance in fixed-point units.
const TICK_BITS: u32 = 47;
/// The most values that may be in counts of 32 bits; few in tests, which so see them settled.
const MOST_FRESH: u64 = if cfg!(test) { 1000 } else { u32::MAX as u64 };

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        let same = self.grid == other.grid && self.parts == other.parts;
        same && (0..self.counts.len()).all(|place| self.count_at(place) == other.count_at(place))
    }
}

/// What one replicate holds besides its counts by cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Number of values.
    pub(super) count: u64,
    /// Values below zero.
    pub(super) negative: u64,
    pub(super) extremes: Extremes,
    /// Σk and Σk² of the distances k from the centre, in fixed-point units.
    pub(super) sum: i128,
    pub(super) squares: u128,
    /// The same of the distances that the fixed-point numbers do not reach.
    pub(super) beyond: Option<Box<Beyond>>,
    pub(super) far: Far,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Beyond {
    pub(super) sum: ExactSum,
    pub(super) squares: ExactSum,
}

impl Counted {
    /// No values yet of this many replicates.
    pub(super) fn new(grid: Arc<Grid>, replicates: usize) -> Self {
        let counts = vec![0; grid.rows() * replicates];
        Counted { grid, counts, settled: Vec::new(), fresh: 0, parts: vec![Part::default(); replicates] }
    }

    pub(super) fn grid(&self) -> &Arc<Grid> {
        &self.grid
    }

    pub(super) fn replicates(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn part(&self, replicate: usize) -> &Part {
        &self.parts[replicate]
    }

    /// How many of a replicate's values a cell holds but for its atom.
    pub(super) fn in_cell(&self, cell: usize, replicate: usize) -> u64 {
        self.count_at(cell * self.parts.len() + replicate)
    }

    /// How many of a replicate's values are an atom.
    pub(super) fn of_atom(&self, atom: usize, replicate: usize) -> u64 {
        self.count_at(self.grid.row_of_atom(atom) * self.parts.len() + replicate)
    }

    fn count_at(&self, place: usize) -> u64 {
        u64::from(self.counts[place]) + self.settled.get(place).copied().unwrap_or(0)
    }

    /// Makes room for so many values more.
    fn expect(&mut self, values: u64) {
        if self.fresh + values > MOST_FRESH {
            self.settled.resize(self.counts.len(), 0);
            self.settled.iter_mut().zip(&mut self.counts).for_each(|(all, new)| *all += u64::from(std::mem::take(new)));
            self.fresh = 0;
        }
        self.fresh += values;
    }

    /// Takes finite values of a replicate in: as a block of values does, one by one.
    pub(super) fn add_to(&mut self, replicate: usize, values: impl Iterator<Item = f64>) {
        let (replicates, ruler) = (self.parts.len(), *self.grid.ruler());
        for x in values {
            self.expect(1);
            let distance = x - ruler.centre;
            let part = &mut self.parts[replicate];
            part.count += 1;
            part.negative += u64::from(x < 0.0);
            part.extremes.add(x);
            if replicates > 1 && ruler.reaches(distance) {
                let ticks = ruler.ticks(distance) as i64;
                part.sum += i128::from(ticks);
                part.squares += u128::from(ticks.unsigned_abs()).pow(2);
            } else if replicates > 1 {
                part.add_beyond(distance);
            }
            if ruler.holds(distance) {
                let row = self.grid.row(ruler.row(x, distance), x);
                self.counts[row as usize * replicates + replicate] += 1;
            } else {
                self.add_outside(x, replicate);
            }
        }
    }

    fn add_outside(&mut self, x: f64, replicate: usize) {
        match self.grid.row_of(x) {
            Some(row) => self.counts[row * self.parts.len() + replicate] += 1,
            None => self.parts[replicate].far.add(x, self.grid.centre()),
        }
    }

    /// Takes a block of values in, of which value i belongs to replicate `first` + i; gives by replicate how many were
    /// finite. NaN is no value.
    pub(super) fn add_block(&mut self, first: usize, values: &[f64]) -> [u64; LANES] {
        self.expect(values.len() as u64);
        let replicates = self.parts.len();
        let ruler = self.grid.ruler();
        let mut sorted = if replicates > 1 { sort::<true>(values, ruler) } else { sort::<false>(values, ruler) };
        let mut finite = [0; LANES];
        for lane in 0..LANES {
            let replicate = (first + lane) % replicates;
            self.parts[replicate].take(&sorted, lane);
            finite[replicate] += sorted.finite[lane] as u64;
        }
        if self.grid.has_many_atoms() {
            for (row, x) in sorted.rows.iter_mut().zip(values) {
                *row = f64::from_bits(u64::from(self.grid.row(row.to_bits() as u32, *x)));
            }
        }
        self.count_rows(first, &sorted.rows[..values.len()], sorted.is_all(self.grid.centre()));
        // What lies in no cell is counted elsewhere.
        let outside = self.grid.cells() * replicates;
        self.counts[outside..outside + replicates].fill(0);
        if sorted.has_outside {
            self.add_what_is_outside(first, values);
        }
        finite
    }

    fn count_rows(&mut self, first: usize, rows: &[f64], is_centre: bool) {
        let row = |x: &f64| x.to_bits() as u32 as usize;
        if is_centre {
            // Additions to one place wait for each other.
            let replicates = self.parts.len();
            let counts = &mut self.counts[row(&rows[0]) * replicates..][..replicates];
            counts.iter_mut().for_each(|count| *count += (BLOCK / replicates) as u32);
        } else if self.parts.len() == 1 {
            rows.iter().for_each(|x| self.counts[row(x)] += 1);
        } else {
            let (counts, _) = self.counts.as_chunks_mut::<LANES>();
            for (i, x) in rows.iter().enumerate() {
                counts[row(x)][(first + i) % LANES] += 1;
            }
        }
    }

    fn add_what_is_outside(&mut self, first: usize, values: &[f64]) {
        let (replicates, ruler) = (self.parts.len(), *self.grid.ruler());
        for (i, x) in values.iter().enumerate() {
            let distance = x - ruler.centre;
            let (is_reached, is_held) = (ruler.reaches(distance), ruler.holds(distance));
            if is_reached & is_held || !x.is_finite() {
                continue;
            }
            let replicate = (first + i) % replicates;
            if replicates > 1 && !is_reached {
                self.parts[replicate].add_beyond(distance);
            }
            if !is_held {
                self.add_outside(*x, replicate);
            }
        }
    }

    /// Takes the values of another state on the same grid in.
    ///
    /// # Panics
    /// If it has another grid: its values were laid out from other trials, and counts of different cells do not add up.
    pub(super) fn merge(&mut self, other: &Self) {
        assert!(self.grid == other.grid, "states of two different runs");
        self.expect(other.fresh);
        self.counts.iter_mut().zip(&other.counts).for_each(|(own, more)| *own += more);
        if !other.settled.is_empty() {
            self.settled.resize(self.counts.len(), 0);
            self.settled.iter_mut().zip(&other.settled).for_each(|(own, more)| *own += more);
        }
        let centre = self.grid.centre();
        self.parts.iter_mut().zip(&other.parts).for_each(|(own, more)| own.merge(more, centre));
    }

    /// Count, mean and variance of a replicate.
    pub(super) fn moments(&self, replicate: usize) -> Moments {
        let Part { count, sum, squares, beyond, extremes, .. } = &self.parts[replicate];
        let (mut sums, mut all_squares) = match beyond {
            Some(beyond) => (beyond.sum.clone(), beyond.squares.clone()),
            None => Default::default(),
        };
        sums.add_integer(*sum < 0, sum.unsigned_abs(), self.grid.unit());
        all_squares.add_integer(false, *squares, 2 * self.grid.unit());
        Moments::round_a_centre(self.grid.centre(), *count, sums, all_squares, extremes.clone())
    }

    /// Every place of the counts, with its count.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, u64)> {
        (0..self.counts.len()).map(|place| (place, self.count_at(place)))
    }

    /// The state of these counts by place; none if no values have it.
    pub(super) fn of_places(grid: Arc<Grid>, parts: Vec<Part>, counts: Vec<(usize, u64)>) -> Option<Self> {
        if ![1, LANES].contains(&parts.len()) {
            return None;
        }
        let mut state = Counted { parts, ..Counted::new(grid, 1) };
        state.counts = vec![0; state.grid.rows() * state.parts.len()];
        state.settled = vec![0; state.counts.len()];
        for (place, count) in counts {
            let is_outside = place / state.parts.len() == state.grid.cells();
            *state.settled.get_mut(place).filter(|_| !is_outside)? = count;
        }
        state.is_possible().then_some(state)
    }

    /// Whether there may be values of this state.
    fn is_possible(&self) -> bool {
        let replicates = self.parts.len();
        self.parts.iter().enumerate().all(|(replicate, part)| {
            let own = (0..self.grid.cells()).map(|cell| self.in_cell(cell, replicate));
            let own = own.chain((0..self.grid.atoms().len()).map(|atom| self.of_atom(atom, replicate)));
            let counted = own.chain([part.far.count()]).try_fold(0_u64, u64::checked_add);
            let agree = part.far.is_possible() && counted == Some(part.count) && part.negative <= part.count;
            agree
                && part.has_possible_sums(replicates > 1)
                && (replicates == 1 || self.moments(replicate).are_possible())
        })
    }
}

impl Part {
    /// Takes in what the values of a lane come to.
    fn take(&mut self, sorted: &Sorted, lane: usize) {
        self.count += sorted.finite[lane] as u64;
        self.negative += sorted.negative[lane] as u64;
        self.sum += i128::from(sorted.sum[lane]);
        self.squares += sorted.squares[lane];
        if sorted.finite[lane] > 0.0 {
            self.extremes.add(sorted.low[lane]);
            self.extremes.add(sorted.high[lane]);
        }
    }

    /// Whether the sums are within what so many values can come to; without sums, whether there are none.
    fn has_possible_sums(&self, are_summed: bool) -> bool {
        let most = u128::from(self.count) << TICK_BITS;
        let are_none = (self.sum, self.squares) == (0, 0) && self.beyond.is_none();
        // The squares of 2^34 values of 47 bits are 128 bits: more than there are trials.
        let are_few = self.count <= 1 << 33;
        let are_within = self.sum.unsigned_abs() <= most && self.squares <= most.saturating_mul(1 << TICK_BITS);
        if are_summed { are_few && are_within } else { are_none }
    }

    /// Takes in a distance that the fixed-point numbers do not reach.
    fn add_beyond(&mut self, distance: f64) {
        let distance = distance.clamp(f64::MIN, f64::MAX);
        let beyond = self.beyond.get_or_insert_default();
        beyond.sum.add(distance);
        beyond.squares.add_square(distance);
    }

    fn merge(&mut self, other: &Self, centre: f64) {
        self.count += other.count;
        self.negative += other.negative;
        self.extremes.merge(&other.extremes);
        self.sum += other.sum;
        self.squares += other.squares;
        if let Some(more) = &other.beyond {
            let beyond = self.beyond.get_or_insert_default();
            beyond.sum.merge(&more.sum);
            beyond.squares.merge(&more.squares);
        }
        self.far.merge(&other.far, centre);
    }
}

/// A state as it is written: the rows that hold values.
#[derive(Serialize, Deserialize)]
struct Written {
    grid: Grid,
    /// Place and count.
    counts: Vec<(usize, u64)>,
    parts: Vec<Part>,
}

impl From<Counted> for Written {
    fn from(state: Counted) -> Self {
        let counts = state.places().filter(|(_, count)| *count > 0).collect();
        Written { counts, grid: Grid::clone(&state.grid), parts: state.parts }
    }
}

impl TryFrom<Written> for Counted {
    type Error = &'static str;

    fn try_from(Written { grid, counts, parts }: Written) -> Result<Self, Self::Error> {
        Counted::of_places(Arc::new(grid), parts, counts).ok_or("no values have these counts")
    }
}
