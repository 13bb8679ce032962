//! A table on a screen: its columns side by side where they have room, else in parts, else row by row.

use super::content::Setting;
use super::fitting::{Form, form};
use super::lines::{gap_before, hanging, line, notes, spaces, tone_of, tone_of_name};
use super::stack::stacked;
use super::table::{Row, Side, Table, Tone};
use crate::words::format::{pad, right, width, wrap};

/// The table as a screen of that setting has it.
pub(super) fn table(table: &Table, setting: Setting) -> String {
    match form(table, setting) {
        Form::Beside { names, widths } => {
            let places = (0..widths.len()).collect();
            Grid { table, setting, names, widths, places }.text()
        }
        Form::Parts { widths, parts } => {
            let part = |places: Vec<usize>| Grid { table, setting, names: 0, widths: widths.clone(), places }.text();
            parts.into_iter().map(part).collect::<Vec<_>>().join("\n")
        }
        Form::Rows => stacked(table, setting),
    }
}

/// Columns of a table side by side.
struct Grid<'a> {
    table: &'a Table,
    setting: Setting,
    /// Width of the names, and of every column of the table.
    names: usize,
    widths: Vec<usize>,
    /// The columns that stand here.
    places: Vec<usize>,
}

impl Grid<'_> {
    fn text(&self) -> String {
        let head = self.head();
        let rows: String = self.table.rows.iter().map(|row| self.row(row)).collect();
        head + &rows
    }

    /// A text in a column.
    fn set(&self, place: usize, text: &str) -> String {
        let wide = self.widths[place];
        match self.table.columns[place].side {
            Side::Right => right(text, wide),
            Side::Left { gap } => format!("{}{text}{}", spaces(gap), spaces(wide.saturating_sub(width(text)))),
        }
    }

    /// Of a last column of texts, which go on below where they are long: its gap, and where it begins.
    fn ends(&self, place: usize) -> Option<(usize, usize)> {
        match self.table.columns[place].side {
            Side::Left { gap } if place + 1 == self.widths.len() => {
                let gaps = self.table.columns.iter().map(gap_before);
                let before: usize = self.widths[..place].iter().sum();
                Some((gap, self.setting.indent + self.names + before + gaps.sum::<usize>()))
            }
            _ => None,
        }
    }

    /// The title and the heads; nothing where there are none.
    fn head(&self) -> String {
        let Table { title, aside, columns, .. } = self.table;
        let aside = if aside.is_empty() { String::new() } else { format!("  {aside}") };
        if columns.iter().all(|column| column.head.is_empty()) {
            return line(vec![(wrap(title, self.setting.columns, ""), Tone::Strong), (aside, Tone::Faint)]);
        }
        let named = if self.names == 0 { 0 } else { self.names + self.setting.indent };
        let long = named > 0 && width(title) >= named;
        let above =
            if long { line(vec![(wrap(title, self.setting.columns, ""), Tone::Strong)]) } else { String::new() };
        let heads = self.broken_heads();
        let last = heads.iter().map(Vec::len).max().unwrap_or(1);
        let lines = (0..last).map(|k| {
            let title = if named == 0 || long || k + 1 < last { "" } else { title };
            let mut parts = vec![(if named == 0 { String::new() } else { pad(title, named) }, Tone::Strong)];
            for (place, broken) in self.places.iter().zip(&heads) {
                let column = &self.table.columns[*place];
                // Heads of fewer lines stand right above their numbers.
                let text = (k + broken.len()).checked_sub(last).map_or("", |at| &broken[at]);
                let tone = if column.tone == Tone::Plain { Tone::Strong } else { column.tone };
                parts.push((self.set(*place, text), tone));
            }
            let used: usize = parts.iter().map(|(text, _)| width(text)).sum();
            if k + 1 == last && used + width(&aside) <= self.setting.columns {
                parts.push((aside.clone(), Tone::Faint));
            }
            line(parts)
        });
        above + &lines.collect::<String>()
    }

    /// The heads of the columns in lines no wider than these.
    fn broken_heads(&self) -> Vec<Vec<String>> {
        let broken = |place: &usize| {
            let column = &self.table.columns[*place];
            let room = if column.side == Side::Right && self.widths[*place] > 1 { 1 } else { 0 };
            // A head as wide as its column stands alone, without a space before it.
            let fits = width(&column.head) <= self.widths[*place];
            match fits || self.ends(*place).is_some() {
                true => vec![column.head.clone()],
                false => wrap(&column.head, self.widths[*place] - room, "").lines().map(str::to_owned).collect(),
            }
        };
        self.places.iter().map(broken).collect()
    }

    /// The name in its column, a name that is too long going on below; then the texts.
    fn row(&self, row: &Row) -> String {
        let Setting { columns, indent, .. } = self.setting;
        let (margin, room) = (spaces(indent), self.names.saturating_sub(width(&row.mark)));
        let name = wrap(&row.name, room.saturating_sub(1), "  ");
        let (first, rest) = name.split_once('\n').unwrap_or((&name, ""));
        let alone = row.cells.is_empty() && row.said.is_none();
        let first = if alone || self.names == 0 { first.to_owned() } else { pad(first, room) };
        let mut parts = vec![(margin.clone(), Tone::Plain), (row.mark.clone() + &first, tone_of_name(row))];
        for (place, cell) in self.places.iter().filter_map(|place| Some((*place, row.cells.get(*place)?))) {
            let text = match self.ends(place) {
                Some((gap, at)) => spaces(gap) + &hanging(&cell.text, columns, at),
                None => self.set(place, &cell.text),
            };
            parts.push((text, tone_of(cell, &self.table.columns[place], row)));
        }
        if let Some((said, note)) = &row.said {
            parts.push((hanging(said, columns, indent + self.names), row.tone));
            parts.push((said_note(&parts, note, columns, indent + self.names), Tone::Faint));
        }
        let mut out = line(parts);
        for part in rest.lines() {
            out += &format!("{margin}{}{}\n", spaces(width(&row.mark)), tone_of_name(row).paint(part));
        }
        out + &notes(row, self.setting)
    }
}

/// What is said of a fact in passing: behind it where it has room, else below it.
fn said_note(before: &[(String, Tone)], note: &str, columns: usize, at: usize) -> String {
    if note.is_empty() {
        return String::new();
    }
    let whole: String = before.iter().map(|(text, _)| text.as_str()).collect();
    let used = whole.lines().last().map_or(0, width);
    match used + 3 + width(note) <= columns {
        true => format!("   {note}"),
        false => format!("\n{}{}", spaces(at), hanging(note, columns, at)),
    }
}
