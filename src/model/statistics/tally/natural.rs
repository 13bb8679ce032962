//! Natural numbers of any length: the little long arithmetic that reading exact sums needs.

use std::cmp::Ordering;

/// 1.5·2^52: adding and taking it away rounds to the nearest integer, which stands in the low bits meanwhile.
pub(super) const ROUNDING: f64 = (3_u64 << 51) as f64;

/// A natural number, 32 bits a word, the least significant word first.
#[derive(Clone, Debug)]
pub(super) struct Natural(pub(super) Vec<u32>);

/// `significand · 2^exponent`: a number that may lie outside the range of a double.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scaled {
    pub(super) significand: f64,
    pub(super) exponent: i32,
}

impl Natural {
    pub(super) fn from_u64(value: u64) -> Self {
        Self(vec![value as u32, (value >> 32) as u32])
    }

    /// `self · other`.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = vec![0_u32; self.0.len() + other.0.len()];
        let (range, words) = other.occupied();
        for i in self.occupied().0 {
            let mut carry = 0_u64;
            for j in range.clone() {
                let sum = u64::from(self.0[i]) * u64::from(words[j]) + u64::from(product[i + j]) + carry;
                product[i + j] = sum as u32;
                carry = sum >> 32;
            }
            // Nothing lies above this word yet: earlier rows ended at least one word lower.
            product[i + range.end] = carry as u32;
        }
        Self(product)
    }

    /// The range of words from the lowest to the highest that is not zero, and all words.
    fn occupied(&self) -> (std::ops::Range<usize>, &[u32]) {
        let start = self.0.iter().position(|&word| word != 0).unwrap_or(0);
        let end = self.0.iter().rposition(|&word| word != 0).map_or(0, |last| last + 1);
        (start..end, &self.0)
    }

    /// `self · 2^(32 · words)`.
    pub(super) fn shifted_by_words(&self, words: usize) -> Self {
        let mut shifted = vec![0; words];
        shifted.extend_from_slice(&self.0);
        Self(shifted)
    }

    /// `self − other`, which must not be negative.
    pub(super) fn minus(&self, other: &Self) -> Self {
        debug_assert!(self.compare(other) != Ordering::Less, "the difference is negative");
        let mut borrow = 0_i64;
        let difference = self.0.iter().enumerate().map(|(i, &word)| {
            let step = i64::from(word) - i64::from(other.word(i)) + borrow;
            borrow = step >> 32;
            step as u32
        });
        Self(difference.collect())
    }

    pub(super) fn is_less_than(&self, other: &Self) -> bool {
        self.compare(other) == Ordering::Less
    }

    fn compare(&self, other: &Self) -> Ordering {
        let length = self.0.len().max(other.0.len());
        (0..length).rev().map(|i| self.word(i)).cmp((0..length).rev().map(|i| other.word(i)))
    }

    fn word(&self, index: usize) -> u32 {
        self.0.get(index).copied().unwrap_or(0)
    }

    /// Number of bits up to and with the highest one bit; 0 for zero.
    pub(super) fn bit_length(&self) -> usize {
        match self.occupied().0.end {
            0 => 0,
            end => 32 * end - self.0[end - 1].leading_zeros() as usize,
        }
    }

    /// `self / 2^position`, rounded to the nearest integer, ties to even; the quotient must be below 2^64.
    pub(super) fn rounded_at(&self, position: usize) -> u64 {
        let quotient = self.bits_from(position);
        let Some(half) = position.checked_sub(1) else {
            return quotient;
        };
        let is_half = self.bits_from(half) & 1 == 1;
        let is_more = self.has_bits_below(half);
        quotient + u64::from(is_half && (is_more || quotient & 1 == 1))
    }

    /// The 64 bits from `position` upwards.
    fn bits_from(&self, position: usize) -> u64 {
        let (index, shift) = (position / 32, position % 32);
        let window = (0..3).fold(0_u128, |bits, i| bits | u128::from(self.word(index + i)) << (32 * i));
        (window >> shift) as u64
    }

    fn has_bits_below(&self, position: usize) -> bool {
        let (index, shift) = (position / 32, position % 32);
        (0..index).any(|i| self.word(i) != 0) || self.word(index) & ((1_u32 << shift) - 1) != 0
    }

    /// `self · 2^unit`, its significand rounded to 53 bits.
    pub(super) fn scaled(&self, unit: i32) -> Scaled {
        let position = self.bit_length().saturating_sub(53);
        Scaled { significand: self.rounded_at(position) as f64, exponent: position as i32 + unit }
    }
}

impl Scaled {
    pub(super) fn divided_by(self, divisor: f64) -> Self {
        Self { significand: self.significand / divisor, ..self }
    }

    pub(super) fn square_root(self) -> Self {
        let odd = self.exponent & 1;
        let even = if odd == 1 { 2.0 * self.significand } else { self.significand };
        Self { significand: even.sqrt(), exponent: (self.exponent - odd) / 2 }
    }

    /// The nearest double: infinity above its range, a subnormal or zero below it.
    pub(super) fn value(self) -> f64 {
        const STEP: i32 = 1000;
        let (mut value, mut exponent) = (self.significand, self.exponent);
        while exponent.abs() > STEP {
            value *= power_of_two(STEP * exponent.signum());
            exponent -= STEP * exponent.signum();
        }
        value * power_of_two(exponent)
    }
}

/// `2^exponent` for the exponents of normal doubles, −1022 ..= 1023.
pub(super) fn power_of_two(exponent: i32) -> f64 {
    debug_assert!((-1022..=1023).contains(&exponent));
    f64::from_bits(((exponent + 1023) as u64) << 52)
}
