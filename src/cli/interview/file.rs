//! The answers of an interview as a scenario file.

use super::{Answers, Score};
use delight_model::evidence::{Group, questionnaire};
use delight_report::words::Words;
use std::fmt::Write;

impl Answers {
    /// A scenario file with the answers, and with a preset so that it is a case too; none if nothing was answered.
    ///
    /// Its comments, with the question of each answer, are in the language of the words.
    pub fn scenario(&self, preset: Option<&str>, words: Words) -> Option<String> {
        let mut out = format!("# {}\n# {}\n", words.say("interview-file-title"), words.say("interview-file-use"));
        if let Some(preset) = preset {
            out.push_str(&format!("\n[case]\npreset = \"{preset}\"\n"));
        }
        let before = out.len();
        for group in [Group::Shifts, Group::Feedback, Group::Vision] {
            self.table(&mut out, group, words);
        }
        for (name, share) in &self.values {
            // A string of JSON is one of TOML too.
            let name = serde_json::Value::from(name.as_str());
            let _ = write!(out, "\n[[assessment.vision.values]]\nname = {name}\nrecognised = {share}\n");
        }
        self.table(&mut out, Group::Basics, words);
        (out.len() > before).then_some(out)
    }

    /// The answers of one table, each with its question; nothing if it has none.
    fn table(&self, out: &mut String, group: Group, words: Words) {
        let mut heading = format!("\n[{}]\n", group.table());
        for (item, answer) in questionnaire().items.iter().zip(&self.scores) {
            if let Some(Score { written, .. }) = answer.as_ref().filter(|_| item.group == group) {
                let question = &words.question(item).question;
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{}{} = {written}  # {question}", std::mem::take(&mut heading), item.key);
            }
        }
    }
}
