//! A Latin hypercube's column: one point in each of n equal strata, in an order that is a keyed permutation.
//!
//! McKay, Beckman and Conover 1979. The permutation is computed, not stored: rounds of invertible steps on the next power
//! of two, walked along its cycle until it lands below n (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).

use super::hash::mix;

/// Rounds of the permutation; three already pass the tests below, so five leave a margin.
const ROUNDS: usize = 5;

/// A bijection of 0..n chosen by a key.
#[derive(Clone, Debug)]
pub(super) struct Permutation {
    size: u32,
    mask: u32,
    shift: u32,
    rounds: [(u32, u32); ROUNDS],
}

impl Permutation {
    /// The permutation of 0..`size` chosen by `key`.
    pub(super) fn new(size: u32, key: u64) -> Self {
        let bits = 32 - size.saturating_sub(1).leading_zeros();
        let round = |i: usize| {
            let word = mix(key ^ mix(i as u64 + 1));
            (word as u32 | 1, (word >> 32) as u32)
        };
        Self {
            size,
            mask: if bits == 0 { 0 } else { u32::MAX >> (32 - bits) },
            shift: bits.div_ceil(2).max(1),
            rounds: std::array::from_fn(round),
        }
    }

    /// How many numbers it permutes.
    #[inline(always)]
    pub(super) fn size(&self) -> u32 {
        self.size
    }

    /// Where `i` goes, for `i` below the size.
    #[inline(always)]
    pub(super) fn apply(&self, mut i: u32) -> u32 {
        loop {
            for (factor, addend) in self.rounds {
                // Each step is invertible modulo a power of two: an odd factor, an addend, a shift that folds high on low.
                i = i.wrapping_mul(factor).wrapping_add(addend) & self.mask;
                i ^= i >> self.shift;
            }
            if i < self.size {
                return i;
            }
        }
    }
}

/// A uniform inside `stratum` of `size`: one of the words k whose (k + ½)/2³² lies in it, chosen by 32 random bits.
#[inline(always)]
pub(super) fn within(stratum: u32, size: u32, jitter: u32) -> u32 {
    let (stratum, size) = (u64::from(stratum), u64::from(size));
    // The smallest k with (k + ½) · size ≥ stratum · 2³²; below 2³⁰ strata nothing overflows.
    let first = |stratum: u64| ((stratum << 33) + size - 1) / (2 * size);
    let low = first(stratum);
    (low + ((u64::from(jitter) * (first(stratum + 1) - low)) >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permutation_is_a_bijection() {
        for size in (1..=130).chain([1000, 1024, 1025, 4097]) {
            for key in 0..5 {
                let permutation = Permutation::new(size, key);
                let mut images: Vec<u32> = (0..size).map(|i| permutation.apply(i)).collect();
                images.sort_unstable();
                assert!(images.into_iter().eq(0..size), "size {size}, key {key}");
            }
        }
    }

    #[test]
    fn all_orders_of_three_and_of_four_are_about_equally_likely() {
        for (size, orders) in [(3_u32, 6_f64), (4, 24.0)] {
            let mut count = std::collections::BTreeMap::new();
            let keys = 24_000;
            for key in 0..keys {
                let permutation = Permutation::new(size, mix(key));
                let order: Vec<u32> = (0..size).map(|i| permutation.apply(i)).collect();
                *count.entry(order).or_insert(0.0) += 1.0;
            }
            assert_eq!(count.len() as f64, orders);
            let expected = keys as f64 / orders;
            // A mild unevenness is harmless; an order twice as likely as another is not.
            assert!(count.values().all(|c| (0.6..1.6).contains(&(c / expected))), "{count:?}");
        }
    }

    #[test]
    fn places_are_uniform_over_the_keys_and_neighbours_are_independent() {
        let size = 100_u32;
        let keys = 20_000;
        let mut single = vec![0.0; 100];
        let mut pair = vec![0.0; 100];
        for key in 0..keys {
            let permutation = Permutation::new(size, mix(key));
            let (a, b) = (permutation.apply(17), permutation.apply(18));
            single[a as usize] += 1.0;
            pair[(a / 10 * 10 + b / 10) as usize] += 1.0;
        }
        let chi2 = |count: &[f64], expected: &dyn Fn(usize) -> f64| -> f64 {
            count.iter().enumerate().map(|(i, c)| (c - expected(i)) * (c - expected(i)) / expected(i)).sum()
        };
        // χ² with 99 degrees of freedom: mean 99, standard deviation √198. Neighbours differ: 9 of 99 in the same tenth.
        let limit = 99.0 + 5.0 * 198_f64.sqrt();
        let all = keys as f64;
        assert!(chi2(&single, &|_| all / 100.0) < limit);
        let same = |i: usize| i / 10 == i % 10;
        let pairs = chi2(&pair, &|i| all / 10.0 * if same(i) { 9.0 } else { 10.0 } / 99.0);
        assert!(pairs < limit, "{pairs}");
    }

    #[test]
    fn the_word_lies_in_its_stratum_for_every_jitter() {
        for size in [1, 2, 3, 7, 1000, 12_345, 1 << 20, (1 << 30) - 1, 1 << 30] {
            for stratum in [0, size / 3, size / 2, size - 1] {
                for jitter in [0, 1, 1 << 31, u32::MAX] {
                    let k = u128::from(within(stratum, size, jitter));
                    let stratum_of_k = ((2 * k + 1) * u128::from(size)) >> 33;
                    assert_eq!(stratum_of_k, u128::from(stratum), "{stratum} of {size}");
                }
            }
        }
    }
}
