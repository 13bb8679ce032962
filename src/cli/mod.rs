//! The command line: one file a command.

mod args;
mod assess;
mod audit;
mod backtest;
mod breakeven;
mod check;
mod compare;
mod deck;
mod diff;
mod documents;
mod error;
mod evidence;
mod explore;
mod fails;
mod folder;
mod full;
mod gate;
mod help;
mod improve;
mod interview;
mod language;
mod learn;
mod live;
mod merge;
mod new;
mod numbers;
mod optimise;
mod output;
mod portfolio;
mod presets;
mod progress;
mod report;
mod run;
mod scenarios;
mod sensitivity;
mod shard;
mod snippet;
mod study;
mod sweep;
mod trace;
mod track;
mod voi;

pub use error::CliError;
pub use snippet::render_error;

use args::{Cli, Command};
use output::{complain, say, tell};
use std::process::ExitCode;

/// Runs the command line: exit code 0 if all is well, 1 if the program failed, 2 if the input is wrong.
pub fn main() -> ExitCode {
    let Cli { command, lang, no_errors } = args::read();
    language::keep(lang, no_errors);
    let done = match command {
        Command::Run(args) => run::run(&args, lang),
        Command::New(args) => new::new(&args, lang),
        Command::Explore(args) => explore::explore(&args, lang),
        Command::Report(args) => report::report(&args, lang),
        Command::Deck(args) => deck::deck(&args, lang),
        Command::Check(args) => check::check(&args, lang),
        Command::Presets(args) => presets::presets(&args, lang),
        Command::Trace(args) => trace::trace(&args, lang),
        Command::Sensitivity(args) => sensitivity::run(&args, lang),
        Command::Breakeven(args) => breakeven::run(&args, lang),
        Command::Sweep(args) => sweep::run(&args, lang),
        Command::Voi(args) => voi::run(&args, lang),
        Command::Track(args) => track::run(&args, lang),
        Command::Gate(args) => gate::run(&args, lang),
        Command::Improve(args) => improve::run(&args, lang),
        Command::Optimise(args) => optimise::run(&args, lang),
        Command::Fails(args) => fails::run(&args, lang),
        Command::Audit(args) => audit::run(&args, lang),
        Command::Diff(args) => diff::run(&args, lang),
        Command::Compare(args) => compare::run(&args, lang),
        Command::Portfolio(args) => portfolio::run(&args, lang),
        Command::Learn(args) => learn::run(&args, lang),
        Command::Backtest(args) => backtest::run(&args, lang),
        Command::Shard(args) => shard::run(&args, lang),
        Command::Merge(args) => merge::run(&args, lang),
        Command::Evidence(args) => evidence::evidence(&args, lang),
        Command::Assess(args) => assess::assess(&args, lang),
        Command::Schema => schema(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure.to_string());
            ExitCode::from(if matches!(failure, CliError::Input(_)) { 2 } else { 1 })
        }
    }
}

fn schema() -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(&delight_model::scenario::schema())
        .map_err(|e| CliError::Program(e.to_string()))?;
    say(&text)
}
