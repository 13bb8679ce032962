//! What a scenario was read from: its file, the files that this names, the lens, and what was changed since.

use super::files::{FileError, Files, NoFiles, OpenedFile};
use super::node::parse;
use super::samples::SamplesRead;
use crate::evidence::Lens;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// All that a scenario was read from; it reads the same at any time.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub first: OpenedFile,
    pub files: Arc<Kept>,
    /// Samples that were read from them.
    pub samples: Arc<SamplesRead>,
    /// The lens that was asked for, if any.
    pub lens: Option<Lens>,
    pub changes: Changes,
}

impl Source {
    pub(super) fn new(first: OpenedFile, files: Arc<dyn Files>, lens: Option<Lens>) -> Self {
        let files = Arc::new(Kept { seen: Mutex::default(), then: files });
        Source { first, files, samples: Arc::default(), lens, changes: Changes::default() }
    }

    /// A text without a folder; `name` is what its messages call it.
    pub(super) fn of_text(name: &str, text: &str) -> Self {
        let first = OpenedFile { name: name.to_owned(), identity: name.to_owned(), text: text.to_owned() };
        Source::new(first, Arc::new(NoFiles), None)
    }

    /// The same through another lens.
    pub(super) fn through(&self, lens: Option<Lens>) -> Self {
        Source { lens, ..self.clone() }
    }

    /// The same with one more change.
    pub(super) fn with(&self, path: &str, text: &str) -> Self {
        Source { changes: self.changes.with(path, text), ..self.clone() }
    }
}

/// Files as they were when they were first opened.
pub(super) struct Kept {
    seen: Mutex<BTreeMap<[String; 2], OpenedFile>>,
    then: Arc<dyn Files>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}

impl Files for Kept {
    fn open(&self, from: &str, relative: &str, limit: u64) -> Result<OpenedFile, FileError> {
        let key = [from.to_owned(), relative.to_owned()];
        // What stands in the map is whole, whatever happened to a thread that held it.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = seen.get(&key) {
            return Ok(opened.clone());
        }
        let opened = self.then.open(from, relative, limit)?;
        seen.insert(key, opened.clone());
        Ok(opened)
    }
}

/// The name of the layer of changes, in messages and in the places of assumptions.
pub(super) const YOUR_CHANGES: &str = "your changes";

/// What was changed since the files were read: keys of a scenario and their values, as one would write them there.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Vec<(String, String)>);

impl Changes {
    fn with(&self, path: &str, text: &str) -> Self {
        let below = format!("{path}.");
        let is_above = |key: &str| path.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
        let gives_way = |(key, text): &&(String, String)| {
            key == path || key.starts_with(&below) || (is_above(key) && !text.starts_with('{'))
        };
        let kept = self.0.iter().filter(|change| !gives_way(change));
        Changes(kept.cloned().chain([(path.to_owned(), text.trim().to_owned())]).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes as a scenario file, one line each.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for (path, text) in &self.0 {
            let keys: Vec<String> = keys(path).into_iter().map(key).collect();
            let value = if is_value(text) { text.clone() } else { quoted(text) };
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{} = {value}", keys.join("."));
        }
        out
    }
}

/// The keys of a path. A cost line and a flow have names of their own, which may hold dots.
fn keys(path: &str) -> Vec<&str> {
    if let Some(name) = path.strip_prefix("programme.costs.") {
        return vec!["programme", "costs", name];
    }
    if let Some((name, key)) = path.strip_prefix("flows.").and_then(|rest| rest.rsplit_once('.')) {
        return vec!["flows", name, key];
    }
    path.split('.').collect()
}

fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    if is_bare { name.to_owned() } else { quoted(name) }
}

/// Whether a text is a value of TOML by itself: a number, `true`, a list, a table, a text in quotes.
fn is_value(text: &str) -> bool {
    let (members, errors) = parse(&format!("v = {text}\n"));
    errors.is_empty() && matches!(&members[..], [only] if only.key == "v")
}

/// A text in quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(changes: &[(&str, &str)]) -> String {
        changes.iter().fold(Changes::default(), |all, (path, text)| all.with(path, text)).text()
    }

    #[test]
    fn a_change_is_written_as_in_a_file() {
        assert_eq!(text(&[("customers.annual_churn", "30% to 40%")]), "customers.annual_churn = \"30% to 40%\"\n");
        assert_eq!(text(&[("case.months", "48")]), "case.months = 48\n");
        assert_eq!(text(&[("case.start", "2027-01")]), "case.start = \"2027-01\"\n");
        let sourced = "{ value = \"35%\", source = \"own\" }";
        assert_eq!(text(&[("customers.annual_churn", sourced)]), format!("customers.annual_churn = {sourced}\n"));
        assert_eq!(text(&[("programme.costs.a. b", "1k")]), "programme.costs.\"a. b\" = \"1k\"\n");
        assert_eq!(text(&[("flows.v1.2.amount", "5")]), "flows.\"v1.2\".amount = 5\n");
    }

    #[test]
    fn no_text_says_more_than_one_value() {
        for text in ["1\n[case]\nmonths = 12", "1\nx = 2", "\"", "1 \"", "a\"\nb = \"c"] {
            assert!(!is_value(text), "{text}");
            let (members, errors) = parse(&format!("v = {}", quoted(text)));
            assert!(errors.is_empty() && members.len() == 1, "{text}: {errors:?}");
        }
    }

    #[test]
    fn the_last_change_of_a_key_holds_and_replaces_those_below_it_and_a_value_above_it() {
        assert_eq!(text(&[("a.b", "1"), ("a.c", "2"), ("a.b", "3")]), "a.c = 2\na.b = 3\n");
        assert_eq!(text(&[("a.b", "1"), ("a", "[]")]), "a = []\n");
        assert_eq!(text(&[("a", "1"), ("a.b", "2")]), "a.b = 2\n");
        assert_eq!(text(&[("a", "{ c = 1 }"), ("a.b", "2")]), "a = { c = 1 }\na.b = 2\n");
    }
}
