//! Streams of uniforms, the only place where anything random is drawn: a pure function of the seed, the name and the trial.

use super::{
    generator::TrialRng,
    hash::{KeySource, random_words},
    latin::{Permutation, within},
    replicates::REPLICATES,
    sobol::{DIMENSIONS, Directions, Scrambles},
};
use serde::{Deserialize, Serialize};

/// The largest number of trials: 2³⁰ points in each replicate.
pub const MOST_TRIALS: u64 = (1 << 30) * REPLICATES as u64;

/// How the points of a replicate are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sampling {
    /// Scrambled Sobol' points: evenly spread over all inputs together.
    #[default]
    Sobol,
    /// Latin hypercube: each input evenly spread, the inputs shuffled against each other.
    Lhs,
    /// Independent pseudo-random numbers.
    Random,
}

/// A word that names no [`Sampling`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSampling(pub String);

impl std::fmt::Display for UnknownSampling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown sampling \"{}\": write \"sobol\", \"lhs\" or \"random\"", self.0)
    }
}

impl std::error::Error for UnknownSampling {}

impl std::str::FromStr for Sampling {
    type Err = UnknownSampling;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "sobol" => Ok(Self::Sobol),
            "lhs" => Ok(Self::Lhs),
            "random" => Ok(Self::Random),
            other => Err(UnknownSampling(other.to_owned())),
        }
    }
}

impl std::fmt::Display for Sampling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Sobol => "sobol",
            Self::Lhs => "lhs",
            Self::Random => "random",
        })
    }
}

/// One input's stream of uniforms. A uniform is a word k that stands for the number (k + ½)/2³².
#[derive(Clone, Debug)]
pub struct Stream {
    /// The key of the random words of (seed, name).
    key: u64,
    plan: Plan,
}

/// What a stream keeps in order to compute any of its uniforms.
#[derive(Clone, Debug)]
enum Plan {
    Random,
    Lhs { trials: u64, columns: Box<[Permutation; REPLICATES]> },
    Sobol { directions: Directions, scrambles: Scrambles },
    Padded { shuffles: Scrambles, scrambles: Scrambles },
}

impl Stream {
    /// The stream of the input `name`. `dimension` is the input's fixed place in the Sobol' sequence, its own among all
    /// inputs; without one (or with one of at least [`DIMENSIONS`]) the input is padded: stratified by itself, and
    /// independent of all others. `trials` is the number of trials of the whole run, which only a Latin hypercube needs.
    ///
    /// # Panics
    /// If `trials` is over [`MOST_TRIALS`].
    pub fn new(sampling: Sampling, seed: u64, name: &str, dimension: Option<u16>, trials: u64) -> Self {
        assert!(trials <= MOST_TRIALS, "{trials} trials are more than {MOST_TRIALS}");
        let keys = KeySource::new(seed, name);
        let lanes = REPLICATES as u64;
        let plan = match (sampling, dimension.filter(|&d| d < DIMENSIONS)) {
            (Sampling::Random, _) => Plan::Random,
            (Sampling::Lhs, _) => {
                let size = |r: usize| (trials + lanes - 1 - r as u64) / lanes;
                let column = |r: usize| Permutation::new(size(r) as u32, keys.key(r as u64));
                Plan::Lhs { trials, columns: Box::new(std::array::from_fn(column)) }
            }
            (Sampling::Sobol, Some(d)) => {
                Plan::Sobol { directions: Directions::new(d), scrambles: Scrambles::new(keys, 0) }
            }
            (Sampling::Sobol, None) => {
                Plan::Padded { shuffles: Scrambles::new(keys, lanes), scrambles: Scrambles::new(keys, 0) }
            }
        };
        Self { key: keys.words(), plan }
    }

    /// A generator of its own for one trial: the same as [`TrialRng::new`] gives for the stream's seed and name, however
    /// the stream is sampled. Under [`Sampling::Random`] its first word is the trial's uniform; in a Latin hypercube that
    /// word places the uniform within its stratum; of Sobol' points it is independent.
    pub fn rng(&self, trial: u64) -> TrialRng {
        TrialRng::from_key(self.key, trial)
    }

    /// Writes the uniforms of the trials `first_trial`, `first_trial` + 1, … Fastest when `first_trial` and the length
    /// are multiples of [`REPLICATES`]; the values are the same for any cut.
    ///
    /// # Panics
    /// If a trial is beyond [`MOST_TRIALS`], or for a Latin hypercube beyond its `trials`.
    #[inline(always)]
    pub fn fill(&self, first_trial: u64, out: &mut [u32]) {
        let end = first_trial.saturating_add(out.len() as u64);
        let most = if let Plan::Lhs { trials, .. } = &self.plan { *trials } else { MOST_TRIALS };
        assert!(end <= most, "trials {first_trial}..{end} are beyond the {most} of this stream");
        let index = (first_trial / REPLICATES as u64) as u32;
        match &self.plan {
            Plan::Random => random_words(self.key, first_trial, out),
            Plan::Lhs { columns, .. } => {
                random_words(self.key, first_trial, out);
                for (trial, word) in (first_trial..).zip(out) {
                    let column = &columns[(trial % REPLICATES as u64) as usize];
                    *word = within(column.apply((trial / REPLICATES as u64) as u32), column.size(), *word);
                }
            }
            Plan::Sobol { directions, scrambles } => {
                let mut next = directions.points_from(index);
                fill_lanes(first_trial, out, || scrambles.apply([next(); REPLICATES]).map(u32::reverse_bits));
            }
            Plan::Padded { shuffles, scrambles } => {
                let mut index = index;
                fill_lanes(first_trial, out, || {
                    let shuffled = shuffles.apply([index.reverse_bits(); REPLICATES]);
                    index = index.wrapping_add(1);
                    // The van der Corput point of an index is the index reversed: reversed once more, the index itself.
                    scrambles.apply(shuffled.map(u32::reverse_bits)).map(u32::reverse_bits)
                });
            }
        }
    }
}

/// Writes `out` from the trial `first` on, where each call of `lanes` gives the next index's words of all replicates.
#[inline(always)]
fn fill_lanes(first: u64, out: &mut [u32], mut lanes: impl FnMut() -> [u32; REPLICATES]) {
    let skip = (first % REPLICATES as u64) as usize;
    let (head, body) = out.split_at_mut(((REPLICATES - skip) % REPLICATES).min(out.len()));
    if !head.is_empty() {
        head.copy_from_slice(&lanes()[skip..skip + head.len()]);
    }
    let (blocks, tail) = body.as_chunks_mut::<REPLICATES>();
    for block in blocks {
        *block = lanes();
    }
    if !tail.is_empty() {
        tail.copy_from_slice(&lanes()[..tail.len()]);
    }
}
