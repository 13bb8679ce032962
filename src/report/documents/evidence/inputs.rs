//! The inputs of the model and the facts they rest on.

use crate::documents::ledger::split;
use delight_model::evidence::{Fact, cited, rests_on};
use delight_model::scenario::{Assumption, Value, embedded, presets, table_order};

/// Which of the embedded layers gives a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The defaults, which hold where nothing else does.
    Defaults,
    /// The preset of this name.
    Preset(&'static str),
}

impl Layer {
    /// `default` or `preset hotel`.
    pub fn label(self) -> String {
        match self {
            Layer::Defaults => "default".to_owned(),
            Layer::Preset(name) => format!("preset {name}"),
        }
    }
}

/// A value that the program brings with it.
#[derive(Clone, Debug)]
pub struct Given {
    /// The layer that gives it.
    pub layer: Layer,
    /// The input, its distribution and its provenance.
    pub assumption: Assumption,
}

impl Given {
    /// P10, median and P90, in the unit of the input; none where it is computed from other inputs.
    pub fn quantiles(&self) -> Option<[f64; 3]> {
        match &self.assumption.value {
            Value::Drawn(d) => Some([d.quantile(0.1), d.median(), d.quantile(0.9)]),
            Value::Sum(_) => None,
        }
    }

    /// Its source, in the words of whoever gave it.
    pub fn source(&self) -> &str {
        self.assumption.provenance.source.as_deref().unwrap_or_default()
    }

    /// The letter of its grade, or a dash.
    pub fn grade(&self) -> &'static str {
        self.assumption.provenance.grade.map_or("-", delight_model::evidence::Grade::letter)
    }

    /// The facts that its source names.
    pub fn cited(&self) -> Vec<&'static Fact> {
        cited(self.source())
    }
}

/// Every default, in the order in which people fill a scenario in.
pub fn defaults() -> Vec<Given> {
    of(Layer::Defaults, None)
}

/// Every value that the program brings with it: the defaults first, then preset by preset.
pub fn given() -> Vec<Given> {
    let presets = presets::names().into_iter().flat_map(|name| of(Layer::Preset(name), Some(name)));
    defaults().into_iter().chain(presets).collect()
}

fn of(layer: Layer, preset: Option<&str>) -> Vec<Given> {
    let mut all: Vec<Given> = embedded(preset).into_iter().map(|assumption| Given { layer, assumption }).collect();
    all.sort_by_key(|given| table_order(split(&given.assumption.path).0));
    all
}

/// A value that rests on a fact.
#[derive(Clone, Debug)]
pub struct Use<'a> {
    /// The value.
    pub given: &'a Given,
    /// The fact through which it does, where its source names another that rests on this one.
    pub via: Option<&'static Fact>,
}

/// The values that rest on this fact, directly or through another.
pub fn users<'a>(fact: &Fact, all: &'a [Given]) -> Vec<Use<'a>> {
    all.iter()
        .filter_map(|given| {
            let cited = given.cited();
            if cited.iter().any(|c| c.id == fact.id) {
                return Some(Use { given, via: None });
            }
            let via = cited.into_iter().find(|c| rests_on(c, &fact.id))?;
            Some(Use { given, via: Some(via) })
        })
        .collect()
}
