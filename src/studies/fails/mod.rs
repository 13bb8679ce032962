//! Where a case fails: the region of the assumptions in which it loses money, or in which it pays.

mod form;
mod peel;
mod prim;
mod region;
mod stress;
mod study;

pub use prim::{ALPHA, MOST_INPUTS, find};
pub use region::{Column, Limit, Region};
pub use study::{Corner, Fails, Limited, NEARLY_ALL, TRIALS, fails};

pub use form::{FARTHEST, Nearest, gradient, nearest};
pub use stress::{Shift, Stress, StressPoint, stress};
