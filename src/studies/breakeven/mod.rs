//! Break-even: what would have to be true for the case to pay.

mod grid;
mod map;
mod roots;
mod study;

pub use map::{Axis, Map, map, over};
pub use roots::{Crossing, Range, ranges};
pub use study::{BestValue, Breakeven, BreaksEven, OfInput, Request, Target, breakeven};
