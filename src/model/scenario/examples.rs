//! What to write instead: an example for every input, taken from the defaults and the presets.

use super::layer::node_at;
use super::node::{Member, Node, NodeValue, parse};
use super::presets;
use crate::evidence::PRIORS;
use crate::units::{Kind, Shape, Sort};
use std::sync::LazyLock;

/// The defaults.
pub(super) static DEFAULTS: LazyLock<Examples<'static>> = LazyLock::new(|| Examples::new(PRIORS));

static HOTEL: LazyLock<Examples<'static>> = LazyLock::new(|| Examples::new(presets::text("hotel").unwrap_or_default()));

/// A scenario text with its tree, read once for all that is looked up in it.
pub(super) struct Examples<'a> {
    text: &'a str,
    root: Vec<Member>,
}

impl<'a> Examples<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Examples { text, root: parse(text).0 }
    }

    /// What it says of an input, without its source.
    pub(super) fn written(&self, path: &str) -> Option<String> {
        let keys: Vec<&str> = path.split('.').collect();
        self.slice(node_at(&self.root, &keys)?)
    }

    /// The entries of a list of tables, each as its keys and values, without sources.
    pub(super) fn entries(&self, path: &[&str]) -> Vec<Vec<(String, String)>> {
        let Some(Node { value: NodeValue::List(entries), .. }) = node_at(&self.root, path) else { return Vec::new() };
        let assignments = |node: &Node| match &node.value {
            NodeValue::Table(members) => {
                members.iter().filter_map(|m| Some((m.key.clone(), self.slice(&m.node)?))).collect()
            }
            _ => Vec::new(),
        };
        entries.iter().map(assignments).collect()
    }

    fn slice(&self, node: &Node) -> Option<String> {
        self.text.get(value_of(node)?.span.clone()).map(str::to_owned)
    }
}

/// A value that the input may take, as it is written in a file.
pub(super) fn example(path: &str, kind: &Kind, sort: Sort) -> String {
    if matches!(sort, Sort::Ratio | Sort::Score) {
        return fitting(path, kind);
    }
    written(path).unwrap_or_else(|| match sort {
        Sort::Money if kind.min < 0.0 => "\"-20k\"".to_owned(),
        Sort::Money => "\"20k\"".to_owned(),
        _ => plain(kind),
    })
}

/// A value within the limits of the input.
pub(super) fn fitting(path: &str, kind: &Kind) -> String {
    match kind.shape {
        Shape::Share if kind.whole() > 1.0 => (0.74 * kind.whole()).to_string(),
        Shape::Share => "\"35%\"".to_owned(),
        Shape::Real if kind.max <= 1.0 && kind.allows(0.02) => "\"2%\"".to_owned(),
        _ => written(path).unwrap_or_else(|| plain(kind)),
    }
}

/// What the hotel preset or the defaults say of an input.
pub(super) fn written(path: &str) -> Option<String> {
    HOTEL.written(path).or_else(|| DEFAULTS.written(path))
}

fn value_of(node: &Node) -> Option<&Node> {
    match &node.value {
        NodeValue::Table(members) => members.iter().find(|m| m.key == "value").map(|m| &m.node),
        _ => Some(node),
    }
}

fn plain(kind: &Kind) -> String {
    let candidates = [1_000.0, 12.0, 1.0, 0.1];
    let fitting = candidates.into_iter().find(|x| kind.allows(*x));
    fitting.unwrap_or(kind.max).to_string()
}
