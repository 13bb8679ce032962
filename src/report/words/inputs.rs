//! Meanings and units of inputs: the English stands where the model names them, the Dutch in `nl/inputs.ftl`.

use super::{Words, formatted, own};
use delight_model::evidence::questionnaire;
use delight_model::scenario::Language;

impl Words {
    /// The meaning of an input, given its path and its meaning in English.
    ///
    /// Inputs of one table that mean the same share a text by the table's path. A cost line means what its name says; the names of the presets are translated. Of an answer to
    /// the self-assessment it is the question.
    pub fn meaning(self, path: &str, english: &str) -> String {
        let known = keys_of_meaning(path).iter().find_map(|key| self.translated(key));
        let asked =
            || Some(self.question(questionnaire().items.iter().find(|item| item.path() == path)?).question.clone());
        known.or_else(asked).unwrap_or_else(|| self.phrase(english))
    }

    /// A unit, given in English.
    pub fn unit(self, english: &str) -> String {
        self.translated(&key_of_unit(english)).unwrap_or_else(|| english.to_owned())
    }

    fn translated(self, key: &str) -> Option<String> {
        match self.language {
            Language::English => None,
            language => formatted(own(language), key, &[]),
        }
    }
}

/// `input-customers-count`, then `input-customers`; of a flow without its name.
fn keys_of_meaning(path: &str) -> Vec<String> {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    let of = |name: &str| format!("input-{}", name.replace('.', "-"));
    if path.starts_with("programme.costs.") {
        Vec::new()
    } else if path.starts_with("flows.") {
        vec![of(&format!("flows.{key}"))]
    } else {
        vec![of(path), of(table)]
    }
}

/// `share of customers a year` is `unit-share-of-customers-a-year`.
fn key_of_unit(english: &str) -> String {
    let words = english.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold("unit".to_owned(), |key, word| key + "-" + &word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tests::messages;
    use delight_model::scenario::{inputs, survey_catalogue, units};
    use std::collections::BTreeSet;

    const NL: Words = Words::new(Language::Dutch);

    /// The path of every input of the program, with `…` for the name of a flow.
    fn paths() -> Vec<String> {
        let named = inputs().into_iter().chain(survey_catalogue()).map(|input| input.path());
        named.chain(["flows.….amount", "flows.….growth"].map(str::to_owned)).collect()
    }

    /// The keys of a subject in Dutch that begin with `start`.
    fn dutch(start: &str) -> BTreeSet<String> {
        let all = messages(Language::Dutch).into_keys();
        all.filter(|key| key.starts_with(start)).collect()
    }

    #[test]
    fn every_input_has_a_dutch_meaning_and_every_dutch_meaning_an_input() {
        let missing: Vec<String> = paths().into_iter().filter(|path| NL.meaning(path, "").is_empty()).collect();
        assert!(missing.is_empty(), "without a meaning in nl/inputs.ftl: {missing:?}");
        let used: BTreeSet<String> = paths()
            .iter()
            .filter_map(|path| keys_of_meaning(path).into_iter().find(|key| NL.translated(key).is_some()))
            .collect();
        assert_eq!(used, dutch("input-"));
    }

    #[test]
    fn every_unit_is_in_dutch_too_under_a_key_of_its_own() {
        let keys: BTreeSet<String> = units().into_iter().map(key_of_unit).collect();
        assert_eq!(keys.len(), units().len(), "two units have one key");
        assert_eq!(keys, dutch("unit-"));
    }

    #[test]
    fn english_meanings_and_units_are_those_of_the_model() {
        let words = Words::new(Language::English);
        assert_eq!(words.meaning("customers.count", "customers today"), "customers today");
        assert_eq!(words.unit("share a year"), "share a year");
    }

    #[test]
    fn a_cost_line_keeps_its_name() {
        assert_eq!(NL.meaning("programme.costs.training", "training"), "training");
        assert_eq!(NL.meaning("flows.new system.growth", "growth"), NL.meaning("flows.x.growth", "growth"));
    }
}
