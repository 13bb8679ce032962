//! What scenarios and the request say of a choice: budgets, staff, groups, requirements, musts.

use super::solve::SolverFault;
use delight_model::scenario::{Scenario, nearest};
use std::collections::BTreeMap;
use std::fmt;

/// What is asked of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The budget, money.
    pub budget: f64,
    /// The staff there is, full-time equivalents; without it staff is no limit.
    pub staff: Option<f64>,
    /// Risk tolerance of the certainty equivalent, money; without it the mean net present value counts.
    pub risk_tolerance: Option<f64>,
    /// Groups of names of cases of which at most one is funded.
    pub groups: Vec<Vec<String>>,
    /// Names of cases: the first only together with the second.
    pub requires: Vec<(String, String)>,
}

/// Why there is no choice to make.
#[derive(Clone, Debug, PartialEq)]
pub enum PortfolioFault {
    /// Two projects have the same name.
    Twice(String),
    /// A name that no project has, who names it, and the name that it may stand for.
    Unknown {
        /// The name.
        name: String,
        /// Who names it.
        by: String,
        /// A name that some project has.
        meant: Option<String>,
    },
    /// No set is allowed, or none was found.
    Solver(SolverFault),
}

impl fmt::Display for PortfolioFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PortfolioFault::Twice(name) => {
                write!(f, "two projects are called {name:?}: give each a name of its own under [case]")
            }
            PortfolioFault::Unknown { name, by, meant } => {
                write!(f, "{by} names {name:?}, but none of the projects has that name")?;
                meant.as_ref().map_or(Ok(()), |meant| write!(f, "; did you mean {meant:?}?"))
            }
            PortfolioFault::Solver(SolverFault::Infeasible) => {
                write!(f, "the projects that must be funded do not fit the limits and conditions; give them more room")
            }
            PortfolioFault::Solver(fault) => write!(f, "{fault}"),
        }
    }
}

impl std::error::Error for PortfolioFault {}

impl From<SolverFault> for PortfolioFault {
    fn from(fault: SolverFault) -> Self {
        PortfolioFault::Solver(fault)
    }
}

/// Conditions of a choice, projects by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// What each project says it uses of the budget, money: the mean, if it is uncertain.
    pub budgets: Vec<Option<f64>>,
    /// What each project says it uses of the staff.
    pub staff: Vec<Option<f64>>,
    /// Groups of which at most one is funded.
    pub groups: Vec<Vec<usize>>,
    /// The first only together with the second.
    pub requires: Vec<(usize, usize)>,
    /// Funded whatever they are worth.
    pub must: Vec<usize>,
}

impl Wishes {
    /// What the scenarios and the request say together.
    ///
    /// # Errors
    /// [`PortfolioFault::Twice`], [`PortfolioFault::Unknown`].
    pub fn of(scenarios: &[Scenario], request: &Request) -> Result<Self, PortfolioFault> {
        let names: Vec<&str> = scenarios.iter().map(|s| s.name.as_str()).collect();
        if let Some(twice) = (0..names.len()).find(|i| names[..*i].contains(&names[*i])) {
            return Err(PortfolioFault::Twice(names[twice].to_owned()));
        }
        let place = |name: &str, by: &str| {
            names.iter().position(|n| *n == name).ok_or_else(|| PortfolioFault::Unknown {
                name: name.to_owned(),
                by: by.to_owned(),
                meant: nearest(name, names.iter().copied()).map(str::to_owned),
            })
        };
        let mut wishes = Wishes {
            budgets: scenarios.iter().map(|s| s.funding.budget.as_ref().map(|b| b.mean())).collect(),
            staff: scenarios.iter().map(|s| s.funding.staff.as_ref().map(|b| b.mean())).collect(),
            ..Wishes::default()
        };
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (i, scenario) in scenarios.iter().enumerate() {
            if let Some(group) = &scenario.funding.group {
                groups.entry(group).or_default().push(i);
            }
            for name in &scenario.funding.requires {
                wishes.requires.push((i, place(name, &format!("portfolio.requires of {:?}", scenario.name))?));
            }
            if scenario.funding.must {
                wishes.must.push(i);
            }
        }
        wishes.groups = groups.into_values().collect();
        for group in &request.groups {
            let places: Result<Vec<usize>, _> = group.iter().map(|name| place(name, "--group")).collect();
            wishes.groups.push(places?);
        }
        for (a, b) in &request.requires {
            wishes.requires.push((place(a, "--requires")?, place(b, "--requires")?));
        }
        Ok(wishes)
    }
}
