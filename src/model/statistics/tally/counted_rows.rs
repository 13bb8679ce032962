//! What is counted on a grid in long form.

use super::counted::{Beyond, Counted, Part};
use super::exact_sum::ExactSum;
use super::extremes::Extremes;
use super::far::Far;
use super::grid::Grid;
use super::rows::{GroupedRows, RowWriter, field, keep, metric};
use std::sync::Arc;

impl Counted {
    /// Takes its numbers down.
    pub(super) fn write_rows(&self, rows: &mut RowWriter) {
        let replicates = self.replicates();
        for (place, count) in self.places().filter(|(_, count)| *count > 0) {
            rows.sum(metric(field::CELL, place % replicates), (place / replicates) as i64, count as i64);
        }
        (0..replicates).for_each(|replicate| self.part(replicate).write_rows(replicate, rows));
    }

    /// The state of these rows on a grid; none if no state has them.
    pub(super) fn of_rows(grid: Arc<Grid>, replicates: usize, rows: &GroupedRows, most: u64) -> Option<Self> {
        let parts = (0..replicates).map(|replicate| Part::of_rows(replicate, rows, (most, grid.centre())));
        let parts = parts.collect::<Option<Vec<Part>>>()?;
        let cells = (0..replicates).flat_map(|r| rows.sums(metric(field::CELL, r)).map(move |cell| (r, cell)));
        let places = cells.map(|(r, (row, count))| {
            let place = usize::try_from(row).ok()?.checked_mul(replicates)?.checked_add(r)?;
            Some((place, u64::try_from(count).ok()?))
        });
        Counted::of_places(grid, parts, places.collect::<Option<Vec<_>>>()?)
    }
}

impl Part {
    fn write_rows(&self, replicate: usize, rows: &mut RowWriter) {
        let of = |field| metric(field, replicate);
        rows.sum(of(field::COUNT), 0, self.count as i64);
        rows.sum(of(field::NEGATIVE), 0, self.negative as i64);
        if self.extremes.min().is_some() {
            rows.range(of(field::EXTREME), 0, self.extremes.clone().into());
        }
        rows.large(of(field::SUM), self.sum < 0, self.sum.unsigned_abs());
        rows.large(of(field::SQUARES), false, self.squares);
        if let Some(beyond) = &self.beyond {
            for (field, sum) in [(field::BEYOND, &beyond.sum), (field::BEYOND_SQUARES, &beyond.squares)] {
                sum.halves().into_iter().for_each(|(place, half)| rows.sum(of(field), place, half));
            }
        }
        match &self.far {
            Far::Kept(kept) => keep(rows, of(field::FAR), kept),
            Far::Counted(counts) => {
                counts.iter().for_each(|(key, count)| rows.sum(of(field::FAR_COUNTED), i64::from(*key), *count as i64));
            }
        }
    }

    fn of_rows(replicate: usize, rows: &GroupedRows, (most, centre): (u64, f64)) -> Option<Self> {
        let of = |field| metric(field, replicate);
        let sum_of = |field| ExactSum::of_halves(rows.sums(of(field)));
        let beyond = match rows.sums(of(field::BEYOND_SQUARES)).next() {
            Some(_) => Some(Box::new(Beyond { sum: sum_of(field::BEYOND)?, squares: sum_of(field::BEYOND_SQUARES)? })),
            None => None,
        };
        let extremes = match rows.range(of(field::EXTREME), 0) {
            Some(range) => Extremes::try_from(range).ok()?,
            None => Extremes::new(),
        };
        let key = |(key, count): (i64, i64)| Some((i32::try_from(key).ok()?, u64::try_from(count).ok()?));
        let counted = rows.sums(of(field::FAR_COUNTED)).map(key).collect::<Option<_>>()?;
        Some(Part {
            count: rows.count(of(field::COUNT)).filter(|count| *count <= most)?,
            negative: rows.count(of(field::NEGATIVE))?,
            extremes,
            sum: rows.large(of(field::SUM))?,
            squares: rows.large(of(field::SQUARES))?.try_into().ok()?,
            beyond,
            far: Far::of(counted, rows.kept(of(field::FAR), most)?, centre),
        })
    }
}
