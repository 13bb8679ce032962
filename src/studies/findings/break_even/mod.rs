//! Where the value of one input makes a case break even: what a run says in short and `breakeven` of every input.

mod grid;
mod roots;
mod search;
mod target;

pub use roots::{Crossing, Range, ranges};
pub use search::{BestValue, BreakEvenRange, BreakEvenSearch, InputBreakEven, break_even_of};
pub use target::Target;
