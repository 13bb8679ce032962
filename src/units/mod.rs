//! Numbers and what they mean: lanes of trials, kinds of inputs, months and years.

mod functions;
mod input;
mod lane;
mod time;

pub use input::{Catalogue, Input, Kind, Shape, Source};
pub(crate) use lane::each;
pub use lane::{Lane, Mask, settle};
pub use time::{MONTHS_PER_YEAR, monthly_chance, monthly_growth, monthly_halving};
