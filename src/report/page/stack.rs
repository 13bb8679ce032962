//! A table on a narrow screen: row by row, each number below the name with the head of its column.

use super::content::Setting;
use super::lines::{hanging, notes, spaces, tone_of, tone_of_name};
use super::table::{Row, Side, Table, Tone};
use crate::words::format::{width, wrap};

/// The table row by row.
pub(super) fn stacked(table: &Table, setting: Setting) -> String {
    let headless = table.columns.iter().all(|column| column.head.is_empty());
    let mut out = title(table, setting);
    for row in &table.rows {
        let texts = headless || row.said.is_some();
        out += &if texts { run_on(row, setting) } else { under_name(table, row, setting) };
        out += &notes(row, setting);
    }
    out
}

fn title(table: &Table, setting: Setting) -> String {
    let told = [(&table.title, Tone::Strong), (&table.aside, Tone::Faint)].into_iter();
    let lines = told.filter(|(text, _)| !text.trim().is_empty());
    lines.map(|(text, tone)| format!("{}\n", tone.paint(wrap(text.trim(), setting.columns, "")))).collect()
}

/// The name of a row, going on below where it is long.
fn name(row: &Row, tone: Tone, setting: Setting) -> String {
    let (columns, indent) = (setting.columns, setting.indent);
    let name = format!("{}{}", row.mark, row.name);
    match name.trim().is_empty() {
        true => String::new(),
        false => format!("{}{}\n", spaces(indent), tone.paint(hanging(&name, columns, indent + 2))),
    }
}

/// A row of texts that have no heads: below its name all of them as one text.
fn run_on(row: &Row, setting: Setting) -> String {
    let said = row.said.iter().flat_map(|(said, note)| [said, note]);
    let texts = row.cells.iter().map(|cell| &cell.text).chain(said).map(|text| text.trim());
    let text = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
    let at = setting.indent + 2;
    let below = match text.is_empty() {
        true => String::new(),
        false => format!("{}{}\n", spaces(at), row.tone.paint(hanging(&text, setting.columns, at))),
    };
    name(row, tone_of_name(row), setting) + &below
}

/// The widest head, and the widest number.
fn widest(table: &Table) -> (usize, usize) {
    let numbers = table.rows.iter().flat_map(|row| table.columns.iter().zip(&row.cells));
    let numbers = numbers.filter(|(column, _)| column.side == Side::Right).map(|(_, cell)| width(cell.text.trim()));
    let heads = table.columns.iter().map(|column| width(&column.head));
    (heads.max().unwrap_or(0), numbers.max().unwrap_or(0))
}

/// A row of numbers: below its name each with the head of its column, aligned where that has room.
fn under_name(table: &Table, row: &Row, setting: Setting) -> String {
    let at = setting.indent + 2;
    let (heads, numbers) = widest(table);
    let cells = table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.trim().is_empty());
    let aligned = at + heads + 2 + numbers <= setting.columns;
    let strong = if tone_of_name(row) == Tone::Plain { Tone::Strong } else { tone_of_name(row) };
    let lines = cells.map(|(column, cell)| {
        let (head, text) = (&column.head, cell.text.trim());
        let gap = if column.side == Side::Right { numbers - width(text) } else { 0 };
        let (head, begins) = match aligned {
            _ if head.is_empty() => (String::new(), at),
            true => (format!("{head}{}", spaces(heads + 2 - width(head) + gap)), at + heads + 2 + gap),
            false => (format!("{head}: "), at + 2),
        };
        let tone = tone_of(cell, column, row);
        match aligned {
            true => format!("{}{head}{}\n", spaces(at), tone.paint(hanging(text, setting.columns, begins))),
            false => format!("{}{}\n", spaces(at), tone.paint(hanging(&(head + text), setting.columns, begins))),
        }
    });
    name(row, strong, setting) + &lines.collect::<String>()
}
