//! `delight optimise`: how to spread a budget over the nine elements and over time.

use super::CliError;
use super::numbers::{Amount, aversion, few, tolerance, trials};
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_model::statistics::RiskAttitude;
use delight_studies::optimise::{OptimiseError, PlanLimits, TRIALS, optimise, search_trials};
use std::path::PathBuf;

/// `delight optimise`.
#[derive(Debug, Args)]
#[command(after_help = "A million to plan, three elements at a time, for an owner who minds the risk:\n  \
    delight optimise case.toml --budget 1M --staff 3 --risk-tolerance 5M")]
pub struct Optimise {
    /// Scenario file
    pub file: PathBuf,
    /// What may be planned on effort over the horizon, at today's prices [default: what the programme as written plans]
    #[arg(long, value_name = "MONEY", value_parser = Amount::above_zero, allow_hyphen_values = true)]
    pub budget: Option<Amount>,
    /// Risk tolerance of the owner: exponential utility; about the loss that is risked at even odds for twice as much
    /// [default: only the mean counts]
    #[arg(long, value_name = "MONEY", value_parser = Amount::above_zero, allow_hyphen_values = true)]
    pub risk_tolerance: Option<Amount>,
    /// The same expressed as risk aversion, 1/R: 5e-7 is a tolerance of 2M
    #[arg(long, value_name = "1/MONEY", value_parser = aversion, allow_hyphen_values = true, conflicts_with = "risk_tolerance")]
    pub risk_aversion: Option<f64>,
    /// Elements that can be built at the same time [default: all nine]
    #[arg(long, value_name = "N", value_parser = few::<u8>(1..=9))]
    pub staff: Option<u8>,
    /// Number of trials on which plans are valued
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    /// Number of other trials used to search for the plan [default: 1024, fewer with many months and cost lines]
    #[arg(long, value_name = "N", value_parser = trials)]
    pub search_trials: Option<u64>,
    #[command(flatten)]
    pub options: Options,
}

impl From<OptimiseError> for CliError {
    fn from(fault: OptimiseError) -> Self {
        match fault {
            OptimiseError::Simulation(error) => error.into(),
            OptimiseError::NoChain | OptimiseError::NoPrice => CliError::Input(format!("error: {fault}")),
        }
    }
}

/// Searches for the best plan and writes its figures.
pub fn run(args: &Optimise, lang: Option<Language>) -> Result<(), CliError> {
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let scenario = &job.scenarios[0];
    let limits = PlanLimits {
        budget: args.budget.as_ref().map(|amount| amount.of("--budget", scenario)).transpose()?,
        attitude: tolerance(args.risk_tolerance.as_ref(), args.risk_aversion, scenario)?
            .map_or(RiskAttitude::Neutral, RiskAttitude::Averse),
        staff: args.staff.map(usize::from),
    };
    let search = args.search_trials.unwrap_or_else(|| search_trials(scenario));
    // How many plans a search looks at is not known beforehand.
    let found = job.watched(None, |control| optimise(scenario, job.settings, search, &limits, control))??;
    job.report(&found)
}
