//! A page on a screen: text in columns, with colour where the screen has it.

use super::content::{Block, Page, Setting};
use super::table::{Column, Row, Side, Table, Tone};
use crate::words::format::{pad, right, width, wrap};
use anstyle::{AnsiColor, Style};
use std::fmt::Display;

impl Tone {
    /// The style of a text that is meant so.
    fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Strong => Style::new().bold(),
            Tone::Faint => Style::new().dimmed(),
            Tone::Good => AnsiColor::Green.on_default(),
            Tone::Bad => AnsiColor::Red.on_default(),
        }
    }

    /// A text in that style.
    pub fn paint(self, text: impl Display) -> String {
        let style = self.style();
        format!("{style}{text}{style:#}")
    }
}

/// Text that begins in a column and goes on below it where it would pass the right edge of the screen.
fn hanging(text: &str, columns: usize, at: usize) -> String {
    wrap(text, columns.saturating_sub(at), "").replace('\n', &format!("\n{}", spaces(at)))
}

fn spaces(count: usize) -> String {
    " ".repeat(count)
}

impl Page {
    /// The page as a screen.
    pub fn screen(&self) -> String {
        let mut out = String::new();
        if !self.title.is_empty() {
            out += &Tone::Strong.paint(&self.title);
            if !self.beside.is_empty() {
                let beside = hanging(&self.beside, self.setting.text, width(&self.title) + 2);
                out += &format!("  {}", self.beside_tone.paint(beside));
            }
            out.push('\n');
            // Parts and tables begin with an empty line themselves.
            if !matches!(self.blocks.first(), Some(Block::Table(_) | Block::Heading(..))) {
                out.push('\n');
            }
        }
        let mut headed = true;
        for (place, block) in self.blocks.iter().enumerate() {
            let begins = !headed || place == 0 && !out.is_empty();
            out += &self.block(block, begins);
            headed = matches!(block, Block::Heading(..));
        }
        out
    }

    /// A block, a table with an empty line before it unless its heading stands right above.
    fn block(&self, block: &Block, begins: bool) -> String {
        let Setting { text: columns, indent, .. } = self.setting;
        let margin = spaces(indent);
        match block {
            Block::Heading(title, note) => {
                let gap = if note.is_empty() { "" } else { "  " };
                format!("\n{}{}\n", Tone::Strong.paint(title), Tone::Faint.paint(format!("{gap}{note}")))
            }
            Block::Sentence(sentence) => format!("{margin}{}\n", wrap(sentence, columns - indent, &margin)),
            Block::Remark(remark) => {
                format!("{margin}{}\n", Tone::Faint.paint(wrap(remark, columns - indent, &margin)))
            }
            Block::Item { mark, tone, text } => {
                let text = wrap(text, columns - indent - 2, &spaces(indent + 2));
                format!("{margin}{} {text}\n", tone.paint(mark))
            }
            Block::Table(table) => {
                format!("{}{}", if begins { "\n" } else { "" }, Grid::new(table, self.setting).text())
            }
            Block::Lines(lines) => lines.iter().map(|line| format!("{margin}  {line}\n")).collect(),
            Block::Verbatim(text) => format!("\n{text}"),
            Block::Gap => "\n".to_owned(),
        }
    }
}

/// A table with the widths that it takes.
struct Grid<'a> {
    table: &'a Table,
    setting: Setting,
    /// Width of the names, and of each column.
    names: usize,
    widths: Vec<usize>,
}

impl<'a> Grid<'a> {
    fn new(table: &'a Table, setting: Setting) -> Self {
        let headless = table.columns.iter().all(|column| column.head.is_empty());
        // A title alone may run on over the columns.
        let title = if headless { 0 } else { (width(&table.title) + 1).saturating_sub(setting.indent) };
        let names = if table.names == 0 { 0 } else { table.names.max(title) };
        let of = |place: usize| table.rows.iter().filter_map(move |row| row.cells.get(place));
        let needed = |place: usize, column: &Column| {
            let cells = of(place).map(|cell| width(&cell.text)).chain([width(&column.head)]);
            // A number never touches what stands before it.
            let room = usize::from(column.side == Side::Right && (place > 0 || names > 0));
            cells.map(|cell| cell + room).max().unwrap_or(0).max(column.width)
        };
        let widths = table.columns.iter().enumerate().map(|(place, column)| needed(place, column)).collect();
        Grid { table, setting, names, widths }
    }

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
            Side::Left { gap } => format!("{}{text}{}", spaces(gap), spaces(wide - width(text))),
        }
    }

    /// Of a last column of texts, which go on below where they are long: its gap, and where it begins.
    fn ends(&self, place: usize) -> Option<(usize, usize)> {
        match self.table.columns[place].side {
            Side::Left { gap } if place + 1 == self.widths.len() => {
                let gaps = self.table.columns.iter().map(|column| match column.side {
                    Side::Left { gap } => gap,
                    Side::Right => 0,
                });
                let before: usize = self.widths[..place].iter().sum();
                Some((gap, self.setting.indent + self.names + before + gaps.sum::<usize>()))
            }
            _ => None,
        }
    }

    /// The title and the heads; nothing where there are none.
    fn head(&self) -> String {
        let Table { title, aside, columns, .. } = self.table;
        let mut parts = Vec::new();
        if columns.iter().all(|column| column.head.is_empty()) {
            parts.push((title.clone(), Tone::Strong));
        } else {
            let title = if self.names == 0 { String::new() } else { pad(title, self.names + self.setting.indent) };
            parts.push((title, Tone::Strong));
            for (place, column) in columns.iter().enumerate() {
                let tone = if column.tone == Tone::Plain { Tone::Strong } else { column.tone };
                parts.push((self.set(place, &column.head), tone));
            }
        }
        if !aside.is_empty() {
            parts.push((format!("  {aside}"), Tone::Faint));
        }
        line(parts)
    }

    /// The name in its column, a name that is too long going on below; then the texts.
    fn row(&self, row: &Row) -> String {
        let Setting { columns, text: reading, indent, notes } = self.setting;
        let (margin, room) = (spaces(indent), self.names.saturating_sub(width(&row.mark)));
        let name = wrap(&row.name, room.saturating_sub(1), "  ");
        let (first, rest) = name.split_once('\n').unwrap_or((&name, ""));
        let alone = row.cells.is_empty() && row.said.is_none();
        let first = if alone || self.names == 0 { first.to_owned() } else { pad(first, room) };
        let name_tone = if row.name_tone == Tone::Plain { row.tone } else { row.name_tone };
        let mut parts = vec![(margin.clone(), Tone::Plain), (row.mark.clone() + &first, name_tone)];
        for (place, cell) in row.cells.iter().enumerate().take(self.widths.len()) {
            let tones = [cell.tone, self.table.columns[place].tone, row.tone];
            let tone = tones.into_iter().find(|tone| *tone != Tone::Plain).unwrap_or_default();
            let text = match self.ends(place) {
                Some((gap, at)) => spaces(gap) + &hanging(&cell.text, columns, at),
                None => self.set(place, &cell.text),
            };
            parts.push((text, tone));
        }
        if let Some((said, note)) = &row.said {
            parts.push((hanging(said, columns, indent + self.names), row.tone));
            parts.push((if note.is_empty() { String::new() } else { format!("   {note}") }, Tone::Faint));
        }
        let mut out = line(parts);
        for part in rest.lines() {
            out += &format!("{margin}{}{}\n", spaces(width(&row.mark)), name_tone.paint(part));
        }
        for note in &row.notes {
            let (room, at) = (reading - notes, spaces(notes));
            let text = wrap(&note.text, room, &spaces(note.hang)).replace('\n', &format!("\n{at}"));
            out += &format!("{at}{}\n", Tone::Faint.paint(text));
        }
        out
    }
}

/// Parts of a line in their styles, without spaces at its end; nothing where there is nothing.
fn line(mut parts: Vec<(String, Tone)>) -> String {
    while parts.last().is_some_and(|(text, _)| text.trim_end().is_empty()) {
        parts.pop();
    }
    let Some((last, _)) = parts.last_mut() else { return String::new() };
    last.truncate(last.trim_end().len());
    let painted = parts.iter().filter(|(text, _)| !text.is_empty()).map(|(text, tone)| tone.paint(text));
    painted.collect::<String>() + "\n"
}
