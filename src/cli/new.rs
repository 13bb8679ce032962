//! `delight new`: a commented scenario to start from.

use super::args::New;
use super::{CliError, language, tell};
use delight_model::scenario::{Language, presets};
use delight_report::documents::write::write_whole;

/// Writes the scenario, never over one that exists unless told so.
pub fn new(args: &New, lang: Option<Language>) -> Result<(), CliError> {
    if let Some(preset) = args.preset.as_deref().filter(|p| !presets::names().contains(p)) {
        let known = presets::names().join(", ");
        return Err(CliError::Input(format!("there is no preset {preset:?}; there are: {known}")));
    }
    if args.file.exists() && !args.force {
        let file = args.file.display();
        return Err(CliError::Input(format!("{file} exists; choose another name, or replace it with --force")));
    }
    let words = language::words_for(lang, None);
    write_whole(&args.file, words.template(args.preset.as_deref()).as_bytes())?;
    let file = args.file.display();
    tell(&words.message(&format!("wrote {file}; put in your own figures, then: delight run {file}")))
}
