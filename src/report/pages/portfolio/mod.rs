//! What `delight portfolio` says and draws: which projects to fund together.

#[cfg(feature = "figures")]
mod figures;
mod page;

use crate::page::content::Page;
#[cfg(feature = "figures")]
use crate::page::figure::Named;
use crate::page::study::Study;
use crate::words::Words;
use delight_studies::findings::CaseFacts;
use delight_studies::portfolio::Portfolio;

impl Study for Portfolio {
    fn name(&self) -> &'static str {
        "portfolio"
    }

    fn case(&self) -> &CaseFacts {
        &self.case
    }

    fn trials(&self) -> Option<usize> {
        Some(self.provenance.trials)
    }

    fn is_whole(&self) -> bool {
        let reasons = self.projects.iter().filter_map(|project| project.reason.as_ref());
        let of_reasons = reasons.flat_map(|reason| reason.displaces.iter().chain(&reason.brings));
        let of_next = self.next.iter().flat_map(|next| next.joins.iter().chain(&next.leaves));
        let of_curve = self.curve.iter().flat_map(|point| &point.funded);
        let mut places = of_reasons.chain(of_next).chain(of_curve);
        !self.limits.is_empty() && places.all(|place| *place < self.projects.len())
    }

    fn page(&self, words: Words) -> Page {
        page::portfolio(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::portfolio(self, words)
    }
}
