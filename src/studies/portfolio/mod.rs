//! Which projects to fund together: the best set under budgets, exactly, and how sure that is.

mod budgets;
mod choice;
mod constraints;
mod findings;
mod objective;
mod solve;
mod study;

pub use budgets::{BudgetPoint, MOST_POINTS, budgets};
pub use choice::{Problem, ResourceLimit};

pub use constraints::{Constraints, PortfolioError, PortfolioRequest};
pub use findings::{Curve, LimitUse, Next, Portfolio, PortfolioObjective, ProjectChoice, Reason, Total};
pub use objective::{Concave, Means, Utility};
pub use solve::{Chosen, Solver, SolverError};
pub use study::{MOST_PROJECTS, portfolio};
