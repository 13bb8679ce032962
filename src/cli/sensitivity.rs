//! `delight sensitivity`: what drives the result.

use super::CliError;
use super::numbers::trials;
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::sensitivity::{TRIALS, sensitivity};
use std::path::PathBuf;

/// `delight sensitivity`.
#[derive(Debug, Args)]
pub struct Sensitivity {
    /// Scenario file
    pub file: PathBuf,
    /// Number of trials of the sample; each Sobol' run takes a quarter of it, each end of the tornado an eighth
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    /// Also by link of the chain and by grade of the evidence
    #[arg(long)]
    pub groups: bool,
    #[command(flatten)]
    pub options: Options,
}

/// Analyses the case and writes the tornado and the variance shares.
pub fn run(args: &Sensitivity, lang: Option<Language>) -> Result<(), CliError> {
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let found = job.watched(None, |control| sensitivity(&job.scenarios[0], job.settings, args.groups, control))??;
    job.report(&found)
}
