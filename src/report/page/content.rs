//! What is said to a reader: headings, sentences, tables and remarks, before anybody writes them down.

use super::table::{Row, Table, Tone};
use super::values;
use crate::words::Words;
use crate::words::format::isolated;
use delight_model::scenario::Horizon;
use delight_model::statistics::Estimate;
use delight_studies::findings::{CaseFacts, InputFacts, NotStudied, Provenance};

/// A page, in the making or made.
pub struct Page {
    /// What it is about; empty for none.
    pub title: String,
    /// What stands beside the title.
    pub beside: String,
    /// How that is meant.
    pub beside_tone: Tone,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// The words of the reader.
    pub words: Words,
    /// How it is set on a screen.
    pub setting: Setting,
    currency: String,
}

/// How a page is set on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Columns of the screen that tables may take at most.
    pub columns: usize,
    /// Columns that running text takes at most.
    pub text: usize,
    /// How far in everything stands but titles.
    pub indent: usize,
    /// How far in stands what is said below the name of a row.
    pub notes: usize,
}

impl Setting {
    /// At most 100 columns, everything but titles standing in.
    pub const USUAL: Setting = Setting { columns: 100, text: 100, indent: 2, notes: 4 };
    /// A list: nothing stands in.
    pub const FLUSH: Setting = Setting { indent: 0, ..Setting::USUAL };
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of a part, and what stands beside it.
    Heading(String, String),
    /// A sentence of the answer.
    Sentence(String),
    /// Numbers in rows and columns.
    Table(Table),
    /// How something is meant.
    Remark(String),
    /// One of several sentences, with the sign before it.
    Item {
        /// The sign.
        mark: String,
        /// How the sign is meant.
        tone: Tone,
        /// The sentence.
        text: String,
    },
    /// Lines to be copied as they stand.
    Lines(Vec<String>),
    /// A text to be copied as it stands.
    Verbatim(String),
    /// Something else begins.
    Gap,
}

impl Page {
    /// A page about something, whose money is of this currency.
    pub fn about(title: &str, currency: &str, words: Words) -> Self {
        let (title, currency) = (isolated(title).into_owned(), currency.to_owned());
        Page {
            title,
            beside: String::new(),
            beside_tone: Tone::Faint,
            blocks: Vec::new(),
            words,
            setting: Setting::USUAL,
            currency,
        }
    }

    /// A study of this case that came about so.
    pub fn new(case: &CaseFacts, provenance: &Provenance, words: Words) -> Self {
        let Provenance { trials, sampling, seed, .. } = provenance;
        let mut page = Page::drawn(case, *trials as u64, (sampling, *seed), words);
        if case.horizon == Horizon::RunOff.name() {
            page.sentence(&words.say("judged-by-run-off"));
        }
        page
    }

    /// A page about a case that was drawn so often, with this sampling and this seed.
    pub fn drawn(case: &CaseFacts, trials: u64, (sampling, seed): (&str, u64), words: Words) -> Self {
        let (months, trials, seed) = (case.months.to_string(), words.whole(trials as f64), seed.to_string());
        let sampling = words.say_of("sampling", sampling);
        let span = [("months", months.as_str()), ("trials", &trials), ("sampling", &sampling), ("seed", &seed)];
        Page { beside: words.say_with("run-span", &span), ..Page::about(&case.name, &case.currency, words) }
    }

    /// The same, set in another way on a screen.
    pub fn set(self, setting: Setting) -> Self {
        Page { setting, ..self }
    }

    /// Begins a part: its title, and what stands beside it.
    pub fn part(&mut self, title: &str, note: &str) {
        self.blocks.push(Block::Heading(title.to_owned(), note.to_owned()));
    }

    /// Adds a sentence.
    pub fn sentence(&mut self, sentence: &str) {
        self.blocks.push(Block::Sentence(sentence.to_owned()));
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// Begins a table: what its rows are with the width of their names on a screen, then the heading and width of each
    /// column of numbers.
    pub fn heading(&mut self, first: (&str, usize), rest: &[(&str, usize)]) {
        let empty = Table::new(first.0, first.1);
        self.table(rest.iter().fold(empty, |table, (head, width)| table.numbers(head, *width)));
    }

    /// Adds a row to the table that was begun.
    pub fn row(&mut self, name: &str, cells: &[&str]) {
        if let Some(table) = self.begun() {
            table.push(Row::new(name).cells(cells.iter().map(|cell| (*cell).to_owned())));
        }
    }

    /// Says something below the name of the last row.
    pub fn under(&mut self, note: &str) {
        if let Some(row) = self.begun().and_then(|table| table.rows.last_mut()) {
            *row = std::mem::take(row).note(note);
        }
    }

    /// Adds a remark.
    pub fn remark(&mut self, remark: &str) {
        self.blocks.push(Block::Remark(remark.to_owned()));
    }

    /// Adds what is said of inputs that a study did not take.
    pub fn not_studied(&mut self, others: Option<&NotStudied>) {
        let Some(others) = others else { return };
        let (count, share) = (others.inputs.to_string(), self.words.percent(others.variance_share));
        self.remark(&self.words.say_with("decide-not-studied", &[("count", &count), ("share", &share)]));
    }

    /// Adds one of several sentences, with the sign before it and how that is meant.
    pub fn item(&mut self, mark: &str, tone: Tone, text: &str) {
        self.blocks.push(Block::Item { mark: mark.to_owned(), tone, text: text.to_owned() });
    }

    /// Adds lines to be copied as they stand.
    pub fn lines(&mut self, lines: &[String]) {
        self.blocks.push(Block::Lines(lines.to_vec()));
    }

    /// Leaves an empty line on a screen.
    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// Adds a text to be copied as it stands.
    pub fn verbatim(&mut self, text: &str) {
        self.blocks.push(Block::Verbatim(text.to_owned()));
    }

    fn begun(&mut self) -> Option<&mut Table> {
        match self.blocks.last_mut() {
            Some(Block::Table(table)) => Some(table),
            _ => None,
        }
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
