//! Sensitivity, break-even, sweeps and the value of information of whole cases, against closed forms.

use delight_case::analysis::breakeven::{Request, Target, breakeven};
use delight_case::analysis::information::{Plan, information};
use delight_case::analysis::sensitivity::sensitivity;
use delight_case::analysis::sweep::{Through, sweep};
use delight_case::sampling::{Sampling, normal_cdf};
use delight_case::scenario::Scenario;
use delight_case::simulate::{Instead, Measure, Sample, Settings};

fn scenario(text: &str) -> Scenario {
    Scenario::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}"))
}

fn settings(trials: u64) -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials }
}

/// Sum of three payments today: −1000, a of mean 990 and sd 20, b of mean 0 and sd 10; so of mean −10.
fn sum(more: &str) -> Scenario {
    scenario(&format!(
        "[case]\nname = \"Sum\"\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0.1\ntax_rate = 0\n\
         [[flows]]\nname = \"outlay\"\namount = -1000\nper = \"once\"\n\
         [[flows]]\nname = \"a\"\namount = \"normal(990, 20)\"\nper = \"once\"\n\
         [[flows]]\nname = \"b\"\namount = \"normal(0, 10)\"\nper = \"once\"\n{more}"
    ))
}

fn hotel() -> Scenario {
    scenario("[case]\nname = \"Hotel\"\npreset = \"hotel\"\n")
}

/// σφ(μ/σ) + μΦ(μ/σ) − max(μ, 0).
fn gain_of_normal(mean: f64, sd: f64) -> f64 {
    let x = mean / sd;
    sd * (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt() + mean * normal_cdf(x) - mean.max(0.0)
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "found {found}, expected {expected} ± {tolerance}");
}

#[test]
fn a_sample_run_again_without_changes_gives_the_same_bits() {
    let hotel = hotel();
    let sample = Sample::new(&hotel, settings(256), &[Measure::Npv, Measure::Roi]);
    let again = sample.again(256, &[]);
    assert_eq!(again[0], sample.results(Measure::Npv));
    let place = sample.places()[3];
    let same = sample.draws(place).expect("it differs").to_vec();
    assert_eq!(sample.again(256, &[(place, Instead::Each(same))])[0], sample.results(Measure::Npv));
}

#[test]
fn an_input_set_in_the_draws_gives_what_the_file_would() {
    let set = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\n[programme]\nintensity = 0.5\n";
    let (hotel, half) = (hotel(), scenario(set));
    let sample = Sample::new(&hotel, settings(256), &[Measure::Npv]);
    let place = sample.place("programme.intensity").expect("an input");
    let found = sample.again(256, &[(place, Instead::Fixed(0.5))]);
    assert_eq!(found[0], Sample::new(&half, settings(256), &[Measure::Npv]).results(Measure::Npv));
}

#[test]
fn correlated_inputs_stay_correlated_when_one_comes_from_another_sample() {
    let case = sum("[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.7\n");
    let a = Sample::new(&case, settings(4096), &[Measure::Npv]);
    let b = Sample::new(&case, Settings { sampling: Sampling::Lhs, seed: 2, trials: 4096 }, &[Measure::Npv]);
    let places = ["flows.a.amount", "flows.b.amount"].map(|name| a.place(name).expect("an input"));
    let pearson = 2.0 * (std::f64::consts::PI / 6.0 * 0.7).sin();
    for keep in [false, true] {
        let changes = a.mixed(&b, &places[..1], keep, 4096);
        let column = |place: usize| {
            changes.iter().find(|(p, _)| *p == place).map_or(a.draws(place).unwrap().to_vec(), |(_, new)| match new {
                Instead::Each(values) => values.clone(),
                Instead::Fixed(_) => panic!("a value for each trial"),
            })
        };
        let [x, y] = places.map(column);
        let z: f64 = x.iter().zip(&y).map(|(x, y)| (x - 990.0) / 20.0 * y / 10.0).sum::<f64>() / 4096.0;
        // Four standard deviations of a correlation of independent trials.
        near(z, pearson, 4.0 * (1.0 + pearson * pearson).sqrt() / 64.0);
    }
}

#[test]
fn a_linear_case_has_its_swings_and_indices() {
    let found = sensitivity(&sum(""), settings(8192), false);
    let of = |path: &str| found.inputs.iter().find(|i| i.input.path == path).expect("uncertain");
    for (path, sd, share) in [("flows.a.amount", 20.0, 0.8), ("flows.b.amount", 10.0, 0.2)] {
        let input = of(path);
        near(input.tornado.swing.value, 2.0 * 1.281_551_566 * sd, 1e-6);
        near(input.variance_share.value, share, 0.01);
        near(input.first.value, share, 0.03);
        near(input.total.value, share, 0.03);
        assert!(!input.correlated);
    }
    near(of("flows.a.amount").npv_sd_if_known.value, 10.0, 0.3);
    assert_eq!(found.inputs[0].input.path, "flows.a.amount", "the largest swing stands first");
    assert_eq!(found.inputs.len(), 2);
}

#[test]
fn a_correlated_linear_case_has_the_indices_of_kucherenko() {
    // V = σ₁² + σ₂² + 2ρσ₁σ₂; S₁ = (σ₁ + ρσ₂)²/V; S_T1 = σ₁²(1 − ρ²)/V.
    let case = sum("[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.5\n");
    let rho: f64 = 2.0 * (std::f64::consts::PI / 12.0).sin();
    let found = sensitivity(&case, settings(8192), true);
    let variance = 500.0 + 400.0 * rho;
    for (path, own, other) in [("flows.a.amount", 20.0, 10.0), ("flows.b.amount", 10.0, 20.0)] {
        let input = found.inputs.iter().find(|i| i.input.path == path).expect("uncertain");
        let first = (own + rho * other) * (own + rho * other) / variance;
        assert!(input.correlated);
        near(input.variance_share.value, first, 0.01);
        near(input.first.value, first, 0.04);
        near(input.total.value, own * own * (1.0 - rho * rho) / variance, 0.02);
    }
    let groups = found.groups.expect("asked for");
    assert_eq!(groups.links.len(), 1);
    near(groups.links[0].first.value, 1.0, 0.04);
    near(groups.links[0].total.value, 1.0, 0.04);
}

#[test]
fn a_linear_case_breaks_even_where_its_sum_is_zero() {
    let inputs = ["flows.a.amount".to_owned(), "finance.discount_rate".to_owned()];
    let request = Request { inputs: &inputs, map: None, target: Target::MedianNpv };
    let found = breakeven(&sum(""), settings(4096), &request).expect("both can be set");
    let a = &found.inputs[0];
    assert_eq!((a.input.path.as_str(), a.breaks_even.len()), ("flows.a.amount", 1));
    let from = a.breaks_even[0].from.expect("a lower end");
    near(from.value, 1000.0, 3.0 * from.standard_error.expect("it has an error") + 0.05);
    assert_eq!(a.breaks_even[0].to.map(|to| to.value), None);
    near(a.chance.value, 1.0 - normal_cdf(0.5), 0.01);
    // All is paid today, so no discount rate helps.
    assert!(found.inputs[1].breaks_even.is_empty());
    assert_eq!(found.inputs[1].chance.value, 0.0);
}

#[test]
fn a_target_for_the_loss_moves_the_break_even_value() {
    // P(a* + b < 1000) ≤ 10 % takes a* = 1000 + 1.2816·10.
    let inputs = ["flows.a.amount".to_owned()];
    let request = Request { inputs: &inputs, map: None, target: Target::Loss { at_most: 0.1 } };
    let found = breakeven(&sum(""), settings(4096), &request).expect("it can be set");
    near(found.inputs[0].breaks_even[0].from.expect("a lower end").value, 1012.8155, 0.3);
}

#[test]
fn a_sweep_of_a_linear_case_is_a_straight_line() {
    let through = Through { path: "flows.a.amount".into(), from: 900.0, to: 1100.0, steps: 5 };
    let found = sweep(&sum(""), settings(2048), &through).expect("it can be set");
    for (dose, expected) in found.doses.iter().zip([-100.0, -50.0, 0.0, 50.0, 100.0]) {
        let npv = dose.npv.expect("every trial has a value");
        near(npv.mean.value, expected, 0.01);
        near(npv.p95.value - npv.p5.value, 2.0 * 1.644_854 * 10.0, 0.2);
    }
    let best = found.best.expect("there is a best");
    assert_eq!((best.value.value, best.at_the_end), (1100.0, true));
}

#[test]
fn doing_nothing_has_neither_value_nor_return() {
    let through = Through { path: "programme.intensity".into(), from: 0.0, to: 1.0, steps: 2 };
    let found = sweep(&hotel(), settings(256), &through).expect("it can be set");
    let nothing = found.doses[0].npv.expect("every trial has a value");
    assert_eq!((nothing.p5.value, nothing.mean.value, nothing.p95.value), (0.0, 0.0, 0.0));
    assert!(found.doses[0].roi.is_none(), "nothing is paid, so nothing is returned on it");
}

#[test]
fn a_normal_linear_case_has_its_values_of_information() {
    let cases = [sum("")];
    let plan = Plan { measures: vec!["flows.a.amount".into()], sites: 4, months: 12, cost: 1.0, noise: 2.0 };
    let found = information(&cases, settings(8192), Some(&plan)).expect("it can be measured");
    near(found.evpi.value, gain_of_normal(-10.0, 500.0_f64.sqrt()), 0.1);
    let of = |path: &str| found.inputs.iter().find(|i| i.input.path == path).expect("uncertain").evppi.value;
    near(of("flows.a.amount"), gain_of_normal(-10.0, 20.0), 0.1);
    near(of("flows.b.amount"), gain_of_normal(-10.0, 10.0), 0.1);
    assert_eq!((found.best, found.best_at_point_values, found.eviu.value), (None, None, 0.0));
    let pilot = found.pilot.expect("asked for");
    let sd = 20.0 / (1.0 + plan.error_variance()).sqrt();
    near(pilot.evsi.value, gain_of_normal(-10.0, sd), 0.15);
    near(pilot.net_benefit.value, pilot.evsi.value / 1.1 - 1.0, 1e-9);
    let [half, double] = pilot.evsi_by_noise;
    assert!(half.value > pilot.evsi.value && pilot.evsi.value > double.value && double.value > 0.0);
}

#[test]
fn groups_are_worth_no_less_than_their_members_and_no_more_than_all() {
    let found = information(&[hotel()], settings(2048), None).expect("no pilot");
    for (groups, by) in [(&found.links, "link"), (&found.grades, "grade")] {
        for group in groups {
            let key = |i: &&delight_case::analysis::information::OfInput| match by {
                "link" => i.input.link == group.key,
                _ => i.input.grade == group.key,
            };
            let members = found.inputs.iter().filter(key).map(|i| i.evppi.value);
            assert!(members.fold(0.0, f64::max) <= group.evppi.value, "{by} {}", group.key);
            assert!(group.evppi.value <= found.evpi.value, "{by} {}", group.key);
        }
        assert_eq!(groups.iter().map(|g| g.inputs).sum::<usize>(), found.inputs.len());
    }
}
