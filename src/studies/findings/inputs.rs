//! The uncertain inputs of a case: what an analysis says of each, and where it stands among the draws.

use super::links::{Link, Standing};
use delight_model::scenario::{Assumption, Scenario, Value};
use delight_model::simulate::{LUCK, SURVEY, Sample};
use serde::{Deserialize, Serialize};

/// What an input is called: enough to say it in any language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// Name of the case it belongs to, where several are spoken of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Path in the scenario file.
    pub path: String,
    /// What it means, in English.
    pub english: String,
    /// Its key, where other numbers of the case mean the same of something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<String>,
    /// The names of all inputs that are meant, where several go together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bundle: Vec<Name>,
}

/// What a reader must know of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputFacts {
    /// Path in the scenario file; `programme.delivery` for the delivery draw, `market.year.1`… for the market's shocks.
    pub path: String,
    /// What it means, in English.
    pub meaning: String,
    /// What it is called.
    pub name: Name,
    /// Unit of its values.
    pub unit: String,
    /// Grade of its evidence, `A` to `D`; `ungraded`; `chance` for what nobody can know beforehand.
    pub grade: String,
    /// Link of the effect chain: `excellence`, `employees`, … `value`.
    pub link: String,
    /// A tenth of its draws lie below.
    #[serde(deserialize_with = "delight_model::statistics::or_nan")]
    pub p10: f64,
    /// Half of its draws lie below.
    #[serde(deserialize_with = "delight_model::statistics::or_nan")]
    pub p50: f64,
    /// A tenth of its draws lie above.
    #[serde(deserialize_with = "delight_model::statistics::or_nan")]
    pub p90: f64,
}

/// An uncertain input.
#[derive(Clone, Debug)]
pub struct Uncertain {
    /// Its column among the draws.
    pub place: usize,
    /// Its link of the chain.
    pub link: Link,
    /// How well it is known.
    pub standing: Standing,
    /// What a reader must know of it.
    pub facts: InputFacts,
}

impl Uncertain {
    /// Whether it could be measured before the decision.
    pub fn can_be_known(&self) -> bool {
        self.standing != Standing::Chance
    }
}

/// The inputs that differ from trial to trial, in the order of the draws.
pub fn uncertain(sample: &Sample) -> Vec<Uncertain> {
    sample.places().iter().filter_map(|&place| of_place(sample, place)).collect()
}

fn of_place(sample: &Sample, place: usize) -> Option<Uncertain> {
    let path = sample.names().get(place)?;
    let distribution = sample.distribution(place)?;
    let link = Link::of(path);
    if place < sample.scenario().assumptions().len() {
        let standing = standing(&sample.scenario().assumptions()[place]);
        return Some(Uncertain { place, link, standing, facts: of_assumption(sample.scenario(), place) });
    }
    let (meaning, unit) = drawn_by_the_model(path);
    let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|level| distribution.quantile(level));
    let standing = Standing::Chance;
    let (grade, path) = (standing.key().into(), path.clone());
    let name = Name { path: path.clone(), english: meaning.clone(), ..Name::default() };
    let facts = InputFacts { path, meaning, name, unit, grade, link: link.key().into(), p10, p50, p90 };
    Some(Uncertain { place, link, standing, facts })
}

/// What a reader must know of the assumption at this place of a case, uncertain or fixed.
///
/// # Panics
/// If the case has no such place.
pub fn of_assumption(scenario: &Scenario, place: usize) -> InputFacts {
    let assumption = &scenario.assumptions()[place];
    let [p10, p50, p90] = match &assumption.value {
        Value::Drawn(d) => [0.1, 0.5, 0.9].map(|level| d.quantile(level)),
        Value::Sum(_) => [f64::NAN; 3],
    };
    let name = name(assumption, scenario);
    InputFacts {
        path: assumption.path.clone(),
        meaning: name.in_english(),
        name,
        unit: assumption.unit.clone(),
        grade: standing(assumption).key().into(),
        link: Link::of(&assumption.path).key().into(),
        p10,
        p50,
        p90,
    }
}

/// P1 and P99 of an uncertain assumption; none of a fixed one.
pub fn tails(scenario: &Scenario, place: usize) -> Option<[f64; 2]> {
    match &scenario.assumptions()[place].value {
        Value::Drawn(d) if !d.is_constant() => Some([d.quantile(0.01), d.quantile(0.99)]),
        _ => None,
    }
}

fn standing(assumption: &Assumption) -> Standing {
    assumption.provenance.grade.map_or(Standing::Ungraded, Standing::Graded)
}

/// What an assumption of a case is called.
pub fn name(assumption: &Assumption, scenario: &Scenario) -> Name {
    let same = |a: &Assumption| a.path != assumption.path && a.meaning == assumption.meaning;
    let key = assumption.path.rsplit('.').next().unwrap_or_default();
    let apart = scenario.assumptions().iter().any(same).then(|| key.to_owned());
    Name { path: assumption.path.clone(), english: assumption.meaning.clone(), apart, ..Name::default() }
}

impl Name {
    /// The name of a cost line, if it is one.
    pub fn cost(&self) -> Option<&str> {
        self.path.strip_prefix("programme.costs.")
    }

    /// The name of a flow and the key of its number, if it is one.
    pub fn flow(&self) -> Option<(&str, &str)> {
        self.path.strip_prefix("flows.")?.rsplit_once('.')
    }

    /// The year of a shock to the market, if it is one.
    pub fn market_year(&self) -> Option<&str> {
        self.path.strip_prefix("market.year.")
    }

    fn in_english(&self) -> String {
        if let Some(cost) = self.cost() {
            return format!("cost of {cost}");
        }
        if let Some((flow, key)) = self.flow() {
            return format!("{flow}: {key}");
        }
        match &self.apart {
            Some(key) => format!("{} ({key})", self.english),
            None => self.english.clone(),
        }
    }
}

fn drawn_by_the_model(path: &str) -> (String, String) {
    if path == LUCK {
        return ("the luck of delivery: full, partial, harmful, none".into(), "rank of the draw, 0 to 1".into());
    }
    if path == SURVEY {
        return ("what the survey of the gate reads amiss".into(), "standard deviations".into());
    }
    let year = path.rsplit('.').next().unwrap_or_default();
    (format!("shock to the market in year {year}"), "standard deviations".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_meaning_are_told_apart_by_their_key() {
        let text = "[case]\nname = \"x\"\npreset = \"hotel\"\n";
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let of = |path: &str| name(scenario.assumption(path).expect("an input of the model"), &scenario).in_english();
        assert_eq!(of("excellence.now.vision"), "maturity of this element today (vision)");
        assert_eq!(of("customers.annual_churn"), "customers who leave in a year");
        let mut seen: Vec<String> = scenario.assumptions().iter().map(|a| name(a, &scenario).in_english()).collect();
        seen.sort();
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "{seen:?}");
    }
}
