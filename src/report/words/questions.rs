//! Questions of the self-assessment: both languages stand beside each question, in `src/evidence/assessment.toml`.

use super::Words;
use delight_model::evidence;
use delight_model::evidence::Item;
use delight_model::scenario::Language;

impl Words {
    /// A question, with what answers of 0, 5 and 10 mean.
    pub fn question(self, item: &Item) -> &evidence::Words {
        match self.language {
            Language::English => &item.en,
            Language::Dutch => &item.nl,
        }
    }
}
