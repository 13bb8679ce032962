//! The dozen numbers that matter most in each sector, which the live part asks for first.
//!
//! Seven are the preset's (its organisation's, and what is planned), five are the defaults' beliefs; of both
//! those that move the mean net present value most, from P10 to P90 of what is believed, or of what is fixed by a quarter.

use delight_case::web::Session;
use serde_json::{Value, json};
use std::path::Path;

const OF_PRESET: usize = 7;
const ALL: usize = 12;

fn ask(page: &mut Session, question: Value) -> Value {
    serde_json::from_str(&page.ask(&question.to_string())).expect("JSON")
}

/// How far a slider moves the mean, money; nothing where an end of it does not go with the others as written.
fn swing(page: &mut Session, slider: &Value) -> f64 {
    let of = |key: &str| slider[key].as_f64().expect("a number");
    let (low, high) = match of("p10") == of("p90") {
        true => (0.8 * of("p50"), 1.25 * of("p50")),
        false => (of("p10"), of("p90")),
    };
    let id = slider["id"].as_str().expect("an id");
    let mut mean = |x: f64| {
        ask(page, json!({"ask": "start", "set": {id: x}, "trials": 512})).get("error").is_none().then(|| {
            let seen = ask(page, json!({"ask": "look", "until": 512}));
            let values = seen["values"].as_array().expect("values");
            values.iter().find(|value| value["key"] == "npv_mean").expect("a mean")["value"].as_f64().expect("a number")
        })
    };
    let ends = (mean(low), mean(high));
    if let (Some(low), Some(high)) = ends { (high - low).abs() } else { 0.0 }
}

/// The ids of a preset's numbers, those that it gives first, each by how far it moves the mean.
fn numbers(preset: &str) -> String {
    let mut page = Session::default();
    let opened = ask(&mut page, json!({"ask": "open", "preset": preset, "lang": "en"}));
    let rows = opened["ledger"].as_array().expect("a ledger");
    let of_preset = |id: &str| {
        let row = rows.iter().find(|row| row["path"] == id);
        row.is_some_and(|row| row["place"].as_str().expect("a place").starts_with("preset"))
    };
    let kinds = ["number", "rank"];
    let sliders = opened["sliders"].as_array().expect("sliders").iter();
    let sliders = sliders.filter(|s| s["lever"] == false && kinds.contains(&s["kind"].as_str().expect("a kind")));
    // What moves with others is one number.
    let tied: Vec<&Value> =
        sliders.clone().filter(|s| s["kind"] == "rank").flat_map(|s| s["paths"].as_array()).flatten().collect();
    let mut all: Vec<(bool, f64, String)> = sliders
        .filter(|slider| slider["kind"] == "rank" || !tied.contains(&&slider["id"]))
        .map(|slider| {
            let id = slider["id"].as_str().expect("an id").to_owned();
            (of_preset(&id), swing(&mut page, slider), id)
        })
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (given, beliefs): (Vec<_>, Vec<_>) = all.into_iter().partition(|(given, _, _)| *given);
    let given = given.into_iter().take(OF_PRESET).map(|(_, _, id)| id);
    let beliefs = beliefs.into_iter().take(ALL - OF_PRESET).map(|(_, _, id)| id);
    format!("{preset}: {}\n", given.chain(beliefs).collect::<Vec<String>>().join(" "))
}

#[test]
fn the_numbers_of_each_sector_are_those_that_move_its_value_most() {
    let presets = delight_case::scenario::presets::names();
    let found: String = presets.into_iter().map(numbers).collect();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/numbers.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&kept, &found).expect("written");
    }
    assert_eq!(std::fs::read_to_string(&kept).expect("the list"), found, "UPDATE_GOLDEN=1 writes it anew");
}
