//! What `delight optimise` says and draws: how to spread the effort.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::optimise::Optimisation;

impl Study for Optimisation {
    fn name(&self) -> &'static str {
        "optimise"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::optimise(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::optimise(self, words)
    }
}
