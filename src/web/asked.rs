//! The questions of a page, as it writes them.

use super::refusal::Refusal;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a page sets, by the ids of sliders or by paths of a scenario file.
pub(super) type Set = BTreeMap<String, Value>;

/// `presets`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Presets {
    pub lang: Option<String>,
}

/// `open`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Open {
    pub files: Option<BTreeMap<String, String>>,
    pub main: Option<String>,
    pub preset: Option<String>,
    pub lang: Option<String>,
    pub given: Option<Value>,
}

/// `start`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Start {
    #[serde(default)]
    pub set: Set,
    pub changes: Option<String>,
    pub seed: Option<u64>,
    pub trials: Option<u64>,
    pub lens: Option<String>,
}

/// `draw`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draw {
    pub until: u64,
}

/// `look`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    pub until: Option<u64>,
    #[serde(default)]
    pub figures: Vec<String>,
    pub width: Option<u32>,
    pub hold: Option<Value>,
    #[serde(default)]
    pub captioned: bool,
}

/// `keep` and `drop`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub name: String,
}

/// `moves`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moves {
    pub trials: Option<u64>,
    #[serde(default)]
    pub set: Set,
}

/// `shares`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trials {
    pub trials: Option<u64>,
}

/// `link`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    pub fragment: String,
}

/// A question without anything else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// The name of a question, and what it asks with.
pub(super) fn named(question: &str) -> Result<(String, Map<String, Value>), Refusal> {
    let mut asked: Map<String, Value> =
        serde_json::from_str(question).map_err(|e| Refusal::Question(format!("the question: {e}")))?;
    match asked.remove("ask") {
        Some(Value::String(name)) => Ok((name, asked)),
        _ => Err(Refusal::Question("a question has its name in \"ask\"".to_owned())),
    }
}

/// What a question asks with.
pub(super) fn with<T: DeserializeOwned>(name: &str, asked: Map<String, Value>) -> Result<T, Refusal> {
    serde_json::from_value(Value::Object(asked)).map_err(|e| Refusal::Question(format!("{name}: {e}")))
}
