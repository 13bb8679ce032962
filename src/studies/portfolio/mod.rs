//! Which projects to fund together: the best set under budgets, exactly, and how sure that is.

mod budgets;
mod choice;
mod findings;
mod objective;
mod solve;
mod study;
mod wishes;

pub use budgets::{MOST_POINTS, Point, budgets};
pub use choice::{Limit, Problem};

pub use findings::{Curve, Limits, Next, Objective, OfProject, Portfolio, Reason, Total};
pub use objective::{Concave, Means, Utility};
pub use solve::{Chosen, Solver, SolverFault};
pub use study::{MOST_PROJECTS, portfolio};
pub use wishes::{PortfolioFault, Request, Wishes};
