//! What is wrong with a file, in the words of its reader.

use super::Words;
use delight_model::scenario::{Diagnostic, Fault, ScenarioError};

impl Words {
    /// The rule that something breaks.
    pub fn rule(self, diagnostic: &Diagnostic) -> String {
        match &diagnostic.fault {
            Fault::Missing { meaning, unit, .. } => {
                let known = [self.meaning(&diagnostic.key, meaning), self.unit(unit)];
                let [meaning, unit] = known.map(|text| self.message(&text));
                self.say_with("error-missing", &[("meaning", &meaning), ("unit", &unit)])
            }
            Fault::MissingMany { lines, .. } => {
                let told = lines.iter().map(|line| format!("\n    {}", self.assignment(line, &diagnostic.key)));
                self.say_with("error-missing-many", &[("list", &told.collect::<String>())])
            }
            _ => self.message(&diagnostic.rule),
        }
    }

    /// `key = value  # meaning; unit` of a table, explained in these words.
    fn assignment(self, line: &str, table: &str) -> String {
        let explained = line.split_once("  # ").and_then(|(told, about)| Some((told, about.rsplit_once("; ")?)));
        let Some((told, (meaning, unit))) = explained else { return line.to_owned() };
        let key = told.split(" = ").next().unwrap_or_default().trim();
        format!("{told}  # {}; {}", self.meaning(&format!("{table}.{key}"), meaning), self.unit(unit))
    }

    /// Why there is no case where that is not one of its lines: why a file is not read, behind its name.
    pub fn unread(self, error: &ScenarioError) -> String {
        let english = error.to_string();
        let ScenarioError::File { why, .. } = error else { return self.message(&english) };
        let why = why.to_string();
        match english.strip_suffix(&why) {
            Some(place) => format!("{place}{}", self.message(&why)),
            None => english,
        }
    }
}
