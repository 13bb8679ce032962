//! The best value against the budget: every budget at which the best set changes.

use super::choice::Problem;
use super::objective::Concave;
use super::solve::{Chosen, Solver, SolverError};

/// The most budgets that are looked at: changes that lie closer together than this part of all uses count as one.
pub const MOST_POINTS: usize = 120;
/// Budgets are distinguished to within this share of the largest use.
const APART: f64 = 1e-6;

/// The best set from a budget on.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetPoint {
    /// What the set uses: the least budget with which it can be funded.
    pub budget: f64,
    /// The set.
    pub best: Chosen,
}

/// The best sets, the smallest budget first: each holds from its budget up to the next. The budget is the first limit of
/// the problem, and its amount is left aside.
///
/// From the set that is best without a budget downwards: the next set is the best of a budget just too small for the last.
///
/// # Errors
/// [`SolverError`] if even without a budget no set is allowed.
pub fn budgets<W: Concave>(solver: &mut Solver<W>, problem: &Problem) -> Result<Vec<BudgetPoint>, SolverError> {
    let uses = &problem.limits[0].uses;
    let all: f64 = uses.iter().sum();
    let apart = APART * uses.iter().fold(0.0, |most: f64, x| most.max(*x));
    let tie = 1e-7 * solver.scale();
    let mut points: Vec<BudgetPoint> = Vec::new();
    let mut at_most = all;
    loop {
        let best = match solver.best(&problem.with_budget(at_most)) {
            Err(SolverError::Infeasible) if !points.is_empty() => break,
            found => found?,
        };
        let budget = problem.limits[0].used(&best.chosen);
        // As good for less money: the dearer set is never needed.
        if points.last().is_some_and(|dearer| best.value >= dearer.best.value - tie) {
            points.pop();
        }
        points.push(BudgetPoint { budget, best });
        if budget <= apart {
            break;
        }
        at_most = (budget - apart).min(at_most - all / MOST_POINTS as f64);
        if at_most < 0.0 {
            break;
        }
    }
    points.reverse();
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::choice::ResourceLimit;
    use crate::portfolio::objective::Means;

    #[test]
    fn the_best_value_rises_by_the_steps_that_looking_at_every_set_gives() {
        let (uses, values) = ([4.0, 3.0, 5.0, 2.0, 7.0], Means(vec![6.0, 4.0, 7.5, 1.0, -2.0]));
        let limit = ResourceLimit { uses: uses.to_vec(), at_most: 0.0 };
        let problem = Problem { projects: 5, limits: vec![limit], requires: vec![(0, 3)], ..Problem::default() };
        let found = budgets(&mut Solver::new(&values, 5), &problem).expect("sets");
        let best = |budget: f64| {
            let sets = (0..32_u32).map(|s| (0..5).map(|i| s >> i & 1 == 1).collect::<Vec<bool>>());
            let problem = problem.with_budget(budget);
            sets.filter(|c| problem.allows(c)).map(|c| values.value(&c)).fold(f64::NEG_INFINITY, f64::max)
        };
        for tenth in 0..250 {
            let budget = f64::from(tenth) / 10.0;
            let at = found.iter().rev().find(|point| point.budget <= budget + 1e-9).expect("nothing costs nothing");
            assert!((at.best.value - best(budget)).abs() < 1e-6, "{budget}: {at:?}");
        }
        assert!(found.windows(2).all(|p| p[0].budget < p[1].budget && p[0].best.value < p[1].best.value));
    }

    #[test]
    fn what_must_be_funded_is_in_every_set() {
        let limit = ResourceLimit { uses: vec![2.0, 1.0], at_most: 0.0 };
        let problem = Problem { projects: 2, limits: vec![limit], must: vec![0], ..Problem::default() };
        let values = Means(vec![-1.0, 3.0]);
        let found = budgets(&mut Solver::new(&values, 2), &problem).expect("sets");
        assert_eq!(found.iter().map(|p| (p.budget, p.best.value)).collect::<Vec<_>>(), [(2.0, -1.0), (3.0, 2.0)]);
    }
}
