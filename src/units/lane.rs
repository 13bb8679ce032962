//! A number of the model for `N` trials at once, whose operators read like the formulas they compute.
//!
//! The chain and the money are written once over [`Lane`]; a trace runs them with `N = 1`, the simulation with
//! `N = 8`. Every operation is element by element with IEEE arithmetic and a fixed order, so that a trial's bits do
//! not depend on its neighbours, on `N` or on the width of the machine's vectors.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// `N` values of one quantity, one a trial.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
pub struct Lane<const N: usize>(pub [f64; N]);

/// `each!(k in 4 => f(k))` is `[f(0), f(1), f(2), f(3)]`, written out.
///
/// The month loop is all straight lines on purpose: of a loop over stages, states or elements the compiler would make
/// vectors of four states of one trial, instead of one state of eight trials.
macro_rules! each {
    ($k:ident in 3 => $f:expr) => { each!(@ $k, $f, 0 1 2) };
    ($k:ident in 4 => $f:expr) => { each!(@ $k, $f, 0 1 2 3) };
    ($k:ident in 6 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5) };
    ($k:ident in 7 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6) };
    ($k:ident in 9 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6 7 8) };
    ($k:ident in 10 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6 7 8 9) };
    (@ $k:ident, $f:expr, $($i:literal)*) => { [$({ let $k: usize = $i; $f }),*] };
}
pub(crate) use each;

/// The outcome of a comparison, one a trial: all bits set where it holds, else none.
///
/// Kept as 64-bit masks, since a choice between two numbers is then plain bit arithmetic in every vector width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(64))]
pub struct Mask<const N: usize>(pub [u64; N]);

/// Puts a value down in memory, where the trials of a lane stand side by side.
///
/// The compiler keeps a lane as `N` separate numbers and finds the vectors again by itself, within stretches of code
/// without branches. Where a branch or a loop joins such stretches it often does not; a value that has been put down
/// is picked up again as a vector.
#[inline(always)]
pub fn settle<T>(value: &mut T) {
    std::hint::black_box(value);
}

impl<const N: usize> Lane<N> {
    /// The same value in every trial.
    #[inline(always)]
    pub const fn splat(x: f64) -> Self {
        Lane([x; N])
    }

    /// Zero in every trial.
    pub const ZERO: Self = Self::splat(0.0);
    /// One in every trial.
    pub const ONE: Self = Self::splat(1.0);

    /// Applies `f` to each trial's value.
    #[inline(always)]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        let mut out = self.0;
        let mut i = 0;
        while i < N {
            out[i] = f(out[i]);
            i += 1;
        }
        Lane(out)
    }

    /// Combines two values trial by trial.
    #[inline(always)]
    pub fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut out = self.0;
        let mut i = 0;
        while i < N {
            out[i] = f(out[i], other.0[i]);
            i += 1;
        }
        Lane(out)
    }

    /// Compares two values trial by trial.
    #[inline(always)]
    fn compare(self, other: Self, holds: impl Fn(f64, f64) -> bool) -> Mask<N> {
        let mut out = [0; N];
        let mut i = 0;
        while i < N {
            out[i] = if holds(self.0[i], other.0[i]) { u64::MAX } else { 0 };
            i += 1;
        }
        Mask(out)
    }

    /// The smaller of the two; neither may be NaN.
    #[inline(always)]
    pub fn min(self, other: Self) -> Self {
        self.zip(other, |a, b| if b < a { b } else { a })
    }

    /// The larger of the two; neither may be NaN.
    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        self.zip(other, |a, b| if b > a { b } else { a })
    }

    /// min(max(x, 0), 1): a share stays a share.
    #[inline(always)]
    pub fn clamp_share(self) -> Self {
        self.max(Self::ZERO).min(Self::ONE)
    }

    /// Where `self < other`.
    #[inline(always)]
    pub fn below(self, other: Self) -> Mask<N> {
        self.compare(other, |a, b| a < b)
    }

    /// Where `self ≤ other`.
    #[inline(always)]
    pub fn at_most(self, other: Self) -> Mask<N> {
        self.compare(other, |a, b| a <= b)
    }

    /// Where `self = other`.
    #[inline(always)]
    pub fn equals(self, other: Self) -> Mask<N> {
        self.compare(other, |a, b| a == b)
    }

    /// The smallest whole number not below each value.
    #[inline(always)]
    pub fn ceil(self) -> Self {
        self.map(f64::ceil)
    }

    /// The absolute value.
    #[inline(always)]
    pub fn abs(self) -> Self {
        self.map(f64::abs)
    }
}

impl<const N: usize> Mask<N> {
    /// Holds nowhere.
    pub const NONE: Self = Mask([0; N]);

    /// `yes` where the mask holds, else `no`.
    #[inline(always)]
    pub fn select(self, yes: Lane<N>, no: Lane<N>) -> Lane<N> {
        let mut out = no.0;
        let mut i = 0;
        while i < N {
            let mask = self.0[i];
            out[i] = f64::from_bits((yes.0[i].to_bits() & mask) | (no.0[i].to_bits() & !mask));
            i += 1;
        }
        Lane(out)
    }

    /// Another mask where this one holds, and a third where it does not.
    #[inline(always)]
    pub fn choose(self, yes: Self, no: Self) -> Self {
        let mut out = no.0;
        let mut i = 0;
        while i < N {
            out[i] = (yes.0[i] & self.0[i]) | (no.0[i] & !self.0[i]);
            i += 1;
        }
        Mask(out)
    }

    /// Where both hold.
    #[inline(always)]
    pub fn and(self, other: Self) -> Self {
        let mut out = self.0;
        let mut i = 0;
        while i < N {
            out[i] &= other.0[i];
            i += 1;
        }
        Mask(out)
    }

    /// Where this does not hold.
    #[inline(always)]
    pub fn inverse(self) -> Self {
        let mut out = self.0;
        let mut i = 0;
        while i < N {
            out[i] = !out[i];
            i += 1;
        }
        Mask(out)
    }

    /// Whether it holds in any trial.
    #[inline(always)]
    pub fn any(self) -> bool {
        self.0.iter().fold(0, |all, m| all | m) != 0
    }

    /// Whether it holds in trial `i`.
    #[inline(always)]
    pub fn holds(self, i: usize) -> bool {
        self.0[i] != 0
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $op:tt) => {
        impl<const N: usize> $trait for Lane<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.zip(other, |a, b| a $op b)
            }
        }
        impl<const N: usize> $trait<f64> for Lane<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                self.map(|a| a $op other)
            }
        }
        impl<const N: usize> $trait<Lane<N>> for f64 {
            type Output = Lane<N>;
            #[inline(always)]
            fn $method(self, other: Lane<N>) -> Lane<N> {
                other.map(|b| self $op b)
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl<const N: usize> Neg for Lane<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|a| -a)
    }
}

impl<const N: usize> AddAssign for Lane<N> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const N: usize> SubAssign for Lane<N> {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_between_two_numbers_keeps_each_trials_own_bits() {
        let a = Lane([1.0, -0.0, 3.0, f64::MAX]);
        let b = Lane([2.0, 5.0, -4.0, 0.1]);
        assert_eq!(a.below(b).select(a, b), Lane([1.0, -0.0, -4.0, 0.1]));
    }

    #[test]
    fn the_operators_work_trial_by_trial() {
        let a = Lane([1.0, 2.0]);
        assert_eq!(1.0 - a * 2.0 + a / a, Lane([0.0, -2.0]));
        assert_eq!((a - 1.5).clamp_share(), Lane([0.0, 0.5]));
    }
}
