//! Sorts a block of values into the cells of a grid and sums them as fixed-point numbers, in the vectors of the machine.

use super::grid::Ruler;
use super::natural::ROUNDING;
use crate::units::{Kernel, Lane, Mask, Pack, dispatch_simd};

/// Values that are sorted at a time: sums of their squares stay exact in doubles.
pub(super) const BLOCK: usize = 256;
/// Values side by side: value i belongs to lane i mod 8.
pub(super) const LANES: usize = 8;
/// Ticks are cut into a high and a low part of so many bits.
const LOW_BITS: i32 = 24;
const LOW: f64 = (1_u64 << LOW_BITS) as f64;

/// What a block of values comes to.
#[derive(Debug)]
pub(super) struct Sorted {
    /// By value, its row in the low bits; that after the last cell is for what is not finite or lies in none.
    pub(super) rows: [f64; BLOCK],
    /// By lane, the number of finite values.
    pub(super) finite: [f64; LANES],
    /// By lane, the number of finite values below zero.
    pub(super) negative: [f64; LANES],
    /// By lane, the smallest finite value; infinite if there is none.
    pub(super) low: [f64; LANES],
    /// By lane, the largest finite value.
    pub(super) high: [f64; LANES],
    /// Whether some finite value lies outside the cells, or beyond the fixed-point numbers.
    pub(super) has_outside: bool,
    /// By lane, Σk of what the fixed-point numbers hold.
    pub(super) sum: [i64; LANES],
    /// By lane, Σk².
    pub(super) squares: [u128; LANES],
}

impl Sorted {
    const EMPTY: Self = Sorted {
        rows: [0.0; BLOCK],
        finite: [0.0; LANES],
        negative: [0.0; LANES],
        low: [f64::INFINITY; LANES],
        high: [f64::NEG_INFINITY; LANES],
        has_outside: false,
        sum: [0; LANES],
        squares: [0; LANES],
    };

    /// Whether all values of a whole block are this one.
    pub(super) fn is_all(&self, x: f64) -> bool {
        let whole = self.finite.iter().all(|count| *count == (BLOCK / LANES) as f64);
        whole && self.low.iter().chain(&self.high).all(|end| *end == x)
    }
}

/// Sorts up to [`BLOCK`] values; NaN is no value. Without `SUMS` it leaves them out.
pub(super) fn sort<const SUMS: bool>(values: &[f64], ruler: &Ruler) -> Sorted {
    let mut sorted = Sorted::EMPTY;
    let mut padded = [f64::NAN; BLOCK];
    let block = values.try_into().unwrap_or_else(|_| {
        padded[..values.len()].copy_from_slice(values);
        &padded
    });
    dispatch_simd(Sorting::<SUMS> { block, ruler, sorted: &mut sorted });
    sorted
}

struct Sorting<'a, const SUMS: bool> {
    block: &'a [f64; BLOCK],
    ruler: &'a Ruler,
    sorted: &'a mut Sorted,
}

impl<const SUMS: bool> Kernel for Sorting<'_, SUMS> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) {
        for lane in (0..LANES).step_by(V::TRIALS) {
            let mut seen = Seen::<V>::nothing(token);
            let mut sums = Sums::<V>::nothing(token);
            for at in (lane..BLOCK).step_by(LANES) {
                let x = Lane::<V>::read(token, &self.block[at..]);
                let is_finite = x.abs().below(f64::INFINITY);
                // NaN lies in no cell, and is reached by no number.
                let distance = is_finite.select(x - self.ruler.centre, f64::NAN);
                let (row, is_held) = self.ruler.rows(x, distance);
                self.sorted.rows[at..at + V::TRIALS].copy_from_slice(row.values());
                let mut is_counted = is_held;
                if SUMS {
                    let is_reached = distance.abs().at_most(self.ruler.reach);
                    sums.add(is_reached.select(distance * self.ruler.scale, 0.0));
                    is_counted = is_held.and(is_reached);
                }
                seen.add(x, is_finite);
                seen.outside += is_finite.and(is_counted.inverse()).select(1.0, 0.0);
            }
            seen.store(self.sorted, lane);
            sums.store(self.sorted, lane);
        }
    }
}

/// Numbers of values, and extremes.
struct Seen<V: Pack> {
    finite: Lane<V>,
    negative: Lane<V>,
    outside: Lane<V>,
    low: Lane<V>,
    high: Lane<V>,
}

impl<V: Pack> Seen<V> {
    #[inline(always)]
    fn nothing(token: V::Token) -> Self {
        let zero = Lane::splat(token, 0.0);
        let (low, high) = (zero.all(f64::INFINITY), zero.all(f64::NEG_INFINITY));
        Seen { finite: zero, negative: zero, outside: zero, low, high }
    }

    #[inline(always)]
    fn add(&mut self, x: Lane<V>, is_finite: Mask<V>) {
        self.finite += is_finite.select(1.0, 0.0);
        self.negative += is_finite.and(x.below(0.0)).select(1.0, 0.0);
        self.low = is_finite.and(x.below(self.low)).select(x, self.low);
        self.high = is_finite.and(x.above(self.high)).select(x, self.high);
    }

    #[inline(always)]
    fn store(&self, sorted: &mut Sorted, lane: usize) {
        let put = |into: &mut [f64; LANES], from: &Lane<V>| into[lane..lane + V::TRIALS].copy_from_slice(from.values());
        put(&mut sorted.finite, &self.finite);
        put(&mut sorted.negative, &self.negative);
        put(&mut sorted.low, &self.low);
        put(&mut sorted.high, &self.high);
        sorted.has_outside |= self.outside.values().iter().any(|count| *count > 0.0);
    }
}

/// With k = h·2^24 + l: Σh, Σl, Σh², Σhl and Σl², all exact: |h| and |l| are at most 2^23, and there are 32 of them.
struct Sums<V: Pack>([Lane<V>; 5]);

impl<V: Pack> Sums<V> {
    #[inline(always)]
    fn nothing(token: V::Token) -> Self {
        Sums([Lane::splat(token, 0.0); 5])
    }

    /// Adds the nearest whole number.
    #[inline(always)]
    fn add(&mut self, x: Lane<V>) {
        let k = (x + ROUNDING) - ROUNDING;
        let high = (k * (1.0 / LOW) + ROUNDING) - ROUNDING;
        let low = k - high * LOW;
        self.0[0] += high;
        self.0[1] += low;
        self.0[2] += high * high;
        self.0[3] += high * low;
        self.0[4] += low * low;
    }

    #[inline(always)]
    fn store(&self, sorted: &mut Sorted, lane: usize) {
        let shifted = self.0.map(|sum| sum + ROUNDING);
        let whole =
            |sum: usize, i: usize| (shifted[sum].values()[i].to_bits() as i64).wrapping_sub(ROUNDING.to_bits() as i64);
        for i in 0..V::TRIALS {
            let mixed = i128::from(whole(3, i)) << (LOW_BITS + 1);
            let squares = (i128::from(whole(2, i)) << (2 * LOW_BITS)) + mixed + i128::from(whole(4, i));
            sorted.sum[lane + i] = (whole(0, i) << LOW_BITS) + whole(1, i);
            sorted.squares[lane + i] = squares as u128;
        }
    }
}
