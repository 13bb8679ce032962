//! Sensitivity, break-even, sweeps and the value of information of whole cases, against closed forms.

use crate::support::{hotel_text, payments_text, scenario};
use delight_case::evidence::Lens;
use delight_case::sampling::{Sampling, normal_cdf};
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Instead, Measure, Sample, Settings, second_of};
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::sweep::{Through, sweep};
use delight_case::studies::voi::{LensWeights, PilotPlan, ValueOfInformation, voi};

fn settings(trials: u64) -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials }
}

/// Sum of three payments today: −1000, a of mean 990 and sd 20, b of mean 0 and sd 10; so of mean −10.
fn sum(more: &str) -> Scenario {
    let payments = [("outlay", "-1000"), ("a", "normal(990, 20)"), ("b", "normal(0, 10)")];
    scenario(&payments_text("Sum", &payments, more))
}

fn hotel() -> Scenario {
    scenario(&hotel_text(""))
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
    let sample = Sample::new(&hotel, settings(256), &[Measure::Npv, Measure::Roi], &Control::default()).unwrap();
    let again = sample.again(256, &[]).unwrap();
    assert_eq!(again[0], sample.results(Measure::Npv));
    let place = sample.places()[3];
    let same = sample.draws(place).expect("it differs").to_vec();
    assert_eq!(sample.again(256, &[(place, Instead::Each(same.clone()))]).unwrap()[0], sample.results(Measure::Npv));
    // The changes are not left out: the same draws in another order give other results.
    let turned = same.into_iter().rev().collect();
    assert_ne!(sample.again(256, &[(place, Instead::Each(turned))]).unwrap()[0], sample.results(Measure::Npv));
}

#[test]
fn an_input_set_in_the_draws_gives_what_the_file_would() {
    let (hotel, half) = (hotel(), scenario(&hotel_text("[programme]\nintensity = 0.5\n")));
    let sample = Sample::new(&hotel, settings(256), &[Measure::Npv], &Control::default()).unwrap();
    let place = sample.place("programme.intensity").expect("an input");
    let found = sample.again(256, &[(place, Instead::Fixed(0.5))]).unwrap();
    assert_eq!(
        found[0],
        Sample::new(&half, settings(256), &[Measure::Npv], &Control::default()).unwrap().results(Measure::Npv)
    );
}

#[test]
fn correlated_inputs_stay_correlated_when_one_comes_from_another_sample() {
    let case = sum("[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.7\n");
    let a = Sample::new(&case, settings(4096), &[Measure::Npv], &Control::default()).unwrap();
    let b = Sample::new(
        &case,
        Settings { sampling: Sampling::Lhs, seed: 2, trials: 4096 },
        &[Measure::Npv],
        &Control::default(),
    )
    .unwrap();
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
fn the_second_sample_of_a_study_is_independent_of_the_first() {
    let case = sum("");
    let place = |sample: &Sample| sample.place("flows.a.amount").expect("an input");
    let products: Vec<f64> = (1..=24)
        .map(|seed| {
            let first =
                Sample::new(&case, Settings { seed, ..settings(1024) }, &[Measure::Npv], &Control::default()).unwrap();
            let second = Sample::new(
                &case,
                second_of(&Settings { seed, ..settings(4096) }, 1024),
                &[Measure::Npv],
                &Control::default(),
            )
            .unwrap();
            let pairs = first.draws(place(&first)).unwrap().iter().zip(second.draws(place(&second)).unwrap());
            pairs.map(|(x, y)| (x - 990.0) / 20.0 * (y - 990.0) / 20.0).sum::<f64>() / 1024.0
        })
        .collect();
    // Each is a correlation of 1,024 independent pairs: sd 1/32; their mean of sd 1/(32·√24), their sd within a half.
    let mean = products.iter().sum::<f64>() / 24.0;
    let sd = (products.iter().map(|r| (r - mean).powi(2)).sum::<f64>() / 23.0).sqrt();
    near(mean, 0.0, 4.0 / 32.0 / 24.0_f64.sqrt());
    near(32.0 * sd, 1.0, 0.5);
}

#[test]
fn a_linear_case_has_its_swings_and_indices() {
    let found = sensitivity(&sum(""), settings(8192), false, &Control::default()).unwrap();
    let of = |path: &str| found.inputs.iter().find(|i| i.input.path == path).expect("uncertain");
    for (path, sd, share) in [("flows.a.amount", 20.0, 0.8), ("flows.b.amount", 10.0, 0.2)] {
        let input = of(path);
        near(input.tornado.swing.value, 2.0 * 1.281_551_566 * sd, 1e-6);
        near(input.variance_share.value, share, 0.01);
        near(input.first.value, share, 4.0 * input.first.standard_error.expect("it has an error") + 0.001);
        near(input.total.value, share, 4.0 * input.total.standard_error.expect("it has an error") + 0.001);
        assert!(input.total.standard_error.expect("it has an error") < 0.03);
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
    let found = sensitivity(&case, settings(8192), true, &Control::default()).unwrap();
    let variance = 500.0 + 400.0 * rho;
    for (path, own, other) in [("flows.a.amount", 20.0, 10.0), ("flows.b.amount", 10.0, 20.0)] {
        let input = found.inputs.iter().find(|i| i.input.path == path).expect("uncertain");
        let first = (own + rho * other) * (own + rho * other) / variance;
        assert!(input.correlated);
        near(input.variance_share.value, first, 0.01);
        let total = own * own * (1.0 - rho * rho) / variance;
        near(input.first.value, first, 4.0 * input.first.standard_error.expect("it has an error") + 0.001);
        near(input.total.value, total, 4.0 * input.total.standard_error.expect("it has an error") + 0.001);
        assert!(input.first.standard_error.expect("it has an error") < 0.03);
    }
    let groups = found.groups.expect("asked for");
    assert_eq!(groups.links.len(), 1);
    near(groups.links[0].first.value, 1.0, 0.04);
    near(groups.links[0].total.value, 1.0, 0.04);
}

#[test]
fn a_linear_case_breaks_even_where_its_sum_is_zero() {
    let inputs = ["flows.a.amount".to_owned(), "finance.discount_rate".to_owned()];
    let request = BreakevenRequest { inputs: &inputs, map: None, target: Some(Target::MedianNpv) };
    let found = breakeven(&sum(""), settings(4096), &request, &Control::default()).expect("both can be set");
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
    let request = BreakevenRequest { inputs: &inputs, map: None, target: Some(Target::Loss { at_most: 0.1 }) };
    let found = breakeven(&sum(""), settings(4096), &request, &Control::default()).expect("it can be set");
    near(found.inputs[0].breaks_even[0].from.expect("a lower end").value, 1012.8155, 0.3);
}

#[test]
fn a_sweep_of_a_linear_case_is_a_straight_line() {
    let through = Through { path: "flows.a.amount".into(), from: 900.0, to: 1100.0, steps: 5 };
    let found = sweep(&sum(""), settings(2048), &through, &Control::default()).expect("it can be set");
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
    let found = sweep(&hotel(), settings(256), &through, &Control::default()).expect("it can be set");
    let nothing = found.doses[0].npv.expect("every trial has a value");
    assert_eq!((nothing.p5.value, nothing.mean.value, nothing.p95.value), (0.0, 0.0, 0.0));
    assert!(found.doses[0].roi.is_none(), "nothing is paid, so nothing is returned on it");
}

#[test]
fn a_sweep_of_the_horizon_values_the_case_over_each() {
    let through = Through { path: "case.months".into(), from: 24.0, to: 36.0, steps: 3 };
    let found = sweep(&hotel(), settings(256), &through, &Control::default()).expect("it can be set");
    assert_eq!(found.doses.iter().map(|dose| dose.value).collect::<Vec<_>>(), [24.0, 30.0, 36.0]);
    let shorter = hotel().with("case.months", "30").unwrap();
    let npv = Sample::measured(&shorter, settings(256), &[Measure::Npv], &Control::default()).unwrap().swap_remove(0);
    let mean = npv.iter().sum::<f64>() / npv.len() as f64;
    near(found.doses[1].npv.as_ref().expect("it has a value").mean.value, mean, 1e-6 * mean.abs());
    let beyond = Through { path: "case.months".into(), from: 24.0, to: 300.0, steps: 3 };
    assert!(
        sweep(&hotel(), settings(256), &beyond, &Control::default())
            .is_err_and(|e| e.to_string().contains("from 12 to 240"))
    );
}

#[test]
fn a_normal_linear_case_has_its_values_of_information() {
    let cases = [sum("")];
    let plan = PilotPlan { measures: vec!["flows.a.amount".into()], sites: 4, months: 12, cost: 1.0, noise: 2.0 };
    let found = voi(&cases, settings(8192), None, Some(&plan), &Control::default()).expect("it can be measured");
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
    let found = voi(&[hotel()], settings(2048), None, None, &Control::default()).expect("no pilot");
    assert!(found.inputs.len() > 20 && found.links.len() > 3 && found.grades.len() > 1);
    for (groups, by) in [(&found.links, "link"), (&found.grades, "grade")] {
        for group in groups {
            let key = |i: &&delight_case::studies::voi::InputVoi| match by {
                "link" => i.input.link == group.key,
                _ => i.input.grade == group.key,
            };
            let members = found.inputs.iter().filter(key).map(|i| i.evppi.value);
            assert!(members.fold(0.0, f64::max) <= group.evppi.value, "{by} {}", group.key);
            assert!(group.evppi.value <= found.evpi.value, "{by} {}", group.key);
        }
        // A row of inputs that go together is as many as it names.
        let inputs = found.inputs.iter().map(|i| i.input.name.bundle.len().max(1)).sum::<usize>();
        assert_eq!(groups.iter().map(|g| g.inputs).sum::<usize>(), inputs);
    }
}

#[test]
fn a_lens_that_is_all_that_is_believed_is_that_lens_and_doubt_between_lenses_is_worth_resolving() {
    let cases = [hotel()];
    let of = |weights: Option<&str>, trials: u64| {
        let weights = weights.map(|text| text.parse::<LensWeights>().unwrap());
        voi(&cases, settings(trials), weights, None, &Control::default()).expect("nobody cancels")
    };
    let mean = |found: &ValueOfInformation| found.options[0].npv_mean.value;
    let seen = [cases[0].through(Lens::Authors).unwrap()];
    let alone = voi(&seen, settings(2048), None, None, &Control::default()).expect("nobody cancels");
    let believed = of(Some("authors=1"), 2048);
    assert_eq!((mean(&believed), believed.evpi.value), (mean(&alone), alone.evpi.value));
    // The mean of a mixture is that of the means: here half of the trials each.
    let both = of(Some("calibrated=.5,authors=.5"), 2048);
    let expected = 0.5 * (mean(&of(Some("calibrated=1"), 1024)) + mean(&of(Some("authors=1"), 1024)));
    near(mean(&both), expected, 1e-6 * expected.abs());
    assert!(
        both.lens_weights.as_ref().is_some_and(|weights| weights["authors"] == 0.5) && alone.lens_weights.is_none()
    );
}

mod commands {
    //! The real binary, as users call it.

    use crate::support::{delight, hotel_file, names, printed, said};
    use assert_cmd::assert::Assert;
    use serde_json::Value;

    /// A command on the hotel with few trials, ended, and the folder it wrote to.
    fn ended(command: &str, more: &[&str]) -> (Assert, tempfile::TempDir) {
        let out = tempfile::tempdir().unwrap();
        let mut delight = delight();
        delight.arg(command).arg(hotel_file()).args(["--trials", "256", "--out"]).arg(out.path()).args(more);
        (delight.assert(), out)
    }

    /// Runs a command on the hotel with few trials; gives what it printed and the folder it wrote to.
    fn run(command: &str, more: &[&str]) -> (String, tempfile::TempDir) {
        let (ended, out) = ended(command, more);
        (printed(&ended.success()), out)
    }

    fn refused(command: &str, more: &[&str]) -> String {
        said(&ended(command, more).0.code(2))
    }

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    /// Every estimate below a value: objects with a value and a standard error.
    fn estimates(value: &Value) -> usize {
        match value {
            Value::Object(map) => {
                usize::from(map.contains_key("value") && map.contains_key("standard_error"))
                    + map.values().map(estimates).sum::<usize>()
            }
            Value::Array(all) => all.iter().map(estimates).sum(),
            _ => 0,
        }
    }

    #[test]
    fn sensitivity_says_what_drives_the_case_and_draws_it() {
        let (text, out) = run("sensitivity", &["--groups"]);
        for part in ["What moves the median most", "Share of the variance", "By link of the chain", "grade D"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        let files = ["sensitivity.json", "shares.png", "shares.svg", "tornado.png", "tornado.svg"];
        assert_eq!(names(out.path()), files);
        let found = json(&std::fs::read_to_string(out.path().join("sensitivity.json")).unwrap());
        assert!(found["inputs"].as_array().unwrap().len() > 20);
        for input in found["inputs"].as_array().unwrap() {
            for key in ["variance_share", "first", "total"] {
                let share = &input[key];
                let at = |k: &str| share[k].as_f64().unwrap();
                assert!(0.0 <= at("low") && at("low") <= at("value") && at("value") <= at("high"), "{key}: {share}");
                assert!(at("high") <= 1.0);
            }
            assert!(input["tornado"]["swing"]["standard_error"].is_f64());
        }
    }

    #[test]
    fn the_findings_have_the_same_bytes_whatever_the_threads() {
        let args = |threads| ["--format", "json", "--threads", threads];
        for command in ["sensitivity", "voi"] {
            let [(one, _), (three, _)] = ["1", "3"].map(|threads| run(command, &args(threads)));
            assert_eq!(one, three, "{command}");
        }
    }

    #[test]
    fn break_even_says_what_would_have_to_be_true() {
        let input = ["--input", "cost_to_serve.failure", "--map", "finance.margin", "cost_to_serve.failure"];
        let (text, out) = run("breakeven", &input);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Break-even needs cost of a failure of at least €"), "{text}");
        assert!(text.contains("under its own prior that happens in"), "{text}");
        assert_eq!(names(out.path()), ["breakeven.json", "breakeven.png", "breakeven.svg"]);
    }

    #[test]
    fn a_sweep_draws_value_and_return_and_two_inputs_make_a_map() {
        let dose = ["--input", "programme.intensity", "--from", "0", "--to", "200%", "--steps", "3"];
        let (text, out) = run("sweep", &dose);
        assert!(text.contains("By mean net present value"), "{text}");
        let files = ["sweep-npv.png", "sweep-npv.svg", "sweep-roi.png", "sweep-roi.svg", "sweep.json"];
        assert_eq!(names(out.path()), files);
        let two = ["--input", "finance.margin", "--from", "20%", "--to", "60%"];
        let (text, out) = run("sweep", &[&dose[..], &two].concat());
        assert!(text.contains("The highest expected net present value"), "{text}");
        assert_eq!(names(out.path()), ["sweep-map.png", "sweep-map.svg", "sweep.json"]);
    }

    #[test]
    fn the_value_of_information_names_what_to_measure_and_judges_a_pilot() {
        let pilot = ["--pilot", "effects.causal_share", "--sites", "4", "--months", "6", "--cost", "60k"];
        let (text, out) = run("voi", &pilot);
        for part in ["best choice on average", "Knowing everything beforehand", "A pilot at 4 sites for 6 months"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert_eq!(names(out.path()), ["voi.json", "voi.png", "voi.svg"]);
        let found = json(&std::fs::read_to_string(out.path().join("voi.json")).unwrap());
        assert!(found["pilot"]["net_benefit"]["value"].is_f64() && estimates(&found) > 80);
    }

    #[test]
    fn a_rival_stands_beside_the_case() {
        let folder = tempfile::tempdir().unwrap();
        let rival = folder.path().join("rival.toml");
        let flow = "[[flows]]\nname = \"gain\"\namount = \"normal(50k, 200k)\"\nper = \"once\"\n";
        let case = "[case]\nname = \"Rival\"\nkind = \"cash-flow\"\nmonths = 60\n[finance]\ndiscount_rate = 0.09\n";
        std::fs::write(&rival, format!("{case}tax_rate = 0\n{flow}")).unwrap();
        let (text, out) = run("voi", &[rival.to_str().unwrap()]);
        assert!(text.contains("Seen through several lenses at once"), "{text}");
        let (text, _) = run("voi", &[rival.to_str().unwrap(), "--lens", "calibrated"]);
        assert!(text.contains("the best choice on average is: Rival."), "{text}");
        let found = std::fs::read_to_string(out.path().join("voi.json")).unwrap();
        assert!(found.contains("Rival: flows.gain.amount"), "{found}");
    }

    #[test]
    fn what_cannot_be_studied_is_refused_with_the_remedy() {
        let unknown = refused("breakeven", &["--input", "finance.margn"]);
        assert!(unknown.contains("did you mean finance.margin?"), "{unknown}");
        let beyond = refused("sweep", &["--input", "finance.margin", "--from", "0", "--to", "2"]);
        assert!(beyond.contains("finance.margin must be from 0 to 1, found 2"), "{beyond}");
        let odd = refused("sweep", &["--input", "finance.margin", "--from", "0", "--to", "1", "--to", "2"]);
        assert!(odd.contains("give one --input with its --from and --to"), "{odd}");
        let fixed = refused("voi", &["--pilot", "customers.count"]);
        assert!(fixed.contains("nothing to measure"), "{fixed}");
        let chance = refused("voi", &["--pilot", "programme.delivery"]);
        assert!(chance.contains("drawn by the model"), "{chance}");
        let few = refused("sweep", &["--steps", "2", "--input", "finance.margin", "--from", "0", "--to", "1"]);
        assert!(few.contains("a whole number from 3 to 201"), "{few}");
    }

    #[test]
    fn the_screens_speak_dutch_too() {
        let (text, _) = run("voi", &["--lang", "nl"]);
        assert!(text.contains("Met wat nu bekend is"), "{text}");
        assert!(!text.contains("voi-") && !text.contains("decide-"), "{text}");
    }
}
