//! What has come in since the start: readings of a living case, and how a case says that they are held against it.

mod metric;
mod plan;
mod reading;

pub use metric::{Drift, Level, Scale, TrackMetric};
pub use plan::{Status, TrackPlan};
pub use reading::{Actuals, Counted, ReadArm, Reading};
