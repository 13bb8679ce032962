//! One layer of a scenario, and what it says at a path.

use super::node::{Member, Node, NodeValue};
use std::ops::Range;

/// One layer: a scenario file, or one that is embedded in the program.
#[derive(Debug)]
pub(super) struct Layer {
    /// `hotel.toml`, `preset hotel` or `defaults`.
    pub name: String,
    pub identity: String,
    pub text: String,
    /// Bytes at which its lines begin.
    pub lines: Vec<usize>,
    /// Whether it comes with the program.
    pub embedded: bool,
    /// Whether it is a lens, whose beliefs do not make a link where there is none.
    pub lens: bool,
    /// Whether it holds what was changed since the files were read.
    pub changes: bool,
    pub root: Vec<Member>,
}

/// Bytes at which the lines of a text begin.
pub(super) fn lines(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

impl Layer {
    /// One that comes with the program.
    pub(super) fn embedded(name: String, text: &str, root: Vec<Member>) -> Self {
        Layer {
            identity: name.clone(),
            name,
            lines: lines(text),
            text: text.to_owned(),
            embedded: true,
            lens: false,
            changes: false,
            root,
        }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|begins| *begins <= byte)
    }

    /// Where a table of these keys begins, or else the last one above it that there is, or else the end of the text: the
    /// place to write what is missing.
    pub(super) fn place_of(&self, table: &str) -> Range<usize> {
        let end = self.text.trim_end().len();
        let mut place = end..end;
        let mut members = &self.root;
        for key in table.split('.') {
            let Some(member) = members.iter().find(|m| m.key == key) else { break };
            place = member.key_span.clone();
            let NodeValue::Table(inner) = &member.node.value else { break };
            members = inner;
        }
        place
    }
}

/// The place of the scenario's own file among its layers.
pub(super) fn own_file(layers: &[Layer]) -> usize {
    layers.iter().position(|layer| !layer.changes).unwrap_or(0)
}

/// The text at a path of keys, and where it stands.
pub(super) fn text_at(members: &[Member], path: &[&str]) -> Option<(Range<usize>, String)> {
    let node = node_at(members, path)?;
    match &node.value {
        NodeValue::Text(text) => Some((node.span.clone(), text.clone())),
        _ => None,
    }
}

/// The value at a path of keys.
pub(super) fn node_at<'a>(members: &'a [Member], path: &[&str]) -> Option<&'a Node> {
    let (first, rest) = path.split_first()?;
    let node = &members.iter().find(|m| m.key == *first)?.node;
    match (&node.value, rest) {
        (_, []) => Some(node),
        (NodeValue::Table(inner), _) => node_at(inner, rest),
        _ => None,
    }
}
