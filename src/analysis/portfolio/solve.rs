//! The best set of projects, exactly: mixed-integer programmes over cuts of the worth.

use super::choice::{Limit, Problem};
use super::objective::Concave;
use microlp::{ComparisonOp, OptimizationDirection, SolveOptions, Variable};
use std::fmt;

/// A set of projects and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Whether each project is in it.
    pub chosen: Vec<bool>,
    /// Its worth, money.
    pub value: f64,
}

impl Chosen {
    /// Places of its projects.
    pub fn places(&self) -> Vec<usize> {
        (0..self.chosen.len()).filter(|i| self.chosen[*i]).collect()
    }
}

/// Why no set was found.
#[derive(Clone, Debug, PartialEq)]
pub enum SolverFault {
    /// No set is allowed.
    Infeasible,
    /// The solver gave up, in its own words.
    Gave(String),
}

impl fmt::Display for SolverFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SolverFault::Infeasible => write!(f, "no set of projects meets all limits and conditions"),
            SolverFault::Gave(why) => write!(f, "the best set of projects could not be found: {why}"),
        }
    }
}

impl std::error::Error for SolverFault {}

/// A tangent of the worth at a set: nothing is worth more than constant + Σ slope_i·x_i.
#[derive(Clone, Debug)]
struct Cut {
    constant: f64,
    slope: Vec<f64>,
}

/// Finds best sets by outer approximation (Duran and Grossmann, Mathematical Programming 36 (1986) 307–339).
///
/// ```text
/// max t  subject to  t ≤ CE(x_k) + ∇CE(x_k)·(x − x_k) for every set x_k seen, and the conditions on x
/// ```
///
/// until the bound t meets the worth of a set that was found. At each set its own cut is exact, so no set comes twice and
/// the search ends. For a linear worth the first cut is exact. Cuts hold under all conditions, so they are kept.
pub struct Solver<'a, W: Concave> {
    worth: &'a W,
    cuts: Vec<Cut>,
    scale: f64,
}

/// Programmes that are solved for one answer at most.
const MOST_ROUNDS: usize = 2_000;
/// A bound meets a worth within this share of the largest worth of a project.
const TOLERANCE: f64 = 1e-8;

impl<'a, W: Concave> Solver<'a, W> {
    /// A solver with the cut at the empty set.
    pub fn new(worth: &'a W, projects: usize) -> Self {
        let nothing = vec![false; projects];
        let slope = worth.slope(&nothing);
        let largest = slope.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let scale = if largest > 0.0 && largest.is_finite() { largest } else { 1.0 };
        Solver { cuts: vec![Cut { constant: worth.value(&nothing), slope }], worth, scale }
    }

    /// What a worth is measured by: the largest of a project, money.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The best set that the problem allows.
    ///
    /// # Errors
    /// [`SolverFault`].
    pub fn best(&mut self, problem: &Problem) -> Result<Chosen, SolverFault> {
        let mut excluded: Vec<Vec<bool>> = Vec::new();
        let mut best: Option<Chosen> = None;
        for _ in 0..MOST_ROUNDS {
            let (chosen, bound) = match self.programme(problem, &excluded, None) {
                // What is left after sets beyond the limit were excluded.
                Err(SolverFault::Infeasible) => return best.ok_or(SolverFault::Infeasible),
                found => found?,
            };
            if let Some(met) = best.take_if(|best| bound <= best.value + TOLERANCE * self.scale) {
                return Ok(met);
            }
            if !problem.allows(&chosen) {
                // Within the tolerance of the solver, but not within ours.
                excluded.push(chosen);
                continue;
            }
            let value = self.worth.value(&chosen);
            self.cut(&chosen, value);
            if best.as_ref().is_none_or(|best| value > best.value) {
                best = Some(Chosen { chosen, value });
            }
        }
        Err(SolverFault::Gave(format!("its bound is not met after {MOST_ROUNDS} rounds")))
    }

    /// The set that uses least of a limit among those worth at least `least`, the limit itself left aside.
    ///
    /// # Errors
    /// [`SolverFault`].
    pub fn cheapest(&mut self, problem: &Problem, limit: usize, least: f64) -> Result<Chosen, SolverFault> {
        let mut open = problem.clone();
        let uses = open.limits.remove(limit);
        let mut excluded: Vec<Vec<bool>> = Vec::new();
        for _ in 0..MOST_ROUNDS {
            let (chosen, _) = self.programme(&open, &excluded, Some((&uses, least)))?;
            let value = self.worth.value(&chosen);
            if open.allows(&chosen) && value >= least - TOLERANCE * self.scale {
                return Ok(Chosen { chosen, value });
            }
            self.cut(&chosen, value);
            excluded.push(chosen);
        }
        Err(SolverFault::Gave(format!("no set met its worth after {MOST_ROUNDS} rounds")))
    }

    fn cut(&mut self, chosen: &[bool], value: f64) {
        let slope = self.worth.slope(chosen);
        let there: f64 = slope.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(s, _)| s).sum();
        self.cuts.push(Cut { constant: value - there, slope });
    }

    /// Solves one programme: the highest bound on the worth, or the least use of a limit at a worth; gives the set and
    /// the bound.
    fn programme(
        &self,
        problem: &Problem,
        excluded: &[Vec<bool>],
        frugal: Option<(&Limit, f64)>,
    ) -> Result<(Vec<bool>, f64), SolverFault> {
        let mut model = microlp::Problem::new(OptimizationDirection::Maximize);
        let unit = frugal.map_or(1.0, |(limit, _)| largest(&limit.uses));
        let x: Vec<Variable> = (0..problem.projects)
            .map(|i| model.add_binary_var(frugal.map_or(0.0, |(limit, _)| -limit.uses[i] / unit)))
            .collect();
        let floor = frugal.map_or(f64::NEG_INFINITY, |(_, least)| least / self.scale);
        let t = model.add_var(if frugal.is_some() { 0.0 } else { 1.0 }, (floor, f64::INFINITY));
        for cut in &self.cuts {
            let slopes = x.iter().zip(&cut.slope).map(|(x, slope)| (*x, -slope / self.scale));
            let row: Vec<(Variable, f64)> = std::iter::once((t, 1.0)).chain(slopes).collect();
            model.add_constraint(&row, ComparisonOp::Le, cut.constant / self.scale);
        }
        conditions(&mut model, &x, problem);
        for chosen in excluded {
            let row: Vec<_> = x.iter().zip(chosen).map(|(x, c)| (*x, if *c { 1.0 } else { -1.0 })).collect();
            let size = chosen.iter().filter(|c| **c).count() as f64;
            model.add_constraint(&row, ComparisonOp::Le, size - 1.0);
        }
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = 1e-9;
        let solved = model.solve_with(options).map_err(|e| match e {
            microlp::Error::Infeasible => SolverFault::Infeasible,
            other => SolverFault::Gave(other.to_string()),
        })?;
        let Some(solution) = solved.solution() else { return Err(SolverFault::Gave("it was interrupted".into())) };
        let chosen = x.iter().map(|x| solution.var_value(*x) > 0.5).collect();
        Ok((chosen, solution.objective() * self.scale))
    }
}

fn largest(uses: &[f64]) -> f64 {
    let most = uses.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if most > 0.0 { most } else { 1.0 }
}

/// Limits, groups, requirements and musts as rows over the projects.
fn conditions(model: &mut microlp::Problem, x: &[Variable], problem: &Problem) {
    for limit in &problem.limits {
        let unit = largest(&limit.uses);
        let row: Vec<_> = x.iter().zip(&limit.uses).map(|(x, used)| (*x, used / unit)).collect();
        // A little more room than we allow, so that rounding excludes nothing; what is found is held against the limit.
        let at_most = limit.at_most + 2.0 * super::choice::SLACK * limit.at_most.abs();
        model.add_constraint(&row, ComparisonOp::Le, at_most / unit);
    }
    for group in &problem.groups {
        let row: Vec<_> = group.iter().map(|i| (x[*i], 1.0)).collect();
        model.add_constraint(&row, ComparisonOp::Le, 1.0);
    }
    for (a, b) in &problem.requires {
        model.add_constraint([(x[*a], 1.0), (x[*b], -1.0)], ComparisonOp::Le, 0.0);
    }
    for i in &problem.must {
        model.add_constraint([(x[*i], 1.0)], ComparisonOp::Ge, 1.0);
    }
}

#[cfg(test)]
mod tests;
