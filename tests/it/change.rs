//! A scenario that is changed is the scenario of a file that says so.

use delight_case::evidence::Lens;
use delight_case::scenario::{
    Case, FileError, Files, Note, OpenedFile, Project, Scenario, ScenarioError, Value, file_for_readers,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\n";
const RIVAL: &str = "[case]\nname = \"Rival\"\nkind = \"cash-flow\"\n[[flows]]\nname = \"in, year 1.5\"\nper = \"year\"\n\
    amount = \"10k to 20k\"\n[[flows]]\nname = \"out\"\nper = \"once\"\namount = \"-30k\"\n";

fn scenario(text: &str) -> Scenario {
    Scenario::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}"))
}

fn message(scenario: &Scenario, path: &str, text: &str) -> String {
    scenario.with(path, text).expect_err("it is wrong").to_string()
}

/// What a case says without the places where it says so.
fn said(scenario: &Scenario) -> (String, Vec<(String, Value, String)>, Project) {
    let inputs = scenario.assumptions().iter().map(|a| (a.path.clone(), a.value.clone(), a.written.clone()));
    (
        format!("{} {} {:?}", scenario.name(), scenario.months(), scenario.notes()),
        inputs.collect(),
        scenario.project().clone(),
    )
}

#[test]
fn a_change_says_what_the_file_would_say() {
    let changes = [
        ("customers.annual_churn", "30% to 40%", "[customers]\nannual_churn = \"30% to 40%\"\n"),
        ("case.months", "48", "months = 48\n"),
        ("case.name", "Other hotel", ""),
        ("programme.delivery", "full", "[programme]\ndelivery = \"full\"\n"),
        ("programme.costs", "[]", "[programme]\ncosts = []\n"),
    ];
    for (path, text, written) in changes {
        let head = if path == "case.name" { HOTEL.replace("Hotel", text) } else { HOTEL.to_owned() };
        let there = scenario(&format!("{head}{written}"));
        let changed = scenario(HOTEL).with(path, text).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(said(&changed), said(&there), "{path}");
        assert_ne!(said(&changed), said(&scenario(HOTEL)), "{path} changes something");
    }
}

#[test]
fn what_was_changed_says_where_it_was() {
    let changed = scenario(HOTEL).with("customers.annual_churn", "{ value = \"35%\", source = \"own\" }").unwrap();
    let churn = changed.assumption("customers.annual_churn").unwrap();
    assert_eq!(churn.provenance.place, "your changes:1");
    assert_eq!((churn.written.as_str(), churn.provenance.source.as_deref()), ("35%", Some("own")));
}

#[test]
fn what_is_wrong_with_a_change_is_said_as_of_a_file() {
    let hotel = scenario(HOTEL);
    let in_file = |text: &str| Scenario::from_text("f", &format!("{HOTEL}{text}")).unwrap_err().to_string();
    let rest = |message: &str| message.split_once(": ").unwrap().1.to_owned();
    let churn = message(&hotel, "customers.annual_churn", "35");
    assert_eq!(rest(&churn), rest(&in_file("[customers]\nannual_churn = 35\n")));
    assert!(churn.starts_with("your changes:1:26: customers.annual_churn: found 35;"), "{churn}");
    let unknown = message(&hotel, "customers.anual_churn", "0.3");
    assert!(unknown.contains("did you mean `customers.annual_churn`?"), "{unknown}");
    assert!(message(&hotel, "case.preset", "hotl").contains("did you mean \"hotel\"?"));
    assert!(message(&hotel, "base", "other.toml").contains("a change cannot put another file below it"));
    assert!(message(&hotel, "", "1").contains("is not a key of a scenario"));
    let two = message(&hotel, "customers.count", "1\n[case]\nmonths = 12");
    assert!(two.starts_with("your changes:1:19: customers.count: "), "{two}");
    // What is missing is missing in the file, not in the changes.
    let alone = Scenario::from_text("case.toml", RIVAL).unwrap();
    assert!(message(&alone, "case.kind", "chain").contains("case.toml"));
}

#[test]
fn cost_lines_and_flows_are_changed_by_their_names() {
    let costs = "[[programme.costs]]\nname = \"training\"\nper = \"month\"\namount = 10k\n\
        [[programme.costs]]\nname = \"tools\"\nper = \"once\"\namount = 5k\n";
    let hotel = scenario(&format!("{HOTEL}{}", costs.replace("10k", "\"10k\"").replace("5k", "\"5k\"")));
    let changed = hotel.with("programme.costs.training", "20k to 30k").unwrap();
    assert_eq!(changed.assumption("programme.costs.training").unwrap().written, "20k to 30k");
    assert_eq!(changed.assumption("programme.costs.tools"), hotel.assumption("programme.costs.tools"));
    assert!(message(&hotel, "programme.costs.trainings", "1").contains("did you mean `programme.costs.training`?"));
    assert!(message(&hotel, "programme.costs.training", "20%").contains("makes no sense"));
    assert!(message(&hotel, "flows.training.amount", "1").contains("is not a key of a scenario"));
    let rival = scenario(RIVAL);
    let changed = rival.with("flows.in, year 1.5.amount", "15k").unwrap().with("flows.out.growth", "2%").unwrap();
    assert_eq!(changed.point("flows.in, year 1.5.amount"), Some(15_000.0));
    assert_eq!(changed.point("flows.out.growth"), Some(0.02));
    assert_eq!(changed.point("flows.out.amount"), Some(-30_000.0));
    assert!(message(&rival, "flows.in.amount", "1").contains("is not a key"));
}

#[test]
fn a_change_follows_through_preset_lens_and_notes() {
    let hotel = scenario(HOTEL);
    let other = hotel.with("case.preset", "online-retail").unwrap();
    assert_eq!((other.preset(), hotel.preset()), (Some("online-retail"), Some("hotel")));
    assert_ne!(other.point("customers.annual_churn"), hotel.point("customers.annual_churn"));
    assert_eq!(
        hotel.with("case.lens", "authors").unwrap().assumptions(),
        hotel.through(Lens::Authors).unwrap().assumptions()
    );
    assert!(hotel.with("programme.costs", "[]").unwrap().notes().contains(&Note::NoCosts));
    assert!(!hotel.notes().contains(&Note::NoCosts));
    // Own numbers hold in every lens, and changed ones too.
    let case = Case::from_text("case.toml", HOTEL).unwrap().with("effects.causal_share", "0.2").unwrap();
    let lenses = case.lenses().expect("a chain");
    assert!(lenses.iter().all(|seen| seen.point("effects.causal_share") == Some(0.2)));
}

/// Files in memory that count how often they are opened.
#[derive(Default)]
struct Memory {
    files: BTreeMap<&'static str, String>,
    opened: Mutex<usize>,
}

impl Files for Memory {
    fn open(&self, _: &str, relative: &str, _: u64) -> Result<OpenedFile, FileError> {
        *self.opened.lock().unwrap() += 1;
        let text = self.files.get(relative).ok_or(FileError::NotFound)?.clone();
        Ok(OpenedFile { name: relative.into(), identity: relative.into(), text })
    }
}

#[test]
fn a_change_reads_no_file_a_second_time_and_new_ones_beside_the_first() {
    let base = format!("{HOTEL}[customers]\nannual_churn = \"20%\"\n");
    let files = BTreeMap::from([("base.toml", base), ("seen.csv", "share\n0.25\n0.25\n".to_owned())]);
    let memory = Arc::new(Memory { files, opened: Mutex::new(0) });
    let first = OpenedFile { name: "a.toml".into(), identity: "a.toml".into(), text: "base = \"base.toml\"\n".into() };
    let case = Case::from_file(first, memory.clone(), None).unwrap_or_else(|e| panic!("{e}"));
    let changed = case.with("customers.annual_churn", "30%").unwrap();
    assert_eq!(*memory.opened.lock().unwrap(), 1);
    assert_eq!(changed.scenario().point("customers.annual_churn"), Some(0.3));
    let sampled = case.with("customers.annual_churn", "samples(seen.csv, share)").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(sampled.scenario().point("customers.annual_churn"), Some(0.25));
}

#[test]
fn what_a_study_derived_is_not_changed_by_a_text() {
    let derived = scenario(HOTEL).derived(|model| model.correlations.clear());
    assert_eq!(derived.with("case.months", "48").unwrap_err(), ScenarioError::Derived);
    assert_eq!(Case::of(&derived).unwrap_err(), ScenarioError::Derived);
}

#[test]
fn a_shipped_case_is_changed_where_it_lies() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/hotel.toml");
    let hotel = Scenario::load(&path).unwrap();
    let churn = hotel.assumption("customers.annual_churn").unwrap().provenance.place.clone();
    assert!(churn.starts_with(&file_for_readers(&path)) || churn.starts_with("preset"), "{churn}");
    let longer = hotel.with("case.months", "72").unwrap();
    assert_eq!((longer.months(), longer.name()), (72, hotel.name()));
}
