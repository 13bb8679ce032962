//! The bridge between two cases: closed forms, exact sums, and the command as users call it.

use crate::support::{delight, hotel_text as hotel, payments_text, printed, said, scenario};
use delight_case::sampling::Sampling;
use delight_case::simulate::{Control, Settings};
use delight_case::studies::diff::{Diff, diff};
use std::fs;

fn compared(a: &str, b: &str) -> Diff {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
    diff(&scenario(a), &scenario(b), settings, &Control::default()).unwrap_or_else(|e| panic!("{e}"))
}

fn payments(lines: &[(&str, &str)], more: &str) -> String {
    payments_text("Sum", lines, more)
}

/// Ten changes of every sort.
const OTHER_HOTEL: &str = "months = 60\n[programme]\nintensity = 1.5\ncost_overrun = 1.3\ndelivery = \"full\"\n\
    [programme.gate]\nmonth = 18\nmetric = \"connected\"\nat_least = 0.01\n\
    [[programme.costs]]\nname = \"one new line\"\namount = \"100k\"\nper = \"once\"\n\
    [customers]\nannual_churn = 0.2\n[customers.nps]\npromoters = 0.4\npassives = 0.4\ndetractors = 0.2\n\
    [effects]\ncausal_share = 0.3\n[finance]\nmargin = 0.5\n";

fn near(found: f64, expected: f64, scale: f64) {
    assert!((found - expected).abs() <= 1e-9 * scale.abs().max(1.0), "found {found}, expected {expected}");
}

fn assert_sums(found: &Diff) {
    let mean: f64 = found.steps.iter().map(|step| step.part.npv_mean.value).sum();
    let median: f64 = found.steps.iter().map(|step| step.part.npv_p50.value).sum();
    let (means, medians) = (found.npv_mean, found.npv_p50);
    near(mean + found.together.npv_mean.value, means.change.value, means.change.value);
    near(median + found.together.npv_p50.value, medians.change.value, medians.change.value);
    near(means.to.value - means.from.value, means.change.value, means.from.value);
}

#[test]
fn a_case_does_not_differ_from_itself() {
    let found = compared(&hotel(""), &hotel(""));
    assert!(found.steps.is_empty(), "{:?}", found.steps);
    assert_eq!((found.npv_mean.change.value, found.together.npv_p50.value), (0.0, 0.0));
}

#[test]
fn one_changed_input_is_the_whole_difference() {
    for change in [
        "[programme]\nintensity = 0.5\n",
        "[programme]\ndelivery = \"full\"\n",
        "[programme.gate]\nmonth = 18\nmetric = \"connected\"\nat_least = 0.05\n",
        "[customers.nps]\npromoters = 0.4\npassives = 0.4\ndetractors = 0.2\n",
        "[customers]\nannual_acquisition = 0.15\n",
    ] {
        let found = compared(&hotel(""), &hotel(change));
        let [step] = found.steps.as_slice() else { panic!("{change}: {:?}", found.steps) };
        let (whole, size) = (found.npv_mean.change.value, found.npv_mean.from.value);
        assert!(whole != 0.0, "{change}");
        near(step.part.npv_mean.value, whole, size);
        near(found.together.npv_mean.value, 0.0, size);
    }
}

#[test]
fn payments_that_are_added_changed_and_removed_bring_what_they_are() {
    let a = payments(&[("outlay", "-1000"), ("old", "70"), ("gain", "normal(990, 20)")], "");
    let b = payments(&[("gain", "normal(1040, 20)"), ("outlay", "-800"), ("new", "30")], "");
    let found = compared(&a, &b);
    let expected =
        [("flows.outlay.amount", 200.0), ("flows.old", -70.0), ("flows.gain.amount", 50.0), ("flows.new", 30.0)];
    assert_eq!(found.steps.len(), expected.len());
    for (step, (key, amount)) in found.steps.iter().zip(expected) {
        assert_eq!(step.key, key);
        near(step.part.npv_mean.value, amount, 1000.0);
        near(step.first.value, step.last.value, 1000.0);
        let error = step.part.npv_mean.standard_error.expect("eight replicates");
        assert!(error < 1e-9, "a shift of every trial by the same amount is exact, found ± {error}");
    }
    near(found.together.npv_mean.value, 0.0, 1000.0);
}

#[test]
fn bars_and_what_changes_do_together_sum_to_the_difference() {
    let found = compared(&hotel("months = 60\n"), &hotel(OTHER_HOTEL));
    assert!(found.steps.len() >= 9, "{:?}", found.steps.iter().map(|s| &s.key).collect::<Vec<_>>());
    assert!(found.together.npv_mean.value != 0.0, "effects of a chain multiply");
    assert_sums(&found);
}

#[test]
fn the_other_way_round_every_bar_has_the_other_sign() {
    let (a, b) = (hotel("months = 60\n"), hotel(OTHER_HOTEL));
    let (there, back) = (compared(&a, &b), compared(&b, &a));
    assert_eq!(there.steps.len(), back.steps.len());
    for step in &there.steps {
        let other = back.steps.iter().find(|s| s.key == step.key).expect("the same changes");
        near(other.part.npv_mean.value, -step.part.npv_mean.value, there.npv_mean.from.value);
        assert_eq!((&step.from, &step.to), (&other.to, &other.from));
    }
    near(back.together.npv_mean.value, -there.together.npv_mean.value, there.npv_mean.from.value);
}

#[test]
fn a_correlation_that_ends_because_an_input_is_fixed_is_no_change_of_its_own() {
    let tie = "[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.5\n";
    let b = ("b", "normal(0, 10)");
    let (fixed, free) = (payments(&[("a", "990"), b], tie), payments(&[("a", "normal(990, 20)"), b], tie));
    let keys = |found: Diff| found.steps.into_iter().map(|step| step.key).collect::<Vec<_>>();
    assert_eq!(keys(compared(&fixed, &free)), ["flows.a.amount"]);
    let loose = payments(&[("a", "normal(990, 20)"), b], "");
    assert_eq!(keys(compared(&loose, &free)), ["correlations"]);
}

#[test]
fn many_small_changes_go_by_their_link_of_the_chain() {
    let other = hotel("").replace("\"hotel\"", "\"retail-bank\"");
    let found = compared(&hotel(""), &other);
    assert!(found.steps.len() <= 40, "{}", found.steps.len());
    assert!(found.steps.iter().any(|step| step.kind == "link"));
    assert_sums(&found);
}

#[test]
fn cases_of_another_horizon_or_currency_are_refused_by_name() {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 128 };
    for (more, said) in [("months = 24\n", "case.months"), ("currency = \"SEK\"\nper_euro = 11\n", "EUR and SEK")] {
        let fault = diff(&scenario(&hotel("")), &scenario(&hotel(more)), settings, &Control::default())
            .unwrap_err()
            .to_string();
        assert!(fault.contains(said), "{fault}");
    }
}

#[test]
fn the_command_prints_the_bridge_and_writes_its_figure() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file
    };
    let (a, b) = (file("a.toml", &hotel("months = 60\n")), file("b.toml", &hotel(OTHER_HOTEL)));
    let diff = |more: &[&str]| {
        let mut command = delight();
        command.current_dir(folder.path()).args(["diff", "--trials", "512"]).args(more);
        command
    };
    let ran = diff(&[]).arg(&a).arg(&b).assert().success();
    let text = printed(&ran);
    for part in ["What each change brings", "one new line", "what they do together", "stage gate", "±"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for name in ["diff.json", "diff.svg", "diff.png"] {
        assert!(folder.path().join("reports/hotel").join(name).is_file(), "{name}");
    }
    let dutch = diff(&["--lang", "nl", "--format", "text"]).arg(&a).arg(&b).assert().success();
    assert!(printed(&dutch).contains("wat ze samen doen"));
    let json = diff(&["--format", "json"]).arg(&a).arg(&b).assert().success();
    let found: serde_json::Value = serde_json::from_slice(&json.get_output().stdout).unwrap();
    assert!(found["steps"][0]["npv_mean"]["standard_error"].is_number());
    let crowns = file("crowns.toml", &hotel("months = 60\ncurrency = \"SEK\"\n"));
    let refused = diff(&[]).arg(&a).arg(&crowns).assert().code(2);
    assert!(said(&refused).contains("SEK"));
}
