//! `delight backtest`: the model held against what happened elsewhere.

use super::numbers::{few, seed, trials_in};
use super::output::columns;
use super::{CliError, documents, language, progress, say, tell};
use clap::{Args, ValueEnum};
use delight_model::evidence::{BacktestCase, CASES, Lens, backtest_cases};
use delight_model::sampling::Sampling;
use delight_model::scenario::{Language, MOST_SCENARIO_BYTES, presets};
use delight_model::simulate::Settings;
use delight_report::documents::write::Target;
use delight_report::page::study::Document;
use delight_report::pages::backtest::{document, forest, page};
use delight_report::words::Words;
use delight_studies::backtest::{Backtest as Found, LEAST_TRIALS, TRIALS, backtest};
use std::io::Read;
use std::path::{Path, PathBuf};

/// `delight backtest`.
#[derive(Debug, Args)]
pub struct Backtest {
    /// Only through this lens [default: all three]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// Your own cases instead of those that come with the program (docs/backtest.md says how to write them)
    #[arg(long, value_name = "FILE")]
    pub cases: Option<PathBuf>,
    /// Number of trials of each sector and lens
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials_in(LEAST_TRIALS..=1 << 20))]
    pub trials: u64,
    /// Seed of the draws
    #[arg(long, value_name = "S", default_value_t = 1, value_parser = seed)]
    pub seed: u64,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// Folder for the figures and the document [default: nothing is written]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = BacktestFormat::Text)]
    pub format: BacktestFormat,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BacktestFormat {
    /// A screen to read
    Text,
    /// The findings as JSON
    Json,
    /// The page of the documents
    Md,
}

/// Holds the model against the cases, prints what it says of each, and writes the figures where `--out` says.
pub fn run(args: &Backtest, lang: Option<Language>) -> Result<(), CliError> {
    let cases = cases(args.cases.as_deref())?;
    let lenses = args.lens.map_or_else(|| Lens::ALL.to_vec(), |lens| vec![lens]);
    let settings = Settings { sampling: Sampling::Sobol, seed: args.seed, trials: args.trials };
    let words = language::words_for(lang, None);
    let control = progress::control()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|e| CliError::Program(format!("cannot start threads: {e}")))?;
    let found = pool
        .install(|| progress::watch(&control, None, Some(words), || backtest(&cases, &lenses, settings, &control)))?;
    let written = args.out.as_deref().map(|folder| write(folder, &found, words)).transpose()?;
    match args.format {
        BacktestFormat::Json => say(&found.document()),
        BacktestFormat::Md => say(document(&found, words).trim_end()),
        BacktestFormat::Text => {
            tell(&format!("{}\n{}", page(&found, words).screen(columns()), written.unwrap_or_default()))
        }
    }
}

/// The figures and the document, and where they are in a sentence.
fn write(folder: &Path, found: &Found, words: Words) -> Result<String, CliError> {
    let target = Target::open(folder)?;
    target.write("backtest.json", found.document().as_bytes())?;
    let undrawn = documents::write_figures(&target, &forest(found, words))?;
    let place = [("folder", folder.display().to_string())];
    let place = place.each_ref().map(|(name, folder)| (*name, folder.as_str()));
    Ok(format!("{}{}\n", documents::told_undrawn(&undrawn, words), words.say_with("back-written", &place)))
}

/// The cases of a file, or those that come with the program.
fn cases(file: Option<&Path>) -> Result<Vec<BacktestCase>, CliError> {
    let names = presets::names();
    let Some(path) = file else {
        return backtest_cases(CASES, &names).map_err(|e| CliError::Program(e.message));
    };
    let shown = path.display();
    let refused = |why: String| CliError::Input(format!("error: {shown}{why}"));
    let mut text = String::new();
    let opened = std::fs::File::open(path).map_err(|e| refused(format!(": cannot be read: {e}")))?;
    let read = opened.take(MOST_SCENARIO_BYTES + 1).read_to_string(&mut text);
    read.map_err(|e| refused(format!(": cannot be read: {e}")))?;
    if text.len() as u64 > MOST_SCENARIO_BYTES {
        return Err(refused(format!(": is larger than {MOST_SCENARIO_BYTES} bytes")));
    }
    backtest_cases(&text, &names).map_err(|fault| {
        let line = fault.span.map(|span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        refused(line.map_or_else(|| format!(": {}", fault.message), |line| format!(":{line}: {}", fault.message)))
    })
}
