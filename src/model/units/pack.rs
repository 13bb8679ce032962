//! How the values of a lane are laid out: in an array, or in a vector of the machine.

mod array;
#[cfg(test)]
mod tests;
mod vector;

use std::fmt::Debug;

/// The values of one quantity in some trials, side by side, and what can be done with them trial by trial.
///
/// An array serves any number of trials on any machine. The simulation uses vectors where the machine has them: the
/// compiler vectorises arrays too, but loses that wherever a branch or a loop joins stretches of code, and then works
/// number by number. Both give the same bits: no operation is fused with another, and minimum and maximum choose alike,
/// between zeros of different sign too.
pub trait Pack: Copy + Debug {
    /// What proves that the machine can do it; carried along, no bytes.
    type Token: Copy + Debug;
    /// The outcome of a comparison, one per trial.
    type Mask: Copy + Debug;
    /// Number of trials.
    const TRIALS: usize;

    /// The same value in every trial.
    fn splat(token: Self::Token, x: f64) -> Self;
    /// The first values of a column, which holds at least [`Self::TRIALS`].
    fn read(token: Self::Token, column: &[f64]) -> Self;
    /// The proof that came with it.
    fn token(self) -> Self::Token;
    /// Does a piece of work in a function of its own that is compiled for the same vectors, so that what is large and
    /// seldom done stands in the program once and away from the months. `#[inline(always)]` on the closure.
    fn outlined<R>(token: Self::Token, work: impl FnOnce() -> R) -> R;
    /// The values, one a trial.
    fn values(&self) -> &[f64];
    /// The values, to be written.
    fn values_mut(&mut self) -> &mut [f64];

    /// a + b.
    fn add(self, other: Self) -> Self;
    /// a − b.
    fn sub(self, other: Self) -> Self;
    /// a·b.
    fn mul(self, other: Self) -> Self;
    /// a/b.
    fn div(self, other: Self) -> Self;
    /// −a.
    fn neg(self) -> Self;
    /// |a|.
    fn abs(self) -> Self;
    /// The smallest whole number not below a.
    fn ceil(self) -> Self;
    /// b if it is below a, else a: a NaN in the first place stays.
    fn min(self, other: Self) -> Self;
    /// b if it is above a, else a: a NaN in the first place stays.
    fn max(self, other: Self) -> Self;
    /// 2^n of a number that holds n in its low bits, as adding 1.5·2⁵² leaves it there.
    fn power_of_two(self) -> Self;
    /// The k and the m in [√½, √2) with a = 2^k·m, for normal positive a.
    fn exponent_and_mantissa(self) -> (Self, Self);

    /// Where a < b.
    fn below(self, other: Self) -> Self::Mask;
    /// Where a ≤ b.
    fn at_most(self, other: Self) -> Self::Mask;
    /// Where a = b.
    fn equals(self, other: Self) -> Self::Mask;
    /// `yes` where the mask holds, else `no`.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// Where both hold.
    fn and(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// Where at least one holds.
    fn or(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// Where it does not hold.
    fn not(mask: Self::Mask) -> Self::Mask;
    /// Whether it holds in any trial.
    fn any(mask: Self::Mask) -> bool;
    /// Whether it holds in trial `i`.
    fn holds(mask: Self::Mask, i: usize) -> bool;
    /// Says whether it holds in trial `i`.
    fn set(mask: &mut Self::Mask, i: usize, holds: bool);
}

/// Bits of √½: subtracted, the exponent rolls over there rather than at 1.
const ROOT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
const ONE: u64 = 1023 << 52;
