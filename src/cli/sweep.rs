//! `delight sweep`: the result against the value of an input, or of two.

use super::CliError;
use super::study::{Job, Options, trials};
use clap::Args;
use delight_model::scenario::Language;
use delight_model::scenario::quantity::number;
use delight_studies::sweep::{TRIALS, Through, sweep, sweep_two};
use std::path::PathBuf;

/// `delight sweep`.
#[derive(Debug, Args)]
#[command(after_help = "A second --input with its --from and --to makes a map of the two:\n  \
    delight sweep case.toml --input programme.intensity --from 0 --to 3\n  \
    delight sweep case.toml --input effects.causal_share --from 0 --to 100% --input finance.margin --from 20% --to 60%")]
pub struct Sweep {
    /// Scenario file
    pub file: PathBuf,
    /// Path of the input
    #[arg(long, value_name = "PATH", required = true)]
    pub input: Vec<String>,
    /// Its first value
    #[arg(long, value_name = "VALUE", required = true, value_parser = value)]
    pub from: Vec<f64>,
    /// Its last value
    #[arg(long, value_name = "VALUE", required = true, value_parser = value)]
    pub to: Vec<f64>,
    /// Number of values, 3 to 201 (of two inputs 3 to 41 each)
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = clap::value_parser!(u16).range(3..=201))]
    pub steps: u16,
    /// Number of trials behind each value (of two inputs 1,024 at most)
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Runs the case at every value and writes the curves, or the map of two inputs.
pub fn run(args: &Sweep, lang: Option<Language>) -> Result<(), CliError> {
    let through = through(args)?;
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let scenario = &job.scenarios[0];
    match through {
        (first, None) => {
            let found = job.watched(None, |control| sweep(scenario, job.settings, &first, control))??;
            job.report(&found)
        }
        (first, Some(second)) => {
            let both = [first, second];
            let found = job.watched(None, |control| sweep_two(scenario, job.settings, &both, control))??;
            job.report(&found)
        }
    }
}

/// The inputs with their ranges.
fn through(args: &Sweep) -> Result<(Through, Option<Through>), CliError> {
    let count = args.input.len();
    if count > 2 || args.from.len() != count || args.to.len() != count {
        return Err(CliError::Input(
            "error: give one --input with its --from and --to, or two inputs with a --from and a --to each".into(),
        ));
    }
    let most = if count == 2 { 41 } else { 201 };
    let one = |k: usize| Through {
        path: args.input[k].clone(),
        from: args.from[k],
        to: args.to[k],
        steps: usize::from(args.steps).min(most),
    };
    Ok((one(0), (count == 2).then(|| one(1))))
}

fn value(text: &str) -> Result<f64, String> {
    number(text).map_err(|e| e.to_string())
}
