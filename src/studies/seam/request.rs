//! How to draw, and what else is asked through the seam.

use super::error::SeamError;
use delight_model::evidence::Lens;
use delight_model::sampling::Sampling;
use delight_model::scenario::{Horizon, Scenario};
use delight_model::simulate::{MOST_SAMPLE_TRIALS, Settings};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// How to draw, and what else is asked.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    pub trials: Option<u64>,
    pub seed: Option<u64>,
    #[serde(default, deserialize_with = "word")]
    pub sampling: Option<Sampling>,
    #[serde(default, deserialize_with = "word")]
    pub lens: Option<Lens>,
    /// What a study asks for besides.
    #[serde(flatten)]
    pub more: BTreeMap<String, Value>,
}

fn word<'a, T: FromStr<Err: Display>, D: Deserializer<'a>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let word: Option<String> = Option::deserialize(deserializer)?;
    word.map(|word| word.parse().map_err(D::Error::custom)).transpose()
}

/// Reads a request.
pub(super) fn read<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, SeamError> {
    serde_json::from_str(text).map_err(|e| SeamError::Request(format!("{what}: {e}")))
}

impl Asked {
    /// The settings of a run: as asked, else those of the case and the command line.
    pub(super) fn settings(&self, scenario: &Scenario, trials: u64) -> Settings {
        Settings {
            sampling: self.sampling.unwrap_or_default(),
            seed: self.seed.unwrap_or_else(|| scenario.seed()),
            trials: self.trials.unwrap_or(trials),
        }
    }

    /// The same for what is kept in memory.
    pub(super) fn few(&self, scenario: &Scenario, trials: u64) -> Result<Settings, SeamError> {
        let settings = self.settings(scenario, trials);
        match settings.trials {
            128..=MOST_SAMPLE_TRIALS => Ok(settings),
            other => Err(SeamError::Request(format!(
                "the settings: \"trials\" must be from 128 to {MOST_SAMPLE_TRIALS}, since they are kept in memory, found {other}"
            ))),
        }
    }

    /// What a study is to judge by, which is then no longer among what else is asked.
    pub(super) fn horizon(&mut self) -> Result<Horizon, SeamError> {
        let refused = |rule: &dyn Display| SeamError::Request(format!("the settings: \"horizon\": {rule}"));
        match self.more.remove("horizon") {
            None | Some(Value::Null) => Ok(Horizon::default()),
            Some(Value::String(word)) => word.parse().map_err(|rule: String| refused(&rule)),
            Some(other) => Err(refused(&format!("it must be a text, found {other}"))),
        }
    }

    /// What else is asked.
    pub(super) fn more<T: DeserializeOwned>(&self) -> Result<T, SeamError> {
        let more = Value::Object(self.more.clone().into_iter().collect());
        serde_json::from_value(more).map_err(|e| SeamError::Request(format!("the settings: {e}")))
    }
}
