//! Two cases side by side: which changed assumption moves the net present value by how much.

mod changes;
mod exchange;
mod fault;
mod findings;
mod study;

pub use changes::{CORRELATIONS, Change, DELIVERY, GATE, NAMED, changes};
pub use fault::DiffError;
pub use findings::{Diff, DiffStep, Ends, Part};
pub use study::{TRIALS, diff};
