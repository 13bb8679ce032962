//! How to spread effort over the nine elements and over time, under a budget and a limit of staff.

mod effort;
mod findings;
mod objective;
mod planner;
mod reasons;
mod schedule;
mod search;
mod study;
mod written;

pub use effort::{EffortCurve, Programme};
pub use findings::{ElementPlan, FrontierPoint, Optimisation, PlanInFile, Valued};
pub use objective::{EffortPlan, PlanObjective};
pub use planner::Planner;
pub use schedule::{Crew, fits, improved, in_waves};
pub use search::{FeasibleEffort, climb, highest};
pub use study::{OptimiseError, PlanLimits, SEARCH_TRIALS, TRIALS, optimise, search_trials};
pub use written::{WrittenPlan, written_plan};
