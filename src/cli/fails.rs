//! `delight fails`: where a case loses money, and the mildest shift that turns it.

use super::CliError;
use super::numbers::trials;
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::fails::{TRIALS, fails};
use std::path::PathBuf;

/// `delight fails`.
#[derive(Debug, Args)]
pub struct Fails {
    /// Scenario file
    pub file: PathBuf,
    /// Number of trials of each of the two samples
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Looks for the regions and the mildest shift, and writes their figures.
pub fn run(args: &Fails, lang: Option<Language>) -> Result<(), CliError> {
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let found = job.watched(None, |control| fails(&job.scenarios[0], job.settings, control))??;
    job.report(&found)
}
