//! The layers of a scenario, nearest first: the file, its `base`s, what their self-assessment says, the preset's part for the
//! lens, the lens, the preset, the defaults.

use super::assessment::{self, Assessment};
use super::diagnostic::position;
use super::fault::Fault;
use super::faults::{Faults, Place};
use super::fields;
use super::files::{FileError, Files, MOST_BASES, MOST_SCENARIO_BYTES, OpenedFile, check_relative};
use super::header::USUAL_CURRENCY;
use super::language::Language;
use super::layer::{Layer, lines, text_at};
use super::node::{Member, NodeValue, hidden_letters, parse};
use super::note::Note;
use super::presets;
use super::quantity::{self, Expected};
use super::rate::Rate;
use super::reader::Reader;
use super::source::{Source, YOUR_CHANGES};
use super::stack::Stack;
use crate::evidence::{Lens, PRIORS};

/// The layers, and whether one that the file asks for is missing or broken.
#[derive(Debug)]
pub(super) struct Layers {
    pub list: Vec<Layer>,
    pub incomplete: bool,
    /// The self-assessment of the file and its bases, if they hold one.
    pub assessment: Option<Assessment>,
    /// What the reader should know about how it was used.
    pub notes: Vec<Note>,
}

/// Opens every layer of a scenario, seen through the lens that was asked for or else through its own.
pub(super) fn gather(source: &Source, faults: &mut Faults) -> Layers {
    let mut layers = Layers { list: Vec::new(), incomplete: false, assessment: None, notes: Vec::new() };
    let files = &*source.files;
    if !source.changes.is_empty() {
        layers.push_changes(source, faults);
    }
    layers.push(source.first.clone(), false, faults);
    while let Some((place, path)) = layers.base_of_last() {
        match layers.open_base(&path, files) {
            Ok(opened) => layers.push(opened, false, faults),
            Err(why) => {
                faults.add(Some(place), "base", Fault::File { found: format!("{path:?}"), why });
                layers.incomplete = true;
                break;
            }
        }
    }
    layers.assess(source, faults);
    let lens = source.lens.unwrap_or_else(|| layers.lens());
    let name = layers.preset();
    let preset = name.as_deref().and_then(presets::text).map(|text| {
        let name = format!("preset {}", name.as_deref().unwrap_or_default());
        let (part, rest) = parted(parse(text).0, lens);
        [part, rest].map(|root| Layer::embedded(name.clone(), text, root))
    });
    // The wording of an unknown preset is that of any word not allowed; here it only hides what it would give.
    layers.incomplete |= name.is_some() && preset.is_none();
    let (part, preset) = preset.map(|[part, rest]| (part, rest)).unzip();
    let of_lens = lens.text().map(|text| Layer::embedded(format!("lens {lens}"), text, parse(text).0));
    layers.list.extend([part, of_lens].into_iter().flatten().map(|layer| Layer { lens: true, ..layer }));
    layers.list.extend(preset);
    layers.push(embedded("defaults".to_owned(), PRIORS), true, faults);
    layers
}

/// What a preset says for this lens alone, and what it says for all.
fn parted(mut root: Vec<Member>, lens: Lens) -> (Vec<Member>, Vec<Member>) {
    let Some(place) = root.iter().position(|member| member.key == "lens") else { return (Vec::new(), root) };
    let parts = match root.remove(place).node.value {
        NodeValue::Table(parts) => parts,
        _ => Vec::new(),
    };
    let part = parts.into_iter().find(|part| part.key == lens.name()).map(|part| part.node.value);
    match part {
        Some(NodeValue::Table(part)) => (part, root),
        _ => (Vec::new(), root),
    }
}

fn embedded(name: String, text: &str) -> OpenedFile {
    OpenedFile { identity: name.clone(), name, text: text.to_owned() }
}

impl Layers {
    fn push(&mut self, file: OpenedFile, embedded: bool, faults: &mut Faults) {
        let (root, errors) = parse(&file.text);
        for error in errors {
            let place = Place { layer: self.list.len(), span: error.span };
            let fix = if faults.is_full() { None } else { quotes_missing(&file.text, place.span.start) };
            faults.add(Some(place), "", Fault::Syntax { message: error.message, fix });
            self.incomplete = true;
        }
        for (span, letter) in hidden_letters(&root) {
            faults.add(Some(Place { layer: self.list.len(), span }), "", Fault::HiddenLetter { letter });
        }
        self.list.push(Layer {
            name: file.name,
            identity: file.identity,
            lines: lines(&file.text),
            text: file.text,
            embedded,
            lens: false,
            changes: false,
            root,
        });
    }

    /// Files that a change names stand beside the first file.
    fn push_changes(&mut self, source: &Source, faults: &mut Faults) {
        let (name, identity) = (YOUR_CHANGES.to_owned(), source.first.identity.clone());
        self.push(OpenedFile { name, identity, text: source.changes.text() }, false, faults);
        self.list.iter_mut().last().into_iter().for_each(|layer| layer.changes = true);
        if let Some((span, _)) = self.list.last().and_then(|layer| text_at(&layer.root, &["base"])) {
            let rule = "is a file's own: a change cannot put another file below it".to_owned();
            let fix = Some("write it in the file".to_owned());
            faults.add(Some(Place { layer: 0, span }), "base", Fault::Misplaced { rule, fix });
        }
    }

    /// Reads the self-assessment of the layers so far, and adds what it says of today's maturities as a layer after them.
    fn assess(&mut self, source: &Source, faults: &mut Faults) {
        let files = &*source.files;
        // Keys that no scenario has are reported once all layers are there.
        let stack = Stack::new(&self.list, &fields::known(), &mut Faults::default());
        let own = std::mem::take(faults);
        let currency = self.currency();
        let (layers, samples, currency) = (&self.list, &source.samples, currency.as_str());
        // An assessment has scores, no money.
        let (rate, notes) = (Rate::default(), Vec::new());
        let mut reader = Reader { layers, stack: &stack, files, samples, currency, rate, faults: own, notes };
        let assessment = assessment::read(&mut reader);
        *faults = reader.faults;
        let Some(assessment) = assessment else { return };
        self.notes = assessment::notes(&assessment, &stack, &self.list);
        self.push(embedded("assessment".to_owned(), &assessment::layer(&assessment)), true, faults);
        self.assessment = Some(assessment);
    }

    /// The `base` that the layer added last asks for.
    fn base_of_last(&self) -> Option<(Place, String)> {
        let layer = self.list.len().checked_sub(1)?;
        let (span, path) = text_at(&self.list[layer].root, &["base"])?;
        Some((Place { layer, span }, path))
    }

    fn open_base(&self, path: &str, files: &dyn Files) -> Result<OpenedFile, FileError> {
        check_relative(path, ".toml")?;
        if self.list.len() > MOST_BASES {
            return Err(FileError::TooManyBases);
        }
        let from = self.list.last().map_or("", |layer| layer.identity.as_str());
        let opened = files.open(from, path, MOST_SCENARIO_BYTES)?;
        match self.list.iter().any(|layer| layer.identity == opened.identity) {
            true => Err(FileError::Cycle),
            false => Ok(opened),
        }
    }

    /// The lens of the nearest layer that names one. An unknown name is reported where `[case]` is read.
    fn lens(&self) -> Lens {
        self.nearest("lens").and_then(|name| name.parse().ok()).unwrap_or_default()
    }

    /// The language of the nearest layer that names one; an unknown name is reported where `[case]` is read.
    pub(super) fn language(&self) -> Option<Language> {
        self.nearest("lang").and_then(|code| Language::from_code(&code))
    }

    /// What the nearest layer that has this key of `[case]` says.
    fn nearest(&self, key: &str) -> Option<String> {
        self.list.iter().find_map(|layer| text_at(&layer.root, &["case", key])).map(|(_, text)| text)
    }

    /// The currency of the case, if it is one; else no amount is held against it.
    pub(super) fn currency(&self) -> String {
        self.nearest("currency").unwrap_or_else(|| USUAL_CURRENCY.to_owned())
    }

    /// The preset of the nearest layer that names one.
    fn preset(&self) -> Option<String> {
        self.nearest("preset")
    }
}

/// What to write where the line of this byte gives a percentage without quotes.
fn quotes_missing(text: &str, byte: usize) -> Option<String> {
    /// Characters of a line beyond which nobody wrote it by hand.
    const LONGEST: usize = 400;
    let line = text.lines().nth(position(text, byte).0 - 1).filter(|line| line.len() <= LONGEST)?;
    let values = line.match_indices('=').flat_map(|(at, _)| {
        let rest = &line[at + 1..];
        [rest.split('#').next(), rest.split(['#', ',', '}']).next()]
    });
    let written = values
        .flatten()
        .map(str::trim)
        .find(|value| value.contains('%') && quantity::parse(value, &Expected::RATIO).is_ok())?;
    Some(format!("write \"{written}\" in quotes"))
}
