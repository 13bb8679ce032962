//! Points of the Sobol' sequence and their hash-based Owen scrambling, both on words whose bits run backwards.
//!
//! Sobol' 1967 with the direction numbers of Joe and Kuo 2008, in the Gray-code order of Antonov and Saleev 1979.
//! Scrambling: Owen's nested uniform scrambling by a hash in which each bit depends only on the bits below it (Laine and
//! Karras 2011; Burley, "Practical hash-based Owen scrambling", JCGT 9(4), 2020), with the constants of Vegdahl 2021.
//! Reversed, the most significant digit of a point is the lowest bit, which is where such a hash begins.
//!
//! The crate `sobol_burley` does the same, but ends at 2¹⁶ points and gives them as `f32`: 24 bits, where the tails of a
//! distribution need the 32 of a word, and a run may have 2³⁰ points in a replicate.

use super::{hash::KeySource, joe_kuo::ROWS, replicates::REPLICATES};

/// Number of dimensions with direction numbers: a stream's fixed dimension is below this.
pub const DIMENSIONS: u16 = ROWS.len() as u16 + 1;

/// The 32 direction numbers of one dimension, bits reversed.
#[derive(Clone, Debug)]
pub(super) struct Directions([u32; 32]);

impl Directions {
    /// The direction numbers vⱼ = mⱼ / 2ʲ, mⱼ = 2a₁mⱼ₋₁ ⊕ … ⊕ 2ˢmⱼ₋ₛ ⊕ mⱼ₋ₛ, of a dimension below [`DIMENSIONS`].
    pub(super) fn new(dimension: u16) -> Self {
        let Some(row) = dimension.checked_sub(1) else {
            return Self(std::array::from_fn(|j| 1 << j));
        };
        let (polynomial, initial) = ROWS[usize::from(row)];
        let degree = initial.len();
        let mut m = [0_u64; 32];
        for j in 0..32 {
            m[j] = initial.get(j).map_or_else(
                || {
                    (1..=degree).fold(m[j - degree], |sum, i| {
                        sum ^ (u64::from(polynomial >> (degree - i) & 1) * (m[j - i] << i))
                    })
                },
                |&m| u64::from(m),
            );
        }
        Self(std::array::from_fn(|j| ((m[j] << (31 - j)) as u32).reverse_bits()))
    }

    /// The unscrambled points number `index`, `index` + 1, …, bits reversed.
    #[inline(always)]
    pub(super) fn points_from(&self, index: u32) -> impl FnMut() -> u32 + '_ {
        let gray = index ^ (index >> 1);
        let mut next = (0..32).filter(|j| gray >> j & 1 == 1).fold(0, |point, j: usize| point ^ self.0[j]);
        let mut index = index;
        move || {
            let point = next;
            index = index.wrapping_add(1);
            // After the last of the 2³² points the sequence is over; the mask only keeps the look-up inside the array.
            next ^= self.0[index.trailing_zeros() as usize & 31];
            point
        }
    }
}

/// One independent Owen scrambling for each replicate.
#[derive(Clone, Debug)]
pub(super) struct Scrambles {
    addends: [u32; REPLICATES],
    factors: [u32; REPLICATES],
}

impl Scrambles {
    /// The scramblings of an input, replicate r keyed by the key number `first + r`.
    pub(super) fn new(keys: KeySource, first: u64) -> Self {
        let key = |r: usize| keys.key(first + r as u64);
        Self {
            addends: std::array::from_fn(|r| key(r) as u32),
            factors: std::array::from_fn(|r| (key(r) >> 32) as u32 | 1),
        }
    }

    /// Scrambles word r with the key of replicate r, on bit-reversed words.
    #[inline(always)]
    pub(super) fn apply(&self, mut x: [u32; REPLICATES]) -> [u32; REPLICATES] {
        for (r, x) in x.iter_mut().enumerate() {
            *x ^= x.wrapping_mul(0x3d20_adea);
            *x = x.wrapping_add(self.addends[r]).wrapping_mul(self.factors[r]);
            *x ^= x.wrapping_mul(0x0552_6c56);
            *x ^= x.wrapping_mul(0x53a2_2864);
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_points(dimension: u16, n: usize) -> Vec<u32> {
        let directions = Directions::new(dimension);
        let mut next = directions.points_from(0);
        (0..n).map(|_| next().reverse_bits()).collect()
    }

    /// A 2-D point set of 2ᵐ points is a (t, m, 2)-net if every elementary interval of area 2^(t−m) holds 2ᵗ of them.
    fn is_net(x: &[u32], y: &[u32], t: u32) -> bool {
        let m = x.len().trailing_zeros();
        (0..=m - t).all(|a| {
            let b = m - t - a;
            let cell = |x: u32, bits: u32| (u64::from(x) >> (32 - bits)) as usize;
            let mut count = vec![0; 1 << (m - t)];
            for (&x, &y) in x.iter().zip(y) {
                count[(cell(x, a) << b) | cell(y, b)] += 1;
            }
            count.iter().all(|&c| c == 1 << t)
        })
    }

    #[test]
    fn the_first_points_are_the_published_ones() {
        let published: [(u16, [f64; 8]); 8] = [
            (0, [0.0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]),
            (1, [0.0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]),
            (2, [0.0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]),
            (3, [0.0, 0.5, 0.25, 0.75, 0.875, 0.375, 0.625, 0.125]),
            (7, [0.0, 0.5, 0.75, 0.25, 0.875, 0.375, 0.125, 0.625]),
            (20, [0.0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875]),
            (100, [0.0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]),
            (255, [0.0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]),
        ];
        for (dimension, expected) in published {
            let points: Vec<f64> = first_points(dimension, 8).iter().map(|&p| f64::from(p) / 4294967296.0).collect();
            assert_eq!(points, expected, "dimension {dimension}");
        }
    }

    #[test]
    fn every_power_of_two_prefix_of_every_dimension_has_one_point_per_interval() {
        for dimension in 0..DIMENSIONS {
            let points = first_points(dimension, 1 << 10);
            for k in 1..=10 {
                let mut strata: Vec<u32> = points[..1 << k].iter().map(|p| p >> (32 - k)).collect();
                strata.sort_unstable();
                assert!(strata.into_iter().eq(0..1 << k), "dimension {dimension}, 2^{k}");
            }
        }
    }

    #[test]
    fn the_first_two_dimensions_are_a_perfect_net_and_the_first_ten_pair_well() {
        for m in [4, 8, 12] {
            let points: Vec<Vec<u32>> = (0..10).map(|d| first_points(d, 1 << m)).collect();
            assert!(is_net(&points[0], &points[1], 0), "2^{m}");
            for i in 0..10 {
                for j in 0..i {
                    // The quality parameter of a pair is at most the sum of its polynomials' degrees less one each.
                    let degree = |d: usize| d.checked_sub(1).map_or(1, |row| ROWS[row].1.len() as u32);
                    let t = (degree(i) + degree(j) - 2).min(m);
                    assert!(is_net(&points[i], &points[j], t), "{i}, {j}, 2^{m}");
                }
            }
        }
    }

    #[test]
    fn a_scrambled_net_is_still_a_net() {
        for seed in 0..4 {
            let (one, two) = (KeySource::new(seed, "one"), KeySource::new(seed, "two"));
            let (one, two) = (Scrambles::new(one, 0), Scrambles::new(two, 0));
            let points = |d: u16, s: &Scrambles, r: usize| -> Vec<u32> {
                let reversed = first_points(d, 1 << 12).into_iter().map(u32::reverse_bits);
                reversed.map(|p| s.apply([p; REPLICATES])[r].reverse_bits()).collect()
            };
            for r in 0..REPLICATES {
                assert!(is_net(&points(0, &one, r), &points(1, &two, r), 0));
            }
        }
    }

    #[test]
    fn a_scrambled_point_is_uniform_over_the_seeds() {
        // Pearson's χ² over 64 cells for single points: mean 63, standard deviation √126.
        for point in [0_u32, 1, 0x8000_0000, 0x1234_5678, u32::MAX] {
            let mut count = [0_f64; 64];
            for seed in 0..6400 {
                let scrambled = Scrambles::new(KeySource::new(seed, "x"), 0).apply([point; REPLICATES])[0];
                count[(scrambled.reverse_bits() >> 26) as usize] += 1.0;
            }
            let chi2: f64 = count.iter().map(|c| (c - 100.0) * (c - 100.0) / 100.0).sum();
            assert!((chi2 - 63.0).abs() < 5.0 * 126_f64.sqrt(), "{point:#x}: {chi2}");
        }
    }
}
