//! `delight sweep`: the result against the value of an input, or of two.

use super::CliError;
use super::numbers::{few, trials, value_of};
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::{Language, Scenario};
use delight_studies::sweep::{MONTHS, TRIALS, Through, sweep, sweep_two};
use std::path::PathBuf;

/// `delight sweep`.
#[derive(Debug, Args)]
#[command(after_help = "A second --input with its --from and --to makes a map of the two:\n  \
    delight sweep case.toml --input programme.intensity --from 0 --to 3\n  \
    delight sweep case.toml --input effects.causal_share --from 0 --to 100% --input finance.margin --from 20% --to 60%")]
pub struct Sweep {
    /// Scenario file
    pub file: PathBuf,
    /// Path of the input, or case.months for the horizon
    #[arg(long, value_name = "PATH", required = true)]
    pub input: Vec<String>,
    /// Its first value
    #[arg(long, value_name = "VALUE", required = true, allow_hyphen_values = true)]
    pub from: Vec<String>,
    /// Its last value
    #[arg(long, value_name = "VALUE", required = true, allow_hyphen_values = true)]
    pub to: Vec<String>,
    /// Number of values, 3 to 201 (of two inputs 3 to 41 each)
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = few::<u16>(3..=201))]
    pub steps: u16,
    /// Number of trials behind each value (of two inputs 1,024 at most)
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Runs the case at every value and writes the curves, or the map of two inputs.
pub fn run(args: &Sweep, lang: Option<Language>) -> Result<(), CliError> {
    check(args)?;
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let scenario = &job.scenarios[0];
    let through = through(args, scenario)?;
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

fn check(args: &Sweep) -> Result<(), CliError> {
    let count = args.input.len();
    if count > 2 || args.from.len() != count || args.to.len() != count {
        return Err(CliError::Input(
            "error: give one --input with its --from and --to, or two inputs with a --from and a --to each".into(),
        ));
    }
    Ok(())
}

/// The inputs with their ranges.
fn through(args: &Sweep, case: &Scenario) -> Result<(Through, Option<Through>), CliError> {
    let count = args.input.len();
    let most = if count == 2 { 41 } else { 201 };
    let one = |k: usize| -> Result<Through, CliError> {
        let path = &args.input[k];
        Ok(Through {
            path: path.clone(),
            from: end(case, path, "--from", &args.from[k])?,
            to: end(case, path, "--to", &args.to[k])?,
            steps: usize::from(args.steps).min(most),
        })
    };
    Ok((one(0)?, (count == 2).then(|| one(1)).transpose()?))
}

/// One end of a range, as the file of the case would have it. That a path is no input of the case, the study says.
fn end(case: &Scenario, path: &str, option: &str, text: &str) -> Result<f64, CliError> {
    if path == MONTHS {
        let months =
            few::<u16>(12..=240)(text).map_err(|why| CliError::Input(format!("error: {option} of {path}: {why}")))?;
        return Ok(f64::from(months));
    }
    let Some(input) = case.assumption(path) else { return Ok(0.0) };
    value_of(text, input, case.currency()).map_err(|why| CliError::Input(format!("error: {option} of {path}: {why}")))
}
