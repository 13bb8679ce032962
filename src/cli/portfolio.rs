//! `delight portfolio`: which projects to fund together under a budget.

use super::numbers::{Amount, aversion, people, tolerance, trials};
use super::study::{Job, Options};
use super::{CliError, scenarios};
use clap::Args;
use delight_model::scenario::Language;
use delight_model::scenario::quantity::list;
use delight_studies::portfolio::{MOST_PROJECTS, PortfolioError, PortfolioRequest, SolverError, TRIALS, portfolio};
use std::path::PathBuf;

/// `delight portfolio`.
#[derive(Debug, Args)]
#[command(
    after_help = "What a project uses, its group and what it requires may be given in its file, under [portfolio]:\n  \
    delight portfolio projects/ --budget 800k --group \"Zeewind hotels,Loyalty points\""
)]
pub struct Portfolio {
    /// Scenario files of the projects, or folders of them: 2 to 40 cases
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The budget, such as 800k: for the present value of costs, unless a file says what it uses
    #[arg(long, value_name = "MONEY", value_parser = Amount::parse, allow_hyphen_values = true)]
    pub budget: Amount,
    /// The staff there is, in full-time equivalents [default: no limit]
    #[arg(long, value_name = "FTE", value_parser = people, allow_hyphen_values = true)]
    pub staff: Option<f64>,
    /// How much risk the owner tolerates: maximises the certainty equivalent instead of the mean
    #[arg(long, value_name = "MONEY", value_parser = Amount::above_zero, allow_hyphen_values = true)]
    pub risk_tolerance: Option<Amount>,
    /// The same expressed as risk aversion, 1/R: 5e-7 is a tolerance of 2M
    #[arg(long, value_name = "1/MONEY", value_parser = aversion, allow_hyphen_values = true, conflicts_with = "risk_tolerance")]
    pub risk_aversion: Option<f64>,
    /// Names of cases of which at most one is funded, one with a comma in double quotes; may be given several times
    #[arg(long, value_name = "A,B,…", value_parser = group)]
    pub group: Vec<Names>,
    /// Names of two cases, the first only together with the second, one with a colon in double quotes; may be given
    /// several times
    #[arg(long, value_name = "A:B", value_parser = pair)]
    pub requires: Vec<(String, String)>,
    /// Number of trials
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Several names.
#[derive(Clone, Debug)]
pub struct Names(Vec<String>);

impl From<PortfolioError> for CliError {
    fn from(fault: PortfolioError) -> Self {
        match fault {
            PortfolioError::Simulation(error) => error.into(),
            PortfolioError::Solver(SolverError::Gave(_)) => CliError::Program(fault.to_string()),
            _ => CliError::Input(format!("error: {fault}")),
        }
    }
}

/// Chooses the projects and writes the figures.
pub fn run(args: &Portfolio, lang: Option<Language>) -> Result<(), CliError> {
    let projects = scenarios::load_named(&args.files)?;
    if !(2..=MOST_PROJECTS).contains(&projects.len()) {
        return Err(CliError::Input(format!("error: name 2 to {MOST_PROJECTS} projects, found {}", projects.len())));
    }
    let job = Job::of(projects, args.trials, &args.options, lang)?;
    let request = PortfolioRequest {
        budget: args.budget.of("--budget", &job.scenarios[0])?,
        staff: args.staff,
        risk_tolerance: tolerance(args.risk_tolerance.as_ref(), args.risk_aversion, &job.scenarios[0])?,
        groups: args.group.iter().map(|names| names.0.clone()).collect(),
        requires: args.requires.clone(),
    };
    let found = job.watched(None, |control| portfolio(&job.scenarios, job.settings, &request, control))??;
    job.report(&found)
}

fn group(text: &str) -> Result<Names, String> {
    match list(text, ',') {
        Some(names) if names.len() > 1 && names.iter().all(|name| !name.is_empty()) => Ok(Names(names)),
        _ => Err("write two names or more with commas between them; a name with a comma in quotes".into()),
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    match list(text, ':').as_deref() {
        Some([a, b]) if !a.is_empty() && !b.is_empty() => Ok((a.clone(), b.clone())),
        _ => Err("write two names with a colon between them; a name with a colon in quotes".into()),
    }
}
