//! Reads quantities: the value, its source, and the distribution that fits its input.

use super::checked::{Grade, Provenance};
use super::examples::{example, fitting};
use super::fault::{Fault, broken_rule};
use super::faults::Place;
use super::field::QUANTITY_KEYS;
use super::node::{Member, Node, NodeValue};
use super::note::Note;
use super::quantity::{self, Expected, Form, Quantity, QuantityError, Unfit};
use super::reader::{Cell, Reader, Reading};
use super::shorten::shortened;
use super::suggest::nearest;
use crate::sampling::Distribution;
use crate::units::{Kind, Shape, Sort};

impl<'a> Reader<'a> {
    /// A quantity of this sort, alone or as a table with its source.
    pub(super) fn quantity(&mut self, cell: &Cell<'a>, kind: &Kind, sort: Sort) -> Option<Reading> {
        let (value, mut provenance) = match &cell.node.value {
            NodeValue::Table(members) => self.with_source(cell, members)?,
            _ => (cell.clone(), Provenance::default()),
        };
        provenance.place = self.place(&value);
        let quantity = self.parsed(&value, kind, sort)?;
        let (quantity, converted) = self.exchanged(&value, quantity, sort)?;
        let observed = match &quantity.form {
            Form::Samples { file, column } => Some(self.samples(&value, [file, column], &self.expected(kind, sort))?),
            _ => None,
        };
        let distribution = self.fitted(&value, &quantity, kind, observed)?;
        let written = match &value.node.value {
            NodeValue::Text(text) => text.trim().to_owned(),
            _ => self.found(&value),
        };
        let written = match &converted {
            Some(conversion) => format!("{written} × {}", conversion.per_euro),
            None => written,
        };
        provenance.converted = converted;
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
                "source" => provenance.source = self.remark(&part, "own administration 2026"),
                "note" => provenance.note = self.remark(&part, "as of January"),
                "grade" => {
                    let grades = [Grade::A, Grade::B, Grade::C, Grade::D];
                    provenance.grade = self.choice(&part, &["A", "B", "C", "D"]).map(|place| grades[place]);
                }
                key => {
                    let near = if self.faults.is_full() { None } else { nearest(key, QUANTITY_KEYS) };
                    let meant = near.map(|k| format!("{}.{k}", cell.path));
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

    /// What the text of a quantity is to be a number of.
    fn expected(&self, kind: &Kind, sort: Sort) -> Expected<'a> {
        Expected::of(kind, sort, self.currency)
    }

    fn parsed(&mut self, cell: &Cell<'a>, kind: &Kind, sort: Sort) -> Option<Quantity> {
        let text = match &cell.node.value {
            NodeValue::Whole(x) => return Some(Quantity { form: Form::Number(*x as f64), bounds: None }),
            // What was written shows more than its value: `900.000` may be meant as nine hundred thousand.
            NodeValue::Real(_) => self.written(cell),
            NodeValue::Text(text) => text,
            _ => {
                self.wrong_type(cell, "a number or a distribution", &example(&cell.path, kind, sort));
                return None;
            }
        };
        if self.is_too_long(cell, text, "shorten it; many values stand in a file: samples(file.csv, column)") {
            return None;
        }
        let why = match quantity::parse(text, &self.expected(kind, sort)) {
            Ok(quantity) => return Some(quantity),
            Err(why) => why,
        };
        let found = self.found(cell);
        let fault = match why {
            QuantityError::Percent { meant, .. } => {
                let example = meant.map_or_else(|| example(&cell.path, kind, sort), |meant| format!("{meant:?}"));
                let of = if sort == Sort::Score { ", a score from 0 to 10" } else { "" };
                Fault::PercentOfAmount { found, key: format!("{}{of}", cell.path), example }
            }
            why => {
                let parses = |meant: &String| quantity::parse(meant, &self.expected(kind, sort)).is_ok();
                let meant = quantity::interval_meant(text).filter(parses).map(|meant| format!("{meant:?}"));
                let example = meant.unwrap_or_else(|| example(&cell.path, kind, sort));
                Fault::Quantity { found, why, example }
            }
        };
        self.fault(cell, fault);
        None
    }

    fn samples(&mut self, cell: &Cell<'a>, of: [&str; 2], expected: &Expected) -> Option<Distribution> {
        match self.samples.read(self.files, &self.layers[cell.layer].identity, of, expected) {
            Ok(observed) => Some(observed),
            Err(fault) => {
                self.fault(cell, fault);
                None
            }
        }
    }

    fn fitted(
        &mut self,
        cell: &Cell<'a>,
        quantity: &Quantity,
        kind: &Kind,
        observed: Option<Distribution>,
    ) -> Option<Distribution> {
        let found = self.found(cell);
        let fault = match quantity::distribution(quantity, kind, observed) {
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
                    None => Fault::OutOfRange { found, rule, example: fitting(&cell.path, kind) },
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

/// `9` where at most 1 is possible was meant as `9%`.
fn percent_meant(x: f64, found: &str, kind: &Kind) -> Option<String> {
    let is_rate = kind.max <= if kind.shape == Shape::Amount { 3.0 } else { 1.0 };
    (is_rate && x >= 2.0 && kind.allows(x / 100.0) && !found.contains('%')).then(|| format!("{x}%"))
}

fn is_word(node: &Node, word: &str) -> bool {
    matches!(&node.value, NodeValue::Text(text) if text.trim() == word)
}
