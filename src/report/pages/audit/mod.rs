//! What `delight audit` says: which rules a reviewer finds broken, and how to mend them.

mod page;
mod rules;

pub use rules::rules_as_markdown;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::audit::Audit;
use delight_studies::findings::CaseFacts;

impl Study for Audit {
    fn name(&self) -> &'static str {
        "audit"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        None
    }

    fn page(&self, words: Words) -> Page {
        page::audit(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, _: Words) -> Vec<Named> {
        Vec::new()
    }
}
