//! A page on a screen: text in columns, with colour where the screen has it.

use super::content::{Block, Page, Setting};
use super::grid;
use super::lines::{hanging, spaces};
use super::table::Tone;
use crate::words::format::{fold, width, wrap};

/// Columns that a long text needs beside another.
const BESIDE: usize = 40;
/// Columns that every screen is taken to have.
const LEAST_COLUMNS: usize = 20;

/// A text, and what stands beside it where it has room, else below it.
fn beside((text, tone): (&str, Tone), (note, faint): (&str, Tone), columns: usize) -> String {
    let (first, at) = (wrap(text, columns, ""), width(text) + 2);
    match at + BESIDE <= columns || at + width(note) <= columns {
        _ if note.is_empty() => tone.paint(first),
        true => format!("{}  {}", tone.paint(first), faint.paint(hanging(note, columns, at))),
        false => format!("{}\n{}", tone.paint(first), faint.paint(wrap(note, columns, ""))),
    }
}

impl Setting {
    /// The same on a screen of so many columns.
    pub(super) fn within(self, columns: usize) -> Setting {
        let (columns, text) = (self.columns.min(columns), self.text.min(columns));
        // Where little room is left, what stands far in stands less far in.
        let notes = if 3 * self.notes > columns { self.indent + 2 } else { self.notes };
        Setting { columns, text, notes, ..self }
    }
}

impl Page {
    /// The page as a screen of at most so many columns.
    pub fn screen(&self, columns: usize) -> String {
        let setting = self.setting.within(columns.max(LEAST_COLUMNS));
        let mut out = String::new();
        if !self.title.is_empty() {
            out += &beside((&self.title, Tone::Strong), (&self.beside, self.beside_tone), setting.text);
            out.push('\n');
            // Parts and tables begin with an empty line themselves.
            if !matches!(self.blocks.first(), Some(Block::Table(_) | Block::Heading(..))) {
                out.push('\n');
            }
        }
        let mut headed = true;
        for (place, block) in self.blocks.iter().enumerate() {
            let begins = !headed || place == 0 && !out.is_empty();
            out += &of_block(block, begins, setting);
            headed = matches!(block, Block::Heading(..));
        }
        fold(&out, setting.columns)
    }
}

/// A block, a table with an empty line before it unless its heading stands right above.
fn of_block(block: &Block, begins: bool, setting: Setting) -> String {
    let Setting { text: columns, indent, .. } = setting;
    let margin = spaces(indent);
    match block {
        Block::Heading(title, note) => {
            format!("\n{}\n", beside((title, Tone::Strong), (note, Tone::Faint), columns))
        }
        Block::Sentence(sentence) => format!("{margin}{}\n", hanging(sentence, columns, indent)),
        Block::Remark(remark) => format!("{margin}{}\n", Tone::Faint.paint(hanging(remark, columns, indent))),
        Block::Item { mark, tone, text } => {
            format!("{margin}{} {}\n", tone.paint(mark), hanging(text, columns, indent + width(mark) + 1))
        }
        Block::Table(table) => format!("{}{}", if begins { "\n" } else { "" }, grid::table(table, setting)),
        Block::Lines(lines) => lines.iter().map(|line| format!("{margin}  {line}\n")).collect(),
        Block::Verbatim(text) => format!("\n{text}"),
        Block::Gap => "\n".to_owned(),
    }
}
