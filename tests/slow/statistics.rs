//! Slow statistical checks of whole runs.

use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Engine, Kpi, Measure, Sample, Settings, Side, Summary};
use delight_case::statistics::Estimate;
use delight_case::studies::run::findings;
use std::path::Path;

fn hotel() -> Scenario {
    Scenario::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hotel.toml")).unwrap()
}

/// A smooth case: the draw of the delivery, a jump, is fixed.
fn sixty_inputs_delivered_in_full() -> Scenario {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/sixty-inputs.toml");
    Scenario::load(&file).unwrap().with("programme.delivery", "full").unwrap()
}

fn run(scenario: &Scenario, sampling: Sampling, seed: u64, trials: u64) -> Summary {
    Engine::new(scenario, Settings { sampling, seed, trials }).unwrap().run(0..trials, &Control::default()).unwrap()
}

/// Mean, P5 and probability of a loss of the net present value.
fn estimates(scenario: &Scenario, sampling: Sampling, seed: u64, trials: u64) -> [Estimate; 3] {
    let summary = run(scenario, sampling, seed, trials);
    let f = findings(scenario, &Settings { sampling, seed, trials }, &summary).unwrap();
    [f.npv.mean, f.npv.p5, f.loss_probability]
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn nineteen_of_twenty_intervals_hold_the_truth() {
    let scenario = hotel();
    let truth = estimates(&scenario, Sampling::Sobol, 987, 1 << 21);
    const SEEDS: u64 = 200;
    for sampling in [Sampling::Sobol, Sampling::Lhs, Sampling::Random] {
        let mut held = [0; 3];
        for seed in 0..SEEDS {
            for (count, (e, t)) in held.iter_mut().zip(estimates(&scenario, sampling, seed, 1 << 12).iter().zip(&truth))
            {
                *count += u32::from((e.value - t.value).abs() <= e.half_width95().unwrap());
            }
        }
        // 190 of 200 expected; four binomial standard deviations below that are 178.
        assert!(held.iter().all(|h| *h >= 178), "{sampling}: {held:?} of {SEEDS} intervals hold mean, P5, P(loss)");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn sobol_points_give_the_mean_with_a_tenth_of_the_error_of_random_ones() {
    let scenario = sixty_inputs_delivered_in_full();
    let truth = estimates(&scenario, Sampling::Sobol, 987, 1 << 21)[0].value;
    let error = |sampling| {
        let squares = (0..32).map(|seed| (estimates(&scenario, sampling, seed, 1 << 14)[0].value - truth).powi(2));
        (squares.sum::<f64>() / 32.0).sqrt()
    };
    let (sobol, random) = (error(Sampling::Sobol), error(Sampling::Random));
    println!("root-mean-square error of the mean at 2^14 trials: Sobol {sobol:.0}, random {random:.0}");
    // Each error is known to one part in √(2·32) = 1/8 from 32 runs, so a tenth is asked for with that margin.
    assert!(sobol < 0.12 * random, "Sobol {sobol:.0}, random {random:.0}");
}

/// Root-mean-square errors of the mean of 2^14 trials: of random numbers over those of Sobol' points.
fn gain_of_sobol(name: &str, scenario: &Scenario) -> f64 {
    let mean = |sampling, seed, trials| estimates(scenario, sampling, seed, trials)[0].value;
    let truth = mean(Sampling::Sobol, 987, 1 << 21);
    let error = |sampling| {
        let squares = (0..64).map(|seed| (mean(sampling, seed, 1 << 14) - truth).powi(2));
        (squares.sum::<f64>() / 64.0).sqrt()
    };
    let gain = error(Sampling::Random) / error(Sampling::Sobol);
    println!("{name}: random numbers err {gain:.0} times as far as Sobol' points");
    gain
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn sobol_points_give_products_of_inputs_with_a_twentieth_of_the_error_of_random_ones() {
    let case = |rates: &str, flows: &str| {
        let text = format!("[case]\nkind = \"cash-flow\"\nmonths = 60\n[finance]\n{rates}\n{flows}");
        Scenario::from_text("case.toml", &text).unwrap()
    };
    let names = ["a", "b", "c", "d", "e"];
    let flow = |name: &&str| {
        format!("[[flows]]\nname = \"{name}\"\nper = \"year\"\namount = \"100 to 300\"\ngrowth = \"1% to 5%\"\n")
    };
    let pairs = (0..5).flat_map(|i| (0..i).map(move |j| (i, j)));
    let tie = |(i, j): (usize, usize)| {
        let (one, other) = (names[i], names[j]);
        format!("[[correlations]]\nbetween = [\"flows.{one}.amount\", \"flows.{other}.amount\"]\nrank = 0.4\n")
    };
    let flows: String = names.iter().map(flow).chain(pairs.map(tie)).collect();
    let growing = case("discount_rate = 0.08\ntax_rate = 0", &flows);
    assert!(gain_of_sobol("five growing, correlated flows", &growing) >= 20.0);
    let taxed = case(
        "discount_rate = \"5% to 12%\"\ntax_rate = \"uniform(0.15, 0.30)\"",
        "[[flows]]\nname = \"a\"\nper = \"year\"\namount = \"100 to 300\"",
    );
    assert!(gain_of_sobol("amount x (1 - tax) x discount", &taxed) >= 20.0);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn the_three_samplings_agree_within_their_errors() {
    let scenario = hotel();
    let all = [Sampling::Sobol, Sampling::Lhs, Sampling::Random].map(|s| estimates(&scenario, s, 5, 1 << 16));
    for pair in [(0, 1), (0, 2), (1, 2)] {
        for (a, b) in all[pair.0].iter().zip(&all[pair.1]) {
            let error = a.standard_error.unwrap().hypot(b.standard_error.unwrap());
            assert!((a.value - b.value).abs() < 6.0 * error, "{a:?} {b:?}");
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn quantiles_above_the_kept_values_stay_within_their_stated_error() {
    // 40,000 trials are counted in a histogram; the same trials in four runs of 10,000 are kept exactly.
    let scenario = hotel();
    let engine = Engine::new(&scenario, Settings { sampling: Sampling::Random, seed: 3, trials: 40_000 }).unwrap();
    let mut worker = engine.worker();
    let mut values = Vec::new();
    for first in (0..40_000).step_by(delight_case::simulate::BLOCK) {
        let (_, results) = worker.block(first);
        let count = (40_000 - first).min(delight_case::simulate::BLOCK as u64) as usize;
        values.extend_from_slice(&results.measures[Measure::Npv.index()][..count]);
    }
    values.sort_by(f64::total_cmp);
    let summary = engine.run(0..40_000, &Control::default()).unwrap();
    let f = findings(&scenario, engine.settings(), &summary).unwrap();
    for (found, level) in [(f.npv.p5, 0.05), (f.npv.p50, 0.5), (f.npv.p95, 0.95)] {
        let exact = values[(level * 39_999.0) as usize];
        assert!((found.value / exact - 1.0).abs() < 1.0 / 256.0, "{level}: {} {exact}", found.value);
    }
}

/// Mean, P5, P50, P95 and probability of a loss of the net present value.
fn five(scenario: &Scenario, seed: u64, trials: u64) -> [Estimate; 5] {
    let summary = run(scenario, Sampling::Sobol, seed, trials);
    let f = findings(scenario, &Settings { sampling: Sampling::Sobol, seed, trials }, &summary).unwrap();
    [f.npv.mean, f.npv.p5, f.npv.p50, f.npv.p95, f.loss_probability]
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn intervals_of_every_figure_hold_the_truth_as_often_as_they_say() {
    let scenario = hotel();
    let truth = five(&scenario, 987, 1 << 22);
    const SEEDS: u64 = 200;
    for trials in [1 << 12, 1 << 14] {
        let mut held = [0; 5];
        for seed in 0..SEEDS {
            for (count, (e, t)) in held.iter_mut().zip(five(&scenario, seed, trials).iter().zip(&truth)) {
                *count += u32::from((e.value - t.value).abs() <= e.half_width95().unwrap());
            }
        }
        println!("{trials} trials: {held:?} of {SEEDS} intervals hold mean, P5, P50, P95, P(loss)");
        // 92 to 97 % of them should, which 200 seeds tell to within two parts in a hundred.
        assert!(held.iter().all(|h| (180..=198).contains(h)), "{trials} trials: {held:?}");
    }
}

/// The true output of one trial must be no other than those of the trials it is ranked among.
#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn a_truth_drawn_from_the_chain_ranks_uniformly_among_independent_trials() {
    const TRUTHS: u64 = 200;
    const BINS: usize = 10;
    let scenario = hotel();
    let measures = [
        Measure::Npv,
        Measure::PvBenefit,
        Measure::PvCost,
        Measure::RevenueGain,
        Measure::Kpi(Kpi::Rating, Side::Programme),
        Measure::Kpi(Kpi::Customers, Side::Programme),
        Measure::Kpi(Kpi::Engaged, Side::Programme),
    ];
    let trials = |sampling, seed| {
        let settings = Settings { sampling, seed, trials: 1024 };
        Sample::measured(&scenario, settings, &measures, &Control::default()).unwrap()
    };
    let mut bins = vec![[0_u32; BINS]; measures.len()];
    for seed in 0..TRUTHS {
        let (truth, among) = (trials(Sampling::Random, 10_000 + seed), trials(Sampling::Sobol, seed));
        for (counts, (truth, among)) in bins.iter_mut().zip(truth.iter().zip(&among)) {
            // Ties, as where nothing is delivered, are broken by the seed.
            let below = among.iter().filter(|x| **x < truth[0]).count();
            let ties = among.iter().filter(|x| **x == truth[0]).count();
            let spread = ((seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 11) as f64) / (1_u64 << 53) as f64;
            let rank = (below as f64 + spread * ties as f64) / among.len() as f64;
            counts[((rank * BINS as f64) as usize).min(BINS - 1)] += 1;
        }
    }
    let expected = TRUTHS as f64 / BINS as f64;
    for (measure, counts) in measures.iter().zip(&bins) {
        let chi2: f64 = counts.iter().map(|n| (f64::from(*n) - expected).powi(2) / expected).sum();
        // Nine degrees of freedom: one honest table in a thousand exceeds 27.9, one of the seven here in 140.
        assert!(chi2 < 27.9, "{measure:?}: {counts:?}, chi-square {chi2:.1}");
    }
}
