//! Why a question has no answer, as the page shows it: place, rule, remedy, in the reader's words.

use delight_model::scenario::{Diagnostic, Diagnostics, ScenarioError};
use delight_report::words::Words;
use serde_json::{Value, json};

/// Why a question has no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The page asks wrongly; in English, for whoever writes it.
    Question(String),
    /// A file is wrong.
    Case(ScenarioError),
    /// What the reader set makes no valid case.
    Changes(ScenarioError),
    /// What the reader set cannot be set; in the reader's words.
    Set(String),
    /// There is no result; in English, as the program says it.
    Trials(String),
}

impl Refusal {
    /// The answer that says so.
    pub(super) fn told(&self, words: Words) -> Value {
        match self {
            Refusal::Question(message) => plain("question", message.clone()),
            Refusal::Set(message) => plain("changes", message.clone()),
            Refusal::Trials(message) => plain("trials", words.message(message)),
            Refusal::Case(error) => of_scenario("case", error, words),
            Refusal::Changes(error) => of_scenario("changes", error, words),
        }
    }

    /// What is wrong, in one text.
    pub(super) fn message(&self, words: Words) -> String {
        self.told(words)["error"]["message"].as_str().unwrap_or_default().to_owned()
    }
}

fn plain(kind: &str, message: String) -> Value {
    json!({"error": {"kind": kind, "message": message, "diagnostics": [], "more": 0}})
}

fn of_scenario(kind: &str, error: &ScenarioError, words: Words) -> Value {
    let ScenarioError::Invalid(all) = error else { return plain(kind, words.unread(error)) };
    let told: Vec<Value> = all.list.iter().map(|one| diagnostic(one, all, words)).collect();
    let mut lines: Vec<String> = told.iter().filter_map(|one| one["message"].as_str().map(str::to_owned)).collect();
    if all.more > 0 {
        lines.push(words.say_with("error-more", &[("more", &all.more.to_string())]));
    }
    json!({"error": {"kind": kind, "message": lines.join("\n"), "diagnostics": told, "more": all.more}})
}

fn diagnostic(one: &Diagnostic, all: &Diagnostics, words: Words) -> Value {
    let rule = words.rule(one);
    let fix = one.fix.as_deref().map(|fix| words.message(fix));
    let place = match one.line {
        0 => one.file.clone(),
        line => format!("{}:{line}:{}", one.file, one.column),
    };
    let found = (!one.found.is_empty()).then(|| words.say_with("error-found", &[("found", &one.found)]));
    let key = (!one.key.is_empty()).then(|| one.key.clone());
    let title = [key, found, Some(rule.clone())].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let message = fix.iter().fold(format!("{place}: {title}"), |said, fix| format!("{said}; {fix}"));
    let line_text = one.line.checked_sub(1).and_then(|line| all.source(&one.file)?.lines().nth(line));
    json!({
        "file": one.file, "line": one.line, "column": one.column, "key": one.key, "found": one.found,
        "rule": rule, "fix": fix, "line_text": line_text, "message": message,
    })
}
