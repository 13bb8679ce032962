//! Break-even: what would have to be true for the case to pay.

mod map;
mod study;

pub use crate::findings::break_even::{BestValue, BreakEvenRange, Crossing, InputBreakEven, Range, Target, ranges};
pub use map::{Axis, Cells, Map, Steps, map, over};
pub use study::{Breakeven, BreakevenRequest, TRIALS, breakeven};
