//! A number of the model for some trials at once, whose operators read like the formulas they compute.
//!
//! The chain and the money are written once over [`Lane`]; a trace runs them with one trial, the simulation with
//! eight. Every operation is element by element with IEEE arithmetic and a fixed order, so that a trial's bits do
//! not depend on its neighbours, on their number or on the width of the machine's vectors.

use super::Pack;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// The values of one quantity in some trials.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct Lane<V>(pub V);

/// `each!(k in 4 => f(k))` is `[f(0), f(1), f(2), f(3)]`, written out.
///
/// The month loop is straight-line code on purpose: the compiler might vectorise a loop over stages, states or elements
/// across four states of one trial, instead of one state across eight trials.
macro_rules! each {
    ($k:ident in 3 => $f:expr) => { each!(@ $k, $f, 0 1 2) };
    ($k:ident in 4 => $f:expr) => { each!(@ $k, $f, 0 1 2 3) };
    ($k:ident in 5 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4) };
    ($k:ident in 6 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5) };
    ($k:ident in 7 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6) };
    ($k:ident in 9 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6 7 8) };
    ($k:ident in 10 => $f:expr) => { each!(@ $k, $f, 0 1 2 3 4 5 6 7 8 9) };
    (@ $k:ident, $f:expr, $($i:literal)*) => { [$({ let $k: usize = $i; $f }),*] };
}
pub(crate) use each;

/// A number, or one per trial: what a lane can be compared and combined with.
pub trait Operand<V: Pack> {
    /// As a lane of the kind that `token` is for.
    fn lane(self, token: V::Token) -> Lane<V>;
}

impl<V: Pack> Operand<V> for f64 {
    #[inline(always)]
    fn lane(self, token: V::Token) -> Lane<V> {
        Lane(V::splat(token, self))
    }
}

impl<V: Pack> Operand<V> for Lane<V> {
    #[inline(always)]
    fn lane(self, _: V::Token) -> Lane<V> {
        self
    }
}

/// The outcome of a comparison, one per trial.
#[derive(Clone, Copy, Debug)]
pub struct Mask<V: Pack> {
    holds: V::Mask,
    token: V::Token,
}

impl<V: Pack> Lane<V> {
    /// The same value in every trial.
    #[inline(always)]
    pub fn splat(token: V::Token, x: f64) -> Self {
        Lane(V::splat(token, x))
    }

    /// The first values of a column, which holds at least as many as there are trials.
    #[inline(always)]
    pub fn read(token: V::Token, column: &[f64]) -> Self {
        Lane(V::read(token, column))
    }

    /// The proof that the machine can do what its kind of lanes needs.
    #[inline(always)]
    pub fn token(self) -> V::Token {
        self.0.token()
    }

    /// The same value in every trial, in a lane of this kind.
    #[inline(always)]
    pub fn all(self, x: f64) -> Self {
        Lane::splat(self.token(), x)
    }

    /// The values, one per trial.
    #[inline(always)]
    pub fn values(&self) -> &[f64] {
        self.0.values()
    }

    /// The values, to be written.
    #[inline(always)]
    pub fn values_mut(&mut self) -> &mut [f64] {
        self.0.values_mut()
    }

    #[inline(always)]
    fn other(self, other: impl Operand<V>) -> V {
        other.lane(self.token()).0
    }

    #[inline(always)]
    fn mask(self, holds: V::Mask) -> Mask<V> {
        Mask { holds, token: self.token() }
    }

    /// The smaller of the two; NaN stays NaN, and `other` may not be.
    #[inline(always)]
    pub fn min(self, other: impl Operand<V>) -> Self {
        Lane(self.0.min(self.other(other)))
    }

    /// The larger of the two; NaN stays NaN, and `other` may not be.
    #[inline(always)]
    pub fn max(self, other: impl Operand<V>) -> Self {
        Lane(self.0.max(self.other(other)))
    }

    /// min(max(x, 0), 1): a share stays a share.
    #[inline(always)]
    pub fn clamp_share(self) -> Self {
        self.max(0.0).min(1.0)
    }

    /// Where `self < other`.
    #[inline(always)]
    pub fn below(self, other: impl Operand<V>) -> Mask<V> {
        self.mask(self.0.below(self.other(other)))
    }

    /// Where `self > other`.
    #[inline(always)]
    pub fn above(self, other: impl Operand<V>) -> Mask<V> {
        self.mask(self.other(other).below(self.0))
    }

    /// Where `self ≤ other`.
    #[inline(always)]
    pub fn at_most(self, other: impl Operand<V>) -> Mask<V> {
        self.mask(self.0.at_most(self.other(other)))
    }

    /// Where `self ≥ other`.
    #[inline(always)]
    pub fn at_least(self, other: impl Operand<V>) -> Mask<V> {
        self.mask(self.other(other).at_most(self.0))
    }

    /// Where `self = other`.
    #[inline(always)]
    pub fn equals(self, other: impl Operand<V>) -> Mask<V> {
        self.mask(self.0.equals(self.other(other)))
    }

    /// The smallest whole number not below each value.
    #[inline(always)]
    pub fn ceil(self) -> Self {
        Lane(self.0.ceil())
    }

    /// The largest whole number not above each value.
    #[inline(always)]
    pub fn floor(self) -> Self {
        -(-self).ceil()
    }

    /// The absolute value.
    #[inline(always)]
    pub fn abs(self) -> Self {
        Lane(self.0.abs())
    }
}

impl<V: Pack> Mask<V> {
    #[inline(always)]
    fn with(self, holds: V::Mask) -> Self {
        Mask { holds, ..self }
    }

    /// `yes` where the mask holds, else `no`.
    #[inline(always)]
    pub fn select(self, yes: impl Operand<V>, no: impl Operand<V>) -> Lane<V> {
        Lane(V::select(self.holds, yes.lane(self.token).0, no.lane(self.token).0))
    }

    /// Another mask where this one holds, and a third where it does not.
    #[inline(always)]
    pub fn choose(self, yes: Self, no: Self) -> Self {
        self.and(yes).or(no.and(self.inverse()))
    }

    /// Where both hold.
    #[inline(always)]
    pub fn and(self, other: Self) -> Self {
        self.with(V::and(self.holds, other.holds))
    }

    /// Where at least one holds.
    #[inline(always)]
    pub fn or(self, other: Self) -> Self {
        self.with(V::or(self.holds, other.holds))
    }

    /// Where this does not hold.
    #[inline(always)]
    pub fn inverse(self) -> Self {
        self.with(V::not(self.holds))
    }

    /// Whether it holds in any trial.
    #[inline(always)]
    pub fn any(self) -> bool {
        V::any(self.holds)
    }

    /// Whether it holds in trial `i`.
    #[inline(always)]
    pub fn holds(self, i: usize) -> bool {
        V::holds(self.holds, i)
    }

    /// Says whether it holds in trial `i`.
    #[inline(always)]
    pub fn set(&mut self, i: usize, holds: bool) {
        V::set(&mut self.holds, i, holds);
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl<V: Pack> $trait for Lane<V> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Lane(Pack::$method(self.0, other.0))
            }
        }
        impl<V: Pack> $trait<f64> for Lane<V> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                Lane(Pack::$method(self.0, V::splat(self.0.token(), other)))
            }
        }
        impl<V: Pack> $trait<Lane<V>> for f64 {
            type Output = Lane<V>;
            #[inline(always)]
            fn $method(self, other: Lane<V>) -> Lane<V> {
                Lane(Pack::$method(V::splat(other.0.token(), self), other.0))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl<V: Pack> Neg for Lane<V> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Lane(self.0.neg())
    }
}

impl<V: Pack> AddAssign for Lane<V> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<V: Pack> SubAssign for Lane<V> {
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
