//! Keys from a seed and a name, and the counter-based Philox that turns (key, trial, draw) into 32 random bits.
//!
//! Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011) passes
//! TestU01's BigCrush for sequences within a key and across keys, and its authors publish known answers, tested below.

use super::replicates::REPLICATES;

/// 2⁶⁴ divided by the golden ratio, odd: the step of SplitMix64.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The output function of SplitMix64 (Steele, Lea and Flood 2014; constants: Stafford's variant 13): a bijection of
/// 64 bits in which every input bit flips every output bit with a probability near one half.
pub(super) fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    h ^ (h >> 31)
}

/// Where all random numbers of one input come from: as many independent 64-bit keys as are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeySource(u64);

impl KeySource {
    /// The key source of the input `name` under `seed`: the seed, then the name eight bytes at a time, then its length.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut h = mix(seed.wrapping_add(STEP));
        for chunk in name.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            h = mix((h ^ u64::from_le_bytes(word)).wrapping_add(STEP));
        }
        Self(mix((h ^ name.len() as u64).wrapping_add(STEP)))
    }

    /// The key number `n`: element n of a SplitMix64 sequence.
    pub(super) fn key(self, n: u64) -> u64 {
        mix(self.0.wrapping_add(STEP.wrapping_mul(n.wrapping_add(1))))
    }

    /// The key of the input's random words. Those before it belong to what is computed per replicate: scramblings and
    /// permutations from 0 on, shuffles from [`REPLICATES`] on.
    pub(super) fn words(self) -> u64 {
        self.key(2 * REPLICATES as u64)
    }
}

/// One round of Philox4x32: two 32 × 32 → 64 bit products, their halves crossed and mixed with the round's key.
#[inline(always)]
fn round(c: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let p0 = 0xd251_1f53 * u64::from(c[0]);
    let p1 = 0xcd9e_8d57 * u64::from(c[2]);
    [(p1 >> 32) as u32 ^ c[1] ^ key[0], p1 as u32, (p0 >> 32) as u32 ^ c[3] ^ key[1], p0 as u32]
}

/// Philox4x32-10: four random words for a counter under a key.
#[inline(always)]
fn philox(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for _ in 0..9 {
        counter = round(counter, key);
        key = [key[0].wrapping_add(0x9e37_79b9), key[1].wrapping_add(0xbb67_ae85)];
    }
    round(counter, key)
}

/// The words of four neighbouring trials: block `b` of draw number `draw` under a key.
#[inline(always)]
fn block(key: u64, b: u64, draw: u64) -> [u32; 4] {
    let counter = [b as u32, (b >> 32) as u32, draw as u32, (draw >> 32) as u32];
    philox(counter, [key as u32, (key >> 32) as u32])
}

/// The random word of one trial and draw under a key: word `trial` % 4 of block `trial` / 4, which no other trial or
/// draw has.
#[inline(always)]
pub(super) fn random_word(key: u64, trial: u64, draw: u64) -> u32 {
    block(key, trial / 4, draw)[(trial % 4) as usize]
}

/// Draw 0 of the trials `first..first + out.len()` under a key.
#[inline(always)]
pub(super) fn random_words(key: u64, first: u64, out: &mut [u32]) {
    let block = |b: u64| block(key, b, 0);
    let (head, body) = out.split_at_mut(((4 - first % 4) % 4).min(out.len() as u64) as usize);
    if !head.is_empty() {
        let start = (first % 4) as usize;
        head.copy_from_slice(&block(first / 4)[start..start + head.len()]);
    }
    let next = (first + head.len() as u64) / 4;
    for (b, chunk) in (next..).zip(body.chunks_mut(4)) {
        chunk.copy_from_slice(&block(b)[..chunk.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors that Random123 ships (`kat_vectors`, philox4x32 with 10 rounds).
    #[test]
    fn philox_gives_the_published_answers() {
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(philox([u32::MAX; 4], [u32::MAX; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let pi = [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344];
        let key = [0xa409_3822, 0x299f_31d0];
        assert_eq!(philox(pi, key), [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }

    #[test]
    fn block_and_draw_fill_the_counter() {
        let (b, draw, key) = (0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e, 0x299f_31d0_a409_3822);
        assert_eq!(block(key, b, draw), [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }

    #[test]
    fn names_that_share_a_prefix_or_padding_have_different_keys() {
        let names = ["", "\0", "a", "a\0", "churn", "churn.new", "abcdefgh", "abcdefgh\0", "b"];
        let mut keys: Vec<u64> = Vec::new();
        for name in names {
            for seed in 0..4 {
                keys.extend((0..4).map(|n| KeySource::new(seed, name).key(n)));
            }
        }
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn a_flip_of_any_bit_of_the_seed_flips_half_the_bits_of_the_key() {
        for bit in 0..64 {
            let flips: u32 = (0..256)
                .map(|s| (KeySource::new(s, "x").key(0) ^ KeySource::new(s ^ (1 << bit), "x").key(0)).count_ones())
                .sum();
            // 256 × 64 fair coins: mean 8192, standard deviation 64.
            assert!(flips.abs_diff(8192) < 5 * 64, "bit {bit}: {flips}");
        }
    }
}
