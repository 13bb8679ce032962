//! What a command found of a case beforehand and puts into its page, so that the page need not.

use super::moves;
use super::refusal::Refusal;
use delight_model::scenario::Scenario;
use delight_report::words::Words;
use delight_studies::improve::Improvement;
use delight_studies::run::Drivers;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// How much of the spread of the value inputs explain.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Share {
    /// An input, or several that go together.
    pub paths: Vec<String>,
    /// Share of the variance, 0 to 1.
    pub share: f64,
}

/// What is known of a case beforehand.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    /// The shares, the largest first.
    #[serde(default)]
    pub shares: Vec<Share>,
    /// What makes it pay, as `moves` answers.
    #[serde(default)]
    pub moves: Option<Value>,
}

impl Given {
    pub(super) fn read(given: Option<Value>) -> Result<Given, Refusal> {
        let Some(given) = given else { return Ok(Given::default()) };
        serde_json::from_value(given).map_err(|e| Refusal::Question(format!("given: {e}")))
    }
}

/// The shares of what drives a case.
pub(super) fn shares(drivers: &Drivers) -> Vec<Share> {
    let paths = |name: &delight_studies::findings::Name| match name.bundle.is_empty() {
        true => vec![name.path.clone()],
        false => name.bundle.iter().map(|member| member.path.clone()).collect(),
    };
    let one =
        |of: &delight_studies::run::DriverShare| Share { paths: paths(&of.input.name), share: of.variance_share.value };
    drivers.shares.iter().chain(&drivers.rest).map(one).collect()
}

/// What `open` takes as `given`: what drives a case and what makes it pay, as far as it was looked for, with the case it was looked for in.
pub fn given(drivers: Option<&Drivers>, improvement: Option<(&Improvement, &Scenario)>, words: Words) -> Value {
    let shares = drivers.map(shares).unwrap_or_default();
    json!({"shares": shares, "moves": improvement.map(|(found, scenario)| moves::told(found, scenario, words)["moves"].clone())})
}
