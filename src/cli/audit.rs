//! `delight audit`: what a reviewer would ask of a case.

use super::numbers::trials;
use super::scenarios::{self, Loaded};
use super::study::{Job, Options};
use super::{CliError, folder, say};
use clap::Args;
use delight_model::scenario::Language;
use delight_report::pages::audit::rules_as_markdown;
use delight_studies::audit::{Audit as Audited, LastRun, Severity, TRIALS, audit};
use delight_studies::run::Findings;
use std::path::{Path, PathBuf};

/// `delight audit`.
#[derive(Debug, Args)]
pub struct Audit {
    /// Scenario files, or folders of them
    #[arg(required_unless_present = "rules")]
    pub files: Vec<PathBuf>,
    /// Exit with 1 if a rule that must hold is broken
    #[arg(long)]
    pub strict: bool,
    /// Print every rule as Markdown, and nothing else
    #[arg(long, conflicts_with_all = ["files", "strict"])]
    pub rules: bool,
    /// Number of trials of the small run
    #[arg(long, value_name = "N", default_value_t = TRIALS, value_parser = trials)]
    pub trials: u64,
    #[command(flatten)]
    pub options: Options,
}

/// Audits every case and writes what was found to its folder; with several cases one document follows the other.
pub fn run(args: &Audit, lang: Option<Language>) -> Result<(), CliError> {
    if args.rules {
        return say(&rules_as_markdown());
    }
    let scenarios = scenarios::load_named(&args.files)?;
    let several = scenarios.len() > 1;
    let mut broken = 0;
    for scenario in scenarios {
        let found = one(args, scenario, several, lang)?;
        broken += found.count(Severity::Must);
    }
    match args.strict && broken > 0 {
        true if broken == 1 => Err(CliError::Program("1 rule that must hold is broken".into())),
        true => Err(CliError::Program(format!("{broken} rules that must hold are broken"))),
        false => Ok(()),
    }
}

fn one(args: &Audit, case: Loaded, several: bool, lang: Option<Language>) -> Result<Audited, CliError> {
    let place = |cases: &[Loaded]| match &args.options.out {
        Some(base) if several => folder::open_below(base, cases[0].owner()),
        out => folder::open(cases[0].owner(), out.as_deref()),
    };
    let job = Job::placed(vec![case], place, (args.trials, &args.options), lang)?;
    let last = last_run(job.folder());
    let found = job.watched(None, |control| audit(&job.scenarios[0], job.settings, last.as_ref(), control))??;
    job.report(&found)?;
    Ok(found)
}

/// What the last run of the case left in its folder; a summary that cannot be read counts as none.
fn last_run(folder: &Path) -> Option<LastRun> {
    let file = folder.join("summary.json");
    let found: Findings = serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()?;
    Some(LastRun::new(&file.display().to_string(), &found))
}
