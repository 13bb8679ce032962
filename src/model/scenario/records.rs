//! Entries of lists of tables: cost lines, flows, correlations.

use super::fault::Fault;
use super::faults::Place;
use super::field::{Content, Field, MOST_MONTHS, field};
use super::node::{Node, NodeValue};
use super::note::Note;
use super::reader::{Cell, Reader};
use super::shorten::shortened;
use super::stack::List;
use super::suggest::nearest;

/// The keys that costs and flows have in common.
pub(super) fn line_fields() -> Vec<Field> {
    vec![
        field("name", Content::Text("training"), "1 to 80 characters", "name, unlike any other in its list"),
        field("month", Content::Whole(0, MOST_MONTHS), "month", "month of what is paid once; 0 is the start"),
        field("from", Content::Whole(1, MOST_MONTHS), "month", "first month of what is paid regularly"),
        field("to", Content::Whole(1, MOST_MONTHS), "month", "last month of what is paid regularly"),
        field(
            "capital",
            Content::Flag,
            "true or false",
            "whether it is written off over the years for tax (paid once, at the start)",
        ),
    ]
}

/// One entry: its keys, all of which are known.
pub(super) struct Record<'a> {
    /// The entry as a whole.
    pub whole: Cell<'a>,
    cells: Vec<Cell<'a>>,
}

impl<'a> Record<'a> {
    /// The value of a key.
    pub(super) fn cell(&self, key: &str) -> Option<Cell<'a>> {
        let path = format!("{}.{key}", self.whole.path);
        self.cells.iter().find(|cell| cell.path == path).cloned()
    }
}

/// The entries of a list, at most `limit`; keys that are not among `fields` are faults.
pub(super) fn read<'a>(
    r: &mut Reader<'a>,
    name: &str,
    list: &List<'a>,
    fields: &[Field],
    limit: usize,
) -> Vec<Record<'a>> {
    if list.entries.len() > limit {
        let place = Place { layer: list.layer, span: list.key_span.clone() };
        r.faults.add(Some(place), name, Fault::TooMany { found: list.entries.len(), limit });
        return Vec::new();
    }
    let entries = list.entries.iter().enumerate();
    entries.filter_map(|(i, node)| record(r, name, i, list.layer, node, fields)).collect()
}

fn record<'a>(
    r: &mut Reader<'a>,
    name: &str,
    i: usize,
    layer: usize,
    node: &'a Node,
    fields: &[Field],
) -> Option<Record<'a>> {
    let whole = Cell { path: format!("{name}[{}]", i + 1), layer, node };
    let NodeValue::Table(members) = &node.value else {
        let found = r.found(&whole);
        r.fault(&whole, Fault::WrongType { found, expected: "a table", example: format!("[[{name}]]") });
        return None;
    };
    let mut cells = Vec::new();
    for member in members {
        let path = format!("{}.{}", whole.path, member.key);
        if fields.iter().any(|field| field.path == member.key) {
            cells.push(Cell { path, layer, node: &member.node });
            continue;
        }
        let keys = || fields.iter().map(|field| field.path.as_str());
        let place = Place { layer, span: member.key_span.clone() };
        let (meant, known) = match r.faults.is_full() {
            true => (None, Vec::new()),
            false => (nearest(&member.key, keys()), keys().map(str::to_owned).collect()),
        };
        let meant = meant.map(|key| format!("{name}.{key}"));
        r.faults.add(Some(place), shortened(&path), Fault::UnknownKey { meant, known });
    }
    Some(Record { whole, cells })
}

/// The name of a record, given and unlike those before.
pub(super) fn unique_name<'a>(r: &mut Reader<'a>, record: &Record<'a>, taken: &mut Vec<&'a str>) -> Option<String> {
    let Some(cell) = record.cell("name") else {
        required(r, record, "name", "name = \"training\"");
        return None;
    };
    let name = r.name(&cell, "training")?;
    if taken.contains(&name) {
        let found = r.found(&cell);
        r.fault(&cell, Fault::Twice { found, of: "name in its list" });
        return None;
    }
    taken.push(name);
    Some(name.to_owned())
}

/// Says that a key of a record is missing.
pub(super) fn required(r: &mut Reader, record: &Record, key: &str, example: &str) {
    let cell = Cell { path: format!("{}.{key}", record.whole.path), ..record.whole.clone() };
    let (meaning, unit) = ("it has no default".into(), "required".into());
    let fault = Fault::Missing { meaning, unit, example: example.into(), of_case: false };
    r.fault(&cell, fault);
}

/// When a cost or a flow is paid.
pub(super) struct Schedule {
    pub month: usize,
    pub from: usize,
    pub to: usize,
    pub capital: bool,
}

/// Reads `month` of what is paid once, or `from` and `to` of what is paid regularly (first in `usual_from`).
pub(super) fn schedule<'a>(
    r: &mut Reader<'a>,
    record: &Record<'a>,
    once: bool,
    usual_from: usize,
    months: usize,
) -> Option<Schedule> {
    let strangers: &[&str] = if once { &["from", "to"] } else { &["month"] };
    for key in strangers {
        if let Some(cell) = record.cell(key) {
            let rule = match once {
                true => "has no place where per = \"once\", which is paid in one month",
                false => "belongs to per = \"once\"; this is paid regularly",
            };
            let fix = if once { "write month = 6" } else { "write from = 1 and to = 24" };
            r.fault(&cell, Fault::Misplaced { rule: rule.to_owned(), fix: Some(fix.to_owned()) });
        }
    }
    let mut whole = |key: &str, least: i64, usual: usize| match record.cell(key) {
        Some(cell) => r.whole(&cell, least, MOST_MONTHS).map(|value| value as usize),
        None => Some(usual),
    };
    let (month, from, to) = (whole("month", 0, 0)?, whole("from", 1, usual_from)?, whole("to", 1, months)?);
    if let Some(cell) = record.cell("to").filter(|_| to < from) {
        let found = r.found(&cell);
        r.fault(&cell, Fault::OutOfRange { found, rule: format!("{from} (from) or later"), example: from.to_string() });
    }
    let first = if once { month } else { from };
    if first > months {
        r.notes.push(Note::NeverPaid { path: record.whole.path.clone(), month: first, months });
    }
    Some(Schedule { month, from, to, capital: capital(r, record, once && month == 0)? })
}

/// Capital is what is paid once at the start: there is only one beginning from which to write off.
fn capital<'a>(r: &mut Reader<'a>, record: &Record<'a>, at_start: bool) -> Option<bool> {
    let Some(cell) = record.cell("capital") else { return Some(false) };
    let flag = r.flag(&cell)?;
    if flag && !at_start {
        let rule = "must be false unless per = \"once\" and month = 0: only what is paid at the start is written off"
            .to_owned();
        r.fault(&cell, Fault::Misplaced { rule, fix: Some("remove it, or pay it at the start".to_owned()) });
    }
    Some(flag)
}
