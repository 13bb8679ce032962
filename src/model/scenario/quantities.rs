//! Reads quantities: the value, its source, and the distribution that fits its input.

use super::checked::{Grade, Provenance};
use super::examples::example;
use super::fault::{Fault, broken_rule};
use super::faults::Place;
use super::field::QUANTITY_KEYS;
use super::node::{Member, Node, NodeValue};
use super::note::Note;
use super::quantity::{self, Form, Quantity, Unfit};
use super::reader::{Cell, Reader, Reading};
use super::samples;
use super::stack::shortened;
use super::suggest::nearest;
use crate::sampling::Distribution;
use crate::units::{Kind, Shape};

impl<'a> Reader<'a> {
    /// A quantity, alone or as a table with its source.
    pub(super) fn quantity(&mut self, cell: &Cell<'a>, kind: &Kind) -> Option<Reading> {
        let (value, mut provenance) = match &cell.node.value {
            NodeValue::Table(members) => self.with_source(cell, members)?,
            _ => (cell.clone(), Provenance::default()),
        };
        provenance.place = self.place(&value);
        let quantity = self.parsed(&value, kind)?;
        let observations = match &quantity.form {
            Form::Samples { file, column } => self.samples(&value, file, column)?,
            _ => Vec::new(),
        };
        let distribution = self.fitted(&value, &quantity, kind, observations)?;
        let written = match &value.node.value {
            NodeValue::Text(text) => text.trim().to_owned(),
            _ => self.found(&value),
        };
        Some(Reading { distribution, written, provenance })
    }

    /// Where a word that stands in place of a quantity comes from, if it stands there.
    pub(super) fn word(&mut self, cell: &Cell<'a>, word: &str) -> Option<Provenance> {
        let (value, provenance) = match &cell.node.value {
            NodeValue::Table(members) if members.iter().any(|m| m.key == "value" && is_word(&m.node, word)) => {
                self.with_source(cell, members)?
            }
            _ => (cell.clone(), Provenance::default()),
        };
        is_word(value.node, word).then(|| Provenance { place: self.place(&value), ..provenance })
    }

    /// The parts of `{ value, source, grade, note }`.
    fn with_source(&mut self, cell: &Cell<'a>, members: &'a [Member]) -> Option<(Cell<'a>, Provenance)> {
        let (mut value, mut provenance) = (None, Provenance::default());
        for member in members {
            let part = Cell { path: format!("{}.{}", cell.path, member.key), layer: cell.layer, node: &member.node };
            match member.key.as_str() {
                "value" => value = Some(Cell { path: cell.path.clone(), ..part }),
                "source" => provenance.source = self.text(&part, "own administration 2026").map(str::to_owned),
                "note" => provenance.note = self.text(&part, "as of January").map(str::to_owned),
                "grade" => {
                    let grades = [Grade::A, Grade::B, Grade::C, Grade::D];
                    provenance.grade = self.choice(&part, &["A", "B", "C", "D"]).map(|place| grades[place]);
                }
                key => {
                    let meant = nearest(key, QUANTITY_KEYS).map(|k| format!("{}.{k}", cell.path));
                    let known = QUANTITY_KEYS.map(str::to_owned).to_vec();
                    let place = Place { layer: cell.layer, span: member.key_span.clone() };
                    self.faults.add(Some(place), shortened(&part.path), Fault::UnknownKey { meant, known });
                }
            }
        }
        if value.is_none() {
            self.wrong_type(cell, "a table with a value", "{ value = \"35%\", source = \"own figures\" }");
        }
        Some((value?, provenance))
    }

    fn parsed(&mut self, cell: &Cell<'a>, kind: &Kind) -> Option<Quantity> {
        let fixed = |x| Some(Quantity { form: Form::Number(x), bounds: None });
        match &cell.node.value {
            NodeValue::Whole(x) => fixed(*x as f64),
            NodeValue::Real(x) => fixed(*x),
            NodeValue::Text(text) => match quantity::parse(text) {
                Ok(_) if is_counted(kind) && quantity::has_percent(text) => {
                    let (found, example) = (self.found(cell), example(&cell.path, kind));
                    self.fault(cell, Fault::PercentOfAmount { found, key: cell.path.clone(), example });
                    None
                }
                Ok(quantity) => Some(quantity),
                Err(why) => {
                    let (found, example) = (self.found(cell), example(&cell.path, kind));
                    self.fault(cell, Fault::Quantity { found, why, example });
                    None
                }
            },
            _ => {
                self.wrong_type(cell, "a number or a distribution", &example(&cell.path, kind));
                None
            }
        }
    }

    fn samples(&mut self, cell: &Cell<'a>, file: &str, column: &str) -> Option<Vec<f64>> {
        match samples::read(self.files, &self.layers[cell.layer].identity, file, column) {
            Ok(values) => Some(values),
            Err(fault) => {
                self.fault(cell, fault);
                None
            }
        }
    }

    fn fitted(&mut self, cell: &Cell<'a>, q: &Quantity, kind: &Kind, seen: Vec<f64>) -> Option<Distribution> {
        let found = self.found(cell);
        let fault = match quantity::distribution(q, kind, seen) {
            Ok(made) => {
                if made.cut > 0.001 {
                    let (path, place) = (cell.path.clone(), self.place(cell));
                    self.notes.push(Note::CutOff { path, place, written: found, share: made.cut, rule: kind.limits() });
                }
                return Some(made.distribution);
            }
            Err(Unfit::Distribution(why)) => Fault::Distribution { found, why },
            Err(Unfit::OutOfRange(x)) => {
                let rule = if x.is_finite() { broken_rule(kind, x, x) } else { format!("finite, and {kind}") };
                match percent_meant(x, &found, kind) {
                    Some(meant) => Fault::PercentLeftOut { found, rule, meant },
                    None => Fault::OutOfRange { found, rule, example: example(&cell.path, kind) },
                }
            }
            Err(Unfit::SticksOut(low, high)) => {
                Fault::SticksOut { found, ends: (low, high), rule: broken_rule(kind, low, high) }
            }
        };
        self.fault(cell, fault);
        None
    }
}

/// Whether it is a number of something, which a percentage cannot be.
fn is_counted(kind: &Kind) -> bool {
    match kind.shape {
        Shape::Amount => kind.max > 100.0,
        Shape::Share => kind.whole() > 1.0,
        Shape::Real => false,
    }
}

/// `9` where at most 1 is possible was meant as `9%`.
fn percent_meant(x: f64, found: &str, kind: &Kind) -> Option<String> {
    let is_rate = kind.max <= if kind.shape == Shape::Amount { 3.0 } else { 1.0 };
    (is_rate && x >= 2.0 && kind.allows(x / 100.0) && !found.contains('%')).then(|| format!("{x}%"))
}

fn is_word(node: &Node, word: &str) -> bool {
    matches!(&node.value, NodeValue::Text(text) if text.trim() == word)
}
