//! One entry of the library, and how its file writes it.

use super::grade::Graded;
use super::marks::{FactKind, Link, Verification};
use serde::{Deserialize, Serialize};

/// A fact: something published, claimed, derived or assumed, with all that is needed to doubt it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// Its name, such as `knight-2017`, `S13` or `D4k`.
    pub id: String,
    /// The kind of entry.
    pub kind: FactKind,
    /// The link of the chain it bears on.
    pub link: Link,
    /// What it says, in one sentence.
    pub statement: String,
    /// Its numbers; none where it is a matter of words.
    pub numbers: Vec<Number>,
    /// The distribution of a derivation, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distribution: Option<String>,
    /// Where, of whom and of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// Year or years, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// Who says so.
    pub source: String,
    /// The keys of what it cites in the bibliography.
    pub cites: Vec<String>,
    /// How far it was verified.
    pub verification: Verification,
    /// Where it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// Grade of the evidence.
    pub grade: Graded,
    /// What is wrong with it, or what checking showed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub critique: Option<String>,
    /// The entries it rests on or goes back to.
    pub rests_on: Vec<String>,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// What is counted, where a fact has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The value as it is given: a number, a range, or several in the order that `of` says.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Its own grade, where it differs from that of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Graded>,
    /// Its own verification, where it differs from that of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
    /// Its own source, where it differs from that of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A file of facts; what it says at the top holds for every entry that does not say otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: FactKind,
    link: Link,
    source: Option<String>,
    verification: Option<Verification>,
    grade: Option<Graded>,
    fact: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: Option<FactKind>,
    link: Option<Link>,
    statement: String,
    #[serde(default)]
    numbers: Vec<Number>,
    distribution: Option<String>,
    context: Option<String>,
    year: Option<String>,
    source: Option<String>,
    #[serde(default)]
    cites: Vec<String>,
    verification: Option<Verification>,
    seen: Option<String>,
    grade: Option<Graded>,
    critique: Option<String>,
    #[serde(default)]
    rests_on: Vec<String>,
}

/// The facts of a file.
///
/// # Errors
/// What is wrong with the text, or which entry lacks source, verification or grade.
pub(super) fn read(text: &str) -> Result<Vec<Fact>, String> {
    let mut file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    let entries = std::mem::take(&mut file.fact);
    entries.into_iter().map(|entry| fact(entry, &file)).collect()
}

fn fact(entry: Entry, file: &File) -> Result<Fact, String> {
    let lacks = |what: &str| format!("{} has no {what}", entry.id);
    Ok(Fact {
        kind: entry.kind.unwrap_or(file.kind),
        link: entry.link.unwrap_or(file.link),
        source: entry.source.or_else(|| file.source.clone()).ok_or_else(|| lacks("source"))?,
        verification: entry.verification.or(file.verification).ok_or_else(|| lacks("verification"))?,
        grade: entry.grade.or_else(|| file.grade.clone()).ok_or_else(|| lacks("grade"))?,
        id: entry.id,
        statement: entry.statement,
        numbers: entry.numbers,
        distribution: entry.distribution,
        context: entry.context,
        year: entry.year,
        cites: entry.cites,
        seen: entry.seen,
        critique: entry.critique,
        rests_on: entry.rests_on,
    })
}
