//! The columns of a scenario: what it assumes, then what the model draws by itself.

use crate::sampling::Distribution;
use crate::scenario::{Project, Scenario, Value};

/// The name of what the survey of a gate reads amiss.
pub const SURVEY: &str = "programme.gate.survey";

/// The name of the delivery draw.
pub const LUCK: &str = "programme.delivery";

/// Name and value of every column: the assumptions, then what the model draws by itself.
pub(super) fn columns(scenario: &Scenario) -> Vec<(String, Value)> {
    let mut columns: Vec<_> = scenario.assumptions().iter().map(|a| (a.path.clone(), a.value.clone())).collect();
    if let Project::Chain(case) = &scenario.project() {
        let certain = |x| Distribution::constant(x).expect("a finite number");
        let luck = match case.plan.delivery {
            Some(_) => certain(0.5),
            None => Distribution::uniform(0.0, 1.0).expect("0 is below 1"),
        };
        columns.push((LUCK.to_string(), Value::Drawn(luck)));
        let steady = scenario.point("market.volatility") == Some(0.0);
        for year in 1..=scenario.market_years() {
            let shock = if steady { certain(0.0) } else { Distribution::normal(0.0, 1.0).expect("a positive sd") };
            columns.push((format!("market.year.{year}"), Value::Drawn(shock)));
        }
        if case.has_survey() {
            columns.push((SURVEY.to_string(), Value::Drawn(Distribution::normal(0.0, 1.0).expect("a positive sd"))));
        }
    }
    columns
}
