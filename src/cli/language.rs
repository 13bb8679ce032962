//! The language a reader gets: what the command line says, else the scenario, else the computer.

use delight_model::scenario::Language;
use delight_model::scenario::Scenario;
use delight_report::words::Words;

/// Variables that name the locale, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The words for these scenarios: asked for on the command line, else in the first scenario that names a language,
/// else of the locale.
pub fn words<'a>(asked: Option<Language>, scenarios: impl IntoIterator<Item = &'a Scenario>) -> Words {
    words_for(asked, scenarios.into_iter().find_map(|scenario| scenario.language()))
}

/// The words asked for on the command line, else those that a file names, else of the locale.
pub fn words_for(asked: Option<Language>, named: Option<Language>) -> Words {
    Words::new(asked.or(named).unwrap_or_else(of_computer))
}

fn of_computer() -> Language {
    let locale = VARIABLES.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    locale.map_or(Language::default(), |locale| Language::of_locale(&locale))
}

/// Reads `en` or `nl`.
pub fn parse(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| format!("choose {}", Language::ALL.map(Language::code).join(" or ")))
}
