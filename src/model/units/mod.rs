//! Numbers and what they mean: lanes of trials, kinds of inputs, months and years.

mod functions;
mod input;
mod inputs;
mod kernel;
mod lane;
mod limits;
mod pack;
mod sort;
mod time;

pub use input::{Catalogue, Input, Kind, Shape, Source};
pub(crate) use inputs::inputs;
pub use kernel::{Kernel, LANES, dispatch_simd};
pub(crate) use lane::each;
pub use lane::{Lane, Mask, Operand};
pub use limits::{Limits, LimitsError};
pub use pack::Pack;
pub use sort::Sort;
pub use time::{MONTHS_PER_YEAR, annual_survival, monthly_chance, monthly_growth, monthly_halving};
