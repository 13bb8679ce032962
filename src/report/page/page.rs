//! What a study says: sentences, tables and remarks, which a screen and the report both show.

use super::screen::{BOLD, COLUMNS, DIM};
use super::values;
use crate::words::Words;
use crate::words::format::{pad, wrap};
use delight_model::statistics::Estimate;
use delight_studies::findings::InputFacts;
use delight_studies::run::CaseFacts;
use std::fmt::Write;

/// A study in words, in the making or made.
pub struct Page {
    /// Name of the case.
    case: String,
    /// How it was drawn.
    drawn: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// The words of the reader.
    pub words: Words,
    currency: String,
}

/// A piece of a study.
pub enum Block {
    /// A sentence of the answer.
    Sentence(String),
    /// Numbers in rows and columns.
    Table(Table),
    /// How something is meant.
    Remark(String),
    /// Lines to be copied as they stand.
    Lines(Vec<String>),
}

/// Rows of numbers, each with a name.
pub struct Table {
    /// What the rows are.
    pub title: String,
    /// Headings of the columns of numbers.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Columns of the screen: of the names, of each number.
    widths: (usize, Vec<usize>),
}

/// A row of a table.
pub struct Row {
    /// What it is about.
    pub name: String,
    /// Its numbers, one a column.
    pub cells: Vec<String>,
    /// What stands below its name.
    pub note: Option<String>,
}

impl Page {
    /// A study of this case with this many trials.
    pub fn new(case: &CaseFacts, trials: usize, sampling: &str, seed: u64, words: Words) -> Self {
        let (months, trials, seed) = (case.months.to_string(), words.whole(trials as f64), seed.to_string());
        let sampling = words.say_of("sampling", sampling);
        let span = [("months", months.as_str()), ("trials", &trials), ("sampling", &sampling), ("seed", &seed)];
        let drawn = words.say_with("run-span", &span);
        Page { case: case.name.clone(), drawn, blocks: Vec::new(), words, currency: case.currency.clone() }
    }

    /// Adds a sentence.
    pub fn sentence(&mut self, sentence: &str) {
        self.blocks.push(Block::Sentence(sentence.to_owned()));
    }

    /// Begins a table: what its rows are with the width of their names on a screen, then the heading and width of each
    /// column of numbers.
    pub fn heading(&mut self, first: (&str, usize), rest: &[(&str, usize)]) {
        let heads = rest.iter().map(|(text, _)| (*text).to_owned()).collect();
        let widths = (first.1, rest.iter().map(|(_, width)| *width).collect());
        self.blocks.push(Block::Table(Table { title: first.0.to_owned(), heads, rows: Vec::new(), widths }));
    }

    /// Adds a row to the table that was begun.
    pub fn row(&mut self, name: &str, cells: &[&str]) {
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        if let Some(table) = self.table() {
            table.rows.push(Row { name: name.to_owned(), cells, note: None });
        }
    }

    /// Says something below the name of the last row.
    pub fn under(&mut self, note: &str) {
        if let Some(row) = self.table().and_then(|table| table.rows.last_mut()) {
            row.note = Some(note.to_owned());
        }
    }

    /// Adds a remark.
    pub fn remark(&mut self, remark: &str) {
        self.blocks.push(Block::Remark(remark.to_owned()));
    }

    /// Adds lines to be copied as they stand.
    pub fn lines(&mut self, lines: &[String]) {
        self.blocks.push(Block::Lines(lines.to_vec()));
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.blocks.last_mut() {
            Some(Block::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// The study as a screen.
    pub fn screen(&self) -> String {
        let mut out = format!("{BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}\n\n", self.case, self.drawn);
        for block in &self.blocks {
            // Writing to a string cannot fail.
            let _ = match block {
                Block::Sentence(sentence) => writeln!(out, "  {}", wrap(sentence, COLUMNS - 2, "  ")),
                Block::Table(table) => table.screen(&mut out),
                Block::Remark(remark) => writeln!(out, "  {DIM}{}{DIM:#}", wrap(remark, COLUMNS - 2, "  ")),
                Block::Lines(lines) => lines.iter().try_for_each(|line| writeln!(out, "    {line}")),
            };
        }
        out
    }

    /// Money.
    pub fn money(&self, x: f64) -> String {
        self.words.money(&self.currency, x)
    }

    /// Money with its standard error.
    pub fn money_error(&self, estimate: &Estimate) -> String {
        self.words.money_with_error(&self.currency, estimate)
    }

    /// A share with its standard error.
    pub fn share_error(&self, estimate: &Estimate) -> String {
        self.words.percent_with_error(estimate)
    }

    /// What an input is called.
    pub fn name(&self, input: &InputFacts) -> String {
        values::name(&input.name, self.words)
    }

    /// A value of an input.
    pub fn value(&self, input: &InputFacts, x: f64) -> String {
        values::value(input, &self.currency, self.words, x)
    }

    /// A value of an input with its standard error.
    pub fn value_error(&self, input: &InputFacts, estimate: &Estimate) -> String {
        values::with_error(input, &self.currency, self.words, estimate)
    }
}

impl Table {
    /// The names in their column, a name that is too long going on below; then the numbers, set to the right.
    fn screen(&self, out: &mut String) -> std::fmt::Result {
        let width = self.widths.0.max(self.title.chars().count().saturating_sub(1));
        // A number never touches the one before it.
        let needed = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(column)).chain(self.heads.get(column));
            cells.map(|cell| cell.chars().count() + 1).max().unwrap_or(0)
        };
        let widths: Vec<usize> =
            self.widths.1.iter().enumerate().map(|(column, width)| needed(column).max(*width)).collect();
        let set = |cells: &[String]| -> String {
            cells.iter().zip(&widths).map(|(text, width)| format!("{text:>width$}")).collect()
        };
        writeln!(out, "\n{BOLD}{}{}{BOLD:#}", pad(&self.title, width + 2), set(&self.heads))?;
        for row in &self.rows {
            let name = wrap(&row.name, width - 1, "  ");
            let (head, tail) = name.split_once('\n').unwrap_or((&name, ""));
            writeln!(out, "  {}{}", pad(head, width), set(&row.cells))?;
            if !tail.is_empty() {
                writeln!(out, "  {}", tail.replace('\n', "\n  "))?;
            }
            if let Some(note) = &row.note {
                writeln!(out, "    {DIM}{}{DIM:#}", wrap(note, COLUMNS - 4, "    "))?;
            }
        }
        Ok(())
    }
}
