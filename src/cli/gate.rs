//! `delight gate`: when to look at the programme, at what, and how much lets it go on.

use super::CliError;
use super::numbers::{few, trials};
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::gate::{GateError, TRIALS, USUAL_ANSWERS, best_gate, trials_of};
use std::path::PathBuf;

/// `delight gate`.
#[derive(Debug, Args)]
#[command(after_help = "The lines to paste are on the screen:\n  delight gate case.toml")]
pub struct Gate {
    /// Scenario file
    pub file: PathBuf,
    /// Number of trials on which gates are valued; as many others choose them
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    /// Answers of the survey that reads the metrics, in each arm
    #[arg(long, value_name = "N", default_value_t = USUAL_ANSWERS as u32, value_parser = few::<u32>(1..=10_000_000))]
    pub survey: u32,
    #[command(flatten)]
    pub options: Options,
}

impl From<GateError> for CliError {
    fn from(fault: GateError) -> Self {
        match fault {
            GateError::Simulation(error) => error.into(),
            GateError::NoChain | GateError::TooShort(_) => CliError::Input(format!("error: {fault}")),
        }
    }
}

/// Looks for the best gate and writes its figures.
pub fn run(args: &Gate, lang: Option<Language>) -> Result<(), CliError> {
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let scenario = &job.scenarios[0];
    let total = trials_of(scenario, &job.settings);
    let found =
        job.watched(Some(total), |control| best_gate(scenario, job.settings, f64::from(args.survey), control))??;
    job.report(&found)
}
