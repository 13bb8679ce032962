//! What the presets are worth through each lens: two independent computations of the same words agree.

use delight_case::evidence::Lens;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Horizon, Scenario};
use delight_case::simulate::{Control, Engine, Measure, Settings};

/// How far a probability of a loss may lie from what is expected.
const TOLERANCE: f64 = 0.04;
/// The share of commercial presets' trials that gain, without a run-off.
const GAINS: std::ops::RangeInclusive<f64> = 0.20..=0.45;
const GAIN_OF_EACH: std::ops::RangeInclusive<f64> = 0.05..=0.65;

/// Probability of a loss, %: calibrated, literature, authors, calibrated delivered in full; then calibrated with run-off, and that delivered in
/// full; computed from the same words by other hands.
const LOSSES: [(&str, [f64; 6]); 15] = [
    ("hotel", [62.0, 39.0, 28.0, 44.0, 49.0, 24.0]),
    ("retail-bank", [75.0, 55.0, 28.0, 58.0, 63.0, 39.0]),
    ("fast-food", [74.0, 57.0, 31.0, 57.0, 60.0, 34.0]),
    ("online-retail", [52.0, 31.0, 29.0, 30.0, 44.0, 18.0]),
    ("credit-card", [68.0, 49.0, 28.0, 48.0, 57.0, 32.0]),
    ("casino", [72.0, 54.0, 33.0, 60.0, 58.0, 36.0]),
    ("discount-store", [83.0, 64.0, 27.0, 71.0, 68.0, 45.0]),
    ("tablet-app", [57.0, 36.0, 26.0, 37.0, 48.0, 23.0]),
    ("household-cleaner", [88.0, 72.0, 26.0, 78.0, 78.0, 60.0]),
    ("airline", [72.0, 54.0, 29.0, 56.0, 61.0, 38.0]),
    ("lease-company", [76.0, 53.0, 26.0, 61.0, 61.0, 38.0]),
    ("b2b-manufacturer", [90.0, 77.0, 27.0, 86.0, 76.0, 61.0]),
    ("hospital", [85.0, 76.0, 76.0, 75.0, 70.0, 50.0]),
    ("municipality", [89.0, 80.0, 88.0, 81.0, 79.0, 62.0]),
    ("housing-corporation", [82.0, 70.0, 72.0, 69.0, 69.0, 46.0]),
];
const COMMERCIAL: usize = 12;

fn loss(preset: &str, lens: Lens, more: &str, horizon: Horizon) -> f64 {
    let text = format!("[case]\npreset = {preset:?}\nlens = {:?}\n{more}", lens.name());
    let scenario = Scenario::from_text("expected.toml", &text).unwrap_or_else(|e| panic!("{preset}: {e}"));
    let scenario = scenario.with_horizon(horizon);
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 8192 };
    let engine = Engine::new(&scenario, settings).expect("few trials");
    let summary = engine.run(0..settings.trials, &Control::default()).expect("not cancelled");
    summary.measured(Measure::Npv).share_below(0.0).expect("trials").value
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn every_preset_loses_as_often_as_expected_through_every_lens() {
    let mut gains = Vec::new();
    for (place, (preset, expected)) in LOSSES.iter().enumerate() {
        let full = "[programme]\ndelivery = \"full\"\n";
        let found = [
            loss(preset, Lens::Calibrated, "", Horizon::Case),
            loss(preset, Lens::Literature, "", Horizon::Case),
            loss(preset, Lens::Authors, "", Horizon::Case),
            loss(preset, Lens::Calibrated, full, Horizon::Case),
            loss(preset, Lens::Calibrated, "", Horizon::RunOff),
            loss(preset, Lens::Calibrated, full, Horizon::RunOff),
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected / 100.0).abs() <= TOLERANCE, "{preset}: {found:.3}, not {expected} %");
        }
        if place < COMMERCIAL {
            assert!(GAIN_OF_EACH.contains(&(1.0 - found[0])), "{preset}");
            gains.push(1.0 - found[0]);
        }
    }
    let mean = gains.iter().sum::<f64>() / COMMERCIAL as f64;
    assert!(GAINS.contains(&mean), "{mean:.3} of the trials of commercial presets gain");
}
