//! No false precision: bands that do not widen with more trials, and no error of 0 where luck decides.

use crate::support::scenario;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Note, Scenario};
use delight_case::simulate::{Control, Engine, Settings};
use delight_case::statistics::Estimate;
use delight_case::studies::findings::Spread;
use delight_case::studies::run::{Findings, findings};
use delight_case::studies::voi::voi;

/// A cash-flow case of these amounts, each once in month 1.
fn case(amounts: &[&str]) -> Scenario {
    let mut text =
        "[case]\nname = \"case\"\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n"
            .to_owned();
    for (place, amount) in amounts.iter().enumerate() {
        text += &format!("[[flows]]\nname = \"flow {place}\"\namount = \"{amount}\"\nper = \"once\"\nmonth = 1\n");
    }
    scenario(&text)
}

fn settings(seed: u64, trials: u64) -> Settings {
    Settings { sampling: Sampling::Sobol, seed, trials }
}

fn run(scenario: &Scenario, seed: u64, trials: u64) -> Findings {
    let settings = settings(seed, trials);
    let summary = Engine::new(scenario, settings).unwrap().run(0..trials, &Control::default()).unwrap();
    findings(scenario, &settings, &summary).unwrap()
}

fn of_spread(s: &Spread) -> [Estimate; 11] {
    [s.mean, s.sd.unwrap(), s.p1, s.p5, s.p10, s.p25, s.p50, s.p75, s.p90, s.p95, s.p99]
}

/// Within four standard errors and a thousandth of the band.
fn is_near(found: Estimate, expected: f64, band: f64) -> bool {
    (found.value - expected).abs() <= 4.0 * found.standard_error.unwrap() + 0.001 * band
}

#[test]
fn bands_do_not_widen_with_more_trials() {
    for (mean, sd) in [(1e6, 10.0), (5e3, 1.0), (-3e8, 2.0)] {
        let scenario = case(&[&format!("normal({mean}, {sd})")]);
        let (half, band) = (1.644_853_627 * sd, 3.289_707_254 * sd);
        for trials in [1_000, 32_768, 32_769, 100_000] {
            let found = run(&scenario, 1, trials);
            // The mean of the worst twentieth of a standard normal is −φ(1.645)/0.05.
            let shortfall = mean - 2.062_712_808 * sd;
            // The fifty worst of a thousand stratified trials reach less far than all there could be.
            let slack = if trials < 4096 { 0.02 * band } else { 0.0 };
            let tail = found.expected_shortfall_5;
            assert!((tail.value - shortfall).abs() <= 4.0 * tail.standard_error.unwrap() + 0.001 * band + slack);
            for (estimate, expected) in [(found.npv.p5, mean - half), (found.npv.p95, mean + half)] {
                assert!(is_near(estimate, expected, band), "{mean} {trials}: {estimate:?} {expected}");
                assert!(estimate.standard_error.unwrap() < 0.05 * band, "{estimate:?}");
            }
            let fan = &found.fan[11].cash;
            assert!(is_near(fan.p5, mean - half, band) && is_near(fan.p95, mean + half, band), "{trials}: {fan:?}");
        }
    }
}

#[test]
fn one_case_has_one_answer_however_many_trials_there_are() {
    let amounts = ["normal(1000, 300)", "discrete(-1: 30%, 0: 40%, 1: 30%)", "lognormal(50, 500)", "-1000"];
    let scenario = case(&amounts);
    let many = run(&scenario, 9, 400_000);
    for trials in [1_000, 32_768, 32_769, 100_000] {
        let found = run(&scenario, 2, trials);
        let pairs = of_spread(&found.npv).into_iter().zip(of_spread(&many.npv));
        for (a, b) in pairs.chain([(found.loss_probability, many.loss_probability)]) {
            let error = a.standard_error.unwrap().hypot(b.standard_error.unwrap());
            // The errors are told from eight replicates, and that of a heavy tail from those that met it.
            assert!((a.value - b.value).abs() < 8.0 * error, "{trials}: {a:?} {b:?}");
        }
    }
}

#[test]
fn shares_do_not_change_their_meaning_where_values_are_no_longer_kept() {
    let scenario = case(&["discrete(-1: 30%, 0: 40%, 1e-12: 30%)"]);
    let (kept, counted) = (run(&scenario, 4, 32_768), run(&scenario, 4, 32_769));
    for found in [&kept, &counted] {
        assert!((found.loss_probability.value - 0.3).abs() < 1e-3, "{:?}", found.loss_probability);
        assert!((found.payback_months.never.value - 0.3).abs() < 1e-3, "{:?}", found.payback_months.never);
    }
    assert!((kept.loss_probability.value - counted.loss_probability.value).abs() <= 1.0 / 32_768.0);
    assert_eq!((kept.npv.p50.value, counted.npv.p50.value), (0.0, 0.0));
}

#[test]
fn a_rare_large_event_leaves_no_estimate_certain() {
    for (amount, mean, share) in [
        ("discrete(-100: 99.9%, 100000: 0.1%)", 0.1, 0.001),
        ("discrete(-100: 99.95%, 100000: 0.05%)", -49.95, 0.0005),
        ("discrete(100: 99.7%, -50000: 0.3%)", -50.3, 0.003),
        ("discrete(-100: 99.85%, 100000: 0.1%, 500000: 0.05%)", 250.15, 0.0015),
    ] {
        let scenario = case(&[amount]);
        for trials in [1_000, 16_384, 100_000] {
            let mut held = [0; 2];
            for seed in 0..16 {
                let found = run(&scenario, seed, trials);
                let certain =
                    of_spread(&found.npv).into_iter().chain([found.loss_probability, found.payback_months.never]);
                assert!(certain.into_iter().all(|e| e.standard_error != Some(0.0)), "{amount} {trials} {seed}");
                // What is not known is not claimed.
                let holds = |e: Estimate, x: f64| e.interval95().is_none_or(|(low, high)| low <= x && x <= high);
                let loss = if mean == -50.3 { share } else { 1.0 - share };
                held[0] += u32::from(holds(found.npv.mean, mean));
                held[1] += u32::from(holds(found.loss_probability, loss));
            }
            // 15.2 of 16 expected; three binomial standard deviations below that are 12.6.
            assert!(held.iter().all(|held| *held >= 13), "{amount} {trials}: {held:?} of 16");
        }
    }
}

#[test]
fn what_information_on_a_rare_large_event_is_worth_is_not_certain() {
    let scenario = case(&["discrete(-100: 99.9%, 100000: 0.1%)"]);
    for (seed, trials) in (0..6).map(|seed| (seed, 16_384)).chain([(1, 1_024)]) {
        let found =
            voi(std::slice::from_ref(&scenario), settings(seed, trials), None, None, &Control::default()).unwrap();
        let evppi = found.inputs.iter().map(|input| input.evppi);
        for estimate in evppi.chain([found.evpi, found.eviu, found.options[0].npv_mean, found.options[0].best_in]) {
            assert_ne!(estimate.standard_error, Some(0.0), "{seed}: {estimate:?}");
        }
        let (low, high) = found.evpi.interval95().unwrap_or((0.0, 1e3));
        assert!(low < 99.9 && 99.9 < high, "{:?}", found.evpi);
    }
}

#[test]
fn what_does_not_vary_is_certain() {
    let found = run(&case(&["-1000", "1200"]), 1, 2_000);
    for estimate in of_spread(&found.npv).into_iter().chain([found.loss_probability, found.payback_months.never]) {
        assert_eq!(estimate.standard_error, Some(0.0), "{estimate:?}");
    }
    // Of a case that varies, what is not reached by anything drawn is certain all the same.
    let found = run(&case(&["-1000", "normal(1200, 10)"]), 1, 2_000);
    assert_eq!(found.terminal.standard_error, Some(0.0));
    assert_eq!(found.pv_cost.mean, Estimate::exact(1000.0));
    assert!(found.npv.mean.standard_error.is_some_and(|e| e > 0.0));
}

#[test]
fn ordinary_errors_hardly_grow() {
    // A single smooth input is where stratified trials leave least to luck.
    let found = run(&case(&["normal(0, 1)"]), 1, 16_384);
    // The outermost of 2,048 strata of a replicate is most of what is left: some 0.3/2048/√8, twice for two tails.
    let error = found.npv.mean.standard_error.unwrap();
    assert!(error < 2.0 * 2.0_f64.sqrt() * 0.3 / 2048.0 / 8.0_f64.sqrt(), "{error}");
}

#[test]
fn too_few_trials_are_said_to_be_too_few() {
    let uncertain = case(&["normal(10, 1)"]);
    let is_few = |found: &Findings| matches!(found.notes.first(), Some(Note::FewTrials { .. }));
    for (trials, expected) in [(1, true), (10, true), (199, true), (200, false)] {
        assert_eq!(is_few(&run(&uncertain, 1, trials)), expected, "{trials}");
    }
    assert!(!is_few(&run(&case(&["10"]), 1, 1)));
}

#[test]
fn one_or_two_trials_and_the_ends_of_what_can_be_drawn_end_well() {
    for amount in ["lognormal(1, 1e6)", "normal(1e14, 1)", "uniform(-1e-12, 1e-12)", "normal(0, 1e14)"] {
        let scenario = case(&[amount]);
        for trials in [1, 2, 9, 40_000] {
            let found = run(&scenario, 1, trials);
            assert!(of_spread_values(&found.npv).iter().all(|x| x.is_finite()), "{amount} {trials}");
        }
    }
}

fn of_spread_values(s: &Spread) -> [f64; 10] {
    [s.mean, s.p1, s.p5, s.p10, s.p25, s.p50, s.p75, s.p90, s.p95, s.p99].map(|e| e.value)
}
