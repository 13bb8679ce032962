//! Work over lanes in the vectors that the machine has.

use super::Pack;
#[allow(unused_imports, reason = "not every kind of machine has vectors, and each has its own")]
use fearless_simd::{Level, Simd, f64x2, f64x8};

/// Trials that the simulation computes side by side at most.
pub const LANES: usize = 8;

/// Work that is written once over lanes of up to [`LANES`] trials, whatever they are kept in.
pub trait Kernel {
    /// What it gives.
    type Output;
    /// Does the work; `#[inline(always)]`, since only what is inlined is compiled for the vectors of the machine.
    fn run<V: Pack>(self, token: V::Token) -> Self::Output;
}

/// Does the work in the vectors of the machine, found out at run time where machines of a kind differ.
///
/// | machine | lanes |
/// |---|---|
/// | x86-64 | eight trials with AVX-512 or AVX2, else two |
/// | arm64 | two |
/// | wasm with `simd128` | two |
/// | wasm without | one: eight side by side without vectors are eight times the code |
/// | any other | eight in an array |
///
/// Debug builds have one lane on x86-64 and arm64 too, since the compiler needs minutes for more. All give the same
/// bits: compared on x86-64 and in wasm; for arm64 in an emulator, on a machine of that kind not yet.
pub fn dispatch_simd<K: Kernel>(kernel: K) -> K::Output {
    std::cfg_select! {
        all(target_arch = "wasm32", target_feature = "simd128") => {
            match Level::new().as_wasm_simd128() {
                Some(token) => in_pairs(kernel, token),
                None => unreachable!("compiled with simd128"),
            }
        }
        target_arch = "wasm32" => { kernel.run::<[f64; 1]>(()) }
        debug_assertions => { kernel.run::<[f64; 1]>(()) }
        target_arch = "x86_64" => {
            match Level::new() {
                Level::Avx512(token) => in_eights(kernel, token),
                Level::Avx2(token) => in_eights(kernel, token),
                other => match other.as_sse2() {
                    Some(token) => in_pairs(kernel, token),
                    None => unreachable!("every x86-64 has SSE2"),
                },
            }
        }
        target_arch = "aarch64" => {
            match Level::new().as_neon() {
                Some(token) => in_pairs(kernel, token),
                None => unreachable!("every arm64 has NEON"),
            }
        }
        _ => { kernel.run::<[f64; LANES]>(()) }
    }
}

/// Eight trials a lane, for vectors of four or eight numbers.
#[allow(dead_code, reason = "x86-64 only")]
#[inline(always)]
fn in_eights<K: Kernel, S: Simd>(kernel: K, token: S) -> K::Output {
    token.vectorize(
        #[inline(always)]
        || kernel.run::<f64x8<S>>(token),
    )
}

/// Two trials a lane, for vectors of two numbers: eight would fill four registers of the sixteen of SSE2, and take four
/// times as long to compile.
#[allow(dead_code, reason = "machines with vectors only")]
#[inline(always)]
fn in_pairs<K: Kernel, S: Simd>(kernel: K, token: S) -> K::Output {
    token.vectorize(
        #[inline(always)]
        || kernel.run::<f64x2<S>>(token),
    )
}
