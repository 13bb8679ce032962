//! What the command line understands.

use super::audit::Audit;
use super::backtest::Backtest;
use super::breakeven::Breakeven;
use super::compare::Compare;
use super::diff::Diff;
use super::fails::Fails;
use super::gate::Gate;
use super::improve::Improve;
use super::learn::Learn;
use super::numbers::{between, few, seed, set, trials_in};
use super::optimise::Optimise;
use super::output::columns;
use super::portfolio::Portfolio;
use super::sensitivity::Sensitivity;
use super::shard::Shard;
use super::sweep::Sweep;
use super::track::Track;
use super::voi::Voi;
use super::{complain, help, language, study, tell};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use delight_model::evidence::Lens;
use delight_model::sampling::Sampling;
use delight_model::scenario::{Horizon, Language};
use delight_report::documents::save;
use delight_studies::assess::TRIALS as ASSESS_TRIALS;
use std::path::PathBuf;

/// The business case of customer delight: what an investment in service excellence is worth, how sure that is, and why.
#[derive(Debug, Parser)]
#[command(
    name = "delight",
    version,
    after_help = "Start with: delight new my-case.toml, then: delight run my-case.toml"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Language of the results [default: the scenario's, else the computer's]
    #[arg(long, global = true, value_name = "en|nl", value_parser = language::parse)]
    pub lang: Option<Language>,
    /// Leave standard errors (±) out of what is printed and written
    #[arg(long, global = true)]
    pub no_errors: bool,
}

/// Reads the command line; help and errors end the program, in lines that the screen holds.
pub fn read() -> Cli {
    let command = Cli::command().term_width(columns().min(MOST_COLUMNS)).mut_subcommands(with_signs);
    let words = language::before_reading(std::env::args_os());
    let mut command = help::in_words(command, words);
    let read = command.try_get_matches_from_mut(std::env::args_os()).and_then(|found| Cli::from_arg_matches(&found));
    read.unwrap_or_else(|error| {
        let error = error.format(&mut command);
        match error.use_stderr() {
            true => complain(&help::error(&error, words)),
            // A reader who has left is no failure.
            false => _ = tell(error.render().ansi().to_string().trim_end()),
        }
        std::process::exit(error.exit_code())
    })
}

/// Values of options that are numbers.
const NUMBERS: [&str; 9] = ["1/MONEY", "AMOUNT", "FTE", "MONEY", "N", "S", "SHARE", "VALUE", "X"];

/// The command with numbers that may begin with a minus, so that what is wrong with one is said by its own rule.
fn with_signs(command: clap::Command) -> clap::Command {
    command.mut_args(|arg| {
        let names = arg.get_value_names().unwrap_or_default();
        let number = names.iter().any(|name| NUMBERS.contains(&name.as_str()));
        if number { arg.allow_hyphen_values(true) } else { arg }
    })
}

/// Columns of help on the widest screens.
const MOST_COLUMNS: usize = 100;

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Simulate one or more scenarios and write the results
    Run(Run),
    /// Write a commented scenario to start from
    New(New),
    /// List the sectors to start from
    Presets(Presets),
    /// Write a page with sliders that carries the engine: one file, which needs no network
    Explore(Explore),
    /// Rewrite the documents of saved results, without simulating
    Report(Report),
    /// Write the slides of a case: deck.pptx
    Deck(Deck),
    /// Check scenarios and list every assumption with its source
    Check(Check),
    /// Show today's maturity from a self-assessment, and where to begin
    Assess(Assess),
    /// Show one trial at point values, month by month
    Trace(Trace),
    /// Find what drives the result: tornado, variance shares, Sobol' indices
    Sensitivity(Sensitivity),
    /// Find what would have to be true for the case to break even
    Breakeven(Breakeven),
    /// Show the result against the size of the investment, or any other input
    Sweep(Sweep),
    /// Find what would make the case pay, and write it as a case of its own
    Improve(Improve),
    /// Find the best stage gate: when to look, at what, and how much lets the programme go on
    Gate(Gate),
    /// Spread a budget over the nine elements and over time
    Optimise(Optimise),
    /// Find what to measure first, and what knowing it is worth
    Voi(Voi),
    /// Hold a case against what has come in since its start: odds now, stop or go on, what to measure next
    Track(Track),
    /// Show which changed assumption makes one case worth more than another
    Diff(Diff),
    /// Find where the case loses money, and the mildest shift that turns it
    Fails(Fails),
    /// Ask of a case what a reviewer would ask
    Audit(Audit),
    /// Compare rivals for the same money: differences, dominance, ranks, worth for certain
    Compare(Compare),
    /// Find which projects to fund together under a budget
    Portfolio(Portfolio),
    /// Learn from own data: a layer that the case can rest on
    Learn(Learn),
    /// Hold the model against what happened elsewhere: predicted, seen, inside or not
    Backtest(Backtest),
    /// Compute some trials of a run, on this machine or another
    Shard(Shard),
    /// Put the shards of a run together, and write what the run would have written
    Merge(Merge),
    /// Show where every number comes from: facts, grades, critique
    Evidence(Evidence),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
}

/// `delight run`.
#[derive(Debug, Args)]
pub struct Run {
    /// Scenario files, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Number of trials
    #[arg(long, value_name = "N", default_value_t = delight_studies::run::TRIALS, value_parser = trials_in(1..=1 << 33))]
    pub trials: u64,
    /// Run until the answer is this precise, such as 1%: standard errors of median and P5 as a share of the P5–P95
    /// width, and of the probability of a loss
    #[arg(long, value_name = "SHARE", value_parser = between(1e-4..=0.5, "from 0.01% to 50%"), conflicts_with = "trials")]
    pub precision: Option<f64>,
    /// Seed of the draws [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// How the draws are spread
    #[arg(long, default_value_t = Sampling::Sobol, value_name = "sobol|lhs|random")]
    pub sampling: Sampling,
    /// A value to put in place of the scenario's, such as customers.annual_churn=25%; may be given several times
    #[arg(long, value_name = "PATH=VALUE", value_parser = set)]
    pub set: Vec<(String, String)>,
    /// Folder for the results [default: reports/<name of the case>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = RunFormat::Text)]
    pub format: RunFormat,
    /// Also run every study of the case: what drives it, what would have to be true, how much of it, what to measure
    #[arg(long)]
    pub full: bool,
    /// Also look for what would make it pay, and write it beside each case: case.better.toml
    #[arg(long)]
    pub improve: bool,
    /// Also write the short report, of at most three printed pages: short.html
    #[arg(long)]
    pub short: bool,
    /// Leave the engine and the case itself out of report.html, which then has no sliders
    #[arg(long)]
    pub r#static: bool,
    /// What the studies of --full judge by; the run itself shows both
    #[arg(long, default_value_t = Horizon::Case, value_name = "case|run-off", requires = "full")]
    pub horizon: Horizon,
    /// Also save every trial, with its draws, as .csv, or as .parquet where the program was built with it
    #[arg(long, value_name = "FILE", value_parser = trials_file, conflicts_with = "precision")]
    pub save_trials: Option<PathBuf>,
    /// Replace the file of --save-trials, and the improved case, if they exist
    #[arg(long)]
    pub force: bool,
    /// Print no progress and no text
    #[arg(long, short)]
    pub quiet: bool,
}

/// What `delight run` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RunFormat {
    /// A screen to read
    Text,
    /// The findings as JSON
    Json,
    /// The monthly fans as CSV
    Csv,
}

/// `delight merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// Files of delight shard, or folders of them
    #[arg(required = true)]
    pub shards: Vec<PathBuf>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = few::<u16>(1..=1024))]
    pub threads: Option<u16>,
    /// Folder for the results [default: reports/<name of the case>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = RunFormat::Text)]
    pub format: RunFormat,
    /// Also write the short report, of at most three printed pages: short.html
    #[arg(long)]
    pub short: bool,
    /// Leave the engine and the case itself out of report.html, which then has no sliders
    #[arg(long)]
    pub r#static: bool,
    /// Print no progress and no text
    #[arg(long, short)]
    pub quiet: bool,
}

/// `delight new`.
#[derive(Debug, Args)]
pub struct New {
    /// File to write
    pub file: PathBuf,
    /// Sector to start from
    #[arg(long, value_name = "P")]
    pub preset: Option<String>,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

/// `delight presets`.
#[derive(Debug, Args)]
pub struct Presets {
    /// What to print
    #[arg(long, value_enum, default_value_t = study::Format::Text)]
    pub format: study::Format,
}

/// `delight explore`.
#[derive(Debug, Args)]
#[command(
    after_help = "Without FILE the page lets its reader choose a sector, or drop a scenario on it:\n  delight explore"
)]
pub struct Explore {
    /// Scenario file
    pub file: Option<PathBuf>,
    /// Page to write [default: the name of the scenario with .html, else delight.html]
    #[arg(long, value_name = "PAGE")]
    pub out: Option<PathBuf>,
    /// Do not open it in a browser
    #[arg(long)]
    pub no_open: bool,
}

/// `delight report`.
#[derive(Debug, Args)]
pub struct Report {
    /// Folders with results of delight run
    #[arg(required = true)]
    pub folders: Vec<PathBuf>,
    /// Also write the short report, of at most three printed pages: short.html
    #[arg(long)]
    pub short: bool,
}

/// `delight deck`.
#[derive(Debug, Args)]
pub struct Deck {
    /// Scenario file, or folder with results of delight run, which is not simulated again
    #[arg(value_name = "FILE|FOLDER")]
    pub case: PathBuf,
    /// Number of trials, for a scenario
    #[arg(long, value_name = "N", default_value_t = delight_studies::run::TRIALS, value_parser = trials_in(1..=1 << 33))]
    pub trials: u64,
    /// Seed of the draws, for a scenario [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// How much of the published effects is believed, for a scenario [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// How the draws are spread, for a scenario
    #[arg(long, default_value_t = Sampling::Sobol, value_name = "sobol|lhs|random")]
    pub sampling: Sampling,
    /// Folder for the slides [default: that of the results, else reports/<name of the case>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// `delight check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Scenario files, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// What to print
    #[arg(long, value_enum, default_value_t = study::Format::Text)]
    pub format: study::Format,
}

/// `delight assess`.
#[derive(Debug, Args)]
pub struct Assess {
    /// File with an [assessment]: a scenario, or the answers alone
    pub file: PathBuf,
    /// Ask the questions in the terminal and write the answers to FILE first
    #[arg(long)]
    pub interview: bool,
    /// Sector whose values to start from, so that the answers make a case
    #[arg(long, value_name = "P", requires = "interview")]
    pub preset: Option<String>,
    /// Replace FILE if it exists
    #[arg(long, requires = "interview")]
    pub force: bool,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// Trials behind what each step is worth
    #[arg(long, value_name = "N", default_value_t = ASSESS_TRIALS, value_parser = trials_in(64..=1 << 24))]
    pub trials: u64,
    /// Seed of the draws [default: the scenario's, else 1]
    #[arg(long, value_name = "S", value_parser = seed)]
    pub seed: Option<u64>,
    /// Folder for the figure [default: reports/<name of the case>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = AssessFormat::Text)]
    pub format: AssessFormat,
}

/// What `delight assess` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AssessFormat {
    /// A screen to read
    Text,
    /// The same as JSON
    Json,
}

/// `delight trace`.
#[derive(Debug, Args)]
pub struct Trace {
    /// Scenario file
    pub file: PathBuf,
    /// How much of the published effects is believed [default: the scenario's, else calibrated]
    #[arg(long, value_name = "calibrated|literature|authors")]
    pub lens: Option<Lens>,
    /// A value to put in place of the scenario's, such as customers.annual_churn=25%; may be given several times
    #[arg(long, value_name = "PATH=VALUE", value_parser = set)]
    pub set: Vec<(String, String)>,
    /// What to print
    #[arg(long, value_enum, default_value_t = TraceFormat::Table)]
    pub format: TraceFormat,
}

/// What `delight trace` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TraceFormat {
    /// A table to read
    Table,
    /// Every series
    Json,
    /// Every series, one row a month
    Csv,
}

/// `delight evidence`.
#[derive(Debug, Args)]
pub struct Evidence {
    /// A link of the chain (employees), an entry (S13, knight-2017), or an input (effects.causal_share) [default: all]
    #[arg(value_name = "LINK|ID|INPUT")]
    pub what: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = EvidenceFormat::Text)]
    pub format: EvidenceFormat,
}

/// What `delight evidence` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EvidenceFormat {
    /// A screen to read
    Text,
    /// Everything, for other programs
    Json,
    /// Markdown; of everything it is docs/evidence.md
    Md,
    /// The publications behind it, to cite them in LaTeX
    Bibtex,
}

/// A file whose ending says how trials are saved.
fn trials_file(text: &str) -> Result<PathBuf, String> {
    let file = PathBuf::from(text);
    match save::refusal(&file) {
        None => Ok(file),
        Some(why) => Err(why.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_report::pages::all;

    #[test]
    fn every_study_of_the_list_is_made_by_the_command_of_its_name() {
        let cli = Cli::command();
        let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        for name in all::names() {
            assert!(commands.contains(&name), "{name} is not among {commands:?}");
        }
    }
}
