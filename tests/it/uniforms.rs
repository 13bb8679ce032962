//! The streams of uniforms: stratified where they promise it, independent where they must be, and the same for any cut.

use std::collections::BTreeSet;

use delight_case::sampling::{Copula, Distribution, REPLICATES, Sampler, Sampling, Stream, scores};
use proptest::{prelude::*, test_runner::RngSeed};

const KINDS: [(Sampling, Option<u16>); 5] = [
    (Sampling::Sobol, Some(0)),
    (Sampling::Sobol, Some(77)),
    (Sampling::Sobol, None),
    (Sampling::Lhs, None),
    (Sampling::Random, None),
];

fn column(kind: (Sampling, Option<u16>), seed: u64, name: &str, trials: usize) -> Vec<u32> {
    let mut u = vec![0; trials];
    Stream::new(kind.0, seed, name, kind.1, trials as u64).fill(0, &mut u);
    u
}

fn replicate(u: &[u32], r: usize) -> Vec<u32> {
    u.iter().copied().skip(r).step_by(REPLICATES).collect()
}

/// Correlation of two columns; of independent ones, √n times it is standard normal.
fn correlation(a: &[u32], b: &[u32]) -> f64 {
    let centred = |k: &u32| (f64::from(*k) + 0.5) / 4294967296.0 - 0.5;
    12.0 * a.iter().zip(b).map(|(a, b)| centred(a) * centred(b)).sum::<f64>() / a.len() as f64
}

#[test]
fn words_of_sampling_come_back() {
    for sampling in [Sampling::Sobol, Sampling::Lhs, Sampling::Random] {
        assert_eq!(sampling.to_string().parse(), Ok(sampling));
    }
    assert!("Sobol'".parse::<Sampling>().unwrap_err().to_string().contains("\"sobol\", \"lhs\" or \"random\""));
    assert_eq!(Sampling::default(), Sampling::Sobol);
}

#[test]
fn every_aligned_power_of_two_run_of_a_sobol_replicate_has_one_point_per_interval() {
    for kind in &KINDS[..3] {
        let u = column(*kind, 3, "stratified", REPLICATES << 12);
        for r in 0..REPLICATES {
            let points = replicate(&u, r);
            for k in 0..=12 {
                for run in points.chunks(1 << k).take(4) {
                    let strata: BTreeSet<u64> = run.iter().map(|&p| (u64::from(p) << k) >> 32).collect();
                    assert_eq!(strata.len(), 1 << k, "{kind:?}, replicate {r}, 2^{k}");
                }
            }
        }
    }
}

#[test]
fn sobol_points_of_a_replicate_never_collide() {
    for kind in &KINDS[..3] {
        let points: BTreeSet<u32> = replicate(&column(*kind, 5, "x", REPLICATES << 16), 0).into_iter().collect();
        assert_eq!(points.len(), 1 << 16);
    }
}

#[test]
fn two_fixed_dimensions_of_a_replicate_are_a_net_together() {
    let (a, b) =
        (column(KINDS[0], 1, "a", REPLICATES << 10), column((Sampling::Sobol, Some(1)), 1, "b", REPLICATES << 10));
    for r in 0..REPLICATES {
        for bits in 0..=10 {
            let cells = replicate(&a, r).into_iter().zip(replicate(&b, r));
            let cells: BTreeSet<(u64, u64)> =
                cells.map(|(a, b)| ((u64::from(a) << bits) >> 32, (u64::from(b) << (10 - bits)) >> 32)).collect();
            assert_eq!(cells.len(), 1 << 10, "replicate {r}, {bits} bits");
        }
    }
}

#[test]
fn a_latin_hypercube_has_one_point_per_stratum_in_each_replicate() {
    for trials in [1, 7, 8, 9, 100, 1001, 20_000] {
        let u = column((Sampling::Lhs, None), 2, "lhs", trials);
        for r in 0..REPLICATES {
            let points = replicate(&u, r);
            let n = points.len() as u64;
            let strata: BTreeSet<u64> = points.iter().map(|&k| ((2 * u64::from(k) + 1) * n) >> 33).collect();
            assert_eq!(strata.len() as u64, n, "{trials} trials, replicate {r}");
        }
    }
}

#[test]
fn random_words_are_uniform_and_serially_independent() {
    for seed in 0..5 {
        let n = 100_000;
        let u = column((Sampling::Random, None), seed, "u", n);
        let mut sorted = u.clone();
        sorted.sort_unstable();
        let gap = |(i, &k): (usize, &u32)| ((f64::from(k) + 0.5) / 4294967296.0 - (i as f64 + 0.5) / n as f64).abs();
        let statistic = sorted.iter().enumerate().map(gap).fold(0.0, f64::max) * (n as f64).sqrt();
        assert!(statistic < 2.2, "{statistic}");
        for lag in [1, 2, 3, 4, 8, 64] {
            let z = correlation(&u[lag..], &u[..n - lag]) * (n as f64).sqrt();
            assert!(z.abs() < 4.5, "seed {seed}, lag {lag}: {z}");
        }
    }
}

/// Streams of other names and seeds than `column(kind, 1, "churn", n)`.
fn others(kind: (Sampling, Option<u16>), n: usize) -> Vec<Vec<u32>> {
    let names = ["churm", "churn ", "hcurn", ""].map(|name| column(kind, 1, name, n));
    let seeds = [0, 2, 1 << 32, u64::MAX].map(|seed| column(kind, seed, "churn", n));
    names.into_iter().chain(seeds).collect()
}

#[test]
fn streams_of_other_names_and_seeds_and_replicates_have_other_points() {
    let n = REPLICATES << 13;
    for kind in KINDS {
        let base = column(kind, 1, "churn", n);
        for (i, other) in others(kind, n).iter().enumerate() {
            // Of independent columns 2⁻¹⁶ words are alike on average.
            assert!(base.iter().zip(other).filter(|(a, b)| a == b).count() < 4, "{kind:?}, {i}");
        }
        for r in 1..REPLICATES {
            assert_ne!(replicate(&base, 0), replicate(&base, r));
        }
    }
}

#[test]
fn padded_shuffled_and_random_streams_of_other_names_and_seeds_are_uncorrelated() {
    let n = REPLICATES << 13;
    for kind in &KINDS[2..] {
        let base = column(*kind, 1, "churn", n);
        for (i, other) in others(*kind, n).iter().enumerate() {
            let z = correlation(&base, other) * (n as f64).sqrt();
            assert!(z.abs() < 4.5, "{kind:?}, {i}: {z}");
        }
    }
}

#[test]
fn two_scramblings_of_one_sequence_resemble_each_other_as_chance_has_it() {
    // The points of two scramblings meet in pairs that share all digits before scrambling. Digit j adds 3·4⁻ʲ times a mean
    // of 2^(j−1) random signs, one for each interval of the digits before it, to the correlation ρ of 2ᵐ such pairs:
    // E ρ = 0, and E ρ² = Σ (3·4⁻ʲ)²/2^(j−1) = 18/31, of which the first digit alone makes 9/16. So ρ is far from the
    // 1/√2ᵐ of random columns, and two fixed dimensions must never be one. E ρ⁴ = 3(E ρ²)² − 2 Σ c⁴ over the weights c of
    // single signs, 81/256 for the first digit and 0.0002 for all others.
    let (square, fourth) = (18.0 / 31.0_f64, 3.0 * (18.0_f64 / 31.0).powi(2) - 2.0 * (81.0 / 256.0 + 0.0002));
    let n = REPLICATES << 13;
    for kind in &KINDS[..2] {
        let base = column(*kind, 1, "churn", n);
        let found: Vec<f64> = others(*kind, n)
            .iter()
            .flat_map(|other| (0..REPLICATES).map(|r| correlation(&replicate(&base, r), &replicate(other, r))))
            .collect();
        let count = found.len() as f64;
        let mean = found.iter().sum::<f64>() / count;
        let squares = found.iter().map(|rho| rho * rho).sum::<f64>() / count;
        assert!(mean.abs() < 4.5 * (square / count).sqrt(), "{kind:?}: {mean}");
        assert!((squares - square).abs() < 4.5 * ((fourth - square * square) / count).sqrt(), "{kind:?}: {squares}");
    }
}

#[test]
fn scramblings_of_one_sequence_are_uncorrelated_over_the_seeds() {
    // Over independent scramblings the covariance of two replicates has mean zero: a t test over 400 seeds.
    let z: Vec<f64> = (0..400)
        .map(|seed| {
            let u = column(KINDS[1], seed, "x", REPLICATES * 64);
            correlation(&replicate(&u, 0), &replicate(&u, 1))
        })
        .collect();
    let mean = z.iter().sum::<f64>() / 400.0;
    let variance = z.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 399.0;
    assert!((mean / (variance / 400.0).sqrt()).abs() < 4.0, "{mean} {variance}");
}

#[test]
fn replicates_give_honest_standard_errors_of_a_product_of_six_inputs() {
    // ∏ (1 + (uᵢ − ½)) has mean one. The eight replicates' means are independent and unbiased: t₇ for each seed.
    let trials = REPLICATES << 8;
    for (sampling, better) in [(Sampling::Sobol, 20.0), (Sampling::Lhs, 3.0), (Sampling::Random, 0.8)] {
        let (mut covered, mut squares) = (0, 0.0);
        for seed in 0..200 {
            let mut product = vec![1.0; trials];
            for (d, name) in ["a", "b", "c", "d", "e", "f"].into_iter().enumerate() {
                let u = column((sampling, Some(d as u16)), seed, name, trials);
                product.iter_mut().zip(u).for_each(|(p, k)| *p *= 0.5 + (f64::from(k) + 0.5) / 4294967296.0);
            }
            let means: Vec<f64> = (0..REPLICATES)
                .map(|r| product.iter().skip(r).step_by(REPLICATES).sum::<f64>() / (trials / REPLICATES) as f64)
                .collect();
            let mean = means.iter().sum::<f64>() / REPLICATES as f64;
            let variance = means.iter().map(|m| (m - mean) * (m - mean)).sum::<f64>() / (REPLICATES - 1) as f64;
            covered += usize::from((mean - 1.0).abs() < 2.364_6 * (variance / REPLICATES as f64).sqrt());
            squares += (mean - 1.0) * (mean - 1.0);
        }
        // 200 intervals of 95 %: mean 190, standard deviation 3.1.
        assert!((178..=200).contains(&covered), "{sampling}: {covered} of 200");
        // The random estimate's variance is ((13/12)⁶ − 1)/trials.
        let random = ((13.0_f64 / 12.0).powi(6) - 1.0) / trials as f64;
        assert!(squares / 200.0 * better < random, "{sampling}: {} times better", random / (squares / 200.0));
    }
}

#[test]
fn padded_inputs_are_independent_of_each_other_and_of_fixed_ones() {
    let n = REPLICATES << 12;
    let padded: Vec<Vec<u32>> = (0..12).map(|i| column(KINDS[2], 9, &format!("user {i}"), n)).collect();
    let fixed = column(KINDS[0], 9, "fixed", n);
    for i in 0..12 {
        for other in padded[..i].iter().chain([&fixed]) {
            let z = correlation(&padded[i], other) * (n as f64).sqrt();
            assert!(z.abs() < 4.5, "{z}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..crate::support::random_cases("uniforms", 300) })]

    #[test]
    fn any_range_equals_its_single_trials(
        kind in prop::sample::select(KINDS.to_vec()),
        seed in any::<u64>(),
        first in 0_u64..1_000_000,
        length in 0_usize..100,
    ) {
        let stream = Stream::new(kind.0, seed, "range", kind.1, 1_000_100);
        let mut range = vec![0; length];
        stream.fill(first, &mut range);
        for (trial, word) in (first..).zip(range) {
            let mut single = [0];
            stream.fill(trial, &mut single);
            prop_assert_eq!(single[0], word);
        }
    }

    #[test]
    fn values_do_not_depend_on_the_cut_into_blocks(cut in 0_usize..500, seed in any::<u64>()) {
        let u = column((Sampling::Random, None), seed, "x", 500);
        let sampler = Sampler::new(&Distribution::normal(1.0, 2.0).unwrap());
        let (mut whole, mut parts) = (vec![0.0; 500], vec![0.0; 500]);
        sampler.fill(&u, &mut whole);
        sampler.fill(&u[..cut], &mut parts[..cut]);
        sampler.fill(&u[cut..], &mut parts[cut..]);
        prop_assert_eq!(&whole, &parts);
        let mut z = vec![0.0; 500];
        scores(&u, &mut z);
        sampler.fill_from_scores(&z, &mut whole);
        sampler.fill_from_scores(&z[..cut], &mut parts[..cut]);
        sampler.fill_from_scores(&z[cut..], &mut parts[cut..]);
        prop_assert_eq!(whole, parts);
    }
}

#[test]
fn a_fixed_dimension_beyond_the_table_is_padded() {
    let padded = column((Sampling::Sobol, None), 1, "x", 100);
    assert_eq!(column((Sampling::Sobol, Some(256)), 1, "x", 100), padded);
}

#[test]
#[should_panic(expected = "beyond")]
fn a_latin_hypercube_has_no_trial_beyond_its_size() {
    Stream::new(Sampling::Lhs, 1, "x", None, 10).fill(8, &mut [0; 3]);
}

#[test]
fn a_copula_gives_the_ranks_asked_for_and_keeps_the_margins() {
    let n = REPLICATES << 12;
    let (copula, _) = Copula::new(3, &[(0, 1, 0.6), (1, 2, -0.4)]).unwrap();
    let mut columns: Vec<Vec<f64>> = (0..3)
        .map(|d| {
            let mut z = vec![0.0; n];
            scores(&column((Sampling::Sobol, Some(d)), 4, &d.to_string(), n), &mut z);
            z
        })
        .collect();
    let mut halves: Vec<Vec<Vec<f64>>> =
        [0..n / 3, n / 3..n].map(|rows| columns.iter().map(|c| c[rows.clone()].to_vec()).collect()).into();
    copula.apply(&mut columns);
    for half in &mut halves {
        copula.apply(half);
    }
    for d in 0..3 {
        assert_eq!([&halves[0][d][..], &halves[1][d][..]].concat(), columns[d], "blocks change nothing");
    }
    let ranks: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| {
            let mut order: Vec<usize> = (0..n).collect();
            order.sort_by(|&i, &j| column[i].total_cmp(&column[j]));
            let mut ranks = vec![0.0; n];
            order.into_iter().enumerate().for_each(|(rank, i)| ranks[i] = (rank as f64 + 0.5) / n as f64 - 0.5);
            ranks
        })
        .collect();
    for (i, j, asked) in [(0, 1, 0.6), (1, 2, -0.4), (0, 2, 0.0)] {
        let rank = 12.0 * ranks[i].iter().zip(&ranks[j]).map(|(a, b)| a * b).sum::<f64>() / n as f64;
        // Five standard errors of independent trials; the evenly spread ones do better.
        assert!((rank - asked).abs() < 5.0 / (n as f64).sqrt(), "{i}, {j}: {rank}");
    }
}
