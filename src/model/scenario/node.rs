//! A TOML document as a tree in which every key and every value knows where it stands.

use super::letters::hidden_letter;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the bytes it was written in.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub span: Range<usize>,
    pub value: NodeValue,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum NodeValue {
    Text(String),
    Whole(i64),
    Real(f64),
    Boolean(bool),
    Date,
    List(Vec<Node>),
    Table(Vec<Member>),
}

/// A key of a table with its value.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub key: String,
    pub key_span: Range<usize>,
    pub node: Node,
}

/// A syntax error: where, and what the parser says.
#[derive(Clone, Debug)]
pub(super) struct SyntaxError {
    pub span: Range<usize>,
    pub message: String,
}

/// Dots on one line beyond which no scenario goes; each dot of a key is a level of tables.
const MOST_DOTS: usize = 1000;

/// Reads a document; whatever can be made of a broken one is given along with what is wrong with it.
pub(super) fn parse(text: &str) -> (Vec<Member>, Vec<SyntaxError>) {
    if let Some(span) = bottomless_line(text) {
        let message = format!("this line nests tables more than {MOST_DOTS} levels deep");
        return (Vec::new(), vec![SyntaxError { span, message }]);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = errors
        .iter()
        .map(|e| SyntaxError { span: e.span().unwrap_or(0..0), message: first_line(e.message()) })
        .collect();
    (members(table.get_ref()), errors)
}

/// Letters that are not seen in keys and texts, with the place of each key and text.
pub(super) fn hidden_letters(members: &[Member]) -> Vec<(Range<usize>, char)> {
    let of_key = |member: &Member| hidden_letter(&member.key).map(|letter| (member.key_span.clone(), letter));
    members.iter().flat_map(|member| of_key(member).into_iter().chain(hidden_in(&member.node))).collect()
}

fn hidden_in(node: &Node) -> Vec<(Range<usize>, char)> {
    match &node.value {
        NodeValue::Text(text) => hidden_letter(text).map(|letter| (node.span.clone(), letter)).into_iter().collect(),
        NodeValue::List(list) => list.iter().flat_map(hidden_in).collect(),
        NodeValue::Table(members) => hidden_letters(members),
        _ => Vec::new(),
    }
}

/// The parser guards brackets against deep nesting but not dotted keys, whose tables would exhaust the stack.
fn bottomless_line(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().filter(|&b| b == b'.').count() > MOST_DOTS {
            return Some(start..start + 1);
        }
        start += line.len();
    }
    None
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

fn members(table: &DeTable<'_>) -> Vec<Member> {
    let mut all: Vec<Member> = table
        .iter()
        .map(|(key, value)| Member { key: key.get_ref().to_string(), key_span: key.span(), node: node(value) })
        .collect();
    all.sort_by_key(|m| m.key_span.start);
    all
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let content = match value.get_ref() {
        DeValue::String(s) => NodeValue::Text(s.to_string()),
        DeValue::Integer(i) => match i64::from_str_radix(i.as_str(), i.radix()) {
            Ok(whole) => NodeValue::Whole(whole),
            Err(_) => NodeValue::Real(i.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(x) => NodeValue::Real(x.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(b) => NodeValue::Boolean(*b),
        DeValue::Datetime(_) => NodeValue::Date,
        DeValue::Array(list) => NodeValue::List(list.iter().map(node).collect()),
        DeValue::Table(table) => NodeValue::Table(members(table)),
    };
    Node { span: value.span(), value: content }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_where_it_stands() {
        let text = "[customers]\nannual_churn = \"35%\"\n";
        let (root, errors) = parse(text);
        assert!(errors.is_empty());
        let NodeValue::Table(customers) = &root[0].node.value else { panic!() };
        assert_eq!(&text[customers[0].key_span.clone()], "annual_churn");
        assert_eq!(&text[customers[0].node.span.clone()], "\"35%\"");
    }

    #[test]
    fn a_key_nested_a_hundred_thousand_levels_is_refused_and_not_followed() {
        let text = format!("{} = 1", vec!["a"; 100_000].join("."));
        assert_eq!(parse(&text).1.len(), 1);
        let text = format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(!parse(&text).1.is_empty());
    }
}
