//! The language a reader gets: what the command line says, else the scenario, else the computer.

use delight_model::scenario::Language;
use delight_model::scenario::Scenario;
use delight_report::words::Words;
use std::ffi::OsString;
use std::sync::OnceLock;

/// Variables that name the locale, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The words for these scenarios: asked for on the command line, else in the first scenario that names a language,
/// else of the locale.
pub fn words<'a>(asked: Option<Language>, scenarios: impl IntoIterator<Item = &'a Scenario>) -> Words {
    words_for(asked, scenarios.into_iter().find_map(|scenario| scenario.language()))
}

/// The words asked for on the command line, else those that a file names, else of the locale.
pub fn words_for(asked: Option<Language>, named: Option<Language>) -> Words {
    let words = Words::new(asked.or(named).unwrap_or_else(of_computer));
    if WITHOUT_ERRORS.get() == Some(&true) { words.without_errors() } else { words }
}

/// The language that the command line asks for, once it is read.
static ASKED: OnceLock<Option<Language>> = OnceLock::new();
/// Whether it leaves standard errors out.
static WITHOUT_ERRORS: OnceLock<bool> = OnceLock::new();

/// Keeps the language that the command line asks for, for messages, and whether it leaves standard errors out.
pub fn keep(asked: Option<Language>, without_errors: bool) {
    // What was kept first holds: there is one command line.
    _ = ASKED.set(asked);
    _ = WITHOUT_ERRORS.set(without_errors);
}

/// The words for help, which is asked for before the command line is read.
pub fn before_reading(args: impl Iterator<Item = OsString>) -> Words {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let after = args.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let beside = args.iter().filter_map(|arg| arg.strip_prefix("--lang="));
    words_for(after.chain(beside).find_map(Language::from_code), None)
}

/// The words for messages: asked for on the command line, else of the locale.
pub fn of_messages() -> Words {
    words_for(ASKED.get().copied().flatten(), None)
}

/// The words for what is wrong with these files: asked for on the command line, else those that a file names, as far as it can
/// be read, else of the locale.
pub fn of_messages_on<'a>(files: impl Iterator<Item = &'a str>) -> Words {
    let code = |line: &str| {
        let (key, rest) = line.split_once('=')?;
        let named = key.trim() == "lang" || key.trim() == "case.lang";
        Language::from_code(rest.split('"').nth(1).filter(|_| named)?)
    };
    let named = files.flat_map(str::lines).find_map(code);
    words_for(ASKED.get().copied().flatten(), named)
}

fn of_computer() -> Language {
    let locale = VARIABLES.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    locale.map_or(Language::default(), |locale| Language::of_locale(&locale))
}

/// Reads `en` or `nl`.
pub fn parse(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| format!("choose {}", Language::ALL.map(Language::code).join(" or ")))
}
