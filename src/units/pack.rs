//! How the values of a lane stand side by side: in an array, or in a vector of the machine.

use fearless_simd::{f64x2, f64x8, mask64x2, mask64x8, prelude::*, u64x2, u64x8};
use std::fmt::Debug;

/// The values of one quantity in some trials, side by side, and what can be done with them trial by trial.
///
/// An array serves any number of trials on any machine. The simulation takes vectors where the machine has wide ones:
/// of arrays the compiler makes vectors too, but loses them wherever a branch or a loop joins stretches of code, and
/// then works number by number. Both give the same bits: no operation is fused with another, and the smaller and the
/// larger of two numbers are told apart alike, equal zeros of different sign included.
pub trait Pack: Copy + Debug {
    /// What proves that the machine can do it; carried along, no bytes.
    type Token: Copy + Debug;
    /// The outcome of a comparison, one a trial.
    type Mask: Copy + Debug;
    /// Number of trials.
    const TRIALS: usize;

    /// The same value in every trial.
    fn splat(token: Self::Token, x: f64) -> Self;
    /// The first values of a column, which holds at least [`Self::TRIALS`].
    fn read(token: Self::Token, column: &[f64]) -> Self;
    /// The proof that came with it.
    fn token(self) -> Self::Token;
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
    /// b if it is below a, else a.
    fn min(self, other: Self) -> Self;
    /// b if it is above a, else a.
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

/// Bits of √½: taken away, the exponent rolls over there rather than at 1.
const ROOT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
const ONE: u64 = 1023 << 52;
/// 2⁵²: a number that shows whole numbers in its low bits.
const WHOLE: u64 = 0x4330_0000_0000_0000;

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

macro_rules! vector {
    ($vector:ident, $whole:ident, $mask:ident, $trials:literal) => {
        impl<S: Simd> Pack for $vector<S> {
            type Token = S;
            type Mask = $mask<S>;
            const TRIALS: usize = $trials;

            #[inline(always)]
            fn splat(token: S, x: f64) -> Self {
                SimdBase::splat(token, x)
            }

            #[inline(always)]
            fn read(token: S, column: &[f64]) -> Self {
                SimdBase::from_slice(token, &column[..$trials])
            }

            #[inline(always)]
            fn token(self) -> S {
                ExtractToken::token(&self)
            }

            #[inline(always)]
            fn values(&self) -> &[f64] {
                self.as_slice()
            }

            #[inline(always)]
            fn values_mut(&mut self) -> &mut [f64] {
                self.as_mut_slice()
            }

            #[inline(always)]
            fn add(self, other: Self) -> Self {
                self + other
            }

            #[inline(always)]
            fn sub(self, other: Self) -> Self {
                self - other
            }

            #[inline(always)]
            fn mul(self, other: Self) -> Self {
                self * other
            }

            #[inline(always)]
            fn div(self, other: Self) -> Self {
                self / other
            }

            #[inline(always)]
            fn neg(self) -> Self {
                -self
            }

            #[inline(always)]
            fn abs(self) -> Self {
                SimdBase::abs(self)
            }

            #[inline(always)]
            fn ceil(self) -> Self {
                SimdFloat::ceil(self)
            }

            // On x86-64 the second operand is the answer where neither is below the other.
            #[inline(always)]
            fn min(self, other: Self) -> Self {
                SimdBase::min(other, self)
            }

            #[inline(always)]
            fn max(self, other: Self) -> Self {
                SimdBase::max(other, self)
            }

            #[inline(always)]
            fn power_of_two(self) -> Self {
                Self::from_bits((self.to_bits() << 52) + ONE)
            }

            #[inline(always)]
            fn exponent_and_mantissa(self) -> (Self, Self) {
                // Where there is no conversion of 64-bit whole numbers, those from 0 to 4095 are read off the low bits.
                const BIAS: u64 = 2048;
                let token = ExtractToken::token(&self);
                let shifted = self.to_bits() - ROOT_HALF;
                let exponent = ((shifted + (BIAS << 52)) >> 52) | $whole::splat(token, WHOLE);
                let mantissa = (shifted & $whole::splat(token, MANTISSA)) + ROOT_HALF;
                (Self::from_bits(exponent) - (f64::from_bits(WHOLE) + BIAS as f64), Self::from_bits(mantissa))
            }

            #[inline(always)]
            fn below(self, other: Self) -> $mask<S> {
                self.simd_lt(other)
            }

            #[inline(always)]
            fn at_most(self, other: Self) -> $mask<S> {
                self.simd_le(other)
            }

            #[inline(always)]
            fn equals(self, other: Self) -> $mask<S> {
                self.simd_eq(other)
            }

            #[inline(always)]
            fn select(mask: $mask<S>, yes: Self, no: Self) -> Self {
                Select::select(mask, yes, no)
            }

            #[inline(always)]
            fn and(a: $mask<S>, b: $mask<S>) -> $mask<S> {
                a & b
            }

            #[inline(always)]
            fn or(a: $mask<S>, b: $mask<S>) -> $mask<S> {
                a | b
            }

            #[inline(always)]
            fn not(mask: $mask<S>) -> $mask<S> {
                !mask
            }

            #[inline(always)]
            fn any(mask: $mask<S>) -> bool {
                mask.any_true()
            }

            #[inline(always)]
            fn holds(mask: $mask<S>, i: usize) -> bool {
                mask.test(i)
            }

            #[inline(always)]
            fn set(mask: &mut $mask<S>, i: usize, holds: bool) {
                SimdMask::set(mask, i, holds);
            }
        }
    };
}

vector!(f64x8, u64x8, mask64x8, 8);
vector!(f64x2, u64x2, mask64x2, 2);

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    /// Numbers at which operations differ most easily.
    fn samples() -> Vec<f64> {
        let mut all = vec![0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.25, 1e-300, 1e300, f64::MIN_POSITIVE, 700.0, -745.0];
        all.extend((1..60).map(|i| f64::from(i * i) * 0.37 - 300.0));
        all.extend((1..60).map(|i| libm::exp(f64::from(i) * 1.7 - 50.0)));
        all
    }

    fn bits(values: &[f64]) -> Vec<u64> {
        values.iter().map(|x| x.to_bits()).collect()
    }

    /// Everything a pack can do with two values.
    fn all_of<V: Pack>(a: V, b: V) -> Vec<Vec<u64>> {
        let (k, m) = a.abs().max(V::splat(a.token(), 1e-300)).exponent_and_mantissa();
        let whole = b.max(V::splat(a.token(), -1000.0)).min(V::splat(a.token(), 1000.0)).ceil();
        let shifted = whole.add(V::splat(a.token(), 6_755_399_441_055_744.0));
        let masks = [a.below(b), a.at_most(b), a.equals(b)];
        let mixed = V::or(V::and(masks[0], V::not(masks[2])), masks[1]);
        let mut found: Vec<V> = vec![a.add(b), a.sub(b), a.mul(b), a.div(b), a.neg(), a.abs(), a.ceil(), k, m];
        found.extend([a.min(b), a.max(b), shifted.power_of_two()]);
        found.extend(masks.map(|mask| V::select(mask, a, b)));
        found.push(V::select(mixed, a, b));
        let held = (0..V::TRIALS).map(|i| u64::from(V::holds(mixed, i))).collect();
        let mut set = mixed;
        V::set(&mut set, 1, !V::holds(mixed, 1));
        let after = (0..V::TRIALS).map(|i| u64::from(V::holds(set, i))).collect();
        let any = vec![u64::from(V::any(masks[2])), u64::from(V::any(V::and(masks[0], masks[2])))];
        found.iter().map(|x| bits(x.values())).chain([held, after, any]).collect()
    }

    fn check<V: Pack, const N: usize>(token: V::Token) {
        let all = samples();
        for shift in 0..all.len() {
            let of = |step: usize| -> [f64; N] { std::array::from_fn(|i| all[(i * step + shift) % all.len()]) };
            let (a, b) = (of(1), of(7));
            assert_eq!(all_of(V::read(token, &a), V::read(token, &b)), all_of(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn vectors_give_the_bits_of_arrays() {
        dispatch!(Level::new(), token => check::<f64x8<_>, 8>(token));
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn so_do_the_vectors_that_every_machine_has() {
        check::<f64x2<_>, 2>(Level::new().as_sse2().expect("x86-64 has SSE2"));
    }
}
