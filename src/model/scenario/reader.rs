//! Reads single values: text, whole numbers, words and flags, each checked against its rule.

use super::checked::Provenance;
use super::fault::Fault;
use super::faults::{Faults, Place};
use super::files::{Files, name_for_readers};
use super::layer::{Layer, own_file};
use super::letters::{hidden_letter, shows_something};
use super::node::{Node, NodeValue};
use super::note::Note;
use super::quantity::{Expected, number};
use super::rate::Rate;
use super::samples::SamplesRead;
use super::shorten::shortened;
use super::stack::{Setting, Stack};
use super::suggest::nearest;
use crate::sampling::Distribution;

/// A value to be read: its path for people, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    pub path: String,
    pub layer: usize,
    pub node: &'a Node,
}

/// A quantity that was read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub distribution: Distribution,
    pub written: String,
    pub provenance: Provenance,
}

/// Reads values and collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub layers: &'a [Layer],
    pub stack: &'a Stack<'a>,
    pub files: &'a dyn Files,
    /// Samples that were read before.
    pub samples: &'a SamplesRead,
    /// The currency of the case (ISO 4217).
    pub currency: &'a str,
    /// What amounts in euros become in it.
    pub rate: Rate,
    pub faults: Faults,
    pub notes: Vec<Note>,
}

impl<'a> Reader<'a> {
    /// The value of a path, if a layer gives one.
    pub(super) fn cell(&self, path: &str) -> Option<Cell<'a>> {
        let setting: Setting<'a> = self.stack.setting(path)?;
        Some(Cell { path: path.to_owned(), layer: setting.layer, node: setting.node() })
    }

    /// Adds a fault at a value.
    pub(super) fn fault(&mut self, cell: &Cell, fault: Fault) {
        let place = Place { layer: cell.layer, span: cell.node.span.clone() };
        self.faults.add(Some(place), cell.path.clone(), fault);
    }

    /// Adds a fault of something that the scenario's own file lacks, at the place where to write it.
    pub(super) fn lacking(&mut self, table: &str, key: impl Into<String>, fault: Fault) {
        let layer = own_file(self.layers);
        let place = Place { layer, span: self.layers[layer].place_of(table) };
        self.faults.add(Some(place), key, fault);
    }

    /// The value as it is written in the file.
    pub(super) fn written(&self, cell: &Cell<'a>) -> &'a str {
        self.layers[cell.layer].text.get(cell.node.span.clone()).unwrap_or_default()
    }

    /// The same, short enough for a line of a message.
    pub(super) fn found(&self, cell: &Cell) -> String {
        shortened(self.layers[cell.layer].text.get(cell.node.span.clone()).unwrap_or_default())
    }

    /// `hotel.toml:12`.
    pub(super) fn place(&self, cell: &Cell) -> String {
        let layer = &self.layers[cell.layer];
        format!("{}:{}", name_for_readers(&layer.name), layer.line(cell.node.span.start))
    }

    /// Adds a fault at a value of another type than expected.
    pub(super) fn wrong_type(&mut self, cell: &Cell, expected: &'static str, example: &str) {
        let found = self.found(cell);
        self.fault(cell, Fault::WrongType { found, expected, example: example.to_owned() });
    }

    /// A text.
    pub(super) fn text(&mut self, cell: &Cell<'a>, example: &str) -> Option<&'a str> {
        match &cell.node.value {
            NodeValue::Text(text) => Some(text),
            _ => {
                self.wrong_type(cell, "text in quotes", &format!("{example:?}"));
                None
            }
        }
    }

    /// Where a number comes from, and what is to be said of it.
    pub(super) fn remark(&mut self, cell: &Cell<'a>, example: &str) -> Option<String> {
        let text = self.text(cell, example)?;
        (!self.is_too_long(cell, text, "shorten it")).then(|| text.to_owned())
    }

    /// Whether a text is longer than anyone needs, which is then a fault.
    pub(super) fn is_too_long(&mut self, cell: &Cell<'a>, text: &str, fix: &'static str) -> bool {
        const LONGEST: usize = 4_000;
        let found = if text.len() > LONGEST { text.chars().count() } else { 0 };
        if found > LONGEST {
            self.fault(cell, Fault::TooLong { found, limit: LONGEST, fix });
        }
        found > LONGEST
    }

    /// A name: 1 to 80 printable characters.
    pub(super) fn name(&mut self, cell: &Cell<'a>, example: &'static str) -> Option<&'a str> {
        let text = self.text(cell, example)?;
        let fits = (1..=80).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        if fits && shows_something(text) {
            return Some(text);
        }
        if hidden_letter(text).is_some() {
            // Told once, where it was read.
            return None;
        }
        if fits {
            self.fault(cell, Fault::NothingSeen);
            return None;
        }
        let found = self.found(cell);
        self.fault(cell, Fault::TextForm { found, rule: "1 to 80 printable characters", example });
        None
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole(&mut self, cell: &Cell<'a>, least: i64, most: i64) -> Option<i64> {
        let example = least.max(1).to_string();
        let value = match &cell.node.value {
            NodeValue::Whole(value) => Some(*value),
            // A real with a huge value is a whole number that does not fit.
            NodeValue::Real(x) => whole(*x),
            NodeValue::Text(text) => whole(self.plain(cell, text, &example)?),
            _ => {
                self.wrong_type(cell, "a whole number", &example);
                return None;
            }
        };
        if let Some(value) = value.filter(|v| (least..=most).contains(v)) {
            return Some(value);
        }
        let rule = format!("a whole number from {least} to {most}");
        let found = self.found(cell);
        self.fault(cell, Fault::OutOfRange { found, rule, example });
        None
    }

    /// A plain number from `least` to `most`.
    pub(super) fn number(&mut self, cell: &Cell<'a>, least: f64, most: f64) -> Option<f64> {
        let value = match &cell.node.value {
            NodeValue::Whole(value) => *value as f64,
            NodeValue::Real(value) => *value,
            NodeValue::Text(text) => self.plain(cell, text, "0.5")?,
            _ => {
                self.wrong_type(cell, "a number", "0.5");
                return None;
            }
        };
        if value >= least && value <= most {
            return Some(value);
        }
        let (found, rule) = (self.found(cell), format!("a number from {least} to {most}"));
        self.fault(cell, Fault::OutOfRange { found, rule, example: "0.5".into() });
        None
    }

    /// The number of a text in quotes.
    fn plain(&mut self, cell: &Cell<'a>, text: &str, example: &str) -> Option<f64> {
        match number(text, &Expected::RATIO) {
            Ok(number) => Some(number.value),
            Err(why) => {
                let found = self.found(cell);
                self.fault(cell, Fault::Quantity { found, why, example: example.to_owned() });
                None
            }
        }
    }

    /// true or false.
    pub(super) fn flag(&mut self, cell: &Cell<'a>) -> Option<bool> {
        match cell.node.value {
            NodeValue::Boolean(flag) => Some(flag),
            _ => {
                self.wrong_type(cell, "true or false", "true");
                None
            }
        }
    }

    /// One of some words; gives its place among them.
    pub(super) fn choice(&mut self, cell: &Cell<'a>, words: &[&'static str]) -> Option<usize> {
        let text = self.text(cell, words.first().copied().unwrap_or_default())?;
        if let Some(place) = words.iter().position(|word| *word == text) {
            return Some(place);
        }
        let near = nearest(text, words.iter().copied()).map(str::to_owned);
        let found = self.found(cell);
        self.fault(cell, Fault::NotOneOf { found, words: words.to_vec(), near });
        None
    }
}

fn whole(x: f64) -> Option<i64> {
    (x.abs() < 9e15 && x.trunc() == x).then_some(x as i64)
}
