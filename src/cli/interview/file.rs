//! The answers of an interview as a scenario file.

use super::Answers;
use crate::evidence::{Group, questionnaire};
use std::fmt::Write;

const OPENING: &str = "\
# A self-assessment of service excellence: scores from 0 to 10.
# `delight assess` on this file shows what follows from it. A case uses it by naming this file: base = \"<this file>\".
";

impl Answers {
    /// A scenario file with the answers, and with a preset so that it is a case too; none if nothing was answered.
    pub fn scenario(&self, preset: Option<&str>) -> Option<String> {
        let mut out = String::from(OPENING);
        if let Some(preset) = preset {
            out.push_str(&format!("\n[case]\npreset = \"{preset}\"\n"));
        }
        let before = out.len();
        for group in [Group::Shifts, Group::Feedback, Group::Vision] {
            self.table(&mut out, group);
        }
        for (name, share) in &self.values {
            // A string of JSON is one of TOML too.
            let name = serde_json::Value::from(name.as_str());
            let _ = write!(out, "\n[[assessment.vision.values]]\nname = {name}\nrecognised = {share}\n");
        }
        self.table(&mut out, Group::Basics);
        (out.len() > before).then_some(out)
    }

    /// The answers of one table, each with its question; nothing if it has none.
    fn table(&self, out: &mut String, group: Group) {
        let mut heading = format!("\n[{}]\n", group.table());
        for (item, answer) in questionnaire().items.iter().zip(&self.scores) {
            if let Some(answer) = answer.as_ref().filter(|_| item.group == group) {
                // Writing to a string cannot fail.
                let _ =
                    writeln!(out, "{}{} = {answer}  # {}", std::mem::take(&mut heading), item.key, item.en.question);
            }
        }
    }
}
