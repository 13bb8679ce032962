//! Collects what is wrong, place by place, and puts it in the order in which a reader meets it.

use super::diagnostic::{Diagnostic, Diagnostics, position};
use super::fault::Fault;
use super::layer::{Layer, own_file};
use std::ops::Range;

/// A place in one of the layers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub layer: usize,
    pub span: Range<usize>,
}

/// What is wrong so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<(Option<Place>, String, Fault)>,
    more: usize,
}

/// Faults beyond which the rest is only counted: nobody reads further, and a hostile file could have a million.
const MOST_FAULTS: usize = 100;

impl Faults {
    /// Adds a fault at a place, or (without one) of the scenario as a whole.
    pub(super) fn add(&mut self, place: Option<Place>, key: impl Into<String>, fault: Fault) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.list.push((place, key.into(), fault));
        }
    }

    /// Whether further faults would only be counted.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MOST_FAULTS
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.list.len() + self.more
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// In order: nearest layer first, by position, what concerns the whole scenario last.
    pub(super) fn into_diagnostics(mut self, layers: &[Layer]) -> Diagnostics {
        self.list.sort_by_key(|(place, _, _)| match place {
            Some(place) => (0, place.layer, place.span.start),
            None => (1, 0, 0),
        });
        let mut concerned = vec![false; layers.len()];
        let mut list = Vec::new();
        for (place, key, fault) in self.list {
            let layer = place.as_ref().map_or(own_file(layers), |p| p.layer);
            concerned[layer] = true;
            list.push(diagnostic(&layers[layer], place, key, fault));
        }
        let sources = layers.iter().zip(concerned).filter(|(_, c)| *c).map(|(l, _)| (l.name.clone(), l.text.clone()));
        Diagnostics { list, more: self.more, sources: sources.collect() }
    }
}

fn diagnostic(layer: &Layer, place: Option<Place>, key: String, fault: Fault) -> Diagnostic {
    let (line, column) = place.as_ref().map_or((0, 0), |p| position(&layer.text, p.span.start));
    let wording = fault.wording();
    Diagnostic {
        file: layer.name.clone(),
        line,
        column,
        span: place.map_or(0..0, |p| p.span),
        key,
        found: wording.found,
        rule: wording.rule,
        fix: wording.fix,
        fault,
    }
}
