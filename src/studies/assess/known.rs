//! Of which elements so much is known that a step of them can be advised.

use delight_model::chain::ELEMENTS;
use delight_model::scenario::{Assessment, Note, Scenario};

/// Least share of the questions about an element that are answered where a step of it is advised.
pub const KNOWN: f64 = 0.5;

/// Whether so much is known of each element that a step of it can be advised: half of the questions about it are
/// answered, or the files give its maturity themselves.
pub(super) fn known(scenario: &Scenario, assessment: &Assessment) -> [bool; 9] {
    let found = assessment.maturities();
    std::array::from_fn(|e| {
        let answered = found[e].is_some_and(|m| m.answered > 0 && m.answered as f64 >= KNOWN * m.asked as f64);
        answered || is_given(scenario, ELEMENTS[e])
    })
}

/// Whether the files of a case give the maturity of an element themselves.
fn is_given(scenario: &Scenario, element: &str) -> bool {
    let own = scenario.notes().iter().filter_map(|note| match note {
        Note::OwnMaturities { places } => Some(places),
        _ => None,
    });
    own.into_iter().any(|places| places.contains_key(element))
}
