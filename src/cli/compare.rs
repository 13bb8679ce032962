//! `delight compare`: rivals for the same money on the same draws.

use super::CliError;
use super::numbers::{Amount, aversion, tolerance, trials};
use super::scenarios::{self, Loaded};
use super::study::{Job, Options};
use clap::{ArgAction, Args};
use delight_model::scenario::Language;
use delight_studies::compare::{CompareRequest, MOST_RIVALS, TRIALS, compare};
use std::path::PathBuf;

/// `delight compare`.
#[derive(Debug, Args)]
#[command(after_help = "A programme against another use of the money:\n  \
    delight compare case.toml promotion.toml --risk-tolerance 2M")]
pub struct Compare {
    /// Scenario files of the rivals, or folders of them: 2 to 12 cases
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Whether doing nothing is one of the rivals
    #[arg(long, value_name = "BOOL", default_value_t = true, action = ArgAction::Set)]
    pub nothing: bool,
    /// How much risk the owner tolerates, such as 2M: the R of u = 1 − e^(−x/R) [default: 6.4 % of the annual revenue of
    /// the first case that has one]
    #[arg(long, value_name = "MONEY", value_parser = Amount::above_zero, allow_hyphen_values = true)]
    pub risk_tolerance: Option<Amount>,
    /// The same expressed as risk aversion, 1/R: 5e-7 is a tolerance of 2M
    #[arg(long, value_name = "1/MONEY", value_parser = aversion, allow_hyphen_values = true, conflicts_with = "risk_tolerance")]
    pub risk_aversion: Option<f64>,
    /// Number of trials
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Compares the rivals and writes the figures.
pub fn run(args: &Compare, lang: Option<Language>) -> Result<(), CliError> {
    let rivals = scenarios::load_named(&args.files)?;
    check(&rivals)?;
    let job = Job::of(rivals, args.trials, &args.options, lang)?;
    let tolerance = tolerance(args.risk_tolerance.as_ref(), args.risk_aversion, &job.scenarios[0])?;
    let request = CompareRequest { nothing: args.nothing, risk_tolerance: tolerance };
    let found = job.watched(None, |control| compare(&job.scenarios, job.settings, &request, control))??;
    job.report(&found)
}

fn check(rivals: &[Loaded]) -> Result<(), CliError> {
    if !(2..=MOST_RIVALS).contains(&rivals.len()) {
        return Err(CliError::Input(format!("error: name 2 to {MOST_RIVALS} rivals, found {}", rivals.len())));
    }
    Ok(())
}
