//! The reverse stress test: the mildest shift of all inputs together at which a case just breaks even.

mod form;
mod study;

pub use form::{FARTHEST, Nearest, gradient, nearest};
pub use study::{Point, Shift, Stress, stress};
