//! The smallest and the largest value, as integers.

use serde::{Deserialize, Serialize};

const LANES: usize = 8;

/// Minimum and maximum of finite values, kept as integers in the order of the values; −0 counts as 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "[i64; 2]", try_from = "[i64; 2]")]
pub struct Extremes {
    smallest: i64,
    largest: i64,
}

impl Extremes {
    /// The extremes of nothing.
    pub fn new() -> Self {
        Self { smallest: i64::MAX, largest: i64::MIN }
    }

    /// Takes `x` in; NaN is left out (and panics in a debug build).
    pub fn add(&mut self, x: f64) {
        debug_assert!(x.is_finite(), "only finite values can be added, not {x}");
        if !x.is_nan() {
            let key = to_key(x);
            self.merge(&Self { smallest: key, largest: key });
        }
    }

    /// Takes every value of a slice in.
    pub fn add_slice(&mut self, values: &[f64]) {
        let (mut low, mut high) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
        let (chunks, tail) = values.as_chunks::<LANES>();
        for chunk in chunks {
            for lane in 0..LANES {
                let x = chunk[lane];
                low[lane] = if x < low[lane] { x } else { low[lane] };
                high[lane] = if x > high[lane] { x } else { high[lane] };
            }
        }
        if !chunks.is_empty() {
            low.into_iter().chain(high).for_each(|x| self.add(x));
        }
        tail.iter().for_each(|&x| self.add(x));
    }

    /// Takes the extremes of another state in.
    pub fn merge(&mut self, other: &Self) {
        self.smallest = self.smallest.min(other.smallest);
        self.largest = self.largest.max(other.largest);
    }

    /// The smallest value; `None` if there is none.
    pub fn min(&self) -> Option<f64> {
        (self.smallest <= self.largest).then(|| from_key(self.smallest))
    }

    /// The largest value; `None` if there is none.
    pub fn max(&self) -> Option<f64> {
        (self.smallest <= self.largest).then(|| from_key(self.largest))
    }
}

impl From<Extremes> for [i64; 2] {
    fn from(extremes: Extremes) -> Self {
        [extremes.smallest, extremes.largest]
    }
}

impl TryFrom<[i64; 2]> for Extremes {
    type Error = &'static str;

    fn try_from([smallest, largest]: [i64; 2]) -> Result<Self, Self::Error> {
        let found = Extremes { smallest, largest };
        let are_values = smallest <= largest && from_key(smallest).is_finite() && from_key(largest).is_finite();
        if are_values || found == Extremes::new() { Ok(found) } else { Err("these are no extremes of finite values") }
    }
}

impl Default for Extremes {
    fn default() -> Self {
        Self::new()
    }
}

/// An integer in the order of the values: the bits, those of negative values turned round.
fn to_key(x: f64) -> i64 {
    // Adding 0 turns −0 into 0, so that the result does not hang on which of them came first.
    let bits = (x + 0.0).to_bits() as i64;
    turned(bits)
}

fn from_key(key: i64) -> f64 {
    f64::from_bits(turned(key) as u64)
}

fn turned(bits: i64) -> i64 {
    bits ^ ((bits >> 63) as u64 >> 1) as i64
}
