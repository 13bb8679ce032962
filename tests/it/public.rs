//! What is said where nobody pays, of what must be mended, and of a negative piece of the bridge, in both languages.

use crate::support::file;
use delight_case::report::documents::html::html;
use delight_case::report::documents::memo::memo;
use delight_case::report::documents::results::Results;
use delight_case::report::documents::story::story;
use delight_case::report::page::study::Study;
use delight_case::report::pages::run::less::negative_pieces;
use delight_case::report::pages::run::page::summary;
use delight_case::report::words::Words;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Language, Scenario};
use delight_case::simulate::{Control, Settings};
use delight_case::statistics::RiskAttitude;
use delight_case::studies::audit::reviewed;
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::gate::{USUAL_ANSWERS, best_gate};
use delight_case::studies::improve::improve;
use delight_case::studies::optimise::{PlanLimits, optimise};
use delight_case::studies::run::{Findings, run};
use delight_case::studies::sweep::{Through, sweep};

const WIDE: usize = 400;

fn settings() -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials: 512 }
}

fn found(text: &str) -> (Case, Findings) {
    let case = Case::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}"));
    let found = run(&case, &settings(), &Control::default()).unwrap();
    let found = reviewed(case.scenario(), found);
    (case, found)
}

fn in_both(say: impl Fn(Words) -> String) -> [String; 2] {
    [Language::English, Language::Dutch].map(|language| say(Words::new(language)))
}

fn town(more: &str) -> String {
    format!("[case]\nname = \"Town\"\npreset = \"municipality\"\n{more}")
}

#[test]
fn what_must_be_mended_stands_beside_the_answer_on_screen_in_the_memo_on_page_one_and_on_a_slide() {
    let (case, found) = found("[case]\nname = \"Inn\"\npreset = \"hotel\"\n");
    assert_eq!(found.must_mend, ["AUD05"]);
    let results = Results::new(found.clone(), case.scenario());
    let [english, dutch] = ["Put your own budget in [[programme.costs]]", "eigen begroting"];
    for (words, remedy) in [(Words::new(Language::English), english), (Words::new(Language::Dutch), dutch)] {
        let screen = summary(&found, words).screen(WIDE);
        let before_the_table = screen.split("P95").next().unwrap();
        assert!(before_the_table.contains("AUD05") && before_the_table.contains(remedy), "{screen}");
        let report = html(&results, words).unwrap();
        let first = report.split("id=\"answer\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap();
        assert!(first.contains("(AUD05)") && first.contains("class=\"unsound\""), "{first}");
        let written = memo(&results, words);
        let before_the_key_figures = written.split("P95").next().unwrap();
        assert!(before_the_key_figures.contains("AUD05"), "{written}");
        let slides = story(&results, words);
        assert!(slides.iter().any(|slide| slide.notes.iter().any(|note| note.contains("AUD05"))));
    }
}

#[test]
fn results_saved_before_there_were_such_findings_are_read() {
    let (_, found) = found(&town(""));
    let mut saved = serde_json::to_value(&found).unwrap();
    for key in ["must_mend", "acceptability"] {
        assert!(saved.as_object_mut().unwrap().remove(key).is_some(), "{key}");
    }
    assert!(saved["case"].as_object_mut().unwrap().remove("nobody_pays").is_some());
    let read: Findings = serde_json::from_value(saved).unwrap();
    assert!(read.must_mend.is_empty() && read.acceptability.is_none() && !read.case.nobody_pays);
}

#[test]
fn newcomers_that_a_full_market_keeps_away_are_explained_wherever_the_bridge_stands() {
    let (case, mut found) = found(
        "[case]\nname = \"Shop\"\npreset = \"online-retail\"\n[customers]\nmarket_size = 450_000\ncount = 420_000\n\
         [programme]\ndelivery = \"full\"\n",
    );
    let piece = found.bridge["advocacy"].value;
    assert!(piece < 0.0, "the market is nearly full: {piece}");
    let told = in_both(|words| negative_pieces(&found, words).join("\n"));
    assert!(told[0].contains("customers who come") && told[0].contains("the market fills up"), "{told:?}");
    assert!(told[1].contains("de markt raakt vol"), "{told:?}");
    let results = Results::new(found.clone(), case.scenario());
    for (words, why) in
        [(Words::new(Language::English), "the market fills up"), (Words::new(Language::Dutch), "de markt raakt vol")]
    {
        // Beneath the years and beneath the bridge.
        assert_eq!(summary(&found, words).screen(WIDE).matches(why).count(), 2);
        assert_eq!(memo(&results, words).matches(why).count(), 2);
        assert!(html(&results, words).unwrap().matches(why).count() >= 2);
        assert!(story(&results, words).iter().any(|slide| slide.notes.iter().any(|note| note.contains(why))));
    }
    found.bridge.values_mut().for_each(|piece| piece.value = piece.value.abs());
    assert_eq!(in_both(|words| negative_pieces(&found, words).join("")), ["", ""]);
}

#[test]
fn every_piece_that_is_negative_has_a_reason_of_its_own() {
    let (_, mut found) = found("[case]\nname = \"Inn\"\npreset = \"hotel\"\n");
    found.bridge.values_mut().for_each(|piece| piece.value = -piece.value.abs().max(1e6));
    for told in in_both(|words| negative_pieces(&found, words).join("\n")) {
        let reasons: std::collections::BTreeSet<&str> =
            told.lines().filter_map(|line| line.split_once(": ")).map(|x| x.1).collect();
        assert_eq!(told.lines().count(), 7, "{told}");
        assert!(reasons.len() >= 5, "{told}");
    }
}

#[test]
fn a_public_case_says_what_a_connected_customer_would_have_to_be_worth_and_what_its_threshold_gives() {
    let (case, found) = found(&town("[customers]\nsocial_value_per_year = 400\n"));
    let curve = found.acceptability.as_ref().and_then(|all| all.connected_year.as_ref()).expect("nobody pays");
    let threshold = curve.threshold.expect("the case gives one");
    assert_eq!(threshold.price, 400.0);
    assert!(curve.share.windows(2).all(|pair| pair[1] >= pair[0] - (1.0 - curve.limit.value)), "{curve:?}");
    for text in in_both(|words| summary(&found, words).screen(WIDE)) {
        assert!(text.contains("customers.social_value_per_year") && text.contains("400"), "{text}");
    }
    let results = Results::new(found, case.scenario());
    for language in [Language::English, Language::Dutch] {
        let words = Words::new(language);
        assert!(html(&results, words).unwrap().matches("400").count() > 1);
        assert!(story(&results, words).iter().any(|slide| slide.name == "acceptability"));
    }
}

/// What must not be said of a case for which nobody pays.
const OF_MONEY_MAKERS: [&str; 12] = [
    "loses money",
    "loss",
    "is worth €",
    "worth −",
    "makes it pay",
    "What makes it pay",
    "verlies",
    "rendabel",
    "waard is",
    "ROI",
    "terugverdien",
    "nearest miss",
];

#[test]
fn studies_of_a_public_case_speak_of_a_balance_and_never_of_a_loss() {
    let case = Scenario::from_text("case.toml", &town("")).unwrap();
    let control = Control::default();
    let improved = improve(&case, settings(), &control).unwrap();
    let size = improved.steps.iter().flat_map(|step| &step.changes).find(|change| change.path == "programme.intensity");
    assert!(size.is_none_or(|change| change.to.parse::<f64>().unwrap() >= 1.0), "{size:?}");
    let through = Through { path: "programme.intensity".into(), from: 0.0, to: 2.0, steps: 5 };
    let swept = sweep(&case, settings(), &through, &control).unwrap();
    let gains: Vec<f64> = swept.doses.iter().map(|dose| dose.rating_gain.unwrap().value).collect();
    assert!(gains[0] == 0.0 && gains.windows(2).all(|pair| pair[0] <= pair[1]), "{gains:?}");
    let limits = PlanLimits { budget: None, attitude: RiskAttitude::Neutral, staff: None };
    let even = BreakevenRequest { inputs: &[], map: None, target: Some(Target::MedianNpv) };
    let studies: [Box<dyn Study>; 5] = [
        Box::new(improved),
        Box::new(swept),
        Box::new(best_gate(&case, settings(), USUAL_ANSWERS, &control).unwrap()),
        Box::new(optimise(&case, settings(), 256, &limits, &control).unwrap()),
        Box::new(breakeven(&case, settings(), &even, &control).unwrap()),
    ];
    for study in studies {
        for told in in_both(|words| study.page(words).screen(WIDE)) {
            let told = told.replace("verbonden klant waard is", "");
            let said: Vec<&str> = OF_MONEY_MAKERS.into_iter().filter(|word| told.contains(word)).collect();
            assert!(said.is_empty(), "{}: {said:?}\n{told}", study.name());
            assert!(told.contains("balance") || told.contains("saldo"), "{told}");
        }
    }
}

#[test]
fn the_shipped_hospital_is_told_without_loss_payback_or_revenue() {
    let case = Case::load(&file("scenarios/hospital.toml"), None).unwrap();
    let found = reviewed(case.scenario(), run(&case, &settings(), &Control::default()).unwrap());
    for told in in_both(|words| summary(&found, words).screen(WIDE)) {
        for word in ["loses", "loss", "ROI", "IRR", "Payback", "verlies", "Terugverdien"] {
            assert!(!told.contains(word), "{word}\n{told}");
        }
    }
}
