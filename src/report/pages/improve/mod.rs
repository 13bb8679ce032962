//! What `delight improve` says, draws and writes: what would make the case pay.

#[cfg(feature = "figures")]
mod figures;
mod file;
mod page;
mod public;

pub use file::better_file;
pub use page::changes;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::improve::Improvement;

impl Study for Improvement {
    fn name(&self) -> &'static str {
        "improve"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::improve(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::improve(self, words)
    }
}
