//! The library of facts: embedded, read once, looked up by name.

use super::fact::{Fact, read};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The files, in the order in which a reader meets them.
const FILES: [&str; 21] = [
    include_str!("facts/programme.toml"),
    include_str!("facts/employees.toml"),
    include_str!("facts/experience.toml"),
    include_str!("facts/connection.toml"),
    include_str!("facts/loyalty.toml"),
    include_str!("facts/advocacy.toml"),
    include_str!("facts/revenue.toml"),
    include_str!("facts/cost.toml"),
    include_str!("facts/value.toml"),
    include_str!("facts/public.toml"),
    include_str!("facts/claims.toml"),
    include_str!("facts/claims-cases.toml"),
    include_str!("facts/statements.toml"),
    include_str!("facts/method.toml"),
    include_str!("facts/derivations-programme.toml"),
    include_str!("facts/derivations-employees.toml"),
    include_str!("facts/derivations-experience.toml"),
    include_str!("facts/derivations-behaviour.toml"),
    include_str!("facts/derivations-checks.toml"),
    include_str!("facts/constants.toml"),
    include_str!("facts/sector.toml"),
];

static FACTS: LazyLock<Vec<Fact>> = LazyLock::new(|| {
    // The files are part of the program, and a test reads each of them.
    FILES.into_iter().flat_map(|text| read(text).expect("embedded facts are well formed")).collect()
});

static GUIDE: LazyLock<Guide> =
    // As above.
    LazyLock::new(|| toml::from_str(include_str!("guide.toml")).expect("the embedded guide is well formed"));

/// How to read the library.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The rules that keep the model honest.
    pub rules: Vec<String>,
    /// What is missing or doubtful.
    pub gaps: Vec<String>,
    /// What to measure, most useful first.
    pub measure: Vec<Measurement>,
}

/// Something to measure, and the derivations it replaces.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// What to do.
    pub what: String,
    /// The entries it replaces.
    pub replaces: Vec<String>,
}

/// Every fact.
pub fn facts() -> &'static [Fact] {
    &FACTS
}

/// How to read them.
pub fn guide() -> &'static Guide {
    &GUIDE
}

/// The fact of this id; capitals do not matter.
pub fn fact(id: &str) -> Option<&'static Fact> {
    facts().iter().find(|fact| fact.id.eq_ignore_ascii_case(id))
}

/// The ids that a source names: those before its first colon or semicolon, with commas between them (`A1a, S24: …`).
///
/// Words that are not ids are given too; [`cited`] leaves them out.
pub fn named(source: &str) -> impl Iterator<Item = &str> {
    source.split([':', ';']).next().unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// The facts that a source names.
pub fn cited(source: &str) -> Vec<&'static Fact> {
    named(source).filter_map(|name| facts().iter().find(|fact| fact.id == name)).collect()
}

/// The facts that rest on this one directly.
pub fn built_on(id: &str) -> Vec<&'static Fact> {
    facts().iter().filter(|fact| fact.rests_on.iter().any(|other| other == id)).collect()
}

/// Whether a fact is this one, or rests on it, directly or by others.
pub fn rests_on(fact: &Fact, id: &str) -> bool {
    let (mut open, mut seen) = (vec![fact.id.as_str()], Vec::new());
    while let Some(name) = open.pop() {
        if name == id {
            return true;
        }
        if !seen.contains(&name) {
            seen.push(name);
            open.extend(facts().iter().filter(|f| f.id == name).flat_map(|f| &f.rests_on).map(String::as_str));
        }
    }
    false
}
