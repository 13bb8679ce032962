//! The maturities of a self-assessment as a layer of the scenario, in the words of a scenario file.

use super::super::diagnostic::position;
use super::super::layers::Layer;
use super::super::stack::Stack;
use super::Assessment;
use crate::chain::ELEMENTS;
use crate::evidence::questionnaire;
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
pub(in crate::scenario) fn notes(assessment: &Assessment, stack: &Stack, layers: &[Layer]) -> Vec<String> {
    let mut notes = Vec::new();
    let found = assessment.maturities();
    let given: Vec<String> = ELEMENTS
        .iter()
        .zip(&found)
        .filter(|(_, maturity)| maturity.is_some())
        .filter_map(|(element, _)| {
            let setting = stack.setting(&format!("excellence.now.{element}"))?;
            let layer = &layers[setting.layer];
            Some(format!("{element} ({}:{})", layer.name, position(&layer.text, setting.node().span.start).0))
        })
        .collect();
    if !given.is_empty() {
        notes.push(format!("assessment: excellence.now itself gives, and that holds, {}", given.join(", ")));
    }
    let beyond: Vec<&str> = ELEMENTS.iter().zip(&found).filter(|(_, m)| m.is_none()).map(|(e, _)| *e).collect();
    if !beyond.is_empty() {
        notes.push(format!("assessment: no answer bears on {}", beyond.join(", ")));
    }
    let missing = assessment.unanswered().len();
    if missing > 0 {
        let all = questionnaire().items.iter().filter(|item| !item.weights.is_empty()).count();
        notes.push(format!(
            "assessment: {missing} of {all} questions without an answer, so the maturities are less sure"
        ));
    }
    notes
}
