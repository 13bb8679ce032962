//! Uncertain inputs as columns of numbers: uniforms drawn in one place, mapped through quantiles, optionally correlated.
//!
//! ```text
//! Stream::fill ─▶ u32 ─┬─ Sampler::fill ─▶ f64
//!                      └─ scores ─▶ z ─ Copula::apply ─▶ z ─ Sampler::fill_from_scores ─▶ f64
//! ```
//!
//! The random words of a stream are also a generator for the crates `rand` and `rand_distr` ([`TrialRng`]), and a
//! [`Distribution`] or its [`Sampler`] can be drawn from with any generator of theirs: `--sampling random` is just that.
//!
//! Everything is a pure function of the seed, the names and the trial number, made of + − × ÷, square roots and the
//! crate `libm`: the same bits on x86-64 and in WebAssembly, at every SIMD width and for every cut into blocks. Nothing in
//! it knows of a platform, so arm64 should give them too, and does in an emulator; nobody has run it on a machine yet.

#![allow(clippy::neg_cmp_op_on_partial_ord, reason = "checks are written so that NaN fails them")]

mod attained;
mod cholesky;
mod conditional;
mod copula;
mod correlation;
mod distribution;
mod generator;
mod hash;
mod incomplete_beta;
mod joe_kuo;
mod latin;
mod level;
mod normal;
mod polynomial;
mod replicates;
mod sampler;
mod sobol;
mod tables;
mod uniforms;

pub use attained::{RankSteps, attained_rank};
pub(crate) use cholesky::Cholesky;
pub use copula::{Copula, CopulaError, Repair};
pub use distribution::{
    Beta, Constant, Discrete, Distribution, DistributionError, Family, LEAST_MASS, LogNormal, LogitNormal, Metalog,
    Normal, SHAPES, Samples, Triangular, Truncated, Uniform,
};
pub use generator::TrialRng;
pub use level::Level;
pub use normal::{normal_cdf, normal_quantile};
pub use replicates::REPLICATES;
pub use sampler::{Sampler, scores};
pub use sobol::DIMENSIONS;
pub use uniforms::{MOST_TRIALS, Sampling, Stream, UnknownSampling};
