//! `delight breakeven`: what would have to be true.

use super::CliError;
use super::numbers::{between, trials};
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::Language;
use delight_studies::breakeven::{BreakevenRequest, TRIALS, Target, breakeven};
use std::path::PathBuf;

/// `delight breakeven`.
#[derive(Debug, Args)]
pub struct Breakeven {
    /// Scenario file
    pub file: PathBuf,
    /// Only this input, even if it is fixed; may be given several times [default: every uncertain input]
    #[arg(long, value_name = "PATH")]
    pub input: Vec<String>,
    /// The two inputs of the map [default: those that move the case most]
    #[arg(long, num_args = 2, value_names = ["PATH", "PATH"])]
    pub map: Vec<String>,
    /// Break even where the probability of a loss is at most this, such as 20% [default: by the rule of the case]
    #[arg(long, value_name = "SHARE", value_parser = between(f64::MIN_POSITIVE..=1.0 - f64::EPSILON, "above 0% and below 100%"))]
    pub loss: Option<f64>,
    /// Number of trials behind each value
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Looks for the break-even values and writes the map of two inputs.
pub fn run(args: &Breakeven, lang: Option<Language>) -> Result<(), CliError> {
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let target = args.loss.map(|at_most| Target::Loss { at_most });
    let map = match &args.map[..] {
        [x, y] => Some([x.as_str(), y.as_str()]),
        _ => None,
    };
    let request = BreakevenRequest { inputs: &args.input, map, target };
    let found = job.watched(None, |control| breakeven(&job.scenarios[0], job.settings, &request, control))??;
    job.report(&found)
}
