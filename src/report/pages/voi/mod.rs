//! What `delight voi` says and draws: what knowing more is worth.

#[cfg(feature = "figures")]
mod figures;
mod measure;
mod page;

pub use measure::STUDIES;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::voi::ValueOfInformation;

impl Study for ValueOfInformation {
    fn name(&self) -> &'static str {
        "voi"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn is_whole(&self) -> bool {
        self.best.into_iter().chain(self.best_at_point_values).all(|place| place < self.options.len())
    }

    fn page(&self, words: Words) -> Page {
        page::voi(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::voi(self, words)
    }
}
