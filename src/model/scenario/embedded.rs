//! What the program brings with it: the defaults and the presets, input by input, outside any case.

use super::assumptions::read_chain;
use super::checked::Assumption;
use super::faults::Faults;
use super::field::MOST_MONTHS;
use super::fields;
use super::files::NoFiles;
use super::header::USUAL_CURRENCY;
use super::layers::gather;
use super::programme;
use super::rate::Rate;
use super::reader::Reader;
use super::samples::SamplesRead;
use super::source::Source;
use super::stack::Stack;

/// Every input to which the defaults give a value, or a preset if one is named, in the order of the draws; those of a
/// preset include the amounts of its cost lines.
///
/// A preset that does not exist gives none.
pub fn embedded(preset: Option<&str>) -> Vec<Assumption> {
    let text = preset.map_or_else(String::new, |name| format!("[case]\npreset = {name:?}\n"));
    let layer = preset.map_or_else(|| "defaults:".to_owned(), |name| format!("preset {name}:"));
    let mut faults = Faults::default();
    let layers = gather(&Source::of_text("none", &text), &mut faults);
    let stack = Stack::new(&layers.list, &fields::known(), &mut faults);
    let (list, files, samples) = (&layers.list, &NoFiles, &SamplesRead::default());
    let (currency, rate, notes) = (USUAL_CURRENCY, Rate::default(), Vec::new());
    let mut reader = Reader { layers: list, stack: &stack, files, samples, currency, rate, faults, notes };
    // What no layer gives is not a fault here: only a case must be whole.
    let (mut columns, _) = read_chain(&mut reader, &mut Vec::new());
    columns.extend(programme::costs(&mut reader, MOST_MONTHS as usize).1);
    columns.into_iter().flatten().filter(|a| a.provenance.place.starts_with(&layer)).collect()
}
