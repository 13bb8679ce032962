//! How wide the names and columns of a table are on a screen, and what becomes of it where they have no room.

use super::content::Setting;
use super::lines::{gap_before, longest_word};
use super::table::{Column, Side, Table};
use crate::words::format::width;

/// Columns of the screen that names of rows need to be read, where they are longer.
const NAMES: usize = 16;
/// Columns of the screen that texts need to be read which go on below.
const TEXTS: usize = 24;

/// Columns of the screen that the longest word of a name gets at most.
const LONG_WORD: usize = 40;

/// How a table stands on a screen.
pub(super) enum Form {
    /// Its columns side by side.
    Beside {
        /// Width of the names.
        names: usize,
        /// Width of each column.
        widths: Vec<usize>,
    },
    /// Its rows have no names, and it is wider than the screen: parts below each other, each with the first column.
    Parts {
        /// Width of each column.
        widths: Vec<usize>,
        /// The columns of each part.
        parts: Vec<Vec<usize>>,
    },
    /// Row by row, each number below the name with the head of its column.
    Rows,
}

/// How a table stands on a screen of that setting: as it was meant where it has room, else with columns no wider than
/// needed, else with broken names and heads; else in another form.
pub(super) fn form(table: &Table, setting: Setting) -> Form {
    let room = setting.columns - setting.indent;
    let measures = Measures { table, setting };
    let wished = measures.names();
    let tight = wished.min(measures.longest_name() + 1);
    let least = tight.min(measures.longest_word().clamp(NAMES, TEXTS));
    let whole = measures.widths(width);
    let broken = measures.widths(longest_word);
    let meant: Vec<usize> = table.columns.iter().zip(&whole).map(|(c, w)| c.width.max(*w)).collect();
    for (names, widths) in [(wished, &meant), (wished, &whole), (tight, &whole), (least, &broken)] {
        let taken = measures.taken(widths);
        if names + taken <= room {
            return Form::Beside { names: (room - taken).min(wished), widths: widths.clone() };
        }
    }
    match table.names == 0 && table.columns.len() > 2 {
        true => parts(&broken, room),
        false => Form::Rows,
    }
}

/// As many columns behind the first as have room, then the first again with the next.
fn parts(widths: &[usize], room: usize) -> Form {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut used = room;
    for place in 1..widths.len() {
        if used + widths[place] > room {
            parts.push(vec![0]);
            used = widths[0];
        }
        used += widths[place];
        if used > room {
            return Form::Rows;
        }
        parts.last_mut().into_iter().for_each(|part| part.push(place));
    }
    Form::Parts { widths: widths.to_vec(), parts }
}

/// What a table needs.
struct Measures<'a> {
    table: &'a Table,
    setting: Setting,
}

impl Measures<'_> {
    /// The width that is meant for the names, and for the title where it stands beside heads.
    fn names(&self) -> usize {
        let headless = self.table.columns.iter().all(|column| column.head.is_empty());
        // A title alone may run on over the columns.
        let title = match headless {
            true => 0,
            false => (width(&self.table.title) + 1).saturating_sub(self.setting.indent),
        };
        let word = self.longest_word().min(LONG_WORD);
        if self.table.names == 0 { 0 } else { self.table.names.max(title).max(word) }
    }

    fn longest_name(&self) -> usize {
        self.table.rows.iter().map(|row| width(&row.mark) + width(&row.name)).max().unwrap_or(0)
    }

    /// The longest word of a name, with the sign before it and a space behind it.
    fn longest_word(&self) -> usize {
        self.table.rows.iter().map(|row| width(&row.mark) + longest_word(&row.name) + 1).max().unwrap_or(0)
    }

    /// The width that each column needs at least, its head as wide as is said.
    fn widths(&self, head: fn(&str) -> usize) -> Vec<usize> {
        let of = |place: usize| self.table.rows.iter().filter_map(move |row| row.cells.get(place));
        let needed = |(place, column): (usize, &Column)| {
            let cells = of(place).map(|cell| width(&cell.text)).chain([head(&column.head)]);
            // A number never touches what stands before it.
            let room = usize::from(column.side == Side::Right && (place > 0 || self.table.names > 0));
            cells.map(|cell| cell + room).max().unwrap_or(0)
        };
        self.table.columns.iter().enumerate().map(needed).collect()
    }

    /// What columns of these widths take; a last column of texts, and what is said of facts, go on below.
    fn taken(&self, widths: &[usize]) -> usize {
        let said = self.table.rows.iter().filter_map(|row| row.said.as_ref()).map(|(said, _)| width(said)).max();
        let columns = self.table.columns.iter().enumerate().map(|(place, column)| {
            let last = place + 1 == widths.len() && column.side != Side::Right;
            gap_before(column) + if last { widths[place].min(TEXTS) } else { widths[place] }
        });
        columns.sum::<usize>() + said.unwrap_or(0).min(TEXTS)
    }
}
