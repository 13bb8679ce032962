//! Best sets against the literature and against looking at every set.

use super::*;
use crate::portfolio::objective::{Means, Utility};
use delight_model::statistics::known::{normals, uniforms};

fn limit(uses: &[f64], at_most: f64) -> ResourceLimit {
    ResourceLimit { uses: uses.to_vec(), at_most }
}

/// The best value over every set that the problem allows; none if there is no such set.
fn exhaustive(problem: &Problem, worth: &impl Concave) -> Option<f64> {
    let sets = (0..1_u32 << problem.projects).map(|s| (0..problem.projects).map(|i| s >> i & 1 == 1).collect());
    let allowed = sets.filter(|chosen: &Vec<bool>| problem.allows(chosen));
    allowed.map(|chosen| worth.value(&chosen)).max_by(f64::total_cmp)
}

fn is_best(problem: &Problem, worth: &impl Concave) -> Option<Chosen> {
    let found = Solver::new(worth, problem.projects).best(problem);
    let Some(expected) = exhaustive(problem, worth) else {
        assert_eq!(found, Err(SolverError::Infeasible));
        return None;
    };
    let found = found.unwrap_or_else(|e| panic!("{e}"));
    assert!(problem.allows(&found.chosen));
    assert!((found.value - worth.value(&found.chosen)).abs() < 1e-9);
    let largest = worth.slope(&vec![false; problem.projects]).iter().fold(1.0, |m: f64, x| m.max(x.abs()));
    assert!((found.value - expected).abs() <= 1e-7 * largest, "{found:?} should be {expected}");
    Some(found)
}

/// Nine projects of Lorie and Savage (Journal of Business 28 (1955) 229–239): outlays of two years, budgets 50 and 20.
fn lorie_savage() -> (Problem, Means) {
    let first = limit(&[12.0, 54.0, 6.0, 6.0, 30.0, 6.0, 48.0, 36.0, 18.0], 50.0);
    let second = limit(&[3.0, 7.0, 6.0, 2.0, 35.0, 6.0, 4.0, 3.0, 3.0], 20.0);
    let values = Means(vec![14.0, 17.0, 17.0, 15.0, 40.0, 12.0, 14.0, 10.0, 12.0]);
    (Problem { projects: 9, limits: vec![first, second], ..Problem::default() }, values)
}

#[test]
fn the_nine_projects_of_lorie_and_savage_have_their_published_optimum() {
    // Weingartner, Mathematical Programming and the Analysis of Capital Budgeting Problems, 1963: whole projects
    // 1, 3, 4, 6 and 9, worth 70.
    let (problem, values) = lorie_savage();
    let found = is_best(&problem, &values).expect("a set");
    assert_eq!(found.places(), [0, 2, 3, 5, 8]);
    assert!((found.value - 70.0).abs() < 1e-9);
}

#[test]
fn random_choices_are_those_of_looking_at_every_set() {
    let u = uniforms(36, 24);
    for t in 0..24 {
        let at = |k: usize| u[k][t];
        let projects = 4 + t % 9;
        let uses = |from: usize| (0..projects).map(|i| 1.0 + 9.0 * at(from + i)).collect::<Vec<_>>();
        let problem = Problem {
            projects,
            limits: vec![limit(&uses(0), 2.5 * projects as f64), limit(&uses(12), 3.0 * projects as f64)],
            groups: vec![vec![0, 1, 3]],
            requires: vec![(2, 0), (3, 2)],
            must: if t % 3 == 0 { vec![t % projects] } else { Vec::new() },
        };
        let values = Means((0..projects).map(|i| 20.0 * at(24 + i) - 4.0).collect());
        is_best(&problem, &values);
    }
}

#[test]
fn of_a_group_one_is_funded_at_most_and_none_without_what_it_requires() {
    let values = Means(vec![10.0, 9.0, 8.0, -1.0]);
    let free = Problem { projects: 4, ..Problem::default() };
    assert_eq!(is_best(&free, &values).unwrap().places(), [0, 1, 2]);
    let grouped = Problem { groups: vec![vec![0, 1]], ..free.clone() };
    assert_eq!(is_best(&grouped, &values).unwrap().places(), [0, 2]);
    // The third is worth funding the fourth for, which loses one.
    let tied = Problem { requires: vec![(2, 3)], ..grouped.clone() };
    assert_eq!(is_best(&tied, &values).unwrap().places(), [0, 2, 3]);
    let both = Problem { must: vec![0, 1], ..grouped };
    assert_eq!(is_best(&both, &values), None);
}

#[test]
fn a_budget_is_kept_to_the_last_cent() {
    let values = Means(vec![1.0, 1.0, 1.5]);
    let of = |at_most: f64| {
        let problem = Problem { projects: 3, limits: vec![limit(&[0.1, 0.2, 0.3], at_most)], ..Problem::default() };
        is_best(&problem, &values).unwrap().value
    };
    // 0.1 + 0.2 exceeds 0.3 by rounding alone, which is no reason to refuse it.
    assert_eq!(of(0.3), 2.0);
    assert_eq!(of(0.299_999), 1.0);
    assert_eq!(of(0.0), 0.0);
}

#[test]
fn an_owner_who_dislikes_risk_gets_the_best_of_every_set() {
    let z = normals(10, 256);
    let u = uniforms(8, 8);
    for t in 0..8 {
        // A shared factor makes some projects hedges of others.
        let project = |i: usize| -> Vec<f64> {
            let (mean, own, shared) = (3.0 * u[i % 8][t] - 0.5, 1.0 + u[(i + 3) % 8][t], 4.0 * u[(i + 5) % 8][t] - 2.0);
            z[i].iter().zip(&z[9]).map(|(z, f)| mean + own * z + shared * f).collect()
        };
        let projects: Vec<Vec<f64>> = (0..9).map(project).collect();
        let worth = Utility { projects: projects.iter().map(Vec::as_slice).collect(), tolerance: 2.0 + t as f64 };
        let uses: Vec<f64> = (0..9).map(|i| 1.0 + u[(i + 1) % 8][t]).collect();
        let problem = Problem {
            projects: 9,
            limits: vec![limit(&uses, 5.0)],
            groups: vec![vec![1, 4]],
            requires: vec![(7, 2)],
            must: Vec::new(),
        };
        is_best(&problem, &worth);
    }
}

#[test]
fn the_cheapest_set_of_a_worth_is_found_whatever_the_budget() {
    let (problem, values) = lorie_savage();
    let mut solver = Solver::new(&values, 9);
    // More than 70 takes another set; the second budget still holds.
    let found = solver.cheapest(&problem, 0, 70.5).expect("there is one");
    let sets = (0..512_u32).map(|s| (0..9).map(|i| s >> i & 1 == 1).collect::<Vec<bool>>());
    let worth_it = |c: &Vec<bool>| problem.limits[1].holds(c) && values.value(c) >= 70.5;
    let least = sets.filter(worth_it).map(|c| problem.limits[0].used(&c)).fold(f64::INFINITY, f64::min);
    assert!((problem.limits[0].used(&found.chosen) - least).abs() < 1e-9);
    assert!(found.value >= 70.5);
    assert_eq!(solver.cheapest(&problem, 0, 1e6), Err(SolverError::Infeasible));
}
