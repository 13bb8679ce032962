//! What `delight sensitivity` says and draws: what drives the result.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::sensitivity::Sensitivity;

impl Study for Sensitivity {
    fn name(&self) -> &'static str {
        "sensitivity"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn page(&self, words: Words) -> Page {
        page::sensitivity(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        match self.npv_sd.value > 0.0 {
            true => figures::sensitivity(self, words),
            false => Vec::new(),
        }
    }
}
