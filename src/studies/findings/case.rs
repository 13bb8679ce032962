//! What was simulated: the facts of a case that stand at the head of every document.

use super::fingerprint;
use super::settable::InputError;
use delight_model::scenario::{DecisionRule, Horizon, Project, Scenario};
use serde::{Deserialize, Serialize};

/// What was simulated.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseFacts {
    /// Name.
    pub name: String,
    /// `chain` or `cash-flow`.
    pub kind: String,
    /// Currency of every amount.
    pub currency: String,
    /// Horizon.
    pub months: usize,
    /// What the net present value of the document counts: `case`, the horizon, or `run-off`, the months after it too.
    #[serde(default = "horizon")]
    pub horizon: String,
    /// When the case is worth doing: `mean`, `median`, or `loss <= 0.3`.
    #[serde(default = "rule")]
    pub rule: String,
    /// Calendar month of month 1, if the case names one.
    pub start: Option<String>,
    /// Preset it starts from.
    pub preset: Option<String>,
    /// Lens it is seen through.
    pub lens: String,
    /// Language of its results, if it names one: `en` or `nl`.
    pub lang: Option<String>,
    /// The scenario file, as it was named; none for a scenario that is only a text.
    pub file: Option<String>,
    /// Whether nobody pays for delight: no revenue depends on it, so that the case is judged by what it gives for its cost.
    #[serde(default)]
    pub nobody_pays: bool,
    /// Fingerprint of all that decides the results of the scenario but the seed.
    pub scenario: String,
}

/// What the net present value of a case counts: that of a case without run-off is always that of its horizon.
fn horizon_of(scenario: &Scenario) -> Horizon {
    if scenario.run_off_months() == 0 { Horizon::Case } else { scenario.horizon() }
}

fn rule() -> String {
    DecisionRule::default().to_string()
}

fn horizon() -> String {
    Horizon::Case.name().to_owned()
}

/// Checks that no two cases that stand side by side have the same name.
///
/// # Errors
/// [`InputError::SameName`].
pub fn different_names(scenarios: &[Scenario]) -> Result<(), InputError> {
    let same = (1..scenarios.len()).find(|k| scenarios[..*k].iter().any(|other| other.name() == scenarios[*k].name()));
    match same {
        Some(k) => Err(InputError::SameName(scenarios[k].name().to_owned())),
        None => Ok(()),
    }
}

/// Whether no revenue of a case depends on delight: a public organisation.
pub fn nobody_pays(scenario: &Scenario) -> bool {
    matches!(scenario.project(), Project::Chain(_)) && scenario.point("customers.revenue_per_year") == Some(0.0)
}

impl CaseFacts {
    /// The facts of a case; `file` is left open.
    pub fn of(scenario: &Scenario) -> CaseFacts {
        CaseFacts {
            name: scenario.name().to_owned(),
            kind: if matches!(scenario.project(), Project::Chain(_)) { "chain" } else { "cash-flow" }.to_owned(),
            currency: scenario.currency().to_owned(),
            months: scenario.months(),
            horizon: horizon_of(scenario).name().to_owned(),
            rule: scenario.rule().to_string(),
            start: scenario.start().map(|s| format!("{:04}-{:02}", s.year, s.month)),
            preset: scenario.preset().map(str::to_owned),
            lens: scenario.lens().name().to_owned(),
            lang: scenario.language().map(|language| language.code().to_owned()),
            file: None,
            nobody_pays: nobody_pays(scenario),
            scenario: fingerprint(scenario),
        }
    }
}
