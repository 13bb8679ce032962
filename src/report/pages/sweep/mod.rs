//! What `delight sweep` says and draws: the value as an input moves.

#[cfg(feature = "figures")]
mod figures;
mod page;
mod public;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::sweep::{Sweep, SweepTwo};

impl Study for Sweep {
    fn name(&self) -> &'static str {
        "sweep"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::sweep(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::sweep(self, words)
    }
}

impl Study for SweepTwo {
    fn name(&self) -> &'static str {
        "sweep"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::sweep_two(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::sweep_two(self, words)
    }
}
