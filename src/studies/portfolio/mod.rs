//! Which projects to fund together: the best set under budgets, exactly, and how sure that is.
//!
//! What was found can be read back and told without the feature `milp`; finding it takes the solver.

#[cfg(feature = "milp")]
mod budgets;
#[cfg(feature = "milp")]
mod choice;
mod findings;
#[cfg(feature = "milp")]
mod objective;
#[cfg(feature = "milp")]
mod solve;
#[cfg(feature = "milp")]
mod study;
#[cfg(feature = "milp")]
mod wishes;

#[cfg(feature = "milp")]
pub use budgets::{MOST_POINTS, Point, budgets};
#[cfg(feature = "milp")]
pub use choice::{Limit, Problem};
pub use findings::{Curve, Limits, Next, Objective, OfProject, Portfolio, Reason, Total};
#[cfg(feature = "milp")]
pub use objective::{Concave, Means, Utility};
#[cfg(feature = "milp")]
pub use solve::{Chosen, Solver, SolverFault};
#[cfg(feature = "milp")]
pub use study::{MOST_PROJECTS, portfolio};
#[cfg(feature = "milp")]
pub use wishes::{PortfolioFault, Request, Wishes};
