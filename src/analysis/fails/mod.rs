//! Where a case fails: the region of the assumptions in which it loses money, or in which it pays.

mod peel;
mod prim;
mod region;
mod study;

pub use prim::{ALPHA, MOST_INPUTS, find};
pub use region::{Column, Limit, Region};
pub use study::{Corner, Fails, Limited, NEARLY_ALL, fails};
