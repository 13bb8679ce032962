//! Which bucket of the histogram a value falls into, and where the buckets of a histogram lie in memory.

/// Buckets to an octave, as a power of two: 256 equal steps between x and 2x.
const FRACTION_BITS: u32 = 8;
pub(super) const PER_OCTAVE: i32 = 1 << FRACTION_BITS;
const LOWEST_EXPONENT: i32 = -30;
const HIGHEST_EXPONENT: i32 = 100;
/// A key is the sign-less exponent and the first bits of the fraction, counted from the smallest resolved value.
const FIRST_FIELD: i32 = (1023 + LOWEST_EXPONENT) << FRACTION_BITS;
/// The open bucket, for everything from [`LARGEST_RESOLVED`].
pub(super) const LAST_KEY: i32 = (HIGHEST_EXPONENT - LOWEST_EXPONENT) << FRACTION_BITS;

/// A histogram counts values nearer to zero than this, 2^-30 ≈ 9.3e-10, as zero.
pub const SMALLEST_RESOLVED: f64 = 1.0 / (1_u64 << 30) as f64;
/// A histogram counts values of this size and more, 2^100 ≈ 1.3e30, in one open bucket.
pub const LARGEST_RESOLVED: f64 = (1_u128 << 100) as f64;
/// Largest relative error of an order statistic read from a histogram, between the two limits: one bucket, 2^-8.
pub const RELATIVE_ERROR: f64 = 1.0 / PER_OCTAVE as f64;

/// The key of |x|; negative where x counts as zero.
#[inline]
pub(super) fn key(x: f64) -> i32 {
    key_of_high_bits((x.to_bits() >> 32) as i32)
}

#[inline]
fn key_of_high_bits(high: i32) -> i32 {
    (((high & i32::MAX) >> (20 - FRACTION_BITS)) - FIRST_FIELD).min(LAST_KEY)
}

/// The bucket of a key: |x| from the first bound up to, but without, the second.
pub(super) fn bounds(key: i32) -> (f64, f64) {
    let edge = |key: i32| f64::from_bits(((key + FIRST_FIELD) as u64) << (52 - FRACTION_BITS));
    (edge(key), if key < LAST_KEY { edge(key + 1) } else { f64::MAX })
}

/// The buckets of one sign: whole octaves, from the lowest to the highest that holds a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Side {
    pub(super) first_key: i32,
    pub(super) keys: i32,
    /// Slot of the first key.
    pub(super) base: i32,
}

impl Side {
    /// What takes a key to its slot.
    fn shift(self) -> i32 {
        self.base - self.first_key
    }

    /// The slot of the last key.
    fn last(self) -> i32 {
        self.base + self.keys - 1
    }

    /// The least side that holds this one and the keys `low ..= high`.
    pub(super) fn grown_to(self, low: i32, high: i32) -> Self {
        let (mut first, mut end) = (low & -PER_OCTAVE, (high & -PER_OCTAVE) + PER_OCTAVE);
        if self.keys > 0 {
            first = first.min(self.first_key);
            end = end.max(self.first_key + self.keys);
        }
        Self { first_key: first, keys: end - first, base: self.base }
    }
}

/// Where each bucket lies: slot 0 counts zeros, then come the positive and the negative side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub(super) positive: Side,
    pub(super) negative: Side,
}

impl Layout {
    pub(super) fn new(positive: Side, negative: Side) -> Self {
        let positive = Side { base: 1, ..positive };
        let negative = Side { base: 1 + positive.keys, ..negative };
        Self { positive, negative }
    }

    pub(super) fn slots(&self) -> usize {
        (1 + self.positive.keys + self.negative.keys) as usize
    }

    /// The least layout that holds this one and every value.
    pub(super) fn grown_for(&self, values: &[f64]) -> Self {
        let (mut positive, mut negative) = (self.positive, self.negative);
        for &x in values {
            let key = key(x);
            let side = if x.is_sign_negative() { &mut negative } else { &mut positive };
            if key >= 0 {
                *side = side.grown_to(key, key);
            }
        }
        Self::new(positive, negative)
    }

    /// The least layout that holds this one and another.
    pub(super) fn grown_to(&self, other: &Self) -> Self {
        let join = |side: Side, more: Side| match more.keys {
            0 => side,
            keys => side.grown_to(more.first_key, more.first_key + keys - 1),
        };
        Self::new(join(self.positive, other.positive), join(self.negative, other.negative))
    }

    /// Writes the slot of every value; `false` if the layout does not hold them all.
    pub(super) fn locate(&self, values: &[f64], slots: &mut [i32]) -> bool {
        // Two loops, without branches and in 32 bits, so that the compiler takes several values at once.
        for (&x, slot) in values.iter().zip(&mut *slots) {
            *slot = (x.to_bits() >> 32) as i32;
        }
        let (positive, negative) = (self.positive, self.negative);
        let mut outside = 0;
        for slot in slots {
            let key = key_of_high_bits(*slot);
            let is_negative = *slot >> 31;
            let is_counted = !(key >> 31);
            let place = key + select(is_negative, negative.shift(), positive.shift());
            let first = select(is_negative, negative.base, positive.base);
            let last = select(is_negative, negative.last(), positive.last());
            outside |= is_counted & ((place - first) | (last - place));
            *slot = place & is_counted;
        }
        outside >= 0
    }
}

/// `yes` where the mask is all ones, `no` where it is 0.
#[inline]
fn select(mask: i32, yes: i32, no: i32) -> i32 {
    no ^ ((yes ^ no) & mask)
}
