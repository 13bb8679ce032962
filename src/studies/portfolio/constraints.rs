//! What scenarios and the request say of a choice: budgets, staff, groups, requirements, musts.

use super::solve::SolverError;
use delight_model::scenario::{Scenario, nearest};
use delight_model::simulate::SimulationError;
use std::collections::BTreeMap;
use std::fmt;

/// What is asked of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioRequest {
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
pub enum PortfolioError {
    /// Two projects have the same name.
    Twice(String),
    /// A condition names a project twice.
    Repeated {
        /// The name.
        name: String,
        /// The condition.
        by: String,
    },
    /// A project requires itself.
    Itself {
        /// The name.
        name: String,
        /// Who says so.
        by: String,
    },
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
    Solver(SolverError),
    /// There is no project to choose.
    NoProject,
    /// The simulation gave no result.
    Simulation(SimulationError),
}

impl From<SimulationError> for PortfolioError {
    fn from(error: SimulationError) -> Self {
        PortfolioError::Simulation(error)
    }
}

impl fmt::Display for PortfolioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PortfolioError::Twice(name) => {
                write!(f, "two projects are called {name:?}: give each a name of its own under [case]")
            }
            PortfolioError::Repeated { name, by } => write!(f, "{by} names {name:?} twice; name it once"),
            PortfolioError::Itself { name, by } => {
                write!(f, "{by} says that {name:?} requires itself; name another project, or leave it out")
            }
            PortfolioError::Unknown { name, by, meant } => {
                write!(f, "{by} names {name:?}, and no project of the choice is called so")?;
                meant.as_ref().map_or(Ok(()), |meant| write!(f, "; did you mean {meant:?}?"))
            }
            PortfolioError::Solver(SolverError::Infeasible) => {
                write!(f, "the projects that must be funded do not fit the limits and conditions; give them more room")
            }
            PortfolioError::Solver(fault) => write!(f, "{fault}"),
            PortfolioError::NoProject => f.write_str("there is no project to choose; name one at least"),
            PortfolioError::Simulation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PortfolioError {}

impl From<SolverError> for PortfolioError {
    fn from(fault: SolverError) -> Self {
        match fault {
            SolverError::Simulation(error) => PortfolioError::Simulation(error),
            other => PortfolioError::Solver(other),
        }
    }
}

/// Conditions of a choice, projects by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
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

impl Constraints {
    /// What the scenarios and the request say together.
    ///
    /// # Errors
    /// [`PortfolioError::Twice`], [`PortfolioError::Unknown`], [`PortfolioError::Repeated`], [`PortfolioError::Itself`].
    pub fn of(scenarios: &[Scenario], request: &PortfolioRequest) -> Result<Self, PortfolioError> {
        let names: Vec<&str> = scenarios.iter().map(|s| s.name()).collect();
        if let Some(twice) = (0..names.len()).find(|i| names[..*i].contains(&names[*i])) {
            return Err(PortfolioError::Twice(names[twice].to_owned()));
        }
        let place = |name: &str, by: &str| {
            names.iter().position(|n| *n == name).ok_or_else(|| PortfolioError::Unknown {
                name: name.to_owned(),
                by: by.to_owned(),
                meant: nearest(name, names.iter().copied()).map(str::to_owned),
            })
        };
        let mut constraints = Constraints {
            budgets: scenarios.iter().map(|s| s.funding().budget.as_ref().map(|b| b.mean())).collect(),
            staff: scenarios.iter().map(|s| s.funding().staff.as_ref().map(|b| b.mean())).collect(),
            ..Constraints::default()
        };
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (i, scenario) in scenarios.iter().enumerate() {
            if let Some(group) = &scenario.funding().group {
                groups.entry(group).or_default().push(i);
            }
            let by = format!("portfolio.requires of {:?}", scenario.name());
            for name in &scenario.funding().requires {
                let pair = required(i, place(name, &by)?, name, &by)?;
                add_once(&mut constraints.requires, pair, name, &by)?;
            }
            if scenario.funding().must {
                constraints.must.push(i);
            }
        }
        constraints.groups = groups.into_values().collect();
        for group in &request.groups {
            let mut places = Vec::new();
            for name in group {
                add_once(&mut places, place(name, "--group")?, name, "--group")?;
            }
            constraints.groups.push(places);
        }
        let mut asked = Vec::new();
        for (a, b) in &request.requires {
            let pair = required(place(a, "--requires")?, place(b, "--requires")?, a, "--requires")?;
            add_once(&mut asked, pair, a, "--requires")?;
        }
        // A file may say the same.
        asked.retain(|pair| !constraints.requires.contains(pair));
        constraints.requires.extend(asked);
        Ok(constraints)
    }
}

/// The first only together with the second, another one.
fn required(a: usize, b: usize, name: &str, by: &str) -> Result<(usize, usize), PortfolioError> {
    match a == b {
        true => Err(PortfolioError::Itself { name: name.to_owned(), by: by.to_owned() }),
        false => Ok((a, b)),
    }
}

fn add_once<T: PartialEq>(all: &mut Vec<T>, one: T, name: &str, by: &str) -> Result<(), PortfolioError> {
    if all.contains(&one) {
        return Err(PortfolioError::Repeated { name: name.to_owned(), by: by.to_owned() });
    }
    all.push(one);
    Ok(())
}
