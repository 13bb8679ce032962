//! `delight explore`: one file with sliders and the engine, for a case or for none.

use super::args::Explore;
use super::output::complain;
use super::{CliError, language, live, progress, scenarios, tell};
use crate::web::{Carried, given, page, page_without_case};
use delight_model::scenario::{Language, Scenario, Travelling};
use delight_model::simulate::{Control, Settings};
use delight_report::documents::write::write_whole;
use delight_report::words::Words;
use delight_studies::findings::fingerprint;
use delight_studies::improve::{TRIALS, improve};
use delight_studies::run::drivers;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The page without a case.
const WITHOUT_CASE: &str = "delight.html";
/// What every page of ours says of itself.
const MARK: &str = "<meta name=\"generator\" content=\"delight";

/// Writes the page and opens it where there is a browser.
pub fn explore(args: &Explore, lang: Option<Language>) -> Result<(), CliError> {
    let path = args.out.clone().unwrap_or_else(|| beside(args.file.as_deref()));
    refuse_to_replace(&path)?;
    let (text, words) = match &args.file {
        Some(file) => of_case(file, lang, &path)?,
        None => {
            let words = language::words_for(lang, None);
            (page_without_case(words, lang.is_some()), words)
        }
    };
    write_whole(&path, text.as_bytes())?;
    let file = path.display().to_string();
    if !args.no_open && opened(&path) {
        return tell(&words.say_with("explore-opened", &[("file", &file)]));
    }
    tell(&words.say_with("explore-written", &[("file", &file)]))
}

/// The page of a case: its file with another ending, here.
fn beside(file: Option<&Path>) -> PathBuf {
    let stem = file.and_then(Path::file_stem).map(PathBuf::from);
    stem.map_or_else(|| PathBuf::from(WITHOUT_CASE), |stem| stem.with_extension("html"))
}

/// A page that was not written by this program is the user's.
fn refuse_to_replace(path: &Path) -> Result<(), CliError> {
    let is_ours = |text: Vec<u8>| String::from_utf8_lossy(&text).contains(MARK);
    match path.exists() && !std::fs::read(path).is_ok_and(is_ours) {
        true => {
            let file = path.display();
            Err(CliError::Input(format!("{file} exists and is no page of delight; name another with --out")))
        }
        false => Ok(()),
    }
}

fn of_case(file: &Path, lang: Option<Language>, path: &Path) -> Result<(String, Words), CliError> {
    let case = Travelling::load(file).map_err(scenarios::told)?;
    let scenario = Scenario::load(file).map_err(scenarios::told)?;
    let words = language::words(lang, [&scenario]);
    let control = progress::control()?;
    let carried = Carried {
        case,
        fingerprint: fingerprint(&scenario),
        given: known(&scenario, words, &control)?,
        seed: None,
        trials: Settings::USUAL_TRIALS,
        lens: None,
    };
    live::say_what_goes_along(&carried, &path.display().to_string(), false);
    Ok((page(&carried, scenario.name(), words), words))
}

/// What drives the case and what makes it pay, so that the page need not look for it.
fn known(scenario: &Scenario, words: Words, control: &Control) -> Result<serde_json::Value, CliError> {
    let settings = Settings { seed: scenario.seed(), ..Settings::default() };
    let drivers = drivers(scenario, settings, control)?;
    // A project without a chain has nothing to move.
    let improvement = improve(scenario, Settings { trials: TRIALS, ..settings }, control).ok();
    Ok(given(drivers.as_ref(), improvement.as_ref().map(|found| (found, scenario)), words))
}

/// Whether a browser was asked to open it.
fn opened(path: &Path) -> bool {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ if has_screen() => ("xdg-open", &[]),
        _ => return false,
    };
    let mut command = Command::new(program);
    let command = command.args(before).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let done = command.status().is_ok_and(|status| status.success());
    if !done {
        complain("note: no browser could be opened");
    }
    done
}

fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
