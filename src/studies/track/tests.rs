//! Known answers of the living case.

#[path = "../../../tests/living/parse.rs"]
mod parse;

use super::agreement::OneStep;
use super::likelihood::{Drifts, Whitened, covariance};
use super::*;
use delight_model::sampling::Sampling;
use delight_model::scenario::Scenario;
use delight_model::scenario::actuals::{
    Actuals, Counted, Drift, ReadArm, Reading, Status, TrackLevel, TrackMetric, TrackPlan,
};
use delight_model::simulate::{BLOCK, Control, Settings};
use delight_model::statistics::weighted_sums;
use serde_json::Value;

const ANSWERS: &str = include_str!("../../../tests/living/known-answers.json");
const HOTEL: &str = include_str!("../../../tests/living/hotel.toml");
const PILOT: &str = include_str!("../../../tests/living/actuals-pilot.csv");

fn answers(of: &str) -> Value {
    let all: Value = serde_json::from_str(ANSWERS).expect("JSON");
    all[of].clone()
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("an array").iter().map(number).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("an array").iter().map(numbers).collect()
}

fn reading(metric: TrackMetric, site: &str, arm: ReadArm, month: i32, value: f64, variance: f64) -> Reading {
    let site = site.to_owned();
    let (line, started, months, n, counted) = (0, 0, 3, None, None);
    Reading { line, metric, site, arm, started, month, months, typed: value, value, variance, n, counted }
}

fn readings(of: &Value) -> Vec<Reading> {
    let one = |r: &Value| {
        let metric = TrackMetric::ALL.into_iter().find(|m| m.name() == r["metric"]).expect("a metric");
        let arm = if r["arm"] == "baseline" { ReadArm::Baseline } else { ReadArm::Programme };
        let site = r["site"].as_str().expect("a site");
        let month = r["month"].as_i64().expect("a month") as i32;
        reading(metric, site, arm, month, number(&r["y"]), number(&r["var"]))
    };
    of["readings"].as_array().expect("readings").iter().map(one).collect()
}

/// z of trials with these values, by trial.
fn residuals(readings: &[Reading], trials: &[Vec<f64>], drifts: Drifts) -> (Whitened, Vec<Vec<f64>>) {
    let whitened = Whitened::new(readings, &TrackPlan::default(), drifts).expect("a factor");
    let places: Vec<usize> = (0..readings.len()).collect();
    let columns: Vec<Vec<f64>> = places.iter().map(|k| trials.iter().map(|t| t[*k]).collect()).collect();
    let mut z = vec![vec![0.0; trials.len()]; whitened.kept.len()];
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    weighted_sums(&whitened.sums(readings, &places), &columns, &mut z);
    let by_trial = (0..trials.len()).map(|t| z.iter().map(|column| column[t]).collect()).collect();
    (whitened, by_trial)
}

fn log_likelihood(whitened: &Whitened, z: &[f64]) -> f64 {
    let squares: f64 = z.iter().map(|z| z * z).sum();
    -0.5 * squares - whitened.log_determinant - 0.5 * z.len() as f64 * std::f64::consts::TAU.ln()
}

fn assert_close(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= within * expected.abs().max(1.0), "{found} {expected}");
    }
}

#[test]
fn covariance_residuals_and_likelihood_are_those_worked_out_apart() {
    for case in ["pilot_and_control", "two_metrics"] {
        let known = answers(case);
        let readings = readings(&known);
        let covariance = covariance(&readings, &TrackPlan::default(), Drifts::WEIGHTS);
        for (found, expected) in covariance.iter().zip(rows(&known["covariance"])) {
            assert_close(found, &expected, 1e-10);
        }
        let (whitened, z) = residuals(&readings, &rows(&known["values_of_trials"]), Drifts::WEIGHTS);
        for (found, expected) in z.iter().zip(rows(&known["residuals"])) {
            assert_close(found, &expected, 1e-10);
        }
        let found: Vec<f64> = z.iter().map(|z| log_likelihood(&whitened, z)).collect();
        assert_close(&found, &numbers(&known["log_likelihood"]), 1e-10);
        if known["log_det"].is_number() {
            assert_close(&[whitened.log_determinant], &[number(&known["log_det"])], 1e-10);
        }
    }
}

/// ζ of each kept reading, all trials alike before the first.
fn one_step(z: &[Vec<f64>]) -> Vec<f64> {
    let mut logs = vec![0.0; z.len()];
    (0..z[0].len())
        .map(|k| {
            let own: Vec<f64> = z.iter().map(|z| z[k]).collect();
            let mut step = OneStep::new();
            step.add(&logs, &own);
            logs.iter_mut().zip(&own).for_each(|(log, z)| *log -= 0.5 * z * z);
            step.residual()
        })
        .collect()
}

#[test]
fn surprises_one_step_ahead_are_those_worked_out_apart() {
    let known = answers("pilot_and_control");
    let (_, z) = residuals(&readings(&known), &rows(&known["values_of_trials"]), Drifts::WEIGHTS);
    assert_close(&one_step(&z), &numbers(&known["one_step_equal_prior"]), 1e-9);
    let logs: Vec<f64> = z.iter().map(|z| -0.5 * z.iter().map(|z| z * z).sum::<f64>()).collect();
    let total: f64 = logs.iter().map(|log| log.exp()).sum();
    let weights: Vec<f64> = logs.iter().map(|log| log.exp() / total).collect();
    assert_close(&weights, &numbers(&known["weights"]), 1e-10);
}

#[test]
fn densities_one_step_ahead_multiply_to_the_mean_likelihood() {
    let known = answers("two_metrics");
    let readings = readings(&known);
    let trials: Vec<Vec<f64>> = (0..40)
        .map(|t| (0..6).map(|k| f64::from((t * 7 + k * 3) % 11) * if k % 3 == 2 { 0.05 } else { 1.0 }).collect())
        .collect();
    let (whitened, z) = residuals(&readings, &trials, Drifts::WEIGHTS);
    let mean = z.iter().map(|z| log_likelihood(&whitened, z).exp()).sum::<f64>() / z.len() as f64;
    let (mut logs, mut product) = (vec![0.0_f64; z.len()], 1.0);
    for k in 0..whitened.kept.len() {
        let total: f64 = logs.iter().map(|log| log.exp()).sum();
        // The density of the reading itself: that of z by the slope of z in it.
        let scale = whitened.own_weight(k) / std::f64::consts::TAU.sqrt();
        product *=
            z.iter().zip(&logs).map(|(z, log)| log.exp() * scale * (-0.5 * z[k] * z[k]).exp()).sum::<f64>() / total;
        logs.iter_mut().zip(&z).for_each(|(log, z)| *log -= 0.5 * z[k] * z[k]);
    }
    assert!((product / mean - 1.0).abs() < 1e-9, "{product} {mean}");
}

#[test]
fn the_expected_range_is_that_of_the_mixture() {
    // Two trials, as far apart as four standard deviations: half of the readings lie below the middle between them.
    let mut step = OneStep::new();
    step.add(&[0.0, 0.0], &[-2.0, 2.0]);
    let [low, middle, high] = step.expected([0.05, 0.5, 0.95]);
    assert!(middle.abs() < 1e-9 && (low + high).abs() < 1e-9);
    let cdf =
        |x: f64| 0.5 * (delight_model::sampling::normal_cdf(x - 2.0) + delight_model::sampling::normal_cdf(x + 2.0));
    assert!((cdf(low) - 0.05).abs() < 1e-9, "{low}");
}

#[test]
fn the_files_of_the_hotel_give_the_residuals_worked_out_apart() {
    let known = answers("actuals-pilot.csv");
    let readings = super::readings::Held::of(&parse::actuals(PILOT, 24), 24).readings;
    let slopes = [[0.0, 0.0], [0.25, 0.0], [0.25, 0.003]];
    let value = |r: &Reading, slopes: [f64; 2]| {
        let since = f64::from((r.month - 1).max(0));
        let slope = match (r.arm, r.metric) {
            (ReadArm::Programme, TrackMetric::Nps) => slopes[0],
            (ReadArm::Programme, TrackMetric::Engaged) => slopes[1],
            _ => 0.0,
        };
        number(&known["base"][r.metric.name()]) + slope * since
    };
    let trials: Vec<Vec<f64>> = slopes.iter().map(|s| readings.iter().map(|r| value(r, *s)).collect()).collect();
    let (whitened, z) = residuals(&readings, &trials, Drifts::WEIGHTS);
    assert_eq!(whitened.kept.len() as f64, number(&known["kept"]));
    for (found, expected) in z.iter().zip(rows(&known["first_residuals"])) {
        assert_close(&found[..expected.len()], &expected, 1e-10);
    }
    let found: Vec<f64> = z.iter().map(|z| log_likelihood(&whitened, z)).collect();
    assert_close(&found, &numbers(&known["log_likelihood"]), 1e-10);
}

fn hotel(more: &[(&str, &str)]) -> Scenario {
    let text = more.iter().fold(HOTEL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    Scenario::from_text("hotel.toml", &text).unwrap_or_else(|e| panic!("{e}"))
}

fn held(scenario: &Scenario, trials: u64, actuals: &Actuals, plan: &TrackPlan) -> TrackFindings {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials };
    track(scenario, settings, (actuals, plan), &Control::default()).unwrap_or_else(|e| panic!("{e}"))
}

fn same_bytes(a: &TrackFindings, b: &TrackFindings) -> bool {
    serde_json::to_string(a).expect("JSON") == serde_json::to_string(b).expect("JSON")
}

fn at(now: usize) -> TrackPlan {
    TrackPlan { now: Some(now), ..TrackPlan::default() }
}

#[test]
fn the_order_of_rows_leaves_no_trace() {
    let actuals = parse::actuals(PILOT, 24);
    let mut shuffled = actuals.clone();
    shuffled.readings.reverse();
    shuffled.readings.rotate_left(17);
    let scenario = hotel(&[]);
    let found = held(&scenario, 2_048, &actuals, &at(6));
    assert!(same_bytes(&found, &held(&scenario, 2_048, &shuffled, &at(6))));
    let trials = found.provenance.trials;
    assert!(
        trials >= 2_048 && trials.is_multiple_of(BLOCK) && found.ess > 0.5 * trials as f64,
        "{trials} {}",
        found.ess
    );
}

/// The numbers that readings move.
fn odds_of(found: &TrackFindings) -> [f64; 4] {
    let odds = &found.odds.posterior;
    [odds.delivery["full"].value, odds.loss_probability.value, odds.npv.mean.value / 1e6, odds.revenue_gain.value]
}

#[test]
fn a_constant_added_to_all_readings_of_a_metric_and_site_changes_nothing() {
    let actuals = parse::actuals(PILOT, 24);
    let mut raised = actuals.clone();
    for r in raised.readings.iter_mut().filter(|r| r.metric == TrackMetric::Nps && r.site == "pilot") {
        r.value += 7.0;
    }
    let scenario = hotel(&[]);
    let [a, b] = [actuals, raised].map(|actuals| odds_of(&held(&scenario, 4_096, &actuals, &at(9))));
    assert_close(&a, &b, 1e-9);
}

#[test]
fn readings_without_precision_one_reading_of_a_site_and_no_transfer_leave_the_status_alone() {
    let scenario = hotel(&[]);
    let actuals = parse::actuals(PILOT, 24);
    let mut vague = actuals.clone();
    vague.readings.iter_mut().for_each(|r| r.variance = f64::INFINITY);
    let mut once = actuals.clone();
    once.readings.retain(|r| r.month == 9);
    let pilots = TrackPlan { transfer: 0.0, ..at(9) };
    for (actuals, plan) in [(&vague, &at(9)), (&once, &at(9)), (&actuals, &pilots)] {
        let found = held(&scenario, 4_096, actuals, plan);
        let running = &found.odds.running;
        let expected = [
            running.delivery["full"].value,
            running.loss_probability.value,
            running.npv.mean.value / 1e6,
            running.revenue_gain.value,
        ];
        assert_close(&odds_of(&found), &expected, 1e-6);
        let still: u64 = (found.odds.prior.delivery["full"].value * found.provenance.trials as f64).round() as u64;
        assert!(still > 0 && (found.ess / found.provenance.trials as f64) > 0.95);
    }
}

fn own_level(metric: TrackMetric) -> TrackPlan {
    let mut plan = TrackPlan { status: Status::Unknown, now: Some(0), ..TrackPlan::default() };
    plan.drift.insert(metric, Drift { market: 0.0, site: 0.0, season: 0.0, level: TrackLevel::Own });
    plan
}

#[test]
fn a_count_of_staff_moves_a_beta_as_its_closed_form_says() {
    let known = answers("beta_binomial");
    let scenario =
        hotel(&[("engaged = \"25% to 46%\"", "engaged = \"beta(8, 12)\""), ("intensity = 1\n", "intensity = 0\n")]);
    let mut one = reading(TrackMetric::Engaged, "all", ReadArm::Programme, 0, 0.55, 0.55 * 0.45 / 60.0);
    one.counted = Some(Counted { events: 33.0, among: 60.0 });
    let actuals = Actuals { readings: vec![one], cost: None };
    let found = held(&scenario, 65_536, &actuals, &own_level(TrackMetric::Engaged));
    let series = &found.series[0].posterior[0];
    for (found, key) in [(series.p5, "p5"), (series.p50, "p50"), (series.p95, "p95")] {
        assert!((found - number(&known[key])).abs() < 0.004, "{key}: {found}");
    }
    let moved = found.inputs.iter().find(|i| i.input.path == "employees.engaged").expect("it moved most");
    assert!((moved.after.p50 - number(&known["p50"])).abs() < 0.002, "{:?}", moved.after);
    let sd = (8.0_f64 * 12.0 / (400.0 * 21.0)).sqrt();
    assert!((moved.shift - (number(&known["mean"]) - 0.4) / sd).abs() < 0.02, "{}", moved.shift);
}

#[test]
fn revenue_moves_a_log_normal_as_its_closed_form_says() {
    let known = answers("normal_normal");
    let scenario = hotel(&[
        ("revenue_per_year = \"400 to 440\"", "revenue_per_year = \"lognormal(420, 21)\""),
        ("volatility = \"3% to 10%\"", "volatility = 0"),
        ("inflation = 0.02", "inflation = 0"),
    ]);
    // Three months of 120,000 customers at 440 a year.
    let revenue: f64 = 440.0 * 120_000.0 / 4.0;
    let one = reading(TrackMetric::Revenue, "all", ReadArm::Programme, 0, revenue.ln(), 0.03 * 0.03);
    let actuals = Actuals { readings: vec![one], cost: None };
    let found = held(&scenario, 65_536, &actuals, &own_level(TrackMetric::Revenue));
    let moved = found.inputs.iter().find(|i| i.input.path == "customers.revenue_per_year").expect("it moved most");
    let [low, middle, high] =
        [-1.2816, 0.0, 1.2816].map(|z: f64| (number(&known["log_mean"]) + z * number(&known["log_sd"])).exp());
    assert_close(&[moved.after.p10, moved.after.p50, moved.after.p90], &[low, middle, high], 1e-3);
}

#[test]
fn the_hotel_moves_as_it_was_worked_out_apart() {
    let known: Value = serde_json::from_str(include_str!("../../../tests/living/answers-hotel.json")).expect("JSON");
    let known = &known["answers"]["actuals-pilot.csv"]["6"];
    let found = held(&hotel(&[]), 16_384, &parse::actuals(PILOT, 24), &at(6));
    let odds = &found.odds.posterior;
    let close = |found: f64, known: f64, within: f64| assert!((found - known).abs() < within, "{found} {known}");
    close(odds.delivery["full"].value, number(&known["delivery"]["full"]["value"]), 0.01);
    close(odds.loss_probability.value, number(&known["loss_probability"]["value"]), 0.01);
    close(found.choice.go_on.value, number(&known["gain_of_going_on"]["value"]), 30_000.0);
    assert!(found.choice.look_again.value >= found.choice.go_on.value);
    assert_eq!(found.history.last().map(|h| h.month), Some(6));
    let last = found.history.last().expect("months");
    assert_close(&[last.npv_mean.value], &[odds.npv.mean.value], 1e-9);
}
