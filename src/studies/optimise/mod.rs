//! How to spread effort over the nine elements and over time, under a budget and a limit of staff.

mod effort;
mod findings;
mod objective;
mod planner;
mod reasons;
mod schedule;
mod search;
mod study;

pub use effort::{EffortCurve, Programme};
pub use findings::{Allocation, AtElement, OnFrontier, Valued};
pub use objective::{Objective, Plan};
pub use planner::Planner;
pub use schedule::{Crew, fits, improved, in_waves};
pub use search::{Spread, climb, highest};
pub use study::{AllocationFault, Limits, allocate};
