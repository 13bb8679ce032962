//! Two cases apart: which changed assumption moves the net present value by how much.

mod changes;
mod exchange;
mod study;

pub use changes::{CORRELATIONS, Change, DELIVERY, GATE, NAMED, changes};
pub use study::{Difference, DifferenceFault, Ends, Part, Step, difference};
