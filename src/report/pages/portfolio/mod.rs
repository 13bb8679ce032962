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

    fn page(&self, words: Words) -> Page {
        page::portfolio(self, words)
    }

    #[cfg(feature = "figures")]
    fn figures(&self, words: Words) -> Vec<Named> {
        figures::portfolio(self, words)
    }
}
