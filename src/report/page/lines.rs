//! Pieces of the lines of a screen: where they begin, how they are meant, what stands below the name of a row.

use super::content::Setting;
use super::table::{Cell, Column, Row, Side, Tone};
use crate::words::format::{width, wrap};
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
pub(super) fn hanging(text: &str, columns: usize, at: usize) -> String {
    wrap(text, columns.saturating_sub(at), "").replace('\n', &format!("\n{}", spaces(at)))
}

pub(super) fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// The width of the longest word of a text.
pub(super) fn longest_word(text: &str) -> usize {
    text.split([' ', '\n']).map(width).max().unwrap_or(0)
}

/// Parts of a line in their styles, without spaces at its end; nothing where there is nothing.
pub(super) fn line(mut parts: Vec<(String, Tone)>) -> String {
    while parts.last().is_some_and(|(text, _)| text.trim_end().is_empty()) {
        parts.pop();
    }
    let Some((last, _)) = parts.last_mut() else { return String::new() };
    last.truncate(last.trim_end().len());
    let painted = parts.iter().filter(|(text, _)| !text.is_empty()).map(|(text, tone)| tone.paint(text));
    painted.collect::<String>() + "\n"
}

/// What stands below the name of a row.
pub(super) fn notes(row: &Row, setting: Setting) -> String {
    let Setting { text: reading, notes, .. } = setting;
    let at = spaces(notes);
    let told = row.notes.iter().map(|note| {
        let text = wrap(&note.text, reading - notes, &spaces(note.hang)).replace('\n', &format!("\n{at}"));
        format!("{at}{}\n", Tone::Faint.paint(text))
    });
    told.collect()
}

/// How a text is meant: as it says itself, else as its column, else as its row.
pub(super) fn tone_of(cell: &Cell, column: &Column, row: &Row) -> Tone {
    let tones = [cell.tone, column.tone, row.tone];
    tones.into_iter().find(|tone| *tone != Tone::Plain).unwrap_or_default()
}

/// How the name of a row is meant.
pub(super) fn tone_of_name(row: &Row) -> Tone {
    if row.name_tone == Tone::Plain { row.tone } else { row.name_tone }
}

/// Columns of the screen before a column of texts.
pub(super) fn gap_before(column: &Column) -> usize {
    match column.side {
        Side::Left { gap } => gap,
        Side::Right => 0,
    }
}
