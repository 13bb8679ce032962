//! Which chances are worth telling: of what may come true, and of what is known well enough.

use delight_model::statistics::Estimate;

/// What happens less often than this is not possible in practice, a share of the trials.
const LEAST: f64 = 0.005;
/// A chance that is known no better than this says nothing, a share.
const UNSURE: f64 = 0.05;

/// Whether what has this chance may come true.
pub fn is_possible(chance: &Estimate) -> bool {
    chance.value >= LEAST
}

/// Whether the chance is known well enough to be told.
pub fn is_known(chance: &Estimate) -> bool {
    chance.standard_error.is_some_and(|error| error <= UNSURE)
}
