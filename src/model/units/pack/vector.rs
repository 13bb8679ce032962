//! Values side by side in a vector of the machine.

use super::{MANTISSA, ONE, Pack, ROOT_HALF};
use fearless_simd::{f64x2, f64x8, mask64x2, mask64x8, prelude::*, u64x2, u64x8};

/// 2⁵²: a number that shows whole numbers in its low bits.
const WHOLE: u64 = 0x4330_0000_0000_0000;

/// Whether the machine's own minimum and maximum give the second operand where neither is below the other, which is what
/// a pack promises: so it is on x86. NEON and wasm put −0 below 0 and give NaN for any NaN; there it is a comparison and a
/// choice.
const SECOND_UNLESS_BELOW: bool = cfg!(any(target_arch = "x86", target_arch = "x86_64"));

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
            fn outlined<R>(token: S, work: impl FnOnce() -> R) -> R {
                token.vectorize(work)
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

            #[inline(always)]
            fn min(self, other: Self) -> Self {
                if SECOND_UNLESS_BELOW {
                    SimdBase::min(other, self)
                } else {
                    Select::select(other.simd_lt(self), other, self)
                }
            }

            #[inline(always)]
            fn max(self, other: Self) -> Self {
                if SECOND_UNLESS_BELOW {
                    SimdBase::max(other, self)
                } else {
                    Select::select(self.simd_lt(other), other, self)
                }
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
