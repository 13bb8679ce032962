//! `delight report`: the documents of saved results anew, without simulating.

use super::args::Report;
use super::{Failure, documents, language, say};
use crate::report::language::Language;
use crate::report::results::Results;
use crate::report::write::Target;
use std::path::Path;

/// Reads each folder's results and writes its documents and figures again.
pub fn report(args: &Report, lang: Option<Language>) -> Result<(), Failure> {
    let saved = args.folders.iter().map(|folder| read(folder)).collect::<Result<Vec<_>, _>>()?;
    for (results, folder) in saved.iter().zip(&args.folders) {
        let named = results.findings.case.lang.as_deref().and_then(Language::from_code);
        let words = language::words_for(lang, named);
        documents::write(&Target::open(folder)?, &documents::with_studies(results.clone(), folder), words)?;
        let folder = folder.display().to_string();
        say(&words.say_with("report-rebuilt", &[("folder", &folder)]))?;
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Results, Failure> {
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|e| {
            let path = path.display();
            Failure::Input(format!("cannot read {path}: {e}; name a folder that delight run has written"))
        })
    };
    Results::from_saved(&text("summary.json")?, &text("assumptions.json")?)
        .map_err(|e| Failure::Input(format!("{}: {e}", folder.display())))
}
