//! A self-assessment as one of the studies of its case: a section of its report.

#[cfg(feature = "figures")]
use super::figure::figure;
use super::page::page;
use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_model::chain::ELEMENTS;
use delight_studies::assess::CaseAssessment;
use delight_studies::findings::CaseFacts;

/// Its figure in a page and on a telephone: nine elements in four groups.
#[cfg(feature = "figures")]
const HEIGHTS: [u32; 2] = [500, 560];

impl Study for CaseAssessment {
    fn name(&self) -> &'static str {
        "assess"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        self.portrait.worth.as_ref().map(|worth| worth.trials as usize)
    }

    fn is_whole(&self) -> bool {
        let steps = self.portrait.worth.iter().flat_map(|worth| &worth.steps);
        let mut named = self.portrait.elements.iter().map(|e| &e.element).chain(steps.map(|step| &step.element));
        named.all(|element| ELEMENTS.contains(&element.as_str()))
    }

    fn page(&self, words: Words) -> Page {
        page(&self.portrait, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        vec![Named::of_height("assessment", HEIGHTS, figure(&self.portrait, words))]
    }
}
