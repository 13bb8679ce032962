//! What has come in since the start: readings of a living case, and how a case says that they are held against it.
//!
//! ```text
//! text ─table─▶ rows ─row, typed, measure─▶ readings ─together─▶ Actuals ─notes─▶ what to know of them
//! ```

mod cells;
mod fault;
mod headings;
mod measure;
mod metric;
mod notes;
mod open;
mod plan;
mod read;
mod reading;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod together;
mod typed;

pub use fault::ActualsFault;
pub use headings::MOST_READINGS;
pub use metric::{Drift, TrackLevel, TrackMetric, TrackScale};
pub use notes::{ActualsNote, UnusedReading};
pub use plan::{Status, TrackPlan};
pub use reading::{Actuals, Counted, ReadArm, Reading};
