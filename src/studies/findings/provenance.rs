//! How the numbers of a study came about, so that they can be had again.

use delight_model::simulate::Settings;
use serde::{Deserialize, Serialize};

/// What gives the numbers of a study again; flattened into its document, after the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Version of the program.
    pub version: String,
    /// Seed of the draws.
    pub seed: u64,
    /// How uniforms were spread: `sobol`, `lhs` or `random`.
    pub sampling: String,
    /// Number of trials.
    pub trials: usize,
}

impl Provenance {
    /// This version of the program, with these settings and as many trials as were run.
    pub fn new(settings: &Settings, trials: usize) -> Self {
        Provenance {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: settings.seed,
            sampling: settings.sampling.to_string(),
            trials,
        }
    }
}
