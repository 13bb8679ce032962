//! `delight presets`: the sectors to start from.

use super::args::Presets;
use super::output::columns;
use super::study::Format;
use super::{CliError, language, say};
use delight_model::scenario::Language;
use delight_report::documents::presets::{json, page};

/// Lists the presets.
pub fn presets(args: &Presets, lang: Option<Language>) -> Result<(), CliError> {
    say(&match args.format {
        Format::Text => page(language::words(lang, [])).screen(columns()),
        Format::Json => json(),
    })
}
