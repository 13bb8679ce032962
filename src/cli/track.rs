//! `delight track`: a case held against what has come in since its start.

use super::CliError;
use super::numbers::{few, trials_in};
use super::scenarios;
use super::study::{Job, Options};
use clap::Args;
use delight_model::scenario::actuals::Actuals;
use delight_model::scenario::{Language, Scenario};
use delight_studies::track::{MOST_TRIALS, TRIALS, TrackError, track};
use std::path::{Path, PathBuf};

/// `delight track`.
#[derive(Debug, Args)]
#[command(
    after_help = "Each quarter, add rows to the file of readings and ask again:\n  delight track case.toml --actuals actuals.csv"
)]
pub struct Track {
    /// Scenario file
    pub file: PathBuf,
    /// File of readings [default: the one that track.actuals names]
    #[arg(long, value_name = "FILE")]
    pub actuals: Option<PathBuf>,
    /// Month up to which readings are used, in place of track.now [default: that of the latest]
    #[arg(long, value_name = "N", value_parser = few::<u16>(0..=239))]
    pub now: Option<u16>,
    /// Month in which the board looks again, in place of track.next [default: six months on]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=240))]
    pub next: Option<u16>,
    /// Number of trials to begin with; it is doubled until enough of them count
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials_in(128..=MOST_TRIALS))]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

impl From<TrackError> for CliError {
    fn from(fault: TrackError) -> Self {
        match fault {
            TrackError::Simulation(error) => error.into(),
            _ => CliError::Input(format!("error: {fault}")),
        }
    }
}

impl Track {
    /// The options with the months as changes of the case, so that they are held against the same rules.
    fn options(&self) -> Options {
        let mut options = self.options.clone();
        let months = [("track.now", self.now), ("track.next", self.next)];
        let set = months.into_iter().filter_map(|(path, month)| Some((path.to_owned(), month?.to_string())));
        options.set.extend(set);
        options
    }
}

/// Holds the case against its readings and writes what follows.
pub fn run(args: &Track, lang: Option<Language>) -> Result<(), CliError> {
    let options = args.options();
    let cases = scenarios::load_named(std::slice::from_ref(&args.file))?;
    let read = cases.iter().map(|case| readings(args.actuals.as_deref(), &options.asked(case.scenario.clone())?));
    // What is wrong with the readings is said before a folder is made.
    let actuals = read.collect::<Result<Vec<Actuals>, CliError>>()?;
    let job = Job::of(cases, args.trials, &options, lang)?;
    for (scenario, actuals) in job.scenarios.iter().zip(&actuals) {
        study(&job, scenario, actuals)?;
    }
    Ok(())
}

/// The readings of the file that the command names, else of the one that the case does.
fn readings(file: Option<&Path>, scenario: &Scenario) -> Result<Actuals, CliError> {
    let named = match file {
        Some(file) => Actuals::load(file, scenario).map(Some),
        None => Actuals::of_case(scenario),
    };
    let missing =
        "error: there are no readings; name their file with --actuals, or as actuals under [track] in the case";
    named.map_err(scenarios::told)?.ok_or_else(|| CliError::Input(missing.to_owned()))
}

/// Holds one case against its readings and writes what follows.
fn study(job: &Job, scenario: &Scenario, actuals: &Actuals) -> Result<(), CliError> {
    let found = job.watched(None, |control| track(scenario, job.settings, (actuals, scenario.track()), control))??;
    job.report(&found)
}
