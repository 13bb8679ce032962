//! Studies in the folder of their case: saved, read back, and told in its report.

use crate::support::{delight, hotel_text, printed, scenario};
use delight_case::report::words::Words;
use delight_case::report::{
    page::study::Study,
    pages::all::{Studies, figures_of, names},
};
use delight_case::sampling::Sampling;
use delight_case::scenario::Language;
use delight_case::scenario::actuals::Actuals;
use delight_case::scenario::{Case, Scenario};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::assess::{CaseAssessment, worth};
use delight_case::studies::audit::audit;
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::compare::{CompareRequest as Rivalry, compare};
use delight_case::studies::diff::diff;
use delight_case::studies::fails::fails;
use delight_case::studies::gate::best_gate;
use delight_case::studies::improve::improve;
use delight_case::studies::optimise::{PlanLimits, optimise};
use delight_case::studies::portfolio::{PortfolioRequest as Choice, portfolio};
use delight_case::studies::run::{Findings, run};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::sweep::{Through, sweep, sweep_two};
use delight_case::studies::track::track_up_to;
use delight_case::studies::voi::{PilotPlan, voi};
use std::fs;
use std::path::Path;

pub const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 128 };

fn case(more: &str) -> Scenario {
    scenario(&hotel_text(more))
}

pub fn found(text: &str) -> Findings {
    run(&Case::from_text("case.toml", text).unwrap(), &SETTINGS, &Control::default()).unwrap()
}

fn through(path: &str, from: f64, to: f64) -> Through {
    Through { path: path.into(), from, to, steps: 3 }
}

/// What eight managers said, so that there is something to assess.
pub const ASSESSED: &str = "[assessment.shifts]\npartners = 4\nculture = 5\nempowerment = \"3 to 7\"\n";

/// Four quarters of two metrics, with a control.
const READINGS: &str = "month,metric,value,n,site,arm\n\
    0,nps,-10,900,a,\n6,nps,-6,900,a,\n12,nps,-4,900,a,\n0,nps,-9,900,b,baseline\n12,nps,-10,900,b,baseline\n\
    3,turnover,60,300,a,\n12,turnover,48,300,a,\n12,cost,4e5,,all,\n";

fn readings(scenario: &Scenario) -> Actuals {
    Actuals::read(READINGS, "actuals.csv", scenario).unwrap_or_else(|e| panic!("{e}"))
}

/// One of every kind.
pub fn studies(scenario: &Scenario) -> Vec<Box<dyn Study>> {
    let inputs = ["effects.causal_share".to_owned(), "programme.intensity".to_owned()];
    let request = BreakevenRequest { inputs: &inputs, map: None, target: Some(Target::Loss { at_most: 0.2 }) };
    let plan = PilotPlan { measures: vec![inputs[0].clone()], sites: 4, months: 6, cost: 1e4, noise: 2.0 };
    let [dose, share] = [through("programme.intensity", 0.0, 2.0), through("effects.causal_share", 0.0, 1.0)];
    let rivals = [scenario.clone(), case("months = 48\n").with("case.name", "Other").unwrap()];
    let choice =
        Choice { budget: 1e7, staff: None, risk_tolerance: Some(1e6), groups: Vec::new(), requires: Vec::new() };
    let answers = scenario.assessment().expect("there are answers");
    let steps = worth(scenario, answers, SETTINGS, &Control::default()).unwrap();
    vec![
        Box::new(CaseAssessment::of(scenario, steps).expect("there are answers")),
        Box::new(
            compare(&rivals, SETTINGS, &Rivalry { nothing: true, risk_tolerance: None }, &Control::default()).unwrap(),
        ),
        Box::new(portfolio(&rivals, SETTINGS, &choice, &Control::default()).unwrap()),
        Box::new(diff(&case("[programme]\nintensity = 0.5\n"), scenario, SETTINGS, &Control::default()).unwrap()),
        Box::new(sensitivity(scenario, SETTINGS, true, &Control::default()).unwrap()),
        Box::new(breakeven(scenario, SETTINGS, &request, &Control::default()).unwrap()),
        Box::new(sweep(scenario, SETTINGS, &dose, &Control::default()).unwrap()),
        Box::new(sweep_two(scenario, SETTINGS, &[dose, share], &Control::default()).unwrap()),
        Box::new(improve(scenario, SETTINGS, &Control::default()).unwrap()),
        Box::new(best_gate(scenario, SETTINGS, 1e3, &Control::default()).unwrap()),
        Box::new(optimise(scenario, SETTINGS, 128, &PlanLimits::NONE, &Control::default()).unwrap()),
        Box::new(voi(std::slice::from_ref(scenario), SETTINGS, None, Some(&plan), &Control::default()).unwrap()),
        Box::new(fails(scenario, SETTINGS, &Control::default()).unwrap()),
        Box::new(audit(scenario, SETTINGS, None, &Control::default()).unwrap()),
        Box::new(
            track_up_to(scenario, SETTINGS, (&readings(scenario), scenario.track()), 1024, &Control::default())
                .unwrap(),
        ),
    ]
}

#[test]
fn every_study_reads_back_to_the_same_document_and_the_same_words() {
    let scenario = case(ASSESSED);
    let (findings, words) = (found(&hotel_text(ASSESSED)), Words::new(Language::Dutch));
    let all = studies(&scenario);
    for name in names() {
        assert!(all.iter().any(|study| study.name() == name), "no {name} is tried");
    }
    for study in all {
        let document = study.document();
        let read = Studies::of(&findings, |name| (name == study.name()).then(|| document.clone()));
        let [again] = &read.current[..] else { panic!("{} is not read back: {:?}", study.name(), read.outdated) };
        assert!(again.document() == document, "{} changes", study.name());
        assert_eq!(again.page(words).screen(100), study.page(words).screen(100));
        let titles = |study: &dyn Study| -> Vec<String> {
            study.figures(words).iter().map(|named| named.figure.caption().description.clone()).collect()
        };
        assert_eq!(titles(again.as_ref()), titles(study.as_ref()));
        let drawn = study.figures(words);
        assert!(drawn.iter().all(|named| figures_of(study.name()).contains(&named.name)), "{}", study.name());
    }
}

#[test]
fn a_study_of_another_state_of_the_case_or_of_nothing_is_left_out_and_named() {
    let study = sensitivity(&case(""), SETTINGS, false, &Control::default()).unwrap();
    let document = delight_case::report::page::study::Document::document(&study);
    let other = found(&hotel_text("[programme]\nintensity = 0.5\n"));
    let texts = |name: &str| match name {
        "sensitivity" => Some(document.clone()),
        "voi" => Some("{\"broken\": ".to_owned()),
        _ => None,
    };
    let read = Studies::of(&other, texts);
    assert!(read.current.is_empty());
    assert_eq!(read.outdated, ["sensitivity", "voi"]);
}

fn report(folder: &Path) -> String {
    fs::read_to_string(folder.join("report.html")).unwrap()
}

#[test]
fn a_study_of_a_case_that_was_run_gets_its_section_in_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, intensity: &str| {
        let file = folder.path().join(name);
        fs::write(&file, hotel_text(&format!("[programme]\nintensity = {intensity}\n"))).unwrap();
        file
    };
    let (file, changed) = (write("case.toml", "1"), write("changed.toml", "0.5"));
    let out = folder.path().join("out");
    let run = |command: &str, file: &Path, more: &[&str]| {
        printed(&delight().arg(command).arg(file).args(more).arg("--out").arg(&out).assert().success())
    };
    let sweep = ["--input", "programme.intensity", "--from", "0", "--to", "2", "--steps", "3", "--trials", "256"];
    let alone = run("sweep", &file, &sweep);
    assert!(alone.contains("sweep.json") && !alone.contains("report.html"), "{alone}");

    run("run", &file, &["--trials", "256", "--quiet"]);
    assert!(report(&out).contains("id=\"study-sweep\""), "the run takes up the study that was there");
    let told = run("sweep", &file, &sweep);
    assert!(told.contains("report.html"), "{told}");
    assert!(report(&out).contains("How much of it"));
    delight().args(["report", "--lang", "nl"]).arg(&out).assert().success();
    assert!(report(&out).contains("Hoeveel ervan"));

    fs::copy(&changed, &file).unwrap();
    run("run", &file, &["--trials", "256", "--quiet"]);
    let page = report(&out);
    assert!(!page.contains("id=\"study-sweep\"") && page.contains("are left out: sweep"));
}

/// Twenty months of a hundred and twenty flows that all vary, the first a thousand times as much as the others.
fn many_flows() -> Scenario {
    let flow = |i: usize| {
        let sd = if i == 77 { 1000.0 } else { 1.0 };
        format!("[[flows]]\nname = \"f{i}\"\nper = \"month\"\namount = \"normal(5, {sd})\"\ngrowth = \"0% to 3%\"\n")
    };
    let flows: String = (0..120).map(flow).collect();
    scenario(&format!(
        "[case]\nname = \"many\"\nkind = \"cash-flow\"\nmonths = 240\n[finance]\ndiscount_rate = 0.08\n{flows}"
    ))
}

#[test]
fn a_case_of_very_many_inputs_is_studied_by_those_that_matter_and_says_so() {
    let case = many_flows();
    let found = sensitivity(&case, SETTINGS, false, &Control::default()).unwrap();
    let left = found.not_studied.unwrap();
    assert_eq!(found.inputs.len() + left.inputs, 240);
    assert_eq!(found.inputs[0].input.path, "flows.f77.amount");
    assert!(left.variance_share < 0.05, "{left:?}");
    let request = BreakevenRequest { inputs: &[], map: None, target: Some(Target::MedianNpv) };
    let found = breakeven(&case, SETTINGS, &request, &Control::default()).unwrap();
    assert!(found.inputs.iter().any(|of| of.input.path == "flows.f77.amount"));
    assert_eq!(found.inputs.len() + found.not_studied.unwrap().inputs, 240);
    // One that is named is searched, however little it explains.
    let named = ["flows.f3.amount".to_owned()];
    let request = BreakevenRequest { inputs: &named, map: None, target: Some(Target::MedianNpv) };
    let found = breakeven(&case, SETTINGS, &request, &Control::default()).unwrap();
    assert_eq!((found.inputs.len(), found.not_studied), (1, None));
    // The hotels' case is studied whole.
    assert_eq!(sensitivity(&self::case(""), SETTINGS, false, &Control::default()).unwrap().not_studied, None);
}
