//! A generator for every trial of every input, with the traits of the crates `rand` and `rand_distr`.

use super::{
    Distribution, Sampler,
    hash::{KeySource, random_word},
    level::Level,
};
use rand::{
    Rng, SeedableRng, TryRng,
    rand_core::{
        Infallible,
        utils::{fill_bytes_via_next_word, next_u64_via_u32},
    },
};

/// The random numbers of one trial of one input, one after the other, for whatever `rand` and `rand_distr` offer.
///
/// Word d is a pure function of (seed, name, trial, d): Philox4x32-10 with the trial and the draw d as its counter. Word
/// 0 is the trial's uniform under [`Sampling::Random`](super::Sampling::Random); the words from 1 on are used by nothing
/// else, so that a trial may draw as many as it likes (2⁶⁴) and moves no other.
///
/// ```
/// use delight_model::sampling::{Distribution, TrialRng};
/// use rand::RngExt;
/// use rand_distr::Distribution as _;
///
/// let mut rng = TrialRng::new(42, "customers.annual_churn", 7);
/// let churn = Distribution::share_from_interval(0.1, 0.3)?.sample(&mut rng);
/// let weekday = rng.random_range(0..7);
/// assert!((0.0..1.0).contains(&churn) && weekday < 7);
/// # Ok::<(), delight_model::sampling::DistributionError>(())
/// ```
///
/// Not for cryptography.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialRng {
    key: u64,
    trial: u64,
    /// The word to be drawn next.
    draw: u64,
}

impl TrialRng {
    /// The generator of the trial number `trial` of the input `name` under `seed`.
    pub fn new(seed: u64, name: &str, trial: u64) -> Self {
        Self::from_key(KeySource::new(seed, name).words(), trial)
    }

    /// The generator of a trial under a key.
    pub(super) fn from_key(key: u64, trial: u64) -> Self {
        Self { key, trial, draw: 0 }
    }
}

impl TryRng for TrialRng {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let word = random_word(self.key, self.trial, self.draw);
        self.draw = self.draw.wrapping_add(1);
        Ok(word)
    }

    /// Two words, the lower half first.
    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        next_u64_via_u32(self)
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(dst, || self.try_next_u32())
    }
}

/// A key and a trial, both little-endian, for where no input has a name; else [`TrialRng::new`].
impl SeedableRng for TrialRng {
    type Seed = [u8; 16];

    fn from_seed(seed: [u8; 16]) -> Self {
        let whole = u128::from_le_bytes(seed);
        Self::from_key(whole as u64, (whole >> 64) as u64)
    }
}

/// The exact quantile of one word of the generator, (k + ½)/2³².
impl rand_distr::Distribution<f64> for Distribution {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        self.at(Level::from_word(rng.next_u32()))
    }
}

/// The value of one word of the generator: bit for bit what a run under
/// [`Sampling::Random`](super::Sampling::Random) draws, which where the sampler
/// [is tabulated](Sampler::is_tabulated) is the exact quantile to within 10⁻⁹.
impl rand_distr::Distribution<f64> for Sampler {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let mut value = [0.0];
        self.fill(&[rng.next_u32()], &mut value);
        value[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::{MOST_TRIALS, Sampling, Stream};
    use rand::RngExt;
    use std::collections::BTreeSet;

    fn words(rng: TrialRng, n: usize) -> Vec<u32> {
        rng.random_iter().take(n).collect()
    }

    #[test]
    fn the_first_word_of_a_trial_is_its_uniform_under_random_sampling() {
        for first in [0, 1, 6, 1 << 20, (1 << 32) - 3, MOST_TRIALS - 70] {
            let stream = Stream::new(Sampling::Random, 9, "churn", None, 100);
            let mut uniforms = [0; 70];
            stream.fill(first, &mut uniforms);
            for (trial, word) in (first..).zip(uniforms) {
                assert_eq!(stream.rng(trial).next_u32(), word, "trial {trial}");
                assert_eq!(TrialRng::new(9, "churn", trial).next_u32(), word, "trial {trial}");
            }
        }
    }

    #[test]
    fn a_stream_has_the_generators_of_its_seed_and_name_however_it_is_sampled() {
        for sampling in [Sampling::Sobol, Sampling::Lhs, Sampling::Random] {
            let stream = Stream::new(sampling, 9, "churn", Some(3), 100);
            assert_eq!(stream.rng(77), TrialRng::new(9, "churn", 77));
            assert_ne!(stream.rng(77), TrialRng::new(9, "churm", 77));
            assert_ne!(stream.rng(77), TrialRng::new(8, "churn", 77));
        }
    }

    #[test]
    fn the_words_are_the_published_ones_of_philox() {
        // Random123's kat_vectors: counter 0, key 0 are the words of the first four trials.
        for (trial, word) in [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8].into_iter().enumerate() {
            assert_eq!(TrialRng::from_key(0, trial as u64).next_u32(), word);
        }
    }

    #[test]
    fn no_word_is_drawn_twice_by_any_trial_or_draw() {
        // Of n runs of three words, independent and uniform, two are alike with a probability of n²/2⁹⁷: 10⁻¹⁸ here.
        let mut runs = BTreeSet::new();
        let mut made = 0;
        for trial in (0..200).chain((1 << 34) - 4..(1 << 34) + 4) {
            let mut rng = TrialRng::new(1, "x", trial);
            for start in [0, (1 << 32) - 100, u64::MAX - 300] {
                rng.draw = start;
                runs.extend(words(rng.clone(), 202).windows(3).map(<[u32]>::to_vec));
                made += 200;
            }
        }
        assert_eq!(runs.len(), made);
    }

    #[test]
    fn draws_are_uniform_within_a_trial_and_across_trials_and_serially_independent() {
        let n = 1 << 16;
        let within = words(TrialRng::new(1, "x", 5), n);
        let across = |draw: u64| -> Vec<u32> {
            (0..n as u64).map(|trial| TrialRng { draw, ..TrialRng::new(1, "x", trial) }.next_u32()).collect()
        };
        let (second, third) = (across(1), across(2));
        let centred = |k: &u32| (f64::from(*k) + 0.5) / 4_294_967_296.0 - 0.5;
        // Means have the variance 1/(12n); of independent columns √n times the correlation is standard normal.
        for column in [&within, &second, &third] {
            let z = column.iter().map(centred).sum::<f64>() * (12.0 / n as f64).sqrt();
            assert!(z.abs() < 4.5, "{z}");
        }
        let correlation = |a: &[u32], b: &[u32]| -> f64 {
            12.0 * a.iter().zip(b).map(|(a, b)| centred(a) * centred(b)).sum::<f64>() / (a.len() as f64).sqrt()
        };
        for lag in 1..9 {
            let z = correlation(&within[lag..], &within[..n - lag]);
            assert!(z.abs() < 4.5, "lag {lag}: {z}");
        }
        assert!(correlation(&second, &third).abs() < 4.5);
        assert!(correlation(&second[1..], &third[..n - 1]).abs() < 4.5);
    }

    #[test]
    fn long_words_and_bytes_are_the_same_words_little_end_first() {
        let rng = TrialRng::new(1, "x", 5);
        let expected = words(rng.clone(), 4);
        let (mut bytes, mut long) = ([0; 14], rng.clone());
        rng.clone().fill_bytes(&mut bytes);
        let all: Vec<u8> = expected.iter().flat_map(|word| word.to_le_bytes()).collect();
        assert_eq!(bytes[..], all[..14]);
        assert_eq!(long.next_u64(), u64::from(expected[0]) | u64::from(expected[1]) << 32);
        assert_eq!(long.next_u32(), expected[2]);
    }

    #[test]
    fn a_seed_is_a_key_and_a_trial() {
        let mut seed = [0; 16];
        seed[..8].copy_from_slice(&7_u64.to_le_bytes());
        seed[8..].copy_from_slice(&300_u64.to_le_bytes());
        assert_eq!(TrialRng::from_seed(seed), TrialRng::from_key(7, 300));
        assert_ne!(TrialRng::seed_from_u64(1), TrialRng::seed_from_u64(2));
    }
}
