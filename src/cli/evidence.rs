//! `delight evidence`: where every number comes from.

use super::args::{Evidence, EvidenceFormat};
use super::output::columns;
use super::{CliError, language, say};
use delight_model::scenario::Language;
use delight_report::documents::evidence::{EvidencePage, bibtex, find, given, json, markdown, text};

/// Prints the library, a link of the chain, an entry, or an input.
pub fn evidence(args: &Evidence, lang: Option<Language>) -> Result<(), CliError> {
    let all = given();
    let page = match args.what.as_deref() {
        None => EvidencePage::Overview,
        Some(what) => find(what, &all).map_err(CliError::Input)?,
    };
    say(&match args.format {
        EvidenceFormat::Text => text(&page, &all, language::words_for(lang, None), columns()),
        EvidenceFormat::Json => json(&page, &all),
        EvidenceFormat::Md => markdown(&page, &all),
        EvidenceFormat::Bibtex => bibtex(&page),
    })
}
