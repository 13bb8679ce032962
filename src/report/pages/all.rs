//! The studies of a case: what each says, what it draws, and how it is read back from the folder of its case.

use crate::page::json::hidden;
use crate::page::study::Study;
use delight_studies::assess::CaseAssessment;
use delight_studies::audit::Audit;
use delight_studies::breakeven::Breakeven;
use delight_studies::compare::Comparison;
use delight_studies::diff::Diff;
use delight_studies::fails::Fails;
use delight_studies::gate::GateStudy;
use delight_studies::improve::Improvement;
use delight_studies::optimise::Optimisation;
use delight_studies::portfolio::Portfolio;
use delight_studies::run::Findings;
use delight_studies::sensitivity::Sensitivity;
use delight_studies::sweep::{Sweep, SweepTwo};
use delight_studies::track::TrackFindings;
use delight_studies::voi::ValueOfInformation;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Reads a study from its document.
type Read = fn(&str) -> Option<Arc<dyn Study>>;

/// A study by the name of its file, with the names of the figures that it may have.
struct Kind {
    name: &'static str,
    figures: &'static [&'static str],
    read: Read,
}

const fn kind(name: &'static str, figures: &'static [&'static str], read: Read) -> Kind {
    Kind { name, figures, read }
}

/// Every study, in the order of the report.
const ALL: [Kind; 14] = [
    kind("track", &["odds", "kpis", "value", "moved"], read::<TrackFindings>),
    kind("improve", &["improve"], read::<Improvement>),
    kind("compare", &["compare-curves", "compare-risk", "compare-places"], read::<Comparison>),
    kind("portfolio", &["portfolio", "portfolio-budget"], read::<Portfolio>),
    kind("diff", &["diff"], read::<Diff>),
    kind("sensitivity", &["tornado", "shares"], read::<Sensitivity>),
    kind("breakeven", &["breakeven"], read::<Breakeven>),
    kind("sweep", &["sweep-npv", "sweep-roi", "sweep-map"], |text| {
        read::<Sweep>(text).or_else(|| read::<SweepTwo>(text))
    }),
    kind("gate", &["gate", "gate-regions"], read::<GateStudy>),
    kind("optimise", &["effort", "frontier"], read::<Optimisation>),
    kind("voi", &["voi"], read::<ValueOfInformation>),
    kind("fails", &["fails", "stress"], read::<Fails>),
    kind("assess", &["assessment"], read::<CaseAssessment>),
    kind("audit", &[], read::<Audit>),
];

/// The names of all studies, in the order of the report.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|kind| kind.name).collect()
}

/// The names of the figures that a study may have; none of one that is not known.
pub fn figures_of(study: &str) -> &'static [&'static str] {
    ALL.iter().find(|kind| kind.name == study).map_or(&[], |kind| kind.figures)
}

fn read<T: Study + DeserializeOwned + 'static>(text: &str) -> Option<Arc<dyn Study>> {
    // No scenario has letters that are not seen.
    serde_json::from_str(text).ok().filter(|document| hidden(document).is_none())?;
    let study = serde_json::from_str::<T>(text).ok().filter(Study::is_whole)?;
    Some(Arc::new(study))
}

/// The studies in the folder of a case.
#[derive(Clone, Debug, Default)]
pub struct Studies {
    /// Those of the case as it was run, in the order of the report.
    pub current: Vec<Arc<dyn Study>>,
    /// Names of those of another state of the case, or of another version of this program.
    pub outdated: Vec<&'static str>,
}

impl Studies {
    /// Reads the studies of a case; `text` gives the document of a name, if there is one.
    pub fn of(findings: &Findings, text: impl Fn(&str) -> Option<String>) -> Self {
        let mut studies = Studies::default();
        for Kind { name, read, .. } in ALL {
            let Some(text) = text(name) else { continue };
            match read(&text).filter(|study| study.case().scenario == findings.case.scenario) {
                Some(study) => studies.current.push(study),
                None => studies.outdated.push(name),
            }
        }
        studies
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use delight_model::scenario::Language;
    use std::path::Path;

    /// One name for a study, wherever it is spoken of.
    #[test]
    fn a_study_has_one_name_in_rooms_texts_and_documentation() {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let decisions = std::fs::read_to_string(package.join("../../docs/decisions.md")).expect("docs/decisions.md");
        assert!(names().len() >= 12);
        for name in names() {
            for room in ["pages", "../studies"] {
                assert!(package.join(room).join(name).join("mod.rs").is_file(), "{room} has no room {name}");
            }
            for language in Language::ALL {
                let texts = package.join("words").join(language.code()).join(format!("{name}.ftl"));
                assert!(texts.is_file(), "{}", texts.display());
                assert_ne!(Words::new(language).say_of("study", name), format!("study-{name}"), "{language:?}");
            }
            assert!(decisions.contains(&format!("\n## delight {name}\n")), "docs/decisions.md: {name}");
        }
    }
}
