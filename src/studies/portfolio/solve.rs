//! The best set of projects, exactly: mixed-integer programmes over cuts of the worth.

#[cfg(test)]
mod tests;
use super::choice::{Problem, ResourceLimit};
use super::objective::Concave;
use delight_model::simulate::{Control, SimulationError};
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
pub enum SolverError {
    /// No set is allowed.
    Infeasible,
    /// The solver gave up, in its own words.
    Gave(String),
    /// It was ended from outside.
    Simulation(SimulationError),
}

impl From<SimulationError> for SolverError {
    fn from(error: SimulationError) -> Self {
        SolverError::Simulation(error)
    }
}

impl fmt::Display for SolverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SolverError::Infeasible => write!(f, "no set of projects meets all limits and conditions"),
            SolverError::Gave(why) => write!(f, "the best set of projects could not be found: {why}"),
            SolverError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SolverError {}

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
/// until no set can be worth more than the best that was found. At each set its own cut is exact, so no set comes twice
/// and the search ends. A linear worth needs no cuts. Cuts and sets hold whatever the conditions, so they are kept for the
/// next question.
pub struct Solver<'a, W: Concave> {
    worth: &'a W,
    cuts: Vec<Cut>,
    known: Vec<Chosen>,
    scale: f64,
    control: Control,
}

/// Programmes that are solved for one answer at most.
const MOST_ROUNDS: usize = 2_000;
/// Older cuts that are used again.
const OLDER_CUTS: usize = 40;
/// A set is better than another by at least this share of the largest worth of a project.
const TOLERANCE: f64 = 1e-8;

/// What a programme looks for.
#[derive(Clone, Copy)]
enum Aim<'a> {
    /// The set of the highest bound; above this worth, if there is one.
    Worth(Option<f64>),
    /// The set that uses least of a limit, of at least this worth.
    Frugal(&'a ResourceLimit, f64),
}

impl<'a, W: Concave> Solver<'a, W> {
    /// A solver that knows the empty set.
    pub fn new(worth: &'a W, projects: usize) -> Self {
        let nothing = vec![false; projects];
        let slope = worth.slope(&nothing);
        let largest = slope.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let scale = if largest > 0.0 && largest.is_finite() { largest } else { 1.0 };
        let value = worth.value(&nothing);
        let known = vec![Chosen { chosen: nothing, value }];
        Solver { cuts: vec![Cut { constant: value, slope }], known, worth, scale, control: Control::default() }
    }

    /// The same, ended by this handle.
    pub fn under(self, control: &Control) -> Self {
        Solver { control: control.clone(), ..self }
    }

    /// What a worth is measured by: the largest of a project, money.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The sets that were looked at so far, the latest last.
    pub fn known(&self) -> impl DoubleEndedIterator<Item = &[bool]> {
        self.known.iter().map(|known| known.chosen.as_slice())
    }

    /// Looks at a set: its worth, and the cut there.
    pub fn look_at(&mut self, chosen: &[bool]) -> f64 {
        let value = self.worth.value(chosen);
        self.known.push(Chosen { chosen: chosen.to_vec(), value });
        if !self.worth.is_linear() {
            let slope = self.worth.slope(chosen);
            let there: f64 = slope.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(s, _)| s).sum();
            self.cuts.push(Cut { constant: value - there, slope });
        }
        value
    }

    /// The best set that the problem allows.
    ///
    /// # Errors
    /// [`SolverError`].
    pub fn best(&mut self, problem: &Problem) -> Result<Chosen, SolverError> {
        let mut excluded: Vec<Vec<bool>> = Vec::new();
        let older = self.cuts.len();
        let allowed = self.known.iter().filter(|known| problem.allows(&known.chosen));
        let mut best: Option<Chosen> = allowed.max_by(|a, b| a.value.total_cmp(&b.value)).cloned();
        for _ in 0..MOST_ROUNDS {
            let above = best.as_ref().map(|best| best.value + TOLERANCE * self.scale);
            let chosen = match self.programme(problem, &excluded, older, Aim::Worth(above)) {
                Err(SolverError::Infeasible) => return best.ok_or(SolverError::Infeasible),
                found => found?,
            };
            let value = self.look_at(&chosen);
            let allowed = problem.allows(&chosen);
            if allowed && self.worth.is_linear() {
                return Ok(Chosen { chosen, value });
            }
            if !allowed {
                // Within the tolerance of the solver, but not within ours.
                excluded.push(chosen.clone());
            }
            if allowed && best.as_ref().is_none_or(|best| value > best.value) {
                best = Some(Chosen { chosen, value });
            }
        }
        Err(SolverError::Gave(format!("it is not proven to be the best after {MOST_ROUNDS} rounds")))
    }

    /// The set that uses least of a limit among those worth at least `least`, the limit itself left aside.
    ///
    /// # Errors
    /// [`SolverError`].
    pub fn cheapest(&mut self, problem: &Problem, limit: usize, least: f64) -> Result<Chosen, SolverError> {
        let mut open = problem.clone();
        let uses = open.limits.remove(limit);
        let mut excluded: Vec<Vec<bool>> = Vec::new();
        let older = self.cuts.len();
        for _ in 0..MOST_ROUNDS {
            let chosen = self.programme(&open, &excluded, older, Aim::Frugal(&uses, least))?;
            let value = self.look_at(&chosen);
            if open.allows(&chosen) && value >= least - TOLERANCE * self.scale {
                return Ok(Chosen { chosen, value });
            }
            excluded.push(chosen);
        }
        Err(SolverError::Gave(format!("no set met its worth after {MOST_ROUNDS} rounds")))
    }

    /// Solves one programme; of the cuts before `older` only the latest take part, all of which hold.
    fn programme(
        &self,
        problem: &Problem,
        excluded: &[Vec<bool>],
        older: usize,
        aim: Aim,
    ) -> Result<Vec<bool>, SolverError> {
        self.control.check()?;
        let mut model = microlp::Problem::new(OptimizationDirection::Maximize);
        let linear = self.worth.is_linear();
        let cost = |i: usize| match aim {
            Aim::Frugal(limit, _) => -limit.uses[i] / largest(&limit.uses),
            Aim::Worth(_) if linear => self.cuts[0].slope[i] / self.scale,
            Aim::Worth(_) => 0.0,
        };
        let x: Vec<Variable> = (0..problem.projects).map(|i| model.add_binary_var(cost(i))).collect();
        let (weight, floor) = match aim {
            Aim::Frugal(_, least) => (0.0, Some(least)),
            Aim::Worth(above) => (1.0, above),
        };
        let floor = floor.map_or(f64::NEG_INFINITY, |floor| floor / self.scale);
        if linear {
            let row: Vec<_> = x.iter().zip(&self.cuts[0].slope).map(|(x, slope)| (*x, slope / self.scale)).collect();
            model.add_constraint(&row, ComparisonOp::Ge, floor);
        } else {
            let t = model.add_var(weight, (floor, f64::INFINITY));
            for cut in self.cuts[..1].iter().chain(&self.cuts[older.saturating_sub(OLDER_CUTS).max(1)..]) {
                let slopes = x.iter().zip(&cut.slope).map(|(x, slope)| (*x, -slope / self.scale));
                let row: Vec<(Variable, f64)> = std::iter::once((t, 1.0)).chain(slopes).collect();
                model.add_constraint(&row, ComparisonOp::Le, cut.constant / self.scale);
            }
        }
        conditions(&mut model, &x, problem);
        exclude(&mut model, &x, excluded);
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = 1e-9;
        let solved = model.solve_with(options).map_err(|e| match e {
            microlp::Error::Infeasible => SolverError::Infeasible,
            other => SolverError::Gave(other.to_string()),
        })?;
        let Some(solution) = solved.solution() else { return Err(SolverError::Gave("it was interrupted".into())) };
        Ok(x.iter().map(|x| solution.var_value(*x) > 0.5).collect())
    }
}

/// Rows that leave out single sets.
fn exclude(model: &mut microlp::Problem, x: &[Variable], sets: &[Vec<bool>]) {
    for set in sets {
        let row: Vec<_> = x.iter().zip(set).map(|(x, chosen)| (*x, if *chosen { 1.0 } else { -1.0 })).collect();
        let size = set.iter().filter(|chosen| **chosen).count() as f64;
        model.add_constraint(&row, ComparisonOp::Le, size - 1.0);
    }
}

fn largest(uses: &[f64]) -> f64 {
    let most = uses.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if most > 0.0 { most } else { 1.0 }
}

/// LimitUse, groups, requirements and musts as rows over the projects.
fn conditions(model: &mut microlp::Problem, x: &[Variable], problem: &Problem) {
    for limit in &problem.limits {
        let unit = largest(&limit.uses);
        let row: Vec<_> = x.iter().zip(&limit.uses).map(|(x, used)| (*x, used / unit)).collect();
        // A little more room than we allow, so that rounding excludes nothing; what is found is checked against the limit.
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
