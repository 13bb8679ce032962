//! The best stage gate, held against cases whose answer is known and against the gate as `delight run` values it.

use crate::support::{delight, hotel_file, hotel_text, loaded, payments_text, printed, scenario as case};
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Engine, Settings, SimulationError};
use delight_case::statistics::Estimate;
use delight_case::studies::gate::{GateError, GateStudy, best_gate};
use delight_case::studies::run::gate_value;

fn settings(trials: u64) -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials }
}

fn studied(text: &str, trials: u64) -> GateStudy {
    best_gate(&case(text), settings(trials), 1e3, &Control::default()).expect("a chain, and nobody cancels")
}

fn error(estimate: &Estimate) -> f64 {
    estimate.standard_error.expect("eight replicates")
}

#[test]
fn a_programme_that_is_delivered_and_pays_is_never_better_stopped() {
    // Nothing works but that fewer failures save money, so it pays in every trial.
    let text = "months = 30\n[programme]\ndelivery = \"full\"\n\
        [[programme.costs]]\nname = \"little\"\namount = 1\nper = \"month\"\n[effects]\ncausal_share = 0\n\
        [effects.employees]\nengagement_gain = 0\npartner_gain = 0\ncustomer_echo = 0\n\
        [effects.experience]\ncore_gain = \"uniform(0.1, 0.5)\"\ncore_people = 0\nvoice_gain = 0\ncomplaint_gain = 0\n\
        complaint_people = 0\nindividual_gain = 0\nindividual_people = 0\nsurprising_gain = 0\n\
        surprising_people = 0\n[effects.advocacy]\nreputation = 0\nnew_per_connected = 0\n[effects.spend]\nprice_per_point = 0\n";
    let found = studied(&hotel_text(text), 512);
    assert!(found.npv_mean.value > 0.0);
    assert!(found.best.is_none(), "{:?}", found.best);
    assert!(found.months.len() > 1 && found.months.iter().all(|month| !month.gates.is_empty()));
    for month in &found.months {
        assert!(month.gates.iter().all(|gate| gate.at_least.is_none() && gate.value.value == 0.0), "{month:?}");
        assert_eq!((month.all_three.value.value, month.perfect.value), (0.0, 0.0));
    }
}

#[test]
fn no_gate_helps_a_programme_that_only_costs_and_ending_it_at_the_first_look_does() {
    let text = "months = 24\n[programme]\ndelivery = \"full\"\n\
        [[programme.costs]]\nname = \"much\"\namount = \"1M to 2M\"\nper = \"month\"\n";
    let found = studied(&hotel_text(text), 512);
    let end = found.stop_all.expect("stopping gains");
    assert_eq!(end.month, 12);
    assert!((end.value.value - found.months[0].perfect.value).abs() <= 1e-9 * end.value.value, "{end:?}");
    assert!(end.npv_mean.value < 0.0);
    // Whoever reads a survey stops some by chance, which is better than none and worse than all.
    assert!(found.best.is_none_or(|best| best.value.value < end.value.value && best.stopped.value < 1.0));
}

#[test]
fn the_value_of_the_own_gate_is_that_of_the_run() {
    let gate = "[programme.gate]\nmonth = 8\nmetric = \"connected\"\nat_least = 0.001\n";
    let text = hotel_text(&format!("months = 24\n{gate}"));
    let (scenario, settings) = (case(&text), settings(512));
    let own = studied(&text, 512).own.expect("the case has a gate");
    let control = Control::default();
    let run = Engine::new(&scenario, settings).unwrap().run(0..512, &control).expect("nobody cancels");
    let expected = gate_value(&scenario, &settings, &run, &control).expect("nobody cancels").expect("a gate");
    let near = |a: Estimate, b: Estimate| {
        assert!((a.value - b.value).abs() < 1e-6 * b.value.abs().max(1.0), "{a:?} {b:?}");
        // One is told from the replicates alone, the other also knows what a trial more could move, which is never less.
        assert!(error(&a) <= 1.01 * error(&b).max(1.0) && error(&b) < 1.5 * error(&a).max(1.0), "{a:?} {b:?}");
    };
    near(own.value, expected.value);
    near(own.npv_mean, expected.with);
}

#[test]
fn the_best_gate_pasted_into_the_case_is_worth_what_was_said() {
    let hotel = loaded(&hotel_file());
    let (settings, control) = (settings(2048), Control::default());
    let found = best_gate(&hotel, settings, 1e3, &control).expect("a chain, and nobody cancels");
    let best = found.best.expect("half of the hotel's programmes fail");
    let at_least = best.at_least.expect("a threshold");
    let points = if best.metric == "nps" { at_least } else { 100.0 * at_least };
    assert!((points - points.round()).abs() < 1e-9 && best.month >= 12, "{best:?}");
    let keys = [("month", best.month.to_string()), ("metric", best.metric.clone())];
    let keys = keys.into_iter().chain([("at_least", at_least.to_string()), ("survey", "1000".into())]);
    let with =
        |case: Scenario, (key, text): (&str, String)| case.with(&format!("programme.gate.{key}"), &text).unwrap();
    let scenario = keys.fold(hotel, with);
    let run = Engine::new(&scenario, settings).unwrap().run(0..settings.trials, &control).expect("nobody cancels");
    let value = gate_value(&scenario, &settings, &run, &control).expect("nobody cancels").expect("a gate").value;
    assert!((value.value - best.value.value).abs() < 1e-6 * value.value.abs().max(1.0), "{value:?} {best:?}");
    for month in &found.months {
        for gate in &month.gates {
            assert!(gate.value.value <= month.perfect.value, "nobody knows more than everything");
        }
        assert!(month.all_three.value.value <= month.perfect.value);
    }
    let judged = found.judged.expect("there is a best gate");
    let all: f64 = judged.outcomes.iter().map(|o| o.share.value * o.gain.value).sum();
    assert!((all - best.value.value).abs() < 1e-6 * all.abs().max(1.0), "the outcomes make up the whole");
}

/// Nothing is delivered, so both arms are alike and the reading is what the survey reads amiss: N(0, 2·s(1 − s)/n).
#[test]
fn a_survey_errs_as_often_as_its_answers_allow() {
    let stopped = |at_least: f64, metric: &str, survey: &str| {
        let text = format!(
            "months = 24\n[customers.mix]\nunconnected = 0.3\nsatisfied = 0.4\ndistinctive = 0.2\nconnected = 0.1\n\
             [employees]\nengaged = 0.5\n[programme]\ndelivery = \"none\"\n[programme.gate]\nmonth = 12\n\
             metric = \"{metric}\"\nat_least = {at_least}\n{survey}"
        );
        studied(&hotel_text(&text), 4096).own.expect("the case has a gate").stopped.value
    };
    let sd = (2.0 * 0.1 * 0.9 / 400.0_f64).sqrt();
    assert!((stopped(-1.644_854 * sd, "connected", "survey = 400\n") - 0.05).abs() < 0.002);
    assert!((stopped(0.0, "connected", "survey = 400\n") - 0.5).abs() < 0.002);
    let sd = (2.0 * 0.25 / 1e4_f64).sqrt();
    assert!((stopped(1.281_552 * sd, "engaged", "survey = 10_000\n") - 0.9).abs() < 0.002);
    // Read exactly, a lead of nothing is not below nothing.
    assert_eq!(stopped(0.0, "nps", ""), 0.0);
    assert!((stopped(0.0, "nps", "survey = 50\n") - 0.5).abs() < 0.002);
}

#[test]
fn a_case_without_a_state_to_look_at_is_refused() {
    let refused = |text: &str| best_gate(&case(text), settings(128), 1e3, &Control::default()).expect_err("no gate");
    assert_eq!(refused(&payments_text("Cash", &[("gain", "5")], "")), GateError::NoChain);
    assert_eq!(refused(&hotel_text("months = 17\n")), GateError::TooShort(17));
    let control = Control::default();
    control.cancel();
    let ended = best_gate(&case(&hotel_text("")), settings(128), 1e3, &control);
    assert_eq!(ended.expect_err("it was ended"), GateError::Simulation(SimulationError::Cancelled));
}

#[test]
fn the_command_says_when_to_look_and_draws_it_the_same_on_any_number_of_threads() {
    let run = |threads: &str, lang: &str| {
        let out = tempfile::tempdir().unwrap();
        let mut gate = delight();
        gate.args(["gate", "scenarios/hotel.toml", "--trials", "2048", "--threads", threads, "--lang", lang]);
        let shown = printed(&gate.arg("--out").arg(out.path()).assert().success());
        let names = ["gate.png", "gate.svg", "gate-regions.png", "gate-regions.svg"];
        assert!(names.iter().all(|name| out.path().join(name).exists()));
        (shown, std::fs::read_to_string(out.path().join("gate.json")).unwrap())
    };
    let ((english, one), (dutch, three)) = (run("1", "en"), run("3", "nl"));
    assert_eq!(one, three);
    for part in ["The best gate looks at", "[programme.gate]", "What it stops", "By month, on"] {
        assert!(english.contains(part), "{part} in\n{english}");
    }
    assert!(dutch.contains("Het beste beslismoment") && !dutch.contains("gate-"), "{dutch}");
}
