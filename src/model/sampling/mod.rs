//! Uncertain inputs as columns of numbers: uniforms drawn in one place, mapped through quantiles, optionally correlated.
//!
//! ```text
//! Stream::fill ─▶ u32 ─┬─ Sampler::fill ─▶ f64
//!                      └─ scores ─▶ z ─ Copula::apply ─▶ z ─ Sampler::fill_from_scores ─▶ f64
//! ```
//!
//! Everything is a pure function of the seed, the names and the trial number, made of + − × ÷, square roots and the
//! crate `libm`: the same bits on every platform, at every SIMD width and for every cut into blocks.

#![allow(clippy::neg_cmp_op_on_partial_ord, reason = "checks are written so that NaN fails them")]

mod conditional;
mod copula;
mod correlation;
mod distribution;
mod hash;
mod incomplete_beta;
mod joe_kuo;
mod latin;
mod level;
mod normal;
mod polynomial;
mod sampler;
mod sobol;
mod tables;
mod uniforms;

pub use copula::{Copula, CopulaError, Repair};
pub use distribution::{Distribution, DistributionError, LEAST_MASS, SHAPES, family};
pub use level::Level;
pub use normal::{normal_cdf, normal_quantile};
pub use sampler::{Sampler, scores};
pub use sobol::DIMENSIONS;
pub use uniforms::{MOST_TRIALS, REPLICATES, Sampling, Stream, UnknownSampling};
