//! `delight improve`: what would make the case pay, written beside it as a case of its own.

use super::CliError;
use super::numbers::trials;
use super::study::{Job, Options};
use super::tell;
use clap::Args;
use delight_model::scenario::{Language, Scenario};
use delight_model::simulate::{Control, Settings};
use delight_report::documents::write::write_whole;
use delight_report::pages::improve::better_file;
use delight_report::words::Words;
use delight_studies::improve::{Improvement, TRIALS, improve};
use std::path::{Path, PathBuf};

/// `delight improve`.
#[derive(Debug, Args)]
#[command(after_help = "Writes case.better.toml beside case.toml:\n  delight improve case.toml")]
pub struct Improve {
    /// Scenario file
    pub file: PathBuf,
    /// Number of trials that value the changes; others choose them
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    /// Replace the improved case if it exists
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub options: Options,
}

/// Looks for what would make the case pay, writes the findings, and the improved case beside the file.
pub fn run(args: &Improve, lang: Option<Language>) -> Result<(), CliError> {
    let better = BetterFile::beside(&args.file);
    better.refuse_to_replace(args.force)?;
    let job = Job::open(std::slice::from_ref(&args.file), args.trials, &args.options, lang)?;
    let found = job.watched(None, |control| improve(&job.scenarios[0], job.settings, control))??;
    job.report(&found)?;
    match better.write(&found, args.force, job.words)? {
        Some(told) => tell(&told),
        None => Ok(()),
    }
}

/// The improved case beside that of a file.
pub struct BetterFile<'a> {
    base: &'a Path,
    path: PathBuf,
}

impl<'a> BetterFile<'a> {
    /// `case.toml` gives `case.better.toml`.
    pub fn beside(base: &'a Path) -> Self {
        BetterFile { base, path: base.with_extension("better.toml") }
    }

    /// What stands there is the user's.
    pub fn refuse_to_replace(&self, force: bool) -> Result<(), CliError> {
        if self.path.exists() && !force {
            let file = self.path.display();
            return Err(CliError::Input(format!(
                "{file} exists; keep it under another name, or replace it with --force"
            )));
        }
        Ok(())
    }

    /// Writes it, and gives what is to be said of it; nothing where nothing makes the case worth more.
    pub fn write(&self, found: &Improvement, force: bool, words: Words) -> Result<Option<String>, CliError> {
        self.refuse_to_replace(force)?;
        let base = self.base.file_name().unwrap_or_default().to_string_lossy();
        let Some(text) = better_file(found, &base, words) else { return Ok(None) };
        write_whole(&self.path, text.as_bytes())?;
        let file = self.path.display().to_string();
        Ok(Some(words.say_with("improve-file-written", &[("file", &file)])))
    }
}

/// Improves a case as `delight run --improve` does.
pub fn of_run(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Option<Improvement>, CliError> {
    use delight_studies::optimise::OptimiseError;
    match improve(scenario, Settings { trials: TRIALS, ..settings }, control) {
        Ok(found) => Ok(Some(found)),
        Err(OptimiseError::Simulation(error)) => Err(error.into()),
        Err(_) => Ok(None),
    }
}
