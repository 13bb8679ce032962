//! `delight presets`: the sectors to start from.

use super::args::Presets;
use super::study::Format;
use super::{Failure, language, say};
use delight_model::scenario::Language;
use delight_report::documents::presets::{json, page};

/// Lists the presets.
pub fn presets(args: &Presets, lang: Option<Language>) -> Result<(), Failure> {
    say(&match args.format {
        Format::Text => page(language::words(lang, [])).screen(),
        Format::Json => json(),
    })
}
