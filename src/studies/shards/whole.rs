//! The run that shards are parts of: all that decides what its trials are.

use crate::findings::fingerprint;
use delight_model::evidence::Lens;
use delight_model::scenario::{Case, MOST_SCENARIO_BYTES, Sources, hidden_letter};
use delight_model::simulate::Settings;
use serde::{Deserialize, Serialize};

/// The run that a shard is a part of. Shards whose runs are equal belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WholeRun {
    /// Fingerprint of all that decides the results.
    pub scenario: String,
    /// How all its trials are drawn, and how many they are.
    pub settings: Settings,
    /// The lens that was asked for, if any.
    pub lens: Option<Lens>,
    /// Values that were put in place of the scenario's: path and text.
    pub set: Vec<(String, String)>,
    /// The case, letter by letter.
    pub sources: Sources,
}

impl WholeRun {
    /// The case, read again from its sources.
    ///
    /// # Errors
    /// Why this version of the program reads no such case from them.
    pub fn case(&self) -> Result<Case, String> {
        let (first, files) = self.sources.opened().ok_or("it does not hold the file of its case")?;
        if first.text.len() as u64 > MOST_SCENARIO_BYTES {
            return Err("the file of its case is larger than any".to_owned());
        }
        let case = Case::from_file(first, files, self.lens).map_err(|e| e.to_string())?;
        let with = |case: Case, (path, text): &(String, String)| case.with(path, text);
        let case = self.set.iter().try_fold(case, with).map_err(|e| e.to_string())?;
        match fingerprint(case.scenario()) == self.scenario {
            true => Ok(case),
            false => Err("its files do not say what it was computed from".to_owned()),
        }
    }

    /// The command that computes a range of it.
    pub fn command(&self, from: u64, to: u64) -> String {
        let Settings { sampling, seed, trials } = self.settings;
        let mut words = vec!["delight shard".to_owned(), quoted(&self.sources.main)];
        words.push(format!("--trials {trials} --seed {seed} --sampling {sampling}"));
        words.extend(self.lens.map(|lens| format!("--lens {lens}")));
        words.extend(self.set.iter().map(|(path, text)| format!("--set {}", quoted(&format!("{path}={text}")))));
        words.push(format!("--range {from}:{to} --out {from}-{to}.shard"));
        words.join(" ")
    }
}

/// A word as shells take it, without what a screen would not show.
fn quoted(word: &str) -> String {
    let is_shown = |c: char| !c.is_control() && hidden_letter(&c.to_string()).is_none();
    let word: String = word.chars().map(|c| if is_shown(c) { c } else { '\u{fffd}' }).collect();
    let is_plain = |c: char| c.is_alphanumeric() || "._-/=%+:,".contains(c);
    if word.chars().all(is_plain) { word } else { format!("'{}'", word.replace('\'', r"'\''")) }
}
