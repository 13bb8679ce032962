//! The scenario to start from, in the language of who is to fill it in.

use super::Words;
use delight_model::scenario::{Language, TemplateWords, template, template_in};

impl Words {
    /// A commented scenario file that loads as it is, and whose results will be in this language.
    pub fn template(self, preset: Option<&str>) -> String {
        match self.language() {
            Language::English => template(preset),
            Language::Dutch => {
                let words = TemplateWords {
                    parts: include_str!("nl/template.txt"),
                    meaning: &|path, english| self.message(&self.meaning(path, english)),
                    unit: &|english| self.message(&self.unit(english)),
                    name: &|english| self.phrase(english),
                };
                template_in(preset, &words)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Scenario;

    #[test]
    fn a_template_in_dutch_is_the_same_case_with_results_in_dutch() {
        for preset in [None, Some("hotel"), Some("municipality")] {
            let [english, dutch] = Language::ALL.map(|language| Words::new(language).template(preset));
            let read = |text: &str| Scenario::from_text("t.toml", text).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(read(&dutch).language(), Some(Language::Dutch));
            let [english, dutch] = [english, dutch].map(|text| read(&text));
            assert_eq!(english.assumptions(), dutch.assumptions());
        }
    }

    #[test]
    fn both_languages_have_the_same_parts_and_explain_the_same_keys() {
        let keys = |text: &str| -> Vec<String> {
            let is_key = |line: &&str| line.starts_with("%% ") || line.trim_start_matches("# ").starts_with('[');
            // What stands behind a key is in the language of its reader.
            text.lines()
                .filter(is_key)
                .map(|line| line.split("  #").next().unwrap_or(line).trim_end().to_owned())
                .collect()
        };
        assert_eq!(keys(TemplateWords::ENGLISH.parts), keys(include_str!("nl/template.txt")));
        let tables = |language| keys(&Words::new(language).template(None)).len();
        assert!(tables(Language::Dutch) > 25 && tables(Language::Dutch) == tables(Language::English));
    }
}
