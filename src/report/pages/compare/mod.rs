//! What `delight compare` says and draws: rivals for the same money.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::compare::{Comparison, LEVELS};
use delight_studies::findings::CaseFacts;

impl Study for Comparison {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn is_whole(&self) -> bool {
        let all = self.rivals.len();
        let pairs = self.pairs.iter().flat_map(|pair| [pair.first, pair.second]);
        let switches = self.switches.iter().flat_map(|switch| [switch.below, switch.above]);
        let mut places = pairs.chain(switches).chain(self.best_certainty_equivalent).chain([self.best_mean]);
        places.all(|place| place < all)
            && self.rivals.iter().all(|rival| rival.ranks.len() == all && rival.curve.len() == LEVELS - 1)
    }

    fn page(&self, words: Words) -> Page {
        page::compare(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::compare(self, words)
    }
}
