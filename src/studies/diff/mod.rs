//! Two cases side by side: which changed assumption moves the net present value by how much.

mod changes;
mod exchange;
mod fault;
mod findings;
mod study;
mod told;

pub use changes::{CORRELATIONS, Change, DELIVERY, GATE, NAMED, changes};
pub use fault::DifferenceFault;
pub use findings::{Difference, Ends, Part, Step};
pub use study::difference;
