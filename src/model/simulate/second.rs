//! The settings of a second sample, independent of a first.

use super::engine::Settings;
use crate::sampling::Sampling;

/// The second sample's seed: any other than the first's, whatever that is.
const OTHER_SEED: u64 = 0x5EED_0FB0;

/// How a second sample of this many trials is drawn, independent of the first.
///
/// The same Sobol' points scrambled anew would be tied to the first in their leading digits; shuffled strata are not.
pub fn second_of(first: &Settings, trials: u64) -> Settings {
    Settings { sampling: Sampling::Lhs, seed: first.seed ^ OTHER_SEED, trials }
}
