//! `delight diff`: which changed assumption makes one case worth more than another.

use super::numbers::trials;
use super::scenarios::{self, Loaded};
use super::study::{Job, Options};
use super::{CliError, folder};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::diff::{DiffError, TRIALS, diff};
use std::path::PathBuf;

/// `delight diff`.
#[derive(Debug, Args)]
#[command(after_help = "Results go to the folder of the second case, whose report says what changed since the first.")]
pub struct Diff {
    /// Scenario file to begin with
    pub first: PathBuf,
    /// Scenario file to end with
    pub second: PathBuf,
    /// Number of trials of each run
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

impl From<DiffError> for CliError {
    fn from(fault: DiffError) -> Self {
        match fault {
            DiffError::Simulation(error) => error.into(),
            DiffError::Differ { .. } => CliError::Input(format!("error: {fault}")),
        }
    }
}

/// Compares the two cases and writes the bridge between them.
pub fn run(args: &Diff, lang: Option<Language>) -> Result<(), CliError> {
    let both = scenarios::load_named(&[args.first.clone(), args.second.clone()])?;
    if both.len() != 2 {
        return Err(CliError::Input("error: name two scenario files, not a folder".into()));
    }
    let place = |both: &[Loaded]| folder::open(both[1].owner(), args.options.out.as_deref());
    let job = Job::placed(both, place, (args.trials, &args.options), lang)?;
    let found = job.watched(None, |control| diff(&job.scenarios[0], &job.scenarios[1], job.settings, control))??;
    job.report(&found)
}
