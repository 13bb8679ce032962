//! A choice among cases under a budget: the projects as they are simulated, the best set, and why not the others.

use super::budgets::{BudgetPoint, budgets};
use super::choice::{Problem, ResourceLimit};
use super::constraints::{Constraints, PortfolioError, PortfolioRequest};
use super::findings::{Curve, LimitUse, Next, Portfolio, PortfolioObjective, ProjectChoice, Reason, Total};
use super::objective::{Concave, Means, Utility};
use super::solve::{Chosen, Solver, SolverError};
use crate::findings::{BriefSpread, CaseFacts, Provenance};
use delight_model::scenario::{Project, Scenario};
use delight_model::simulate::{Control, Measure, Sample, Settings, SimulationError, side_by_side, try_each};
use delight_model::statistics::{
    Bootstrap, Estimate, Outcomes, certainty_equivalent, estimated, expected_shortfall_of_sorted, mean, share_below,
};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// Resamples of the trials on which the choice is made again.
const RESAMPLES: usize = 200;
/// The most projects of a choice.
pub const MOST_PROJECTS: usize = 40;

/// Chooses the set of cases to fund, on the same draws: inputs of the same path in several cases are one unknown.
///
/// # Errors
/// [`PortfolioError`] if there is no project, a condition names none, no set is allowed, or `control` ended the work.
pub fn portfolio(
    scenarios: &[Scenario],
    settings: Settings,
    request: &PortfolioRequest,
    control: &Control,
) -> Result<Portfolio, PortfolioError> {
    let first = scenarios.first().ok_or(PortfolioError::NoProject)?;
    let constraints = Constraints::of(scenarios, request)?;
    let scenarios = &side_by_side(scenarios)[..];
    let measures = [Measure::Npv, Measure::PvCost];
    let sample = |scenario| Sample::new(scenario, settings, &measures, control);
    let samples = scenarios.iter().map(sample).collect::<Result<Vec<Sample>, _>>()?;
    let npvs = samples.iter().map(|sample| sample.results(Measure::Npv)).collect();
    let costs = samples.iter().map(|sample| sample.results(Measure::PvCost)).collect();
    let work = Work { scenarios, constraints: &constraints, request, control, npvs, costs };
    let problem = work.problem(&work.uses(&|column| mean(column)));
    let found = match request.risk_tolerance {
        Some(tolerance) => work.choose(&Utility { projects: work.npvs.clone(), tolerance }, &problem)?,
        None => work.choose(&Means(work.npvs.iter().map(|npv| mean(npv)).collect()), &problem)?,
    };
    let resampled = work.resampled(&Bootstrap::new(settings.seed, "portfolio"), &found.looked_at)?;
    Ok(Portfolio {
        case: CaseFacts::of(first),
        provenance: Provenance::new(&settings, samples[0].trials()),
        objective: PortfolioObjective {
            of: if request.risk_tolerance.is_some() { "certainty_equivalent" } else { "mean_npv" }.to_owned(),
            risk_tolerance: request.risk_tolerance,
        },
        limits: work.limits(&found.best),
        total: work.total(&found.best, share(&resampled, |set| *set == found.best.chosen)),
        projects: (0..scenarios.len()).map(|i| work.project(i, &found, share(&resampled, |set| set[i]))).collect(),
        next: found.next.as_ref().map(|next| work.next(&found.best, next, &problem)),
        curve: found.curve.iter().map(|point| work.point(point)).collect(),
        resamples: RESAMPLES,
    })
}

/// The share of the resamples for which something holds, with its binomial error.
fn share(sets: &[Vec<bool>], holds: impl Fn(&Vec<bool>) -> bool) -> Estimate {
    let count = sets.len().max(1);
    Estimate::binomial(sets.iter().filter(|set| holds(set)).count() as f64 / count as f64, count)
}

/// Sets at which a resample begins to look, at most.
const SEEDS: usize = 12;

/// The best set, looking at these first.
fn best_from(worth: &impl Concave, problem: &Problem, seeds: &[Vec<bool>]) -> Result<Chosen, SolverError> {
    let mut solver = Solver::new(worth, problem.projects);
    for seed in seeds {
        solver.look_at(seed);
    }
    solver.best(problem)
}

/// The sets that were found.
struct Found {
    best: Chosen,
    /// For each project that is not funded the best set that has it, if any is allowed.
    with_each: Vec<Option<Chosen>>,
    next: Option<Chosen>,
    curve: Vec<BudgetPoint>,
    /// Sets that were looked at to find the best, it among them.
    looked_at: Vec<Vec<bool>>,
}

/// The projects with their trials.
struct Work<'a> {
    scenarios: &'a [Scenario],
    constraints: &'a Constraints,
    request: &'a PortfolioRequest,
    control: &'a Control,
    npvs: Vec<&'a [f64]>,
    costs: Vec<&'a [f64]>,
}

impl Work<'_> {
    /// What each project uses of the budget, by the mean of its costs that `mean` gives.
    fn uses(&self, mean: &dyn Fn(&[f64]) -> f64) -> Vec<f64> {
        let stated = self.constraints.budgets.iter();
        stated.zip(&self.costs).map(|(stated, costs)| stated.unwrap_or_else(|| mean(costs))).collect()
    }

    /// What a sum of mean costs may be off by the luck of the trials: a budget of 20 holds two outlays whose means are 10.
    fn unsure(&self) -> f64 {
        const ERRORS: f64 = 3.0;
        let simulated = self.constraints.budgets.iter().zip(&self.costs).filter(|(stated, _)| stated.is_none());
        let error = |costs: &[f64]| estimated(&[costs], |c| mean(c[0])).standard_error.unwrap_or(0.0);
        ERRORS * simulated.map(|(_, costs)| error(costs).powi(2)).sum::<f64>().sqrt()
    }

    fn problem(&self, uses: &[f64]) -> Problem {
        let budget = ResourceLimit { uses: uses.to_vec(), at_most: self.request.budget + self.unsure() };
        let mut limits = vec![budget];
        if let Some(at_most) = self.request.staff {
            let uses = self.constraints.staff.iter().map(|staff| staff.unwrap_or(0.0)).collect();
            limits.push(ResourceLimit { uses, at_most });
        }
        Problem {
            projects: self.scenarios.len(),
            limits,
            groups: self.constraints.groups.clone(),
            requires: self.constraints.requires.clone(),
            must: self.constraints.must.clone(),
        }
    }

    fn choose(&self, worth: &impl Concave, problem: &Problem) -> Result<Found, PortfolioError> {
        let mut solver = Solver::new(worth, problem.projects).under(self.control);
        let best = solver.best(problem)?;
        let mut looked_at = vec![best.chosen.clone()];
        looked_at.extend(solver.known().rev().take(SEEDS).map(<[bool]>::to_vec));
        let out: Vec<usize> = (0..problem.projects).filter(|i| !best.chosen[*i]).collect();
        let mut with_each = vec![None; problem.projects];
        for i in out {
            with_each[i] = solver.best(&problem.with(i)).ok();
        }
        let better = best.value + 1e-6 * solver.scale();
        let next = solver.cheapest(problem, 0, better).ok();
        let next = next.and_then(|cheapest| {
            // The best that the same money buys, which may be better still.
            let budget = problem.limits[0].used(&cheapest.chosen);
            solver.best(&problem.with_budget(budget)).ok()
        });
        let curve = budgets(&mut solver, problem)?;
        self.control.check()?;
        Ok(Found { best, with_each, next, curve, looked_at })
    }

    /// The best set of every resample, looking first where the best set was found; the one without projects where none
    /// is allowed.
    fn resampled(&self, resamples: &Bootstrap, seeds: &[Vec<bool>]) -> Result<Vec<Vec<bool>>, SimulationError> {
        try_each(RESAMPLES, self.control, |r| {
            let of = |column: &[f64]| resamples.resample(r, column);
            let problem = self.problem(&self.uses(&|costs| mean(&of(costs))));
            let npvs: Vec<Vec<f64>> = self.npvs.iter().map(|npv| of(npv)).collect();
            let best = match self.request.risk_tolerance {
                Some(tolerance) => {
                    let worth = Utility { projects: npvs.iter().map(Vec::as_slice).collect(), tolerance };
                    best_from(&worth, &problem, seeds)
                }
                None => {
                    let worth = Means(npvs.iter().map(|npv| mean(npv)).collect());
                    best_from(&worth, &problem, seeds)
                }
            };
            Ok(best.map_or_else(|_| vec![false; problem.projects], |best| best.chosen))
        })
    }

    /// Net present value of a set in every trial.
    fn sum(&self, chosen: &[bool]) -> Vec<f64> {
        Utility { projects: self.npvs.clone(), tolerance: f64::INFINITY }.total(chosen)
    }

    /// The objective of net present values.
    fn worth(&self, npv: &[f64]) -> f64 {
        certainty_equivalent(npv, self.request.risk_tolerance.into())
    }

    /// What one set is worth more than another, with the error of the difference.
    fn gain(&self, set: &[bool], than: &[bool]) -> Estimate {
        let (a, b) = (self.sum(set), self.sum(than));
        estimated(&[&a, &b], |c| self.worth(c[0]) - self.worth(c[1]))
    }

    /// What a project uses of the budget, with its error where it is simulated.
    fn use_of(&self, i: usize) -> Estimate {
        match self.constraints.budgets[i] {
            Some(value) => Estimate::exact(value),
            None => estimated(&[self.costs[i]], |c| mean(c[0])),
        }
    }

    fn limits(&self, best: &Chosen) -> Vec<LimitUse> {
        let stated: f64 = best.places().iter().filter_map(|i| self.constraints.budgets[*i]).sum();
        let simulated: Vec<&[f64]> =
            best.places().iter().filter(|i| self.constraints.budgets[**i].is_none()).map(|i| self.costs[*i]).collect();
        let used = match simulated.is_empty() {
            true => Estimate::exact(stated),
            false => estimated(&simulated, |c| stated + c.iter().map(|costs| mean(costs)).sum::<f64>()),
        };
        let mut all = vec![LimitUse { of: "budget".to_owned(), at_most: self.request.budget, used }];
        if let Some(at_most) = self.request.staff {
            let value = best.places().iter().filter_map(|i| self.constraints.staff[*i]).sum();
            let used = Estimate::exact(value);
            all.push(LimitUse { of: "staff".to_owned(), at_most, used });
        }
        all
    }

    fn total(&self, best: &Chosen, best_in: Estimate) -> Total {
        let outcomes = Outcomes::new(&self.sum(&best.chosen));
        Total {
            value: outcomes.estimate(|x| self.worth(x)),
            npv: BriefSpread::of(&outcomes),
            loss_probability: outcomes.estimate(|x| share_below(x, 0.0)),
            expected_shortfall_5: outcomes.estimate(|x| expected_shortfall_of_sorted(x, 0.05)),
            best_in,
        }
    }

    fn project(&self, i: usize, found: &Found, in_best_set: Estimate) -> ProjectChoice {
        let npv_mean = estimated(&[self.npvs[i]], |c| mean(c[0]));
        let value = estimated(&[self.npvs[i]], |c| self.worth(c[0]));
        let budget = self.use_of(i);
        let scenario = &self.scenarios[i];
        ProjectChoice {
            name: scenario.name().to_owned(),
            kind: if matches!(scenario.project(), Project::Chain(_)) { "chain" } else { "cash-flow" }.to_owned(),
            npv_mean,
            value,
            budget,
            budget_stated: self.constraints.budgets[i].is_some(),
            npv_per_budget: (budget.value > 0.0).then(|| npv_mean.value / budget.value),
            staff: self.constraints.staff[i],
            funded: found.best.chosen[i],
            must: self.constraints.must.contains(&i),
            in_best_set,
            reason: (!found.best.chosen[i]).then(|| self.reason(i, value, found)),
        }
    }

    fn reason(&self, i: usize, alone: Estimate, found: &Found) -> Reason {
        let set = found.with_each[i].as_ref();
        let missing = |of: &Chosen, from: &Chosen| -> Vec<usize> {
            of.places().into_iter().filter(|j| !from.chosen[*j] && *j != i).collect()
        };
        let displaces = set.map_or_else(Vec::new, |set| missing(&found.best, set));
        let of = match set {
            _ if alone.value <= 0.0 => "negative",
            None => "does_not_fit",
            Some(_) if displaces.is_empty() => "lowers",
            Some(_) => "outdone",
        };
        Reason {
            of: of.to_owned(),
            loss: set.map(|set| self.gain(&found.best.chosen, &set.chosen)),
            brings: set.map_or_else(Vec::new, |set| missing(set, &found.best)),
            displaces,
        }
    }

    fn next(&self, best: &Chosen, next: &Chosen, problem: &Problem) -> Next {
        let budget = problem.limits[0].used(&next.chosen);
        let only = |a: &Chosen, b: &Chosen| a.places().into_iter().filter(|i| !b.chosen[*i]).collect();
        Next {
            budget,
            more: budget - self.request.budget,
            gain: self.gain(&next.chosen, &best.chosen),
            joins: only(next, best),
            leaves: only(best, next),
        }
    }

    fn point(&self, point: &BudgetPoint) -> Curve {
        let npv = self.sum(&point.best.chosen);
        let value = estimated(&[&npv], |c| self.worth(c[0]));
        Curve { budget: point.budget, value, funded: point.best.places() }
    }
}
