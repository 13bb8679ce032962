//! Work over lanes in the widest vectors that the machine has.

use super::Pack;

/// Trials that the simulation computes side by side at most.
pub const LANES: usize = 8;

/// Work that is written once over lanes of up to [`LANES`] trials, whatever they are kept in.
pub trait Kernel {
    /// What it gives.
    type Output;
    /// Does the work; `#[inline(always)]`, since only what is inlined is compiled for the vectors of the machine.
    fn run<V: Pack>(self, token: V::Token) -> Self::Output;
}

/// Does the work in the widest vectors that the machine has, found out at run time; all give the same bits.
///
/// Builds for tests make do with arrays, which a test of the packs and one of whole trials hold against the vectors.
#[cfg(all(target_arch = "x86_64", not(debug_assertions)))]
pub fn dispatch_simd<K: Kernel>(kernel: K) -> K::Output {
    use fearless_simd::{Level, Simd, f64x2, f64x8};
    match Level::new() {
        Level::Avx512(token) => token.vectorize(
            #[inline(always)]
            || kernel.run::<f64x8<_>>(token),
        ),
        Level::Avx2(token) => token.vectorize(
            #[inline(always)]
            || kernel.run::<f64x8<_>>(token),
        ),
        // Two a lane: eight would fill four registers of the sixteen, and take four times as long to compile.
        other => match other.as_sse2() {
            Some(token) => token.vectorize(
                #[inline(always)]
                || kernel.run::<f64x2<_>>(token),
            ),
            None => unreachable!("every x86-64 has SSE2"),
        },
    }
}

/// Does the work in arrays, of which the compiler makes the vectors that every machine of this kind has.
#[cfg(not(all(target_arch = "x86_64", not(debug_assertions))))]
pub fn dispatch_simd<K: Kernel>(kernel: K) -> K::Output {
    kernel.run::<[f64; LANES]>(())
}
