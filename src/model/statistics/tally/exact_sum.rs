//! The sum of doubles and of their squares without any rounding (superaccumulator).

use super::block::{self, BLOCK, BlockSum};
use super::natural::{Natural, Scaled};
use serde::{Deserialize, Serialize};

/// Exponent of the unit of the lowest limb: limbs count multiples of 2^-2176.
pub(super) const UNIT: i32 = -2176;
/// Enough for 2^64 squares of the largest double: 2176 bits below the point and 2112 above it.
const LIMBS: usize = 134;
const LIMB_MASK: u64 = 0xffff_ffff;
/// A part adds less than 2^53 to a limb; with this many in each of two merged states a limb stays below 2^63.
const MOST_PARTS: u32 = 500;

/// The exact sum of finite doubles, and of exact squares of doubles.
///
/// The sum is one fixed-point number, cut into limbs of 32 bits that are held in 64, so that carries may wait. That
/// is the small superaccumulator of R. M. Neal, "Fast exact summation using small and large superaccumulators"
/// (arXiv:1505.05571, 2015). Sums of doubles alone need 67 limbs; 134 also hold the square of *every* finite double,
/// from (2^-1074)² = 2^-2148 to just below 2^2048, where the square itself would underflow to 0 or overflow to
/// infinity. Up to 2^64 terms fit. Only [`ExactSum::value`] rounds.
///
/// Two states are equal when the sums are, whatever the order of additions and merges.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct ExactSum {
    limbs: [i64; LIMBS],
    /// Parts added since the last carry.
    parts: u32,
}

impl ExactSum {
    /// The empty sum, 0.
    pub fn new() -> Self {
        Self { limbs: [0; LIMBS], parts: 0 }
    }

    /// Adds `x`; NaN and infinities are not added (and panic in a debug build).
    pub fn add(&mut self, x: f64) {
        debug_assert!(x.is_finite(), "only finite values can be added, not {x}");
        if x.is_finite() {
            let (significand, exponent) = decompose(x);
            self.add_part(significand, exponent + 1101, x.is_sign_negative());
        }
    }

    /// Adds x² exactly, also where x² is no double; NaN and infinities are not added (and panic in a debug build).
    pub fn add_square(&mut self, x: f64) {
        debug_assert!(x.is_finite(), "only finite values can be added, not {x}");
        if x.is_finite() {
            let (significand, exponent) = decompose(x);
            let (high, low) = (significand >> 26, significand & ((1 << 26) - 1));
            let position = 2 * exponent + 26;
            self.add_part(high * high, position + 52, false);
            self.add_part(high * low, position + 27, false);
            self.add_part(low * low, position, false);
        }
    }

    /// Adds `± magnitude · 2^exponent`, for exponents from [`UNIT`] to 1000.
    pub(super) fn add_integer(&mut self, is_negative: bool, magnitude: u128, exponent: i32) {
        let position = (exponent - UNIT) as usize;
        for word in 0..4 {
            let significand = (magnitude >> (32 * word)) as u64 & LIMB_MASK;
            self.add_part(significand, position + 32 * word, is_negative);
        }
    }

    /// Adds `count · x` exactly, where |count · x| has less than 2^128 units in the last place of x.
    pub(super) fn add_times(&mut self, x: f64, count: u64) {
        let (significand, exponent) = decompose(x);
        self.add_integer(x.is_sign_negative(), u128::from(significand) * u128::from(count), exponent as i32 - 1075);
    }

    /// Adds every value of a slice.
    pub fn add_slice(&mut self, values: &[f64]) {
        values.chunks(BLOCK).for_each(|block| self.add_block(block));
    }

    /// Adds the exact square of every value of a slice.
    pub fn add_square_slice(&mut self, values: &[f64]) {
        let (mut squares, mut errors) = ([0.0; BLOCK], [0.0; BLOCK]);
        for block in values.chunks(BLOCK) {
            let (squares, errors) = (&mut squares[..block.len()], &mut errors[..block.len()]);
            if block::squares(block, squares, errors) {
                self.add_block(squares);
                self.add_block(errors);
            } else {
                block.iter().for_each(|&x| self.add_square(x));
            }
        }
    }

    fn add_block(&mut self, block: &[f64]) {
        let Some(sum) = BlockSum::of(block) else {
            return block.iter().for_each(|&x| self.add(x));
        };
        self.add(sum.high);
        self.add(sum.low);
        if sum.has_rest {
            block.iter().for_each(|&x| self.add(sum.rest_of(x)));
        }
    }

    /// Adds `± significand · 2^(position + UNIT)`, where the significand is below 2^54.
    fn add_part(&mut self, significand: u64, position: usize, is_negative: bool) {
        let (limb, shift) = (position / 32, position % 32);
        let sign = -i64::from(is_negative);
        let low = ((significand << shift) & LIMB_MASK) as i64;
        let high = (significand >> (32 - shift)) as i64;
        self.limbs[limb] += (low ^ sign) - sign;
        self.limbs[limb + 1] += (high ^ sign) - sign;
        self.parts += 1;
        if self.parts >= MOST_PARTS {
            self.carry();
        }
    }

    /// Brings all limbs but the highest into 0 .. 2^32; this form of a sum is unique.
    fn carry(&mut self) {
        let mut carry = 0;
        for limb in &mut self.limbs[..LIMBS - 1] {
            let sum = *limb + carry;
            *limb = sum & LIMB_MASK as i64;
            carry = sum >> 32;
        }
        self.limbs[LIMBS - 1] += carry;
        self.parts = 0;
    }

    /// Adds the sum of another state.
    pub fn merge(&mut self, other: &Self) {
        for (limb, &more) in self.limbs.iter_mut().zip(&other.limbs) {
            *limb += more;
        }
        self.carry();
    }

    /// The sum, correctly rounded to the nearest double (ties to even); infinite beyond the largest double.
    pub fn value(&self) -> f64 {
        // Position of the lowest bit of a subnormal double, 2^-1074.
        const LOWEST: usize = 1102;
        let (is_negative, magnitude) = self.magnitude();
        let position = magnitude.bit_length().saturating_sub(53).max(LOWEST);
        // A carry out of the significand moves into the exponent field, as it should.
        let exponent = ((position - LOWEST) as u64).min(2047) << 52;
        let bits = (exponent + magnitude.rounded_at(position)).min(f64::INFINITY.to_bits());
        f64::from_bits(bits | u64::from(is_negative) << 63)
    }

    /// Whether the sum is negative, and its absolute value in units of 2^[`UNIT`].
    pub(super) fn magnitude(&self) -> (bool, Natural) {
        let mut sum = self.clone();
        sum.carry();
        let is_negative = sum.limbs[LIMBS - 1] < 0;
        if is_negative {
            sum.limbs.iter_mut().for_each(|limb| *limb = -*limb);
            sum.carry();
        }
        let overflow = (sum.limbs[LIMBS - 1] >> 32) as u32;
        let words = sum.limbs.iter().map(|&limb| limb as u32).chain([overflow]);
        (is_negative, Natural(words.collect()))
    }

    /// The halves of the words of the sum that are not 0, each with its place and the sign of the sum.
    pub(super) fn halves(&self) -> Vec<(i64, i64)> {
        let (is_negative, Natural(words)) = self.magnitude();
        let halves = words.into_iter().flat_map(|word| [word & 0xffff, word >> 16]).map(i64::from);
        let signed = halves.map(|half| if is_negative { -half } else { half });
        (0..).zip(signed).filter(|(_, half)| *half != 0).collect()
    }

    /// The sum of such halves, each of which may be that of many sums; none beyond the last word.
    pub(super) fn of_halves(halves: impl Iterator<Item = (i64, i64)>) -> Option<Self> {
        let mut sum = Self::new();
        for (place, half) in halves {
            let place = usize::try_from(place).ok()?;
            let mut rest = u128::from(half.unsigned_abs()) << (16 * (place % 2));
            let mut at = place / 2;
            while rest > 0 {
                let word = (rest & u128::from(LIMB_MASK)) as i64;
                *sum.limbs.get_mut(at)? += word * half.signum();
                (rest, at) = (rest >> 32, at + 1);
            }
            sum.carry();
        }
        Some(sum)
    }

    /// The sum with an exponent of its own.
    pub(super) fn scaled(&self) -> Scaled {
        let (is_negative, magnitude) = self.magnitude();
        let scaled = magnitude.scaled(UNIT);
        Scaled { significand: if is_negative { -scaled.significand } else { scaled.significand }, ..scaled }
    }
}

/// A sum as it is written: sign, and the words of the absolute value that are not zero at its ends.
#[derive(Serialize, Deserialize)]
struct Written {
    negative: bool,
    first: usize,
    words: Vec<u32>,
}

impl From<ExactSum> for Written {
    fn from(sum: ExactSum) -> Self {
        let (negative, Natural(words)) = sum.magnitude();
        let first = words.iter().position(|word| *word != 0).unwrap_or(0);
        let end = words.iter().rposition(|word| *word != 0).map_or(first, |last| last + 1);
        Written { negative, first, words: words[first..end].to_vec() }
    }
}

impl TryFrom<Written> for ExactSum {
    type Error = &'static str;

    fn try_from(Written { negative, first, words }: Written) -> Result<Self, Self::Error> {
        let mut sum = ExactSum::new();
        let fits = first < LIMBS && words.len() <= LIMBS - first;
        if !fits {
            return Err("a sum has words beyond its last");
        }
        for (limb, word) in sum.limbs[first..].iter_mut().zip(words) {
            *limb = if negative { -i64::from(word) } else { i64::from(word) };
        }
        sum.carry();
        Ok(sum)
    }
}

impl Default for ExactSum {
    fn default() -> Self {
        Self::new()
    }
}

impl PartialEq for ExactSum {
    fn eq(&self, other: &Self) -> bool {
        let (mut left, mut right) = (self.clone(), other.clone());
        left.carry();
        right.carry();
        left.limbs == right.limbs
    }
}

/// `|x| = significand · 2^(exponent − 1075)`.
fn decompose(x: f64) -> (u64, usize) {
    let bits = x.to_bits();
    let field = (bits >> 52) & 0x7ff;
    let fraction = bits & ((1 << 52) - 1);
    let hidden = u64::from(field != 0) << 52;
    (fraction | hidden, field.max(1) as usize)
}
