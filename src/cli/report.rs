//! `delight report`: the documents of saved results anew, without simulating.

use super::args::Report;
use super::{CliError, documents, language, tell};
use delight_model::scenario::Language;
use delight_report::documents::points::PointValues;
use delight_report::documents::results::Results;
use delight_report::documents::write::Target;
use delight_report::words::Words;
use std::path::Path;

/// Reads each folder's results and writes its documents and figures again.
pub fn report(args: &Report, lang: Option<Language>) -> Result<(), CliError> {
    let saved = args.folders.iter().map(|folder| read(folder)).collect::<Result<Vec<_>, _>>()?;
    for ((results, points), folder) in saved.iter().zip(&args.folders) {
        let words = words(results, lang);
        let target = Target::open(folder)?;
        let studied = documents::with_studies(results.clone(), folder);
        let undrawn = documents::write(&target, &studied, words)?;
        if args.short {
            documents::write_short(&target, &studied, words)?;
        }
        documents::write_workbook(&target, results, points, words)?;
        let folder = folder.display().to_string();
        let undrawn = documents::told_undrawn(&undrawn, words);
        tell(&(undrawn + &words.say_with("report-rebuilt", &[("folder", &folder)])))?;
    }
    Ok(())
}

/// The words for results: asked for on the command line, else those of their case, else of the locale.
pub fn words(results: &Results, lang: Option<Language>) -> Words {
    let named = results.findings.case.lang.as_deref().and_then(Language::from_code);
    language::words_for(lang, named)
}

/// The results that a run left in a folder.
///
/// # Errors
/// There are none, or they are not as a run writes them.
pub fn read(folder: &Path) -> Result<(Results, PointValues), CliError> {
    let wrong = |e: String| CliError::Input(format!("{}: {e}", folder.display()));
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|e| {
            let path = path.display();
            CliError::Input(format!("cannot read {path}: {e}; name a folder that delight run has written"))
        })
    };
    let results = Results::from_saved(&text("summary.json")?, &text("assumptions.json")?);
    let results = results.map_err(|e| wrong(e.to_string()))?;
    let points = PointValues::from_json(&text("point-values.json")?);
    let points = points.map_err(|e| {
        wrong(format!("point-values.json is not as delight run writes it: {e}; run the scenario again"))
    })?;
    points.verify(&results).map_err(|why| {
        wrong(format!("point-values.json does not belong to summary.json: {why}; run the scenario again"))
    })?;
    Ok((results, points))
}
