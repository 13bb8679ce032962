//! The command line: one file a command.

mod args;
mod assess;
mod audit;
mod breakeven;
mod check;
mod compare;
mod diff;
mod documents;
mod evidence;
mod fails;
mod full;
mod gate;
mod interview;
mod language;
mod new;
mod optimise;
mod portfolio;
mod presets;
mod progress;
mod report;
mod run;
mod scenarios;
mod sensitivity;
#[cfg(feature = "cli")]
mod snippet;
mod study;
mod sweep;
mod trace;
mod voi;

use args::{Cli, Command};
use clap::Parser;
use std::fmt;
use std::process::ExitCode;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong; the message says how to mend it.
    Input(String),
    /// The program failed.
    Program(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Input(message) | Failure::Program(message) => f.write_str(message.trim_end()),
        }
    }
}

impl From<delight_report::documents::write::WriteError> for Failure {
    fn from(error: delight_report::documents::write::WriteError) -> Self {
        Failure::Program(error.to_string())
    }
}

impl From<delight_model::simulate::Cancelled> for Failure {
    fn from(_: delight_model::simulate::Cancelled) -> Self {
        Failure::Program("interrupted; nothing was written".into())
    }
}

/// Runs the command line: exit code 0 if all is well, 1 if the program failed, 2 if the input is wrong.
pub fn main() -> ExitCode {
    let Cli { command, lang } = Cli::parse();
    let done = match command {
        Command::Run(args) => run::run(&args, lang),
        Command::New(args) => new::new(&args),
        Command::Report(args) => report::report(&args, lang),
        Command::Check(args) => check::check(&args, lang),
        Command::Presets(args) => presets::presets(&args, lang),
        Command::Trace(args) => trace::trace(&args, lang),
        Command::Sensitivity(args) => sensitivity::run(&args, lang),
        Command::Breakeven(args) => breakeven::run(&args, lang),
        Command::Sweep(args) => sweep::run(&args, lang),
        Command::Voi(args) => voi::run(&args, lang),
        Command::Gate(args) => gate::run(&args, lang),
        Command::Optimise(args) => optimise::run(&args, lang),
        Command::Fails(args) => fails::run(&args, lang),
        Command::Audit(args) => audit::run(&args, lang),
        Command::Diff(args) => diff::run(&args, lang),
        Command::Compare(args) => compare::run(&args, lang),
        Command::Portfolio(args) => portfolio::run(&args, lang),
        Command::Evidence(args) => evidence::evidence(&args),
        Command::Assess(args) => assess::assess(&args, lang),
        Command::Schema => schema(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::from(if matches!(failure, Failure::Input(_)) { 2 } else { 1 })
        }
    }
}

fn schema() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&delight_model::scenario::schema())
        .map_err(|e| Failure::Program(e.to_string()))?;
    say(&text)
}

/// Prints to standard output, with colour where it is a terminal; a reader who has left is no failure.
fn say(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    let mut out = anstream::stdout().lock();
    let written = writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush());
    match written {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Program(format!("cannot print the results: {e}")))
        }
        _ => Ok(()),
    }
}

pub use snippet::render_error;
