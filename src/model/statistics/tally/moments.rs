//! Count, mean, variance and extremes of values, from exact sums.

use super::block::BLOCK;
use super::exact_sum::{ExactSum, UNIT};
use super::extremes::Extremes;
use super::natural::{Natural, Scaled};

/// Count, Σ(x − c), Σ(x − c)² about a centre c, and the extremes of finite values, without rounding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    /// 0 where values are taken in one by one, a finite number where they come from a grid.
    centre: f64,
    sum: ExactSum,
    squares: ExactSum,
    extremes: Extremes,
}

impl Moments {
    /// The moments of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Moments that were summed elsewhere, about a centre.
    pub(super) fn round_a_centre(
        centre: f64,
        count: u64,
        sum: ExactSum,
        squares: ExactSum,
        extremes: Extremes,
    ) -> Self {
        Self { count, centre, sum, squares, extremes }
    }

    /// Takes `x` in.
    pub fn add(&mut self, x: f64) {
        self.count += 1;
        self.sum.add(x);
        self.squares.add_square(x);
        self.extremes.add(x);
    }

    /// Takes every value of a slice in.
    pub fn add_slice(&mut self, values: &[f64]) {
        for block in values.chunks(BLOCK) {
            self.count += block.len() as u64;
            self.sum.add_slice(block);
            self.squares.add_square_slice(block);
            self.extremes.add_slice(block);
        }
    }

    /// Takes the values at `start`, `start + stride`, … in: one column of a table stored by rows.
    ///
    /// # Panics
    /// If `stride` is 0.
    pub fn add_lane(&mut self, values: &[f64], start: usize, stride: usize) {
        super::block::for_each_in_lane(values, start, stride, |block| self.add_slice(block));
    }

    /// Takes the values of another state in, which must be about the same centre.
    pub fn merge(&mut self, other: &Self) {
        if self.count == 0 {
            self.centre = other.centre;
        }
        debug_assert!(other.count == 0 || self.centre == other.centre, "sums about two centres do not add up");
        self.count += other.count;
        self.sum.merge(&other.sum);
        self.squares.merge(&other.squares);
        self.extremes.merge(&other.extremes);
    }

    /// Number of values.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Σx, correctly rounded.
    pub fn sum(&self) -> f64 {
        self.total().value()
    }

    fn total(&self) -> ExactSum {
        let mut total = self.sum.clone();
        total.add_times(self.centre, self.count);
        total
    }

    /// The smallest and the largest value.
    pub fn extremes(&self) -> &Extremes {
        &self.extremes
    }

    /// Σx / n, within one unit in the last place, and never outside the extremes; `None` without values.
    pub fn mean(&self) -> Option<f64> {
        let (min, max) = self.extremes.min().zip(self.extremes.max())?;
        Some(self.total().scaled().divided_by(self.count as f64).value().clamp(min, max))
    }

    /// Sample variance (n·Σ(x − c)² − (Σ(x − c))²) / (n·(n − 1)), in the square of the values' unit; `None` below two
    /// values.
    ///
    /// The numerator is exact before it is rounded once, so nothing cancels: the relative error is below 2^-51.
    pub fn variance(&self) -> Option<f64> {
        self.scaled_variance().map(Scaled::value)
    }

    /// Sample standard deviation √variance, in the values' unit, also where the variance is no double; `None` below
    /// two values.
    pub fn sd(&self) -> Option<f64> {
        self.scaled_variance().map(|variance| variance.square_root().value())
    }

    /// Whether there may be values of these moments.
    pub(super) fn are_possible(&self) -> bool {
        let (is_negative, squares) = self.squares.magnitude();
        let (_, sum) = self.sum.magnitude();
        let total = Natural::from_u64(self.count).times(&squares).shifted_by_words((-UNIT / 32) as usize);
        let any = self.extremes.min().is_some();
        !is_negative && any == (self.count > 0) && !total.is_less_than(&sum.times(&sum))
    }

    fn scaled_variance(&self) -> Option<Scaled> {
        if self.count < 2 {
            return None;
        }
        let (_, sum) = self.sum.magnitude();
        let (_, squares) = self.squares.magnitude();
        // (Σx)² is in units of 2^(2·UNIT): n·Σx² has to come down to the same.
        let total = Natural::from_u64(self.count).times(&squares).shifted_by_words((-UNIT / 32) as usize);
        let numerator = total.minus(&sum.times(&sum)).scaled(2 * UNIT);
        let count = u128::from(self.count);
        Some(numerator.divided_by((count * (count - 1)) as f64))
    }
}
