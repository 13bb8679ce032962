//! `delight check`: the assumption ledger.

use super::args::Check;
use super::output::columns;
use super::{CliError, language, say, scenarios, study};
use delight_model::scenario::Language;
use delight_report::documents::ledger::{ledger_json, ledger_text};

/// Checks the scenarios and prints every assumption of each.
pub fn check(args: &Check, lang: Option<Language>) -> Result<(), CliError> {
    let scenarios = scenarios::load(&args.files, args.lens)?;
    if args.format == study::Format::Json {
        return say(&ledger_json(&scenarios));
    }
    let words = language::words(lang, &scenarios);
    let ledgers: Vec<String> = scenarios.iter().map(|scenario| ledger_text(scenario, words, columns())).collect();
    say(&ledgers.join("\n"))
}
