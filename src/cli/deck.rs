//! `delight deck`: the story of a case as slides.

use super::args::Deck;
use super::folder::Owner;
use super::{CliError, documents, folder, language, progress, report, scenarios, tell};
use delight_model::scenario::{Case, Language, file_for_readers};
use delight_model::simulate::Settings;
use delight_report::documents::results::Results;
use delight_report::documents::write::Target;
use delight_report::words::Words;
use delight_studies::audit::reviewed;
use delight_studies::run::{Run as Making, trials_of};
use std::path::Path;

/// Reads the results of a folder, or simulates the case of a file, and writes its slides.
pub fn deck(args: &Deck, lang: Option<Language>) -> Result<(), CliError> {
    let (results, target, words) = match args.case.join("summary.json").exists() {
        true => saved(args, lang)?,
        false => simulated(args, lang)?,
    };
    let results = documents::with_studies(results, target.folder());
    documents::write_deck(&target, &results, words)?;
    tell(&words.say_with("story-written", &[("file", &target.folder().join(documents::DECK).display().to_string())]))
}

/// The results of a folder.
fn saved(args: &Deck, lang: Option<Language>) -> Result<(Results, Target, Words), CliError> {
    let (results, _) = report::read(&args.case)?;
    let words = report::words(&results, lang);
    let target = Target::open(args.out.clone().unwrap_or_else(|| args.case.clone()))?;
    Ok((results, target, words))
}

/// The results of a scenario, simulated anew.
fn simulated(args: &Deck, lang: Option<Language>) -> Result<(Results, Target, Words), CliError> {
    let file = args.case.as_path();
    let case = load(file, args)?;
    let scenario = case.scenario();
    let words = language::words(lang, [scenario]);
    let owner = Owner { name: scenario.name(), file };
    let target = folder::open(owner, args.out.as_deref())?;
    let seed = args.seed.unwrap_or(scenario.seed());
    let settings = Settings { sampling: args.sampling, seed, trials: args.trials };
    let control = progress::control()?;
    let total = trials_of(&case, &settings);
    let found = progress::watch(&control, Some(total), Some(words), || Making::new(settings).of(&case, &control))?;
    let mut findings = reviewed(scenario, found.findings);
    findings.case.file = Some(file_for_readers(file));
    Ok((Results::new(findings, scenario), target, words))
}

fn load(file: &Path, args: &Deck) -> Result<Case, CliError> {
    let one = (!file.is_dir()).then(|| scenarios::load_cases(&[file.to_owned()], args.lens)).transpose()?;
    one.and_then(|mut cases| cases.pop()).ok_or_else(|| {
        CliError::Input(format!(
            "error: {} is a folder without results: name a scenario, or a folder that delight run has written",
            file.display()
        ))
    })
}
