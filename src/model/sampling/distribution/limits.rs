//! How far the parameters of a distribution may go.

/// The least probability that may remain between the bounds of a truncation: 1 %.
pub const LEAST_MASS: f64 = 0.01;

/// The least and greatest shape of a beta distribution.
pub const SHAPES: (f64, f64) = (0.01, 1e6);
