//! What a run is: simulate, read the findings, hold them against other lenses, a gate, and what is plausible.

mod acceptability;
mod balance;
mod cost_range;
mod courses;
mod delivery;
mod drivers;
mod effectiveness;
mod findings;
mod gate_value;
mod lenses;
mod longer;
mod moved;
mod outcomes;
mod plausibility;
mod precision;
mod proposal;
mod read;
mod result;

pub use acceptability::{Acceptability, AcceptabilityCurve, Threshold, acceptability, acceptability_trials};
pub use balance::{Balance, BalanceOutcome};
pub use cost_range::{CostRange, cost_range, cost_range_trials};
pub use courses::{BothArms, ByMonth, ByYear, MonthlyBand, Way, YearStatement, way};
pub use delivery::DeliveryResult;
pub use drivers::*;
pub use effectiveness::*;
pub use findings::*;
pub use gate_value::{GateValue, MOST_GATE_TRIALS, gate_trials, gate_value};
pub use lenses::*;
pub use longer::{LONGER_HORIZONS, LongerHorizon, longer_horizons, longer_trials};
pub use moved::moved_gain;
pub use outcomes::{OutcomeBreakEven, Outcomes, outcomes};
pub use plausibility::*;
pub use precision::{FIRST_ROUND, MOST_TRIALS, run_until};
pub use proposal::{PlannedLine, Proposal, Scope, proposal};
pub use read::{MOST_EDGES, findings, histogram_between};
pub use result::{Observer, Run, RunError, RunResult, TRIALS, complete, run, trials_of};
