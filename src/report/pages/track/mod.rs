//! What `delight track` says and draws: how the odds have moved, whether to go on, and what to measure next.

#[cfg(feature = "figures")]
mod figures;
mod notes;
mod page;
mod tables;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::track::TrackFindings;

impl Study for TrackFindings {
    fn name(&self) -> &'static str {
        "track"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn page(&self, words: Words) -> Page {
        page::track(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::track(self, words)
    }
}
