//! What `delight diff` says and draws: which changed assumption moves the value by how much.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::diff::Diff;
use delight_studies::findings::CaseFacts;

impl Study for Diff {
    fn name(&self) -> &'static str {
        "diff"
    }

    fn case(&self) -> &CaseFacts {
        &self.to
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::diff(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::diff(self, words)
    }
}
