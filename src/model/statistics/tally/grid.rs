//! The grid on which the values of one measure are counted and summed, laid out from the first trials of a case.

use super::natural::ROUNDING;
use crate::units::{Lane, Mask, Pack};
use serde::{Deserialize, Serialize};

/// Cells between the two quantiles that surely lie within P5 to P95: a cell is at most 0.1 % of that band.
const CELLS_PER_BAND: f64 = 1024.0;
/// The most cells on each side of the centre: four such bands.
const MOST_ON_A_SIDE: f64 = 4096.0;
/// A fixed-point unit is at least this power of two finer than a cell.
const UNITS_PER_CELL: i32 = 24;
/// Fixed-point numbers have 47 bits and a sign.
pub(super) const MOST_TICKS: f64 = (1_u64 << 47) as f64;
/// A value that so many of the first trials share is counted by itself.
const ATOM: usize = 3;
/// Bands beyond these, 2^-900 to 2^1000, get no cells: scales would leave the range of doubles.
const SIZES: std::ops::Range<f64> = f64::from_bits((1023 - 900) << 52)..f64::from_bits((1023 + 1000) << 52);

/// How the values of one measure are counted: in equal cells round a centre, single values that return by themselves,
/// and whatever lies outside by its distance from the centre.
///
/// It is a function of the values that it is laid out from alone. Whoever counts a run lays it out from the same first
/// trials, so that counts of any two parts of the run are counts of the same cells.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Read")]
pub struct Grid {
    /// A value: the median of the first trials.
    centre: f64,
    /// Width of a cell, in the unit of the measure; 0 where the only cell is the centre itself.
    width: f64,
    /// Place of the lowest cell, 0 or below; that of the centre is 0.
    first: i32,
    /// Place of the highest cell, 0 or above.
    last: i32,
    /// Exponent of the fixed-point unit, a power of two.
    unit: i32,
    /// Values that are counted by themselves, rising.
    atoms: Vec<f64>,
    /// By cell, its first atom; empty if there are so few that each value is compared with them all.
    #[serde(skip)]
    first_atoms: Vec<u32>,
    #[serde(skip)]
    ruler: Ruler,
}

/// So many atoms in cells are compared with every value.
const FEW: usize = 4;

/// Two are the same that were laid out alike.
impl PartialEq for Grid {
    fn eq(&self, other: &Self) -> bool {
        let places = |grid: &Self| (grid.first, grid.last, grid.unit);
        let same = (self.centre, self.width, &self.atoms) == (other.centre, other.width, &other.atoms);
        same && places(self) == places(other)
    }
}

impl Grid {
    /// The grid for more of what these values are the first of; they must be finite.
    ///
    /// With m of them, the band between the levels 5 % + 5σ and 95 % − 5σ, σ = √(0.05·0.95/m), lies within P5 to P95
    /// of whatever they were drawn from, whatever its shape: a 1024th of it is at most 0.1 % of P5–P95.
    pub fn of(values: &[f64]) -> Self {
        let mut sorted: Vec<f64> = values.iter().map(|x| x + 0.0).collect();
        let (low, high) = sorted.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(*x), h.max(*x)));
        if !(low < high) {
            return Self::of_one(sorted.first().copied().unwrap_or(0.0), sorted.len() >= ATOM);
        }
        sorted.sort_unstable_by(f64::total_cmp);
        let (range, band) = (high - low, inner_band(&sorted));
        // Where differences are no doubles, values are counted by their distance from zero.
        let centre = if range.is_finite() { sorted[sorted.len() / 2] } else { 0.0 };
        if !SIZES.contains(&range) || !SIZES.contains(&band) {
            let unit = exponent(range).clamp(-900, 1000) - 40;
            return Grid { unit, ..Self::of_one(centre, false) }.with_atoms(&sorted);
        }
        let width = band / CELLS_PER_BAND;
        // A margin for the trials to come.
        let place =
            |x: f64, margin: f64| (((x - centre) + margin * band) / width).clamp(-MOST_ON_A_SIDE, MOST_ON_A_SIDE);
        let (first, last) = (place(low, -0.125).floor() as i32, place(high, 0.125).ceil() as i32);
        let unit = exponent(width) - UNITS_PER_CELL;
        Grid::unindexed(Read { centre, width, first, last, unit, atoms: Vec::new() }).with_atoms(&sorted)
    }

    fn unindexed(Read { centre, width, first, last, unit, atoms }: Read) -> Self {
        Grid { centre, width, first, last, unit, atoms, first_atoms: Vec::new(), ruler: Ruler::default() }
    }

    /// One cell for the values that equal the centre.
    fn of_one(centre: f64, is_atom: bool) -> Self {
        let unit = exponent(centre).clamp(-900, 900) - 52;
        let atoms = if is_atom { vec![centre] } else { Vec::new() };
        Grid::unindexed(Read { centre, width: 0.0, first: 0, last: 0, unit, atoms }).indexed()
    }

    /// The same with the values that stand at least [`ATOM`] times among these.
    fn with_atoms(mut self, sorted: &[f64]) -> Self {
        let runs = sorted.chunk_by(|a, b| a == b).filter(|run| run.len() >= ATOM);
        self.atoms = runs.map(|run| run[0]).collect();
        self.indexed()
    }

    /// The same with its ruler, and with its index of atoms by cell if there are more than a few.
    fn indexed(mut self) -> Self {
        self.ruler = self.new_ruler();
        let cell = |atom: &f64| self.ruler.cell(atom - self.centre);
        let rows = (self.cells() as u32 + 1..).zip(&self.atoms);
        // Those outside are looked for one by one.
        let in_cells: Vec<(u32, f64)> =
            rows.filter(|(_, a)| cell(a) != self.ruler.outside()).map(|(r, a)| (r, *a)).collect();
        self.first_atoms = Vec::new();
        if in_cells.len() <= FEW {
            self.ruler.has_few = !in_cells.is_empty();
            for (few, (row, atom)) in self.ruler.few.iter_mut().zip(in_cells) {
                *few = (atom, f64::from(row));
            }
        } else {
            let mut first_atoms = vec![u32::MAX; self.cells() + 1];
            for (row, atom) in in_cells.iter().rev() {
                first_atoms[cell(atom) as usize] = row - self.row_of_atom(0) as u32;
            }
            self.first_atoms = first_atoms;
        }
        self
    }

    /// What values are counted by their distance from.
    pub(super) fn centre(&self) -> f64 {
        self.centre
    }

    /// Number of cells.
    pub(super) fn cells(&self) -> usize {
        (self.last - self.first + 1) as usize
    }

    /// Exponent of the fixed-point unit.
    pub(super) fn unit(&self) -> i32 {
        self.unit
    }

    /// Values that are counted by themselves, rising.
    pub(super) fn atoms(&self) -> &[f64] {
        &self.atoms
    }

    /// Rows of a table of counts: one for each cell, one for what lies in none, one for each atom.
    pub(super) fn rows(&self) -> usize {
        self.row_of_atom(self.atoms.len())
    }

    /// The row of an atom.
    pub(super) fn row_of_atom(&self, atom: usize) -> usize {
        self.cells() + 1 + atom
    }

    /// Whether rows that a ruler gave are still to be held against the atoms.
    pub(super) fn has_many_atoms(&self) -> bool {
        !self.first_atoms.is_empty()
    }

    /// The row of a value, given that by its ruler.
    #[inline]
    pub(super) fn row(&self, row: u32, x: f64) -> u32 {
        let Some(first) = self.first_atoms.get(row as usize) else { return row };
        let mut from_here = self.atoms.get(*first as usize..).unwrap_or_default().iter();
        match from_here.position(|atom| *atom >= x) {
            Some(after) if self.atoms[*first as usize + after] == x => (self.row_of_atom(0) + after) as u32 + first,
            _ => row,
        }
    }

    /// The row of a value if it is an atom.
    pub(super) fn row_of(&self, x: f64) -> Option<usize> {
        self.atoms.binary_search_by(|atom| atom.total_cmp(&(x + 0.0))).ok().map(|atom| self.row_of_atom(atom))
    }

    /// The values that a cell holds: from, to.
    pub(super) fn bounds(&self, cell: usize) -> (f64, f64) {
        let at = |place: f64| self.centre + place.clamp(f64::from(self.first), f64::from(self.last)) * self.width;
        let place = f64::from(cell as i32 + self.first);
        (at(place - 0.5), at(place + 0.5))
    }

    /// The values that all cells together hold: from, to.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.bounds(0).0, self.bounds(self.cells() - 1).1)
    }

    /// What the loops over values need of it.
    pub(super) fn ruler(&self) -> &Ruler {
        &self.ruler
    }

    fn new_ruler(&self) -> Ruler {
        let (first, last) = (f64::from(self.first), f64::from(self.last));
        Ruler {
            centre: self.centre,
            lowest: first * self.width,
            highest: last * self.width,
            per_width: if self.width > 0.0 { 1.0 / self.width } else { 0.0 },
            first,
            outside: self.cells() as f64,
            scale: super::natural::power_of_two(-self.unit),
            reach: MOST_TICKS * super::natural::power_of_two(self.unit),
            few: [(f64::NAN, 0.0); FEW],
            has_few: false,
        }
    }

    fn is_possible(&self) -> bool {
        let sizes = (0.0..SIZES.end).contains(&self.width) && (self.width == 0.0 || self.width > 1e-300);
        let sides =
            (-(MOST_ON_A_SIDE as i32)..=0).contains(&self.first) && (0..=MOST_ON_A_SIDE as i32).contains(&self.last);
        let cells = sides && (self.width > 0.0 || self.first == self.last);
        let atoms = self.atoms.iter().all(|x| x.is_finite()) && self.atoms.is_sorted_by(|a, b| a < b);
        self.centre.is_finite() && sizes && cells && atoms && (-970..=970).contains(&self.unit)
    }
}

/// The distance between two order statistics that surely lie within P5 to P95; 0 of too few values.
fn inner_band(sorted: &[f64]) -> f64 {
    let m = sorted.len() as f64;
    let level = 0.05 + 5.0 * (0.05 * 0.95 / m).sqrt();
    let skipped = (level * m).ceil() as usize;
    match sorted.len().checked_sub(skipped + 1) {
        Some(high) if high > skipped => sorted[high] - sorted[skipped],
        _ => 0.0,
    }
}

/// The exponent of the power of two at or below |x|.
fn exponent(x: f64) -> i32 {
    ((x.to_bits() >> 52) & 0x7ff) as i32 - 1023
}

/// A grid as it was written, not yet looked at.
#[derive(Clone, Debug, Deserialize)]
struct Read {
    centre: f64,
    width: f64,
    first: i32,
    last: i32,
    unit: i32,
    atoms: Vec<f64>,
}

impl TryFrom<Read> for Grid {
    type Error = &'static str;

    fn try_from(read: Read) -> Result<Self, Self::Error> {
        let grid = Grid::unindexed(read);
        if grid.is_possible() { Ok(grid.indexed()) } else { Err("no values have this grid") }
    }
}

/// Adding it leaves the nearest integer in the low bits.
const WHOLE: f64 = (1_u64 << 52) as f64;

/// The nearest whole number.
fn whole(x: f64) -> u32 {
    (x + WHOLE).to_bits() as u32
}

/// A grid as the loops over values need it: where a value belongs, by steps without branches.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ruler {
    pub(super) centre: f64,
    lowest: f64,
    highest: f64,
    per_width: f64,
    first: f64,
    outside: f64,
    pub(super) scale: f64,
    pub(super) reach: f64,
    /// A few atoms, and their rows; NaN is none.
    few: [(f64, f64); FEW],
    has_few: bool,
}

impl Ruler {
    /// The number of the cell at this distance from the centre; [`Ruler::outside`] if there is none.
    pub(super) fn cell(&self, distance: f64) -> u32 {
        whole(self.place(distance))
    }

    /// The row of a value at this distance: that of its cell, or its own if it is one of a few atoms.
    pub(super) fn row(&self, x: f64, distance: f64) -> u32 {
        let mut place = self.place(distance);
        for (atom, row) in self.few {
            place = if x == atom { row } else { place };
        }
        whole(place)
    }

    /// The rows of some values in the low bits, by the steps of [`Ruler::row`], and which of them cells hold.
    #[inline(always)]
    pub(super) fn rows<V: Pack>(&self, x: Lane<V>, distance: Lane<V>) -> (Lane<V>, Mask<V>) {
        let is_held = distance.at_least(self.lowest).and(distance.at_most(self.highest));
        let mut place = is_held.select(distance * self.per_width - self.first, self.outside);
        if self.has_few {
            for (atom, row) in self.few {
                place = x.equals(atom).select(row, place);
            }
        }
        (place + WHOLE, is_held)
    }

    fn place(&self, distance: f64) -> f64 {
        let place = distance * self.per_width - self.first;
        if self.holds(distance) { place } else { self.outside }
    }

    /// Whether a cell lies at this distance from the centre.
    pub(super) fn holds(&self, distance: f64) -> bool {
        (distance >= self.lowest) & (distance <= self.highest)
    }

    /// What [`Ruler::cell`] gives where no cell is.
    pub(super) fn outside(&self) -> u32 {
        self.outside as u32
    }

    /// Whether a distance is a fixed-point number of this grid.
    pub(super) fn reaches(&self, distance: f64) -> bool {
        distance.abs() <= self.reach
    }

    /// A distance in fixed-point units, a whole number; only where the grid reaches it.
    pub(super) fn ticks(&self, distance: f64) -> f64 {
        (distance * self.scale + ROUNDING) - ROUNDING
    }
}
