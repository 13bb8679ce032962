//! What makes a case pay: each change on the same draws, and the improved case as a file that is worth what was said.

use crate::support::{delight, hotel_text, payments_text, printed, scenario};
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Measure, Sample, Settings};
use delight_case::studies::improve::{Improvement, LEVERS, improve};
use delight_case::studies::optimise::OptimiseError;
use std::fs;

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 2_048 };

fn improved(text: &str) -> Improvement {
    improve(&scenario(text), SETTINGS, &Control::default()).unwrap()
}

#[test]
fn the_steps_that_are_taken_sum_to_the_gain() {
    let found = improved(&hotel_text(""));
    assert_eq!(found.steps.iter().map(|step| step.key.as_str()).collect::<Vec<_>>(), LEVERS);
    let taken: f64 = found.steps.iter().filter(|step| step.taken).filter_map(|step| step.on_top).map(|e| e.value).sum();
    let (gain, better) = (found.gain.expect("a smaller hotel programme loses less"), found.improved.unwrap());
    let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-6 * b.abs().max(1.0), "{a} {b}");
    near(taken, gain.value);
    near(better.npv_mean.value - found.written.npv_mean.value, gain.value);
    for step in found.steps.iter().filter(|step| step.taken) {
        let on_top = step.on_top.expect("it was tried");
        assert!(on_top.value > 2.0 * on_top.standard_error.unwrap(), "{step:?}");
        assert!(!step.changes.is_empty());
    }
    assert_eq!(found.longer.iter().map(|longer| longer.months).collect::<Vec<_>>(), [84, 120]);
}

#[test]
fn a_programme_that_only_costs_has_no_improvement_that_pays() {
    let text = hotel_text(
        "[programme]\ndelivery = \"none\"\n[[programme.costs]]\nname = \"a\"\namount = \"1M\"\nper = \"month\"\n",
    );
    let found = improved(&text);
    assert!(!found.pays && found.written.npv_mean.value < 0.0, "{found:?}");
    assert!(found.improved.is_none_or(|better| better.npv_mean.value < 0.0));
    // Nothing it costs is had back.
    assert_eq!(found.running_cost.map(|share| share < 1e-9), Some(true));
}

#[test]
fn an_improved_programme_is_never_so_small_that_it_is_doing_nothing() {
    let found = improved(&hotel_text("[programme]\nintensity = 2\n"));
    let losing = improved("[case]\npreset = \"municipality\"\n[customers]\nsocial_value_per_year = 10\n");
    for (found, least) in [(found, 0.2), (losing, 0.1)] {
        let sizes = found.steps.iter().flat_map(|step| &step.changes).filter(|c| c.path == "programme.intensity");
        let sizes: Vec<f64> = sizes.map(|change| change.to.parse().unwrap()).collect();
        assert!(!sizes.is_empty() && sizes.iter().all(|size| *size >= least - 0.005), "{sizes:?}");
    }
}

#[test]
fn a_project_without_a_chain_has_nothing_to_improve() {
    let case = scenario(&payments_text("x", &[("a", "5")], ""));
    let refused = improve(&case, SETTINGS, &Control::default()).expect_err("no chain");
    assert_eq!(refused, OptimiseError::NoChain);
    let control = Control::default();
    control.cancel();
    assert!(improve(&scenario(&hotel_text("")), SETTINGS, &control).is_err());
}

#[test]
fn the_improved_case_is_a_file_that_is_worth_what_was_said_and_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (file, better) = (folder.path().join("my \"case\".toml"), folder.path().join("my \"case\".better.toml"));
    fs::write(&file, hotel_text("").replace("\"Hotel\"", "'Zee \"wind\" 🏨'")).unwrap();
    let command = |more: &[&str]| {
        let mut improve = delight();
        improve
            .arg("improve")
            .arg(&file)
            .args(["--trials", "2048", "--seed", "3", "--out"])
            .arg(folder.path().join("out"));
        improve.args(more);
        improve
    };
    let shown = printed(&command(&[]).assert().success());
    assert!(shown.contains("What makes it pay") && shown.contains("better.toml"), "{shown}");
    let found: Improvement =
        serde_json::from_str(&fs::read_to_string(folder.path().join("out/improve.json")).unwrap()).unwrap();
    let case = Scenario::load(&better).unwrap_or_else(|e| panic!("{e}\n{}", fs::read_to_string(&better).unwrap()));
    assert_eq!(case.name(), "Zee \"wind\" 🏨, improved");
    let npv = Sample::measured(&case, SETTINGS, &[Measure::Npv], &Control::default()).unwrap().swap_remove(0);
    let mean = npv.iter().sum::<f64>() / npv.len() as f64;
    let said = found.improved.expect("there is a better one").npv_mean.value;
    assert!((mean - said).abs() <= 1e-6 * said.abs(), "{mean} {said}");

    fs::write(&better, "mine").unwrap();
    let refused = command(&[]).assert().failure().code(2);
    let error = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(error.contains("--force") && fs::read_to_string(&better).unwrap() == "mine", "{error}");
    command(&["--force", "--lang", "nl"]).assert().success();
    assert!(fs::read_to_string(&better).unwrap().contains("verbeterd"));
}

#[test]
fn studies_see_another_lens_and_other_values_than_the_file_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.toml");
    fs::write(&file, hotel_text("")).unwrap();
    let npv = |more: &[&str]| {
        let out = tempfile::tempdir().unwrap();
        let mut voi = delight();
        voi.arg("voi").arg(&file).args(["--trials", "1024", "--format", "json", "--out"]).arg(out.path()).args(more);
        let found: serde_json::Value = serde_json::from_str(&printed(&voi.assert().success())).unwrap();
        found["options"][0]["npv_mean"]["value"].as_f64().unwrap()
    };
    let written = npv(&[]);
    assert!(npv(&["--lens", "authors"]) > written);
    assert!(npv(&["--set", "programme.cost_overrun=3"]) < written);
    assert!(npv(&["--set", "finance.margin = 90%", "--set", "programme.delivery=full"]) > written);
    for wrong in ["finance.margin", "=3", "finance.margin=", "finance.margn=3", "finance.margin=300%"] {
        delight().arg("voi").arg(&file).args(["--set", wrong]).assert().failure().code(2);
    }
}
