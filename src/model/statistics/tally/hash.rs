//! A hash of what trials gave, and of the places of rows.

/// A hash of words: every step can be undone, so those that differ in one place never share a hash.
///
/// The last steps are the finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom
/// number generators" (OOPSLA 2014), with the constants of D. Stafford's mix 13.
pub(super) fn hash(words: impl IntoIterator<Item = u64>) -> u64 {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = GOLDEN;
    for word in words {
        state = (state.rotate_left(23) ^ word).wrapping_mul(GOLDEN);
    }
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
