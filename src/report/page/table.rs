//! Rows of numbers, each with a name: what a table says, and what a writer needs to know to set it.

use crate::words::format::isolated;

/// How something is meant, where there is colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing more than it says.
    #[default]
    Plain,
    /// To be read first.
    Strong,
    /// Only explains.
    Faint,
    /// A gain.
    Good,
    /// A loss.
    Bad,
}

/// Where the texts of a column end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At its right edge, as numbers do.
    Right,
    /// Where they end; they begin so far behind the column before.
    Left {
        /// Columns of a screen between the two.
        gap: usize,
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its least width on a screen.
    pub width: usize,
    /// On which side its texts stand.
    pub side: Side,
    /// How its head and its texts are meant.
    pub tone: Tone,
}

/// A text in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// What stands below the name of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// How far every line but the first stands in, where it is broken.
    pub hang: usize,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// A sign before its name, with the room that it takes.
    pub mark: String,
    /// What it is about.
    pub name: String,
    /// How its name is meant.
    pub name_tone: Tone,
    /// How its name and its texts are meant where they are plain.
    pub tone: Tone,
    /// Its texts, one a column.
    pub cells: Vec<Cell>,
    /// What is said of it instead of numbers, and how that is meant.
    pub said: Option<(String, String)>,
    /// Whether what is said is to be copied letter by letter.
    pub literal: bool,
    /// What stands below it.
    pub notes: Vec<Note>,
}

/// Rows, each with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the rows are; empty where a heading says it.
    pub title: String,
    /// What stands beside the heads, for all columns.
    pub aside: String,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Least width of the names on a screen; 0 where rows have no names.
    pub names: usize,
}

impl Table {
    /// A table without columns: what its rows are, and the width of their names on a screen.
    pub fn new(title: &str, names: usize) -> Self {
        Table { title: title.to_owned(), aside: String::new(), columns: Vec::new(), rows: Vec::new(), names }
    }

    /// The same with a column of numbers of this head and width.
    pub fn numbers(self, head: &str, width: usize) -> Self {
        self.column(head, width, Side::Right, Tone::Plain)
    }

    /// The same with a column of texts so wide, which begin right behind the column before.
    pub fn texts(self, head: &str, width: usize) -> Self {
        self.column(head, width, Side::Left { gap: 0 }, Tone::Plain)
    }

    /// The same with a last column of texts, so far behind the one before.
    pub fn last(self, head: &str, gap: usize, tone: Tone) -> Self {
        self.column(head, 0, Side::Left { gap }, tone)
    }

    fn column(mut self, head: &str, width: usize, side: Side, tone: Tone) -> Self {
        self.columns.push(Column { head: head.to_owned(), width, side, tone });
        self
    }

    /// The same with something said beside the heads.
    pub fn aside(self, aside: &str) -> Self {
        Table { aside: aside.to_owned(), ..self }
    }

    /// The same with these rows.
    pub fn rows(self, rows: impl IntoIterator<Item = Row>) -> Self {
        Table { rows: rows.into_iter().collect(), ..self }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Row) {
        self.rows.push(row);
    }
}

impl Row {
    /// A row about something, without numbers.
    pub fn new(name: &str) -> Self {
        Row { name: isolated(name).into_owned(), ..Row::default() }
    }

    /// A row of a fact: its name, what is known of it, and how that is meant.
    pub fn fact(name: &str, value: &str, note: &str) -> Self {
        Row { said: Some((isolated(value).into_owned(), note.to_owned())), ..Row::new(name) }
    }

    /// The same, to be copied letter by letter.
    pub fn literal(self) -> Self {
        Row { literal: true, ..self }
    }

    /// The same with a sign before its name.
    pub fn marked(self, mark: &str) -> Self {
        Row { mark: mark.to_owned(), ..self }
    }

    /// The same, all of it meant so.
    pub fn tone(self, tone: Tone) -> Self {
        Row { tone, ..self }
    }

    /// The same with a name that is meant so.
    pub fn named(self, name_tone: Tone) -> Self {
        Row { name_tone, ..self }
    }

    /// The same with another text.
    pub fn cell(self, text: impl Into<String>) -> Self {
        self.toned(text, Tone::Plain)
    }

    /// The same with another text that is meant so.
    pub fn toned(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.cells.push(Cell { text: isolated(&text.into()).into_owned(), tone });
        self
    }

    /// The same with other texts.
    pub fn cells(self, texts: impl IntoIterator<Item = String>) -> Self {
        texts.into_iter().fold(self, Row::cell)
    }

    /// The same with something said below it.
    pub fn note(self, text: &str) -> Self {
        self.hanging(text, 0)
    }

    /// The same with something said below it, every line but the first of which stands in so far.
    pub fn hanging(mut self, text: &str, hang: usize) -> Self {
        self.notes.push(Note { text: text.to_owned(), hang });
        self
    }
}
