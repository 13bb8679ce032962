//! Values side by side in an array, of any number of trials.

use super::{MANTISSA, ONE, Pack, ROOT_HALF};

#[inline(always)]
fn mask(holds: bool) -> u64 {
    if holds { u64::MAX } else { 0 }
}

/// Masks are whole 64-bit words here, since a choice between two numbers is then plain bit arithmetic in every width.
impl<const N: usize> Pack for [f64; N] {
    type Token = ();
    type Mask = [u64; N];
    const TRIALS: usize = N;

    #[inline(always)]
    fn splat((): (), x: f64) -> Self {
        [x; N]
    }

    #[inline(always)]
    fn read((): (), column: &[f64]) -> Self {
        match column.first_chunk() {
            Some(values) => *values,
            None => unreachable!("a column holds whole lanes"),
        }
    }

    #[inline(always)]
    fn token(self) {}

    #[inline(always)]
    fn outlined<R>((): (), work: impl FnOnce() -> R) -> R {
        work()
    }

    #[inline(always)]
    fn values(&self) -> &[f64] {
        self
    }

    #[inline(always)]
    fn values_mut(&mut self) -> &mut [f64] {
        self
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        zip(self, other, |a, b| a + b)
    }

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        zip(self, other, |a, b| a - b)
    }

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        zip(self, other, |a, b| a * b)
    }

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        zip(self, other, |a, b| a / b)
    }

    #[inline(always)]
    fn neg(self) -> Self {
        zip(self, self, |a, _| -a)
    }

    #[inline(always)]
    fn abs(self) -> Self {
        zip(self, self, |a, _| a.abs())
    }

    #[inline(always)]
    fn ceil(self) -> Self {
        zip(self, self, |a, _| a.ceil())
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        zip(self, other, |a, b| if b < a { b } else { a })
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        zip(self, other, |a, b| if b > a { b } else { a })
    }

    #[inline(always)]
    fn power_of_two(self) -> Self {
        zip(self, self, |a, _| f64::from_bits(a.to_bits().wrapping_shl(52).wrapping_add(ONE)))
    }

    #[inline(always)]
    fn exponent_and_mantissa(self) -> (Self, Self) {
        let shifted = |x: f64| x.to_bits().wrapping_sub(ROOT_HALF);
        let exponent = zip(self, self, |a, _| (shifted(a) as i64 >> 52) as f64);
        let mantissa = zip(self, self, |a, _| f64::from_bits((shifted(a) & MANTISSA).wrapping_add(ROOT_HALF)));
        (exponent, mantissa)
    }

    #[inline(always)]
    fn below(self, other: Self) -> [u64; N] {
        compare(self, other, |a, b| a < b)
    }

    #[inline(always)]
    fn at_most(self, other: Self) -> [u64; N] {
        compare(self, other, |a, b| a <= b)
    }

    #[inline(always)]
    fn equals(self, other: Self) -> [u64; N] {
        compare(self, other, |a, b| a == b)
    }

    #[inline(always)]
    fn select(mask: [u64; N], yes: Self, mut no: Self) -> Self {
        let mut i = 0;
        while i < N {
            no[i] = f64::from_bits((yes[i].to_bits() & mask[i]) | (no[i].to_bits() & !mask[i]));
            i += 1;
        }
        no
    }

    #[inline(always)]
    fn and(a: [u64; N], b: [u64; N]) -> [u64; N] {
        combine(a, b, |a, b| a & b)
    }

    #[inline(always)]
    fn or(a: [u64; N], b: [u64; N]) -> [u64; N] {
        combine(a, b, |a, b| a | b)
    }

    #[inline(always)]
    fn not(mask: [u64; N]) -> [u64; N] {
        combine(mask, mask, |a, _| !a)
    }

    #[inline(always)]
    fn any(mask: [u64; N]) -> bool {
        mask.iter().fold(0, |all, m| all | m) != 0
    }

    #[inline(always)]
    fn holds(mask: [u64; N], i: usize) -> bool {
        mask[i] != 0
    }

    #[inline(always)]
    fn set(bits: &mut [u64; N], i: usize, holds: bool) {
        bits[i] = mask(holds);
    }
}

#[inline(always)]
fn zip<const N: usize>(mut a: [f64; N], b: [f64; N], f: impl Fn(f64, f64) -> f64) -> [f64; N] {
    let mut i = 0;
    while i < N {
        a[i] = f(a[i], b[i]);
        i += 1;
    }
    a
}

#[inline(always)]
fn compare<const N: usize>(a: [f64; N], b: [f64; N], holds: impl Fn(f64, f64) -> bool) -> [u64; N] {
    let mut bits = [0; N];
    let mut i = 0;
    while i < N {
        bits[i] = mask(holds(a[i], b[i]));
        i += 1;
    }
    bits
}

#[inline(always)]
fn combine<const N: usize>(mut a: [u64; N], b: [u64; N], f: impl Fn(u64, u64) -> u64) -> [u64; N] {
    let mut i = 0;
    while i < N {
        a[i] = f(a[i], b[i]);
        i += 1;
    }
    a
}
