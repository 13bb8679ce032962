//! What `delight breakeven` says and draws: what would have to be true.

#[cfg(feature = "figures")]
mod figures;
mod page;

#[cfg(feature = "figures")]
pub(crate) use figures::value_map;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::breakeven::Breakeven;
use delight_studies::findings::CaseFacts;

impl Study for Breakeven {
    fn name(&self) -> &'static str {
        "breakeven"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::breakeven(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::breakeven(self, words)
    }
}
