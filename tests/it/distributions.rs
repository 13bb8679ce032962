//! The distributions as a user meets them: exact medians, fixed values, Kolmogorov–Smirnov against independent
//! implementations, fuzzed parameters, and the fast sampler against the exact quantile.

use crate::support::random_cases;
use delight_case::sampling::{
    Distribution, DistributionError, Level, Sampler, Sampling, Stream, TrialRng, normal_cdf, normal_quantile,
};
use delight_case::scenario::{Scenario, Value};
use delight_case::simulate::Draws;
use proptest::{prelude::*, test_runner::RngSeed};
use rand::{SeedableRng, rngs::StdRng};
use rand_distr::Distribution as _;
use statrs::distribution::{self as reference, ContinuousCDF};
use std::{collections::HashSet, path::Path};

type Made = Result<Distribution, DistributionError>;

fn made(made: Made) -> Distribution {
    made.expect("valid parameters")
}

/// The distributions that the program reads, ordinary and extreme.
fn catalogue() -> Vec<(&'static str, Distribution)> {
    let all: Vec<(&'static str, Made)> = vec![
        ("constant", Distribution::constant(4.2)),
        ("uniform", Distribution::uniform(-1.0, 3.0)),
        ("triangular", Distribution::triangular(1.0, 1.5, 4.0)),
        ("triangular, mode at the end", Distribution::triangular(1.0, 1.0, 4.0)),
        ("pert", Distribution::pert(2.0, 3.0, 5.0)),
        ("pert, mode at the end", Distribution::pert(2.0, 5.0, 5.0)),
        ("pert, far from zero", Distribution::pert(1e9, 1e9 + 1.0, 1e9 + 10.0)),
        ("normal", Distribution::normal(0.0, 1.0)),
        ("normal, far from zero", Distribution::normal(1e6, 1.0)),
        ("lognormal", Distribution::lognormal_from_mean_sd(100.0, 30.0)),
        ("lognormal, wide", Distribution::lognormal_from_mean_sd(1.0, 50.0)),
        ("lognormal, narrow", Distribution::lognormal_from_mean_sd(1.0, 1e-6)),
        ("amount", Distribution::amount_from_interval(20.0, 50.0)),
        ("amount, five magnitudes", Distribution::amount_from_interval(1e-2, 1e3)),
        ("share", Distribution::share_from_interval(0.3, 0.4)),
        ("share, wide", Distribution::share_from_interval(0.001, 0.999)),
        ("share, tiny", Distribution::share_from_interval(1e-6, 1e-4)),
        ("real", Distribution::real_from_interval(-3.0, 5.0)),
        ("beta", Distribution::beta(2.0, 5.0)),
        ("beta, U-shaped", Distribution::beta(0.5, 0.5)),
        ("beta, steep at zero", Distribution::beta(0.7, 40.0)),
        ("beta, spike at zero", Distribution::beta(0.05, 3.0)),
        ("beta, smallest shapes", Distribution::beta(0.01, 0.01)),
        ("beta, uniform", Distribution::beta(1.0, 1.0)),
        ("beta, of evidence", Distribution::beta(900.0, 9100.0)),
        ("beta, uneven", Distribution::beta(0.3, 2e4)),
        ("beta, largest shapes", Distribution::beta(1e6, 1e6)),
        ("metalog", Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, None, None)),
        ("metalog, lower bound", Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, Some(0.0), None)),
        ("metalog, upper bound", Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, None, Some(5.0))),
        ("metalog, bounded", Distribution::metalog_from_p10_p50_p90(0.2, 0.5, 0.6, Some(0.0), Some(1.0))),
        ("metalog, heavy tail", Distribution::metalog_from_p10_p50_p90(1.0, 6.0, 30.0, Some(0.0), None)),
        ("discrete", Distribution::discrete(&[(1.0, 0.3), (0.0, 0.5), (7.0, 0.2)])),
        ("samples", Distribution::samples(vec![3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0])),
        ("truncated normal", Distribution::normal(0.0, 1.0).and_then(|d| d.truncated(1.5, f64::INFINITY))),
        ("truncated normal, both ends", Distribution::normal(0.0, 1.0).and_then(|d| d.truncated(-1.0, 2.0))),
        ("truncated beta", Distribution::beta(2.0, 3.0).and_then(|d| d.truncated(0.2, 0.9))),
        ("truncated triangular", Distribution::triangular(0.0, 1.0, 3.0).and_then(|d| d.truncated(0.5, 2.0))),
        ("truncated twice", Distribution::normal(0.0, 1.0).and_then(|d| d.truncated(-1.0, 2.0)?.truncated(-2.0, 0.5))),
        (
            "truncated metalog",
            Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, None, None).and_then(|d| d.truncated(0.0, 9.0)),
        ),
    ];
    all.into_iter().map(|(name, one)| (name, one.unwrap_or_else(|error| panic!("{name}: {error}")))).collect()
}

fn is_stepped(distribution: &Distribution) -> bool {
    matches!(distribution, Distribution::Constant(_) | Distribution::Discrete(_) | Distribution::Samples(_))
}

/// Words spread over both tails as far as they go, and over the middle.
fn words() -> Vec<u32> {
    let tails = (0..32).flat_map(|bit| (0..24_u64).map(move |i| (((24 + i) << bit) / 24).min(1 << 31) as u32));
    let tails = tails.flat_map(|k| [k, !k, k - 1, !(k - 1)]);
    tails.chain((0..5000_u32).map(|i| i * 858_993 + 17)).collect()
}

#[test]
fn the_median_is_what_the_formula_says() {
    let cases = [
        (Distribution::constant(4.2), 4.2),
        (Distribution::uniform(-1.0, 3.0), 1.0),
        (Distribution::triangular(0.0, 1.0, 2.0), 1.0),
        (Distribution::normal(3.0, 2.0), 3.0),
        (Distribution::real_from_interval(-3.0, 5.0), 1.0),
        (Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, None, None), 2.0),
        (Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, Some(0.0), None), 2.0),
        (Distribution::metalog_from_p10_p50_p90(0.2, 0.5, 0.6, Some(0.0), Some(1.0)), 0.5),
        (Distribution::discrete(&[(1.0, 1.0), (2.0, 1.0), (3.0, 1.0)]), 2.0),
        (Distribution::samples(vec![5.0, 1.0, 3.0]), 3.0),
        (Distribution::normal(0.0, 1.0).and_then(|d| d.truncated(-2.0, 2.0)), 0.0),
    ];
    for (distribution, median) in cases {
        assert_eq!(made(distribution.clone()).median(), median, "{distribution:?}");
    }
    let nearly = [
        (Distribution::amount_from_interval(4.0, 9.0), 6.0),
        (Distribution::share_from_interval(0.2, 0.8), 0.5),
        (Distribution::beta(3.0, 3.0), 0.5),
        (Distribution::pert(1.0, 2.0, 3.0), 2.0),
        (Distribution::lognormal_from_mean_sd(5.0, 5.0), 5.0 / 2_f64.sqrt()),
        (Distribution::triangular(0.0, 0.0, 1.0), 1.0 - 0.5_f64.sqrt()),
        (Distribution::beta(1.0, 3.0), 1.0 - 0.5_f64.cbrt()),
    ];
    for (distribution, median) in nearly {
        let found = made(distribution).median();
        assert!((found / median - 1.0).abs() < 2e-14, "{found} for {median}");
    }
}

#[test]
fn intervals_and_triples_come_back_as_quantiles() {
    let close = |x: f64, y: f64| assert!((x - y).abs() <= 1e-14 * y.abs(), "{x} {y}");
    for (d, p5, p95) in [
        (Distribution::share_from_interval(0.3, 0.4), 0.3, 0.4),
        (Distribution::amount_from_interval(20.0, 5000.0), 20.0, 5000.0),
        (Distribution::real_from_interval(-3.0, 5.0), -3.0, 5.0),
    ] {
        close(made(d.clone()).quantile(0.05), p5);
        close(made(d).quantile(0.95), p95);
    }
    for (lower, upper) in [(None, None), (Some(0.0), None), (None, Some(7.0)), (Some(-1.0), Some(9.0))] {
        let d = made(Distribution::metalog_from_p10_p50_p90(1.0, 2.5, 4.0, lower, upper));
        for (u, x) in [(0.1, 1.0), (0.5, 2.5), (0.9, 4.0)] {
            close(d.quantile(u), x);
        }
    }
}

#[test]
fn values_of_fixed_seeds_do_not_move() {
    let mut u = [0; 4];
    let mut draw = |sampling, dimension| {
        Stream::new(sampling, 42, "churn", dimension, 1000).fill(100, &mut u);
        u
    };
    let drawn = [
        draw(Sampling::Sobol, Some(3)),
        draw(Sampling::Sobol, None),
        draw(Sampling::Lhs, None),
        draw(Sampling::Random, None),
    ];
    assert_eq!(drawn, FIXED_WORDS);
    let sampler = Sampler::new(&made(Distribution::pert(2.0, 3.0, 5.0)));
    let mut x = [0.0; 4];
    sampler.fill(&drawn[0], &mut x);
    assert_eq!(x.map(f64::to_bits), FIXED_VALUES);
}

const FIXED_WORDS: [[u32; 4]; 4] = [
    [1729335125, 2484145157, 1449230716, 2988559175],
    [2764384198, 1224051007, 1517448311, 417059348],
    [1823623700, 3109724992, 1082475581, 1790856989],
    [319695866, 2168567481, 2165461528, 518824303],
];
const FIXED_VALUES: [u64; 4] = [4613889275849558083, 4614503279014407747, 4613664163301602782, 4614955763435355135];

#[test]
fn beta_quantiles_equal_those_of_forty_digits() {
    // Roots of the series of mpmath at 40 digits.
    for (a, b, u, x) in [
        (2.0, 3.0, 0.1, 0.142_559_316_710_030_72),
        (0.5, 0.5, 0.01, 0.000_246_719_817_134_221_5),
        (30.0, 2.0, 0.7, 0.964_654_505_422_380_1),
        (1000.0, 500.0, 0.25, 0.658_497_158_699_230_6),
        (0.05, 7.0, 0.2, 9.383_272_583_544_715e-16),
    ] {
        let got = made(Distribution::beta(a, b)).quantile(u);
        assert!((got / x - 1.0).abs() < 1e-13, "beta({a}, {b}) at {u}: {got} for {x}");
    }
}

#[test]
fn means_agree_with_an_integral_over_the_normal_score() {
    // E X = ∫ Q(Φ(z)) φ(z) dz by the trapezoidal rule, which is exact to rounding where Q∘Φ is smooth over a step.
    let step = 1.0 / 128.0;
    for (name, d) in catalogue() {
        let term = |i: i32| {
            let z = f64::from(i) * step;
            let level = Level { below: normal_cdf(z), above: normal_cdf(-z) };
            (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt() * d.at(level) * step
        };
        let integral: f64 = (-30 * 128..=30 * 128).map(term).sum();
        let rough = ["discrete", "samples", "triangular", "smallest"].iter().any(|rough| name.contains(rough));
        let spread = d.quantile(0.95) - d.quantile(0.05);
        let error = (d.mean() - integral).abs();
        let tolerance = if rough { 1e-2 } else { 1e-9 };
        assert!(error <= tolerance * (spread + 1e-3 * integral.abs()), "{name}: {} for {integral}", d.mean());
    }
    let triangular = made(Distribution::triangular(0.0, 1.0, 3.0));
    let cut = made(triangular.clone().truncated(0.5, 2.0));
    // ∫ F dx from ½ to 1 is 7/72, from 1 to 2 is 11/18; F(½) = 1/12, F(2) = 5/6.
    let mean = 2.0 - ((7.0 / 72.0 + 11.0 / 18.0) - 1.5 / 12.0) / (5.0 / 6.0 - 1.0 / 12.0);
    assert!((cut.mean() - mean).abs() < 1e-12, "{} for {mean}", cut.mean());
}

/// √n D of words drawn and mapped; beyond 2.2 with a probability of 1.3e-4 where the CDF is right.
fn kolmogorov_smirnov(mut x: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    x.sort_by(f64::total_cmp);
    let n = x.len() as f64;
    let gap = x.iter().enumerate().map(|(i, &x)| {
        let f = cdf(x);
        (f - i as f64 / n).abs().max((f - (i + 1) as f64 / n).abs())
    });
    gap.fold(0.0, f64::max) * n.sqrt()
}

fn draws(distribution: &Distribution, n: usize) -> Vec<f64> {
    let mut u = vec![0; n];
    Stream::new(Sampling::Random, 7, "kolmogorov", None, n as u64).fill(0, &mut u);
    let mut x = vec![0.0; n];
    Sampler::new(distribution).fill(&u, &mut x);
    x
}

#[test]
fn draws_pass_kolmogorov_smirnov_against_statrs() {
    let check = |name: &str, distribution: Made, cdf: &dyn Fn(f64) -> f64| {
        let statistic = kolmogorov_smirnov(draws(&made(distribution), 100_000), cdf);
        assert!(statistic < 2.2, "{name}: {statistic}");
    };
    let normal = reference::Normal::new(3.0, 2.0).unwrap();
    check("normal", Distribution::normal(3.0, 2.0), &|x| normal.cdf(x));
    let uniform = reference::Uniform::new(-1.0, 3.0).unwrap();
    check("uniform", Distribution::uniform(-1.0, 3.0), &|x| uniform.cdf(x));
    let triangular = reference::Triangular::new(1.0, 4.0, 1.5).unwrap();
    check("triangular", Distribution::triangular(1.0, 1.5, 4.0), &|x| triangular.cdf(x));
    for (a, b) in [(2.0, 5.0), (0.5, 0.5), (900.0, 9100.0), (0.3, 40.0)] {
        let beta = reference::Beta::new(a, b).unwrap();
        check("beta", Distribution::beta(a, b), &|x| beta.cdf(x));
    }
    let pert = reference::Beta::new(1.0 + 4.0 / 3.0, 1.0 + 8.0 / 3.0).unwrap();
    check("pert", Distribution::pert(2.0, 3.0, 5.0), &|x| pert.cdf((x - 2.0) / 3.0));
    let z95 = 1.644_853_626_951_472_2;
    let (low, high) = (20_f64.ln(), 50_f64.ln());
    let amount = reference::LogNormal::new(0.5 * (low + high), (high - low) / (2.0 * z95)).unwrap();
    check("amount", Distribution::amount_from_interval(20.0, 50.0), &|x| amount.cdf(x));
    let (low, high) = ((0.3_f64 / 0.7).ln(), (0.4_f64 / 0.6).ln());
    let logit = reference::Normal::new(0.5 * (low + high), (high - low) / (2.0 * z95)).unwrap();
    check("share", Distribution::share_from_interval(0.3, 0.4), &|x| logit.cdf((x / (1.0 - x)).ln()));
    let variance = 1.09_f64.ln();
    let lognormal = reference::LogNormal::new(100_f64.ln() - 0.5 * variance, variance.sqrt()).unwrap();
    check("lognormal", Distribution::lognormal_from_mean_sd(100.0, 30.0), &|x| lognormal.cdf(x));
    let (f1, f2) = (normal.cdf(1.0), normal.cdf(6.0));
    let truncated = Distribution::normal(3.0, 2.0).and_then(|d| d.truncated(1.0, 6.0));
    check("truncated", truncated, &|x| (normal.cdf(x) - f1) / (f2 - f1));
}

#[test]
fn samples_of_rand_distr_pass_kolmogorov_smirnov_against_our_cdf() {
    let mut rng = StdRng::seed_from_u64(11);
    let n = 100_000;
    let mut check = |name: &str, distribution: Made, mut sample: Box<dyn FnMut(&mut StdRng) -> f64>| {
        let x = (0..n).map(|_| sample(&mut rng)).collect();
        let distribution = made(distribution);
        let statistic = kolmogorov_smirnov(x, |x| distribution.cdf(x));
        assert!(statistic < 2.2, "{name}: {statistic}");
    };
    let normal = rand_distr::Normal::new(3.0, 2.0).unwrap();
    check("normal", Distribution::normal(3.0, 2.0), Box::new(move |r| normal.sample(r)));
    let beta = rand_distr::Beta::new(0.7, 4.0).unwrap();
    check("beta", Distribution::beta(0.7, 4.0), Box::new(move |r| beta.sample(r)));
    let pert = rand_distr::Pert::new(2.0, 5.0).with_mode(3.0).unwrap();
    check("pert", Distribution::pert(2.0, 3.0, 5.0), Box::new(move |r| pert.sample(r)));
    let triangular = rand_distr::Triangular::new(1.0, 4.0, 1.5).unwrap();
    check("triangular", Distribution::triangular(1.0, 1.5, 4.0), Box::new(move |r| triangular.sample(r)));
    let lognormal = rand_distr::LogNormal::from_mean_cv(100.0, 0.3).unwrap();
    check("lognormal", Distribution::lognormal_from_mean_sd(100.0, 30.0), Box::new(move |r| lognormal.sample(r)));
}

/// The hotel whose inputs have in turn every distribution of the catalogue, and the paths of these inputs.
fn a_case_of_every_shape() -> (Scenario, Vec<(String, Distribution)>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/sixty-inputs.toml");
    let scenario = Scenario::load(&path).expect("a valid scenario");
    let shapes: Vec<_> = catalogue().into_iter().filter(|(_, d)| !d.is_constant()).collect();
    let mut placed = Vec::new();
    let scenario = scenario.derived(|model| {
        model.correlations.clear();
        let drawn = model.assumptions.iter_mut().filter(|a| matches!(a.value, Value::Drawn(_)));
        for (assumption, (_, shape)) in drawn.zip(&shapes) {
            assumption.value = Value::Drawn(shape.clone());
            placed.push((assumption.path.clone(), shape.clone()));
        }
    });
    assert_eq!(placed.len(), shapes.len(), "every shape has found an input");
    (scenario, placed)
}

#[test]
fn random_sampling_is_rand_times_rand_distr_bit_for_bit() {
    let (scenario, shapes) = a_case_of_every_shape();
    let kinds: HashSet<_> = shapes.iter().map(|(_, d)| std::mem::discriminant(d)).collect();
    assert_eq!(kinds.len(), 10, "all kinds but the constant");
    let seed = 5;
    let plan = Draws::new(&scenario, Sampling::Random, seed, 4096);
    let (mut block, mut scratch) = plan.block();
    for first in [0, 256, (1 << 31) + 3] {
        plan.fill(first, &mut block, &mut scratch);
        for (path, distribution) in &shapes {
            let column = plan.names().iter().position(|name| name == path).expect("a column of its own");
            let stream = Stream::new(Sampling::Random, seed, path, None, 4096);
            let sampler = Sampler::new(distribution);
            for (trial, &value) in (first..).zip(block.column(column)) {
                let drawn = sampler.sample(&mut stream.rng(trial));
                assert_eq!(value.to_bits(), drawn.to_bits(), "{path}, trial {trial}: {value} {drawn}");
                if !sampler.is_tabulated() {
                    let exact = distribution.sample(&mut stream.rng(trial));
                    assert_eq!(value.to_bits(), exact.to_bits(), "{path}, trial {trial}: {value} {exact}");
                }
            }
        }
    }
}

#[test]
fn a_distribution_takes_one_word_and_gives_its_exact_quantile() {
    for (name, d) in catalogue() {
        for trial in 0..100 {
            let (mut used, mut word) = (TrialRng::new(5, name, trial), TrialRng::new(5, name, trial));
            assert_eq!(d.sample(&mut used), d.at(Level::from_word(word.next_u32())), "{name}");
            assert_eq!(used, word, "{name}: one word and no more");
        }
    }
}

#[test]
fn sample_iter_of_one_trial_passes_kolmogorov_smirnov() {
    for (name, d) in catalogue().into_iter().filter(|(_, d)| !is_stepped(d)).step_by(4) {
        let x: Vec<f64> = (&d).sample_iter(TrialRng::new(3, name, 8)).take(10_000).collect();
        let statistic = kolmogorov_smirnov(x, |x| d.cdf(x));
        assert!(statistic < 2.2, "{name}: {statistic}");
    }
}

#[test]
fn weights_and_observations_are_drawn_in_proportion() {
    let n = 100_000;
    let x = draws(&made(Distribution::discrete(&[(1.0, 3.0), (0.0, 5.0), (7.0, 2.0)])), n);
    for (value, p) in [(0.0, 0.5), (1.0, 0.3), (7.0, 0.2)] {
        let share = x.iter().filter(|&&x| x == value).count() as f64 / n as f64;
        assert!((share - p).abs() < 5.0 * (p * (1.0 - p) / n as f64).sqrt(), "{value}: {share}");
    }
    let d = made(Distribution::samples((0..7).map(f64::from).collect()));
    for i in 0..7 {
        assert_eq!(d.quantile((f64::from(i) + 0.5) / 7.0), f64::from(i));
    }
}

#[test]
fn the_cdf_of_the_quantile_is_the_probability_in_both_tails() {
    for (name, d) in catalogue().iter().filter(|(_, d)| !is_stepped(d)) {
        for k in words() {
            let level = Level::from_word(k);
            let x = d.at(level);
            let back = d.cdf(x);
            // The steepness of the CDF turns the rounding of x into an error of u.
            let step = 4.0 * f64::EPSILON * x.abs() + f64::MIN_POSITIVE;
            let slack = d.cdf(x + step) - d.cdf(x - step);
            assert!((back - level.below).abs() <= 1e-12 * level.below + 2.0 * slack + 1e-15, "{name}: {k} {back}");
        }
    }
}

#[test]
fn the_sampler_is_within_a_billionth_of_the_exact_quantile() {
    for (name, d) in catalogue() {
        let sampler = Sampler::new(&d);
        let words = words();
        let mut x = vec![0.0; words.len()];
        sampler.fill(&words, &mut x);
        let negligible = 1e-6 * (d.quantile(0.975) - d.quantile(0.025));
        let mut worst = 0_f64;
        for (&k, &x) in words.iter().zip(&x) {
            let exact = d.at(Level::from_word(k));
            let tail = f64::from(k.min(!k)) + 0.5;
            let octave = libm::exp2(libm::floor(libm::log2(tail))) / 4294967296.0;
            let side = if k >> 31 == 0 { Level::from_below } else { Level::from_above };
            let variation = (d.at(side(octave)) - d.at(side(2.0 * octave))).abs().max(negligible);
            let error = (x - exact).abs();
            if error > 0.0 {
                worst = worst.max(error / exact.abs().max(variation));
            }
        }
        println!("{name:30} tabulated {:5} worst relative error {worst:.1e}", sampler.is_tabulated());
        assert!(worst <= 1e-9, "{name}: {worst:e}");
    }
}

#[test]
fn the_sampler_from_scores_is_within_a_billionth_and_agrees_with_the_uniforms() {
    let mut z: Vec<f64> = (0..4001).map(|i| f64::from(i) * 0.0031 - 6.2).collect();
    z.extend([-7.99, 7.99, 0.0]);
    for (name, d) in catalogue() {
        let mut x = vec![0.0; z.len()];
        Sampler::new(&d).fill_from_scores(&z, &mut x);
        let q = |z: f64| d.at(Level { below: normal_cdf(z), above: normal_cdf(-z) });
        for (&z, &x) in z.iter().zip(&x) {
            let (exact, panel) = (q(z), libm::floor(z));
            let variation = (q(panel + 1.0) - q(panel)).abs().max(1e-6 * (d.quantile(0.975) - d.quantile(0.025)));
            assert!((x - exact).abs() <= 1e-9 * exact.abs().max(variation), "{name} at {z}: {x} for {exact}");
        }
        let mut beyond = [0.0; 2];
        Sampler::new(&d).fill_from_scores(&[-9.0, 12.0], &mut beyond);
        assert!(beyond[0] >= d.support().0 && beyond[1] <= d.support().1 && !beyond[0].is_nan());
    }
}

#[test]
fn sampled_values_rise_with_the_uniform() {
    for (name, d) in catalogue() {
        let sampler = Sampler::new(&d);
        let mut words = words();
        words.sort_unstable();
        let mut x = vec![0.0; words.len()];
        sampler.fill(&words, &mut x);
        let (low, high) = d.support();
        for pair in x.windows(2) {
            // Neighbouring pieces may disagree by their error, never by more.
            assert!(
                pair[1] >= pair[0] - 1e-10 * pair[0].abs().max(d.quantile(0.9) - d.quantile(0.1)),
                "{name}: {pair:?}"
            );
        }
        assert!(x.iter().all(|x| (low..=high).contains(x)), "{name}");
    }
}

#[test]
fn truncation_keeps_what_lies_inside_and_refuses_what_hardly_does() {
    let beta = made(Distribution::beta(2.0, 3.0));
    assert_eq!(beta.clone().truncated(-1.0, f64::INFINITY), Ok(beta));
    let normal = made(Distribution::normal(0.0, 1.0));
    assert!(normal.clone().truncated(2.32, 9.0).is_ok());
    let refused = normal.clone().truncated(2.33, 9.0);
    assert!(matches!(refused, Err(DistributionError::TruncationMass { mass, .. }) if mass < 0.01));
    assert!(matches!(normal.clone().truncated(1.0, 1.0), Err(DistributionError::TruncationOrder { .. })));
    assert!(matches!(normal.truncated(f64::NAN, 1.0), Err(DistributionError::TruncationOrder { .. })));
    assert_eq!(made(Distribution::uniform(0.0, 4.0)).truncated(1.0, 9.0), Distribution::uniform(1.0, 4.0));
    let values = made(Distribution::samples(vec![1.0, 2.0, 3.0])).truncated(1.5, 2.5);
    assert!(made(values).is_constant());
    assert!(made(Distribution::constant(1.0)).truncated(2.0, 3.0).is_err());
    // The mean of a normal over an interval: μ + σ (φ(α) − φ(β))/(Φ(β) − Φ(α)).
    let cut = made(made(Distribution::normal(0.0, 1.0)).truncated(-1.0, 2.0));
    let density = |z: f64| (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
    let mean = (density(-1.0) - density(2.0)) / (normal_cdf(2.0) - normal_cdf(-1.0));
    assert!((cut.mean() - mean).abs() < 1e-14, "{} for {mean}", cut.mean());
}

#[test]
fn infeasible_metalogs_say_where_the_median_may_lie() {
    let Err(DistributionError::TripleInfeasible { least_median, greatest_median, .. }) =
        Distribution::metalog_from_p10_p50_p90(0.0, 9.5, 10.0, None, None)
    else {
        panic!("the median is too near the upper quantile")
    };
    assert!((least_median - 1.6657).abs() < 1e-3 && (greatest_median - 8.3342).abs() < 1e-3);
    let inside = |median| Distribution::metalog_from_p10_p50_p90(0.0, median, 10.0, None, None);
    assert!(inside(greatest_median - 1e-6).is_ok() && inside(least_median + 1e-6).is_ok());
    assert!(inside(greatest_median + 1e-6).is_err());
    let heavy = Distribution::metalog_from_p10_p50_p90(1.0, 10.0, 100.0, Some(0.0), None);
    assert!(matches!(heavy, Err(DistributionError::MeanInfinite { exponent }) if exponent > 1.0));
}

#[test]
fn every_refusal_says_what_was_found() {
    let refusals = [
        (Distribution::constant(f64::NAN), "NaN"),
        (Distribution::uniform(3.0, 1.0), "3 and 1"),
        (Distribution::uniform(-1.7e308, 1.7e308), "the spread"),
        (Distribution::triangular(1.0, 5.0, 4.0), "1, 5, 4"),
        (Distribution::pert(1.0, 0.5, 4.0), "1, 0.5, 4"),
        (Distribution::normal(1.0, 0.0), "found 0"),
        (Distribution::normal(1e20, 1e-3), "too small"),
        (Distribution::lognormal_from_mean_sd(-1.0, 1.0), "found -1"),
        (Distribution::lognormal_from_mean_sd(1.0, 1e300), "beyond the largest number"),
        (Distribution::beta(0.0, 1.0), "found 0"),
        (Distribution::share_from_interval(0.0, 0.4), "0 to 0.4"),
        (Distribution::share_from_interval(0.5, 0.4), "0.5 to 0.4"),
        (Distribution::amount_from_interval(0.0, 4.0), "found 0"),
        (Distribution::amount_from_interval(1e-300, 1e300), "beyond the largest number"),
        (Distribution::real_from_interval(1.0, 1.0), "1 to 1"),
        (Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 3.0, Some(1.5), None), "bound 1.5"),
        (Distribution::metalog_from_p10_p50_p90(1.0, 1.0, 3.0, None, None), "1, 1, 3"),
        (Distribution::discrete(&[]), "at least one value"),
        (Distribution::discrete(&[(1.0, 0.0)]), "sum above 0"),
        (Distribution::discrete(&[(1.0, -1.0)]), "found -1"),
        (Distribution::samples(vec![]), "at least one number"),
        (Distribution::samples(vec![1.0, f64::INFINITY]), "inf"),
    ];
    let messages = refusals.map(|(refusal, found)| (refusal.expect_err("nonsense").to_string(), found));
    let silent: Vec<_> = messages.iter().filter(|(said, found)| !said.contains(found) || said.contains("  ")).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Numbers that users and attackers write.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -10.0..10.0_f64,
        4 => 0.0..1.0_f64,
        2 => any::<f64>(),
        1 => prop::sample::select(vec![
            0.0, -0.0, 1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, f64::MAX, f64::MIN,
            f64::MIN_POSITIVE, 5e-324, 1e-300, 1e-16, 1.0 - 1e-16, 1e6, 0.01,
        ]),
    ]
}

fn any_distribution() -> impl Strategy<Value = Made> {
    let bound = || prop::option::of(any_number());
    (0..12, [any_number(), any_number(), any_number()], bound(), bound()).prop_map(|(kind, [a, b, c], lower, upper)| {
        let mut rising = [a, b, c];
        rising.sort_by(f64::total_cmp);
        let [x, y, z] = rising;
        match kind {
            0 => Distribution::uniform(x, z),
            1 => Distribution::triangular(x, y, z),
            2 => Distribution::pert(x, y, z),
            3 => Distribution::normal(a, b),
            4 => Distribution::lognormal_from_mean_sd(a, b),
            5 => Distribution::beta(a, b),
            6 => Distribution::share_from_interval(x, y),
            7 => Distribution::amount_from_interval(x, y),
            8 => Distribution::real_from_interval(x, y),
            9 => Distribution::metalog_from_p10_p50_p90(x, y, z, lower, upper),
            10 => Distribution::normal(a, b).and_then(|d| d.truncated(x, z)),
            _ => Distribution::pert(x, y, z).and_then(|d| d.truncated(lower.unwrap_or(x), upper.unwrap_or(z))),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..random_cases("distributions", 3000) })]

    #[test]
    fn whatever_is_accepted_has_rising_quantiles_inside_its_support(
        made in any_distribution(),
        mut u in prop::array::uniform5(1e-9..1.0_f64),
    ) {
        let Ok(d) = made else { return Ok(()) };
        u.sort_by(f64::total_cmp);
        let (low, high) = d.support();
        let x = u.map(|u| d.quantile(u));
        let spread = x[4] - x[0];
        for i in 0..5 {
            prop_assert!(low <= x[i] && x[i] <= high, "{d:?} {x:?}");
            let rounding = 1e-13 * spread + 4.0 * f64::EPSILON * x[i].abs();
            prop_assert!(i == 0 || x[i - 1] <= x[i] + rounding, "{d:?} {u:?} {x:?}");
            // A value that underflowed to zero stands for all smaller ones.
            if x[i] == 0.0 {
                continue;
            }
            let step = 1e-12 * x[i].abs() + f64::MIN_POSITIVE;
            prop_assert!(d.cdf(x[i] - step) <= u[i] + 1e-9 && u[i] <= d.cdf(x[i] + step) + 1e-9, "{d:?} {} {}", u[i], x[i]);
        }
        prop_assert!(d.mean().is_finite() && low <= d.mean() && d.mean() <= high, "{d:?} {}", d.mean());
        prop_assert!(d.quantile(f64::NAN).is_nan() && d.quantile(-0.1).is_nan());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..random_cases("distributions", 200) })]

    #[test]
    fn whatever_is_accepted_is_sampled_as_exactly(made in any_distribution(), words in prop::array::uniform32(any::<u32>())) {
        let Ok(d) = made else { return Ok(()) };
        let mut x = [0.0; 32];
        Sampler::new(&d).fill(&words, &mut x);
        let spread = d.quantile(0.95) - d.quantile(0.05);
        for (k, x) in words.into_iter().zip(x) {
            let exact = d.at(Level::from_word(k));
            prop_assert!((x - exact).abs() <= 1e-9 * exact.abs().max(spread), "{d:?} {k}: {x} for {exact}");
        }
    }
}

#[test]
fn normal_quantiles_equal_statrs() {
    let normal = reference::Normal::standard();
    for i in 1..1000 {
        let u = f64::from(i) / 1000.0;
        assert!((normal_quantile(u) - normal.inverse_cdf(u)).abs() < 1e-8);
    }
}
