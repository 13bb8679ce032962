//! How results came about, so that they can be had again.

use crate::words::Words;
use delight_model::scenario::CalendarMonth;
use delight_studies::run::Findings;

/// One fact.
pub struct ProvenanceFact {
    /// What it is.
    pub name: String,
    /// What it is worth.
    pub value: String,
    /// Whether it is to be copied letter by letter.
    pub literal: bool,
}

/// Version, trials, seed, fingerprints of the scenario and of the trials, and the command.
pub fn facts(f: &Findings, words: Words) -> Vec<ProvenanceFact> {
    let plain = |name: String, value: String| ProvenanceFact { name, value, literal: false };
    let literal = |name: String, value: String| ProvenanceFact { name, value, literal: true };
    let mut all = vec![
        plain(words.say("provenance-version"), format!("delight {}", f.version)),
        plain(words.say("provenance-trials"), words.whole(f.trials as f64)),
        plain(words.say("provenance-sampling"), words.say_of("sampling", &f.sampling)),
        literal(words.say("provenance-seed"), f.seed.to_string()),
    ];
    if let Some(preset) = &f.case.preset {
        all.push(literal(words.say("provenance-preset"), preset.clone()));
    }
    all.push(literal(words.say("provenance-scenario"), format!("{} (FNV-1a, 64 bit)", f.case.scenario)));
    all.push(literal(words.say("provenance-digest"), f.digest.clone()));
    all.push(literal(words.say("provenance-command"), command(f)));
    all
}

/// The calendar month of month 1, if the case names one.
pub fn start(f: &Findings) -> Option<CalendarMonth> {
    let (year, month) = f.case.start.as_ref()?.split_once('-')?;
    Some(CalendarMonth { year: year.parse().ok()?, month: month.parse().ok()? })
}

/// The command that gives the same numbers again.
pub fn command(f: &Findings) -> String {
    let file = quoted(f.case.file.as_deref().unwrap_or("case.toml"));
    let lens = if f.case.kind == "chain" { format!(" --lens {}", f.case.lens) } else { String::new() };
    format!("delight run {file} --trials {} --seed {} --sampling {}{lens}", f.trials, f.seed, f.sampling)
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/' | '-' | '\\' | ':');
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_signs_of_the_shell_is_quoted() {
        assert_eq!(quoted("cases/hotel.toml"), "cases/hotel.toml");
        assert_eq!(quoted("my case.toml"), "'my case.toml'");
        assert_eq!(quoted("a'; rm -r b"), "'a'\\''; rm -r b'");
    }
}
