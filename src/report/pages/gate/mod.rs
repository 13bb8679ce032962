//! What `delight gate` says and draws: when to look, at what, and with how much to go on.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::gate::GateStudy;

impl Study for GateStudy {
    fn name(&self) -> &'static str {
        "gate"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::gate(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::gate(self, words)
    }
}
