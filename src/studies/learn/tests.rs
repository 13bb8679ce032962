//! Known answers: the panel of the reference and its sums, customers, the layer read back.

use super::change::RatingChange;
use super::panel::Panel;
use super::relation::{engagement_score, engagement_turnover, score_churn};
use super::sums::Sums;
use super::table::OwnData;
use super::*;
use delight_model::sampling::Sampling;
use delight_model::scenario::{FileError, Files, OpenedFile, Scenario, Value, from_file};
use delight_model::simulate::{Control, Settings};
use serde_json::Value as Json;
use std::sync::Arc;

const PANEL: &str = include_str!("../../../tests/golden/living/panel.csv");
const CUSTOMERS: &str = include_str!("../../../tests/golden/living/customers.csv");
const HOTEL: &str = include_str!("../../../tests/golden/living/hotel.toml");
const ANSWERS: &str = include_str!("../../../tests/golden/living/answers-learn.json");

fn file(name: &'static str, text: &'static str) -> Source<'static> {
    Source { data: OwnData { name, text }, bytes: text.as_bytes() }
}

fn panel(text: &str) -> Panel {
    Panel::read(OwnData { name: "panel.csv", text }).unwrap_or_else(|e| panic!("{e}"))
}

fn answers() -> Json {
    serde_json::from_str(ANSWERS).expect("JSON")
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{what}: {found} {expected}");
}

fn assert_sums(found: &Sums, between: f64, link: &str) {
    let known = &answers()[link];
    let pairs = [
        ("units", found.units),
        ("A", found.xy),
        ("C", found.xx),
        ("aa", found.aa),
        ("ac", found.ac),
        ("cc", found.cc),
        ("reliability", found.reliability),
        ("within", found.slope()),
        ("between", between),
    ];
    for (key, found) in pairs {
        assert_near(found, number(&known[key]), &format!("{link} {key}"));
    }
}

#[test]
fn the_sums_of_the_panel_are_those_of_the_reference() {
    let panel = panel(PANEL);
    let turnover = engagement_turnover(&panel);
    assert_sums(&turnover.sums, turnover.between.value, "engagement_turnover");
    let churn = score_churn(&panel);
    assert_sums(&churn.sums, churn.between.value, "score_churn");
    let response: Vec<f64> = answers()["response"].as_array().expect("a list").iter().map(number).collect();
    let score = engagement_score(&panel, &response, number(&answers()["long_run"]));
    assert_sums(&score.sums, score.between.value, "engagement_score");
}

#[test]
fn the_causal_share_of_the_customers_is_that_of_the_reference() {
    let customers = people::customers(OwnData { name: "customers.csv", text: CUSTOMERS }).expect("well formed");
    let known = &answers()["customers.csv"];
    let found = RatingChange::of(&customers, Some(number(&known["reliability"]))).expect("ratings that vary");
    let [difference, alone] = found.slopes();
    assert_near(difference, number(&known["difference"]), "difference");
    assert_near(alone, number(&known["cross_section"]), "cross section");
    assert_near(found.share().value, number(&known["ratio"]), "ratio");
    // Likeliest is a share below what is seen, since all it lacks of a whole may be a shared cause.
    assert!(found.log_likelihood(0.05) > found.log_likelihood(0.6));
}

fn settings() -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials: 4096 }
}

fn hotel() -> Scenario {
    Scenario::from_text("hotel.toml", HOTEL).unwrap_or_else(|e| panic!("{e}"))
}

fn learned_from(panel: &'static str, customers: &'static str) -> Learned {
    let sources =
        Sources { panel: file("panel.csv", panel), customers: Some(file("customers.csv", customers)), staff: None };
    let how = Learning { settings: settings(), reliability: None };
    learn(&hotel(), &sources, how, &Control::default()).unwrap_or_else(|e| panic!("{e:?}"))
}

fn learned() -> Learned {
    learned_from(PANEL, CUSTOMERS)
}

/// A folder of one file.
struct Folder(String);

impl Files for Folder {
    fn open(&self, _: &str, relative: &str, _: u64) -> Result<OpenedFile, FileError> {
        match relative {
            "learned.toml" => {
                Ok(OpenedFile { name: relative.into(), identity: "/learned.toml".into(), text: self.0.clone() })
            }
            _ => Err(FileError::NotFound),
        }
    }
}

fn resting_on(layer: &str) -> Scenario {
    let text = "base = \"learned.toml\"\n[case]\npreset = \"hotel\"\n".to_owned();
    let first = OpenedFile { name: "own.toml".into(), identity: "/own.toml".into(), text };
    from_file(first, Arc::new(Folder(layer.to_owned())), None).unwrap_or_else(|e| panic!("{e}\n{layer}"))
}

/// The layer without what only `delight track` reads.
fn inputs_of(layer: &str) -> &str {
    layer.split("\n[track.drift").next().unwrap_or(layer)
}

#[test]
fn the_layer_is_read_back_as_what_was_learned() {
    let found = learned();
    let case = resting_on(inputs_of(&layer(&found, None)));
    assert!(found.written.len() >= 4, "{:?}", found.written);
    for written in &found.written {
        let assumption = case.assumption(&written.path).expect("an input");
        assert_eq!(assumption.written, written.value, "{}", written.path);
        assert_eq!(assumption.provenance.source.as_deref(), Some(written.source.as_str()));
        assert!(assumption.provenance.place.starts_with("learned.toml:"), "{:?}", assumption.provenance);
    }
    for tie in &found.correlations {
        let place = |path: &str| case.assumptions().iter().position(|a| a.path == path).expect("an input");
        let mut pair = tie.between.each_ref().map(|path| place(path));
        pair.sort_unstable();
        let read = case.correlations().iter().find(|c| c.between == pair).expect("a pair");
        assert_eq!(read.rank, tie.rank);
    }
}

#[test]
fn what_is_written_stands_for_the_posterior() {
    let found = learned();
    let case = resting_on(inputs_of(&layer(&found, None)));
    let share = found.links.iter().find(|link| link.link == "rating_stay").expect("customers were rated twice");
    assert_eq!(share.verdict, LearnVerdict::Learned);
    let turnover = found.links.iter().find(|link| link.link == "engagement_turnover").expect("a link");
    let [input] = &turnover.inputs[..] else { panic!("one input: {turnover:?}") };
    if let Some(Value::Drawn(read)) = case.assumption(&input.path).map(|a| &a.value)
        && found.written.iter().any(|w| w.path == input.path)
    {
        for (level, value) in [(0.1, input.after.p10), (0.5, input.after.p50), (0.9, input.after.p90)] {
            assert!((read.cdf(value) - level).abs() < 0.02, "{} {level} {}", input.path, read.cdf(value));
        }
    }
}

#[test]
fn rows_in_any_order_teach_the_same() {
    let turned = |text: &str| {
        let (head, rows) = text.split_once('\n').expect("a head");
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        rows.rotate_left(7);
        format!("{head}\n{}\n", rows.join("\n")).leak() as &'static str
    };
    let bare = |found: &Learned| {
        let text = serde_json::to_string(found).expect("JSON");
        found.sources.iter().fold(text, |text, source| text.replace(&source.fingerprint, ""))
    };
    let (one, other) = (learned(), learned_from(turned(PANEL), turned(CUSTOMERS)));
    assert_ne!(one.sources[0].fingerprint, other.sources[0].fingerprint);
    assert_eq!(bare(&one), bare(&other));
}

#[test]
fn learning_again_from_the_same_file_is_refused() {
    let case = resting_on(inputs_of(&layer(&learned(), None)));
    let sources = Sources { panel: file("again.csv", PANEL), customers: None, staff: None };
    let how = Learning { settings: settings(), reliability: None };
    match learn(&case, &sources, how, &Control::default()) {
        Err(LearnError::Twice(file, layer)) => {
            assert_eq!((file.as_str(), layer.as_str()), ("again.csv", "learned.toml"))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_case_itself_sets_is_named() {
    let found = learned();
    assert!(found.kept_by_case.iter().any(|path| path == "employees.engaged"), "{:?}", found.kept_by_case);
    let rests = layer(&found, Some("group.toml"));
    assert!(rests.lines().any(|line| line == "base = \"group.toml\""));
}

#[test]
fn too_few_units_refuse_relations_and_leave_levels() {
    let text: String = PANEL
        .lines()
        .filter(|line| line.starts_with("unit") || line.starts_with("u0"))
        .map(|l| format!("{l}\n"))
        .collect();
    let found = learned_from(text.leak(), CUSTOMERS);
    let link = found.links.iter().find(|link| link.link == "score_churn").expect("a link");
    assert_eq!((link.verdict, link.reason), (LearnVerdict::Refused, Some(Refusal::FewUnits)));
    assert!(found.levels.iter().any(|level| level.path == "customers.annual_churn"));
    assert!(found.drift.is_empty());
}

#[test]
fn a_unit_with_a_gap_is_left_out_and_named() {
    let text: String =
        PANEL.lines().filter(|line| !line.starts_with("u07,2025-Q2")).map(|l| format!("{l}\n")).collect();
    let found = learned_from(text.leak(), CUSTOMERS);
    assert_eq!(found.sources[0].left_out, ["u07"]);
    assert!(found.links.iter().filter(|l| l.link.starts_with("engagement")).all(|link| link.units == 47));
}

#[test]
fn all_that_is_wrong_with_a_panel_is_said_at_once() {
    let text = "unit,period,engaged,engaged_n,staff,leavers,ratng\n\
        a,2026-Q1,1.2,10,20,1,7\na,2026-Q1,0.4,10,20,1,7\nb,2026-Q1,0.4,30,20,1,7\nb,2026-Q2,many,10,20,1,7\n\
        b,2026-Q4,0.4,10,20,70,7\n,Q1,0.4,10,20,1,7\n";
    let faults = Panel::read(OwnData { name: "panel.csv", text }).expect_err("much is wrong");
    let told = faults.to_string();
    for part in [
        "panel.csv:1:45: found \"ratng\"; must be one of the columns",
        "did you mean \"rating\"?",
        "panel.csv:2:11: engaged: found \"1.2\"; must be from 0 to 1",
        "panel.csv:3:1: unit: found \"a, 2026-Q1\"; must be given once",
        "panel.csv:4:15: engaged_n: found \"30\"; must be at most staff: 20",
        "panel.csv:5:11: engaged: found \"many\"; must be a number",
        "panel.csv:6:3: period: found \"2026-Q4\"; must follow 2026-Q2",
        "panel.csv:6:21: leavers: found \"70\"; must be at most staff times the months of a period: 60",
        "panel.csv:7:1: unit: must be given",
        "panel.csv:7:2: period: found \"Q1\"; must be a period",
    ] {
        assert!(told.contains(part), "{part}\nin\n{told}");
    }
}

#[test]
fn a_column_that_never_varies_is_refused() {
    let text = "unit,period,rating\na,1,7\na,2,7\nb,1,7\nb,2,7\n";
    let told = Panel::read(OwnData { name: "p.csv", text }).expect_err("nothing varies").to_string();
    assert!(told.contains("rating: found \"7\"; must vary"), "{told}");
}

#[test]
fn a_dutch_export_is_read() {
    let text = "\u{feff}unit;period;rating;rating_n\r\na;2026-01;7,5;10\r\na;2026-02;7;10\r\nb;2026-01;6,25;10\r\nb;2026-02;8;\r\n";
    let read = panel(text);
    assert_eq!((read.units.len(), read.months), (2, 1));
    assert_eq!(read.column("rating").map(|grid| grid[1][0]), Some(6.25));
    assert_eq!(read.complete(&["rating", "rating_n"]), (vec![0], vec![1]));
}
