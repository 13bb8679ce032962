//! `delight trace`: one trial at point values.

use super::args::{Trace, TraceFormat};
use super::output::columns;
use super::{CliError, language, say, scenarios};
use delight_model::scenario::Language;
use delight_report::documents::trace;
use delight_report::page::json;

/// Prints the trace of a scenario.
pub fn trace(args: &Trace, lang: Option<Language>) -> Result<(), CliError> {
    let loaded = scenarios::load(std::slice::from_ref(&args.file), args.lens)?;
    let Some(written) = loaded.first() else { return Ok(()) };
    let changed = args.set.iter().try_fold(written.clone(), |case, (path, value)| case.with(path, value));
    let scenario = &changed.map_err(scenarios::told)?;
    let found = delight_model::simulate::trace(scenario);
    say(&match args.format {
        TraceFormat::Table => trace::page(scenario, &found, language::words(lang, &loaded)).screen(columns()),
        TraceFormat::Json => json::trace(&found),
        TraceFormat::Csv => trace::csv(&found),
    })
}
