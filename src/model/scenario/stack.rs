//! The layers laid over one another, key by key: what the nearer layer says holds.

use super::fault::Fault;
use super::faults::{Faults, Place};
use super::field::LISTS;
use super::known::Known;
use super::layer::Layer;
use super::node::{Member, Node, NodeValue};
use super::shorten::shortened;
use super::suggest::path_meant;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Lists whose entries have names, by which a change names them.
pub(super) const LINES: [&str; 2] = ["programme.costs", "flows"];

/// A value as one of the layers gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub layer: usize,
    pub key: &'a Member,
}

impl<'a> Setting<'a> {
    pub(super) fn node(&self) -> &'a Node {
        &self.key.node
    }
}

/// One list of tables as one of the layers gives it.
#[derive(Clone, Debug)]
pub(super) struct List<'a> {
    pub layer: usize,
    pub key_span: Range<usize>,
    pub entries: &'a [Node],
}

/// All layers as one.
#[derive(Debug, Default)]
pub(super) struct Stack<'a> {
    /// For each path, every layer that gives it, nearest first.
    settings: BTreeMap<String, Vec<Setting<'a>>>,
    lists: BTreeMap<&'static str, Vec<List<'a>>>,
}

impl<'a> Stack<'a> {
    /// Lays the layers over one another; keys that no scenario has are faults.
    pub(super) fn new(layers: &'a [Layer], known: &Known, faults: &mut Faults) -> Self {
        let mut stack = Stack::default();
        for (layer, content) in layers.iter().enumerate() {
            let changes = content.changes;
            Walk { known, layer, changes, stack: &mut stack, faults }.table("", &content.root);
        }
        stack.close_to_lenses(layers);
        stack
    }

    /// A link that the layers below a lens fix at 0 does not exist in the sector, and no belief makes it.
    fn close_to_lenses(&mut self, layers: &[Layer]) {
        for settings in self.settings.values_mut() {
            let Some(last) = settings.iter().rposition(|s| layers[s.layer].lens) else { continue };
            if settings.get(last + 1).is_some_and(|below| is_zero(below.node())) {
                settings.retain(|s| !layers[s.layer].lens);
            }
        }
    }

    /// What the nearest layer that gives this path says.
    pub(super) fn setting(&self, path: &str) -> Option<Setting<'a>> {
        self.settings.get(path)?.first().copied()
    }

    /// Every path with the nearest layer that gives it.
    pub(super) fn nearest(&self) -> impl Iterator<Item = (&str, Setting<'a>)> {
        self.settings.iter().filter_map(|(path, all)| Some((path.as_str(), *all.first()?)))
    }

    /// The layers that give a path below `table`, nearest first.
    pub(super) fn layers_giving(&self, table: &str) -> BTreeSet<usize> {
        let below = format!("{table}.");
        let of_table = self.settings.iter().filter(|(path, _)| path.starts_with(&below));
        of_table.flat_map(|(_, all)| all.iter().map(|s| s.layer)).collect()
    }

    /// The lists of this name, nearest layer first.
    pub(super) fn lists(&self, name: &str) -> &[List<'a>] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }
}

/// A walk through one layer.
struct Walk<'w, 'a> {
    known: &'w Known,
    layer: usize,
    /// Whether the layer changes single entries of lists.
    changes: bool,
    stack: &'w mut Stack<'a>,
    faults: &'w mut Faults,
}

impl<'a> Walk<'_, 'a> {
    fn table(&mut self, table: &str, members: &'a [Member]) {
        for member in members {
            let path = if table.is_empty() { member.key.clone() } else { format!("{table}.{}", member.key) };
            if self.known.leaves.contains(&path) && !self.is_inner_table(&path, member) {
                self.stack.settings.entry(path).or_default().push(Setting { layer: self.layer, key: member });
            } else if let Some(name) = LISTS.into_iter().find(|list| *list == path) {
                self.list(name, member);
            } else if self.known.tables.contains(&path) {
                self.inner_table(&path, member);
            } else {
                self.unknown(table, member, path);
            }
        }
    }

    /// Whether this is the table of a path that may hold one value as well: a value with its source has a `value`.
    fn is_inner_table(&self, path: &str, member: &Member) -> bool {
        let NodeValue::Table(inner) = &member.node.value else { return false };
        self.known.tables.contains(path) && !inner.iter().any(|m| m.key == "value")
    }

    fn inner_table(&mut self, path: &str, member: &'a Member) {
        match &member.node.value {
            NodeValue::Table(inner) => self.table(path, inner),
            _ => self.wrong_type(path, member, "a table", format!("[{path}]")),
        }
    }

    fn list(&mut self, name: &'static str, member: &'a Member) {
        match &member.node.value {
            NodeValue::List(entries) => {
                let list = List { layer: self.layer, key_span: member.key_span.clone(), entries };
                self.stack.lists.entry(name).or_default().push(list);
            }
            NodeValue::Table(lines) if self.changes && LINES.contains(&name) => self.lines(name, lines),
            _ => self.wrong_type(name, member, "a list of tables", format!("[[{name}]]")),
        }
    }

    /// Amounts of single cost lines, or keys of single flows, by their names.
    fn lines(&mut self, list: &str, lines: &'a [Member]) {
        for line in lines {
            let path = format!("{list}.{}", line.key);
            match &line.node.value {
                NodeValue::Table(keys) if list == "flows" => self.lines(&path, keys),
                _ => self.stack.settings.entry(path).or_default().push(Setting { layer: self.layer, key: line }),
            }
        }
    }

    fn wrong_type(&mut self, path: &str, member: &Member, expected: &'static str, example: String) {
        let place = Place { layer: self.layer, span: member.key_span.clone() };
        self.faults.add(Some(place), path, Fault::WrongType { found: "something else".into(), expected, example });
    }

    fn unknown(&mut self, table: &str, member: &Member, path: String) {
        let place = Place { layer: self.layer, span: member.key_span.clone() };
        // Each suggestion compares with every key there is, which a file of a million unknown keys must not cause.
        let (meant, known) = match self.faults.is_full() {
            true => (None, Vec::new()),
            false => (path_meant(table, &member.key, &self.known.paths), self.known.keys_of(table)),
        };
        self.faults.add(Some(place), shortened(&path), Fault::UnknownKey { meant, known });
    }
}

/// Whether a value, or the value of a quantity with provenance, is exactly 0.
fn is_zero(node: &Node) -> bool {
    match &node.value {
        NodeValue::Whole(0) => true,
        NodeValue::Real(x) => *x == 0.0,
        NodeValue::Table(members) => members.iter().any(|m| m.key == "value" && is_zero(&m.node)),
        _ => false,
    }
}
