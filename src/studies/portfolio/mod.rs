//! Which projects to fund together: the best set under budgets, exactly, and how sure that is.
//!
//! What was found can be read back and told without the feature `milp`; finding it takes the solver.

#[cfg(feature = "milp")]
mod budgets;
#[cfg(feature = "milp")]
mod choice;
#[cfg(feature = "milp")]
mod constraints;
mod findings;
#[cfg(feature = "milp")]
mod objective;
#[cfg(feature = "milp")]
mod solve;
#[cfg(feature = "milp")]
mod study;

#[cfg(feature = "milp")]
pub use budgets::{BudgetPoint, MOST_POINTS, budgets};
#[cfg(feature = "milp")]
pub use choice::{Problem, ResourceLimit};
#[cfg(feature = "milp")]
pub use constraints::{Constraints, PortfolioError, PortfolioRequest};
pub use findings::{Curve, LimitUse, Next, Portfolio, PortfolioObjective, ProjectChoice, Reason, Total};
#[cfg(feature = "milp")]
pub use objective::{Concave, Means, Utility};
#[cfg(feature = "milp")]
pub use solve::{Chosen, Solver, SolverError};
#[cfg(feature = "milp")]
pub use study::{MOST_PROJECTS, TRIALS, portfolio};
