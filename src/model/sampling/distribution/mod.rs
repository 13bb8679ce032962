//! The distributions of uncertain inputs, made from what the user knows about them.

mod any;
mod beta;
mod constant;
mod discrete;
mod error;
mod family;
mod limits;
mod logit_normal;
mod lognormal;
mod make;
mod mean;
mod metalog;
mod normal;
mod samples;
mod triangular;
mod truncated;
mod uniform;

pub use any::{Distribution, Truncated};
pub use beta::Beta;
pub use constant::Constant;
pub use discrete::Discrete;
pub use error::DistributionError;
pub use family::Family;
pub use limits::{LEAST_MASS, SHAPES};
pub use logit_normal::LogitNormal;
pub use lognormal::LogNormal;
pub use metalog::Metalog;
pub use normal::Normal;
pub use samples::Samples;
pub use triangular::Triangular;
pub use uniform::Uniform;
