//! The maturities of a self-assessment as a layer of the scenario, in the words of a scenario file.

use super::answers::Assessment;
use crate::chain::ELEMENTS;
use crate::evidence::questionnaire;
use crate::scenario::diagnostic::position;
use crate::scenario::files::name_for_readers;
use crate::scenario::layer::Layer;
use crate::scenario::note::Note;
use crate::scenario::stack::Stack;
use std::collections::BTreeMap;
use std::fmt::Write;

impl Assessment {
    /// `[excellence.now]` as a scenario file says it: each element that was reached as
    /// `pert(value − √7·sd, value, value + √7·sd)` within 0 to 1, with its source and grade D.
    pub fn excellence_now(&self) -> String {
        let mut out = String::from("[excellence.now]\n");
        for (element, maturity) in ELEMENTS.iter().zip(self.maturities()) {
            let Some(m) = maturity else { continue };
            let (low, high) = m.ends();
            let of = format!("{} of {} answers", m.answered, m.asked);
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "{element:<10} = {{ value = \"pert({low:.3}, {:.3}, {high:.3})\", source = \"self-assessment, {of}\", grade = \"D\" }}",
                m.value
            );
        }
        out
    }
}

/// The layer: the maturities, and the rank correlations that one rater's leniency leaves between them.
pub(in crate::scenario) fn layer(assessment: &Assessment) -> String {
    let mut out = assessment.excellence_now();
    let found = assessment.maturities();
    let reached: Vec<&str> = ELEMENTS.iter().zip(&found).filter(|(_, m)| m.is_some()).map(|(e, _)| *e).collect();
    let rank = questionnaire().error.rank;
    for (i, a) in reached.iter().enumerate() {
        for b in &reached[..i] {
            let _ = write!(
                out,
                "\n[[correlations]]\nbetween = [\"excellence.now.{a}\", \"excellence.now.{b}\"]\nrank = {rank}\n"
            );
        }
    }
    out
}

/// What the reader of a result should know: elements that the files give themselves, those that no answer reaches, and
/// questions without an answer.
pub(in crate::scenario) fn notes(assessment: &Assessment, stack: &Stack, layers: &[Layer]) -> Vec<Note> {
    let found = assessment.maturities();
    let (reached, beyond): (Vec<_>, Vec<_>) = ELEMENTS.iter().zip(&found).partition(|(_, m)| m.is_some());
    let places: BTreeMap<String, String> = reached
        .into_iter()
        .filter_map(|(element, _)| {
            let setting = stack.setting(&format!("excellence.now.{element}"))?;
            let layer = &layers[setting.layer];
            let line = position(&layer.text, setting.node().span.start).0;
            Some(((*element).to_owned(), format!("{}:{line}", name_for_readers(&layer.name))))
        })
        .collect();
    let elements: Vec<String> = beyond.into_iter().map(|(element, _)| (*element).to_owned()).collect();
    let is_complete = assessment.unanswered().is_empty();
    let progress = assessment.progress();
    let (missing, asked) = (progress.unanswered.len(), progress.asked);
    let own = (!places.is_empty()).then_some(Note::OwnMaturities { places });
    let unassessed = (!elements.is_empty()).then_some(Note::Unassessed { elements });
    let unanswered = (!is_complete).then_some(Note::Unanswered { missing, asked });
    [own, unassessed, unanswered].into_iter().flatten().collect()
}
