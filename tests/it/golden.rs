//! The traces of the golden cases, number by number, against those of an independent program (tests/golden/README.md).

use crate::support::{GOLDEN, file, loaded, scenario_files};
use delight_case::report::page::json;
use delight_case::simulate::trace;
use serde_json::Value;
use std::collections::BTreeSet;

/// What our trace has and the independent program does not give: series of both arms, and sums. The list may only shrink.
const OURS_ALONE: [&str; 18] = [
    "arms.baseline.failure_rate",
    "arms.baseline.failures",
    "arms.baseline.individual",
    "arms.baseline.price",
    "arms.baseline.recovered",
    "arms.baseline.surprising",
    "arms.baseline.voiced",
    "arms.baseline.volume",
    "arms.programme.failure_rate",
    "arms.programme.failures",
    "arms.programme.individual",
    "arms.programme.price",
    "arms.programme.recovered",
    "arms.programme.surprising",
    "arms.programme.voiced",
    "arms.programme.volume",
    "books",
    "irr",
];

/// Relative tolerance, and the absolute one for values near zero.
const TOLERANCE: (f64, f64) = (1e-9, 1e-6);

fn compare(path: &str, found: &Value, expected: &Value, differences: &mut Vec<String>) {
    match (found, expected) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > (TOLERANCE.0 * b.abs()).max(TOLERANCE.1) {
                differences.push(format!("{path}: found {a}, expected {b}"));
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{path}[{i}]"), a, b, differences);
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => compare(&format!("{path}.{key}"), a, b, differences),
                    (None, _) => differences.push(format!("{path}.{key}: not found")),
                    (_, None) => differences.push(format!("{path}.{key}: found, not expected")),
                }
            }
        }
        (a, b) if a == b => {}
        (a, b) => differences.push(format!("{path}: found {a}, expected {b}")),
    }
}

fn differences(case: &str, found: &Value, expected: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    compare(case, found, expected, &mut differences);
    differences
}

fn expected(case: &str) -> Value {
    let text = std::fs::read_to_string(file(&format!("tests/golden/{case}.trace.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn reproduces(case: &str) {
    let scenario = loaded(&file(&format!("tests/golden/{case}.toml")));
    let found = serde_json::from_str(&json::trace(&trace(&scenario))).unwrap();
    let differences = differences(case, &found, &expected(case));
    let known = OURS_ALONE.map(|key| format!("{case}.{key}: found, not expected"));
    let wrong: Vec<&str> = differences.iter().filter(|one| !known.contains(one)).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    let gone: Vec<&String> = known.iter().filter(|one| !differences.contains(one)).collect();
    assert!(gone.is_empty(), "no longer ours alone, to be taken off the list: {gone:#?}");
}

#[test]
fn a_hotel_that_delivers_in_full_gives_the_golden_numbers() {
    reproduces("hotel");
}

#[test]
fn a_hotel_that_delivers_in_part_and_is_stopped_at_a_gate_gives_the_golden_numbers() {
    reproduces("hotel-partial-gate");
}

#[test]
fn one_element_that_does_harm_gives_the_golden_numbers() {
    reproduces("one-element-harmful");
}

#[test]
fn a_growing_business_customer_base_gives_the_golden_numbers() {
    reproduces("b2b-growth");
}

#[test]
fn a_municipality_without_revenue_gives_the_golden_numbers() {
    reproduces("municipality");
}

#[test]
fn a_market_that_is_nearly_full_gives_the_golden_numbers() {
    reproduces("full-market");
}

#[test]
fn a_survey_beside_a_mix_of_the_cases_own_gives_the_golden_numbers() {
    reproduces("survey-raked");
}

#[test]
fn every_golden_case_is_reproduced_here() {
    let cases = [
        "b2b-growth",
        "full-market",
        "hotel-partial-gate",
        "hotel",
        "municipality",
        "one-element-harmful",
        "survey-raked",
    ];
    let files = scenario_files(&[GOLDEN]);
    let found: Vec<_> = files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap()).collect();
    assert_eq!(found, cases);
}

#[test]
fn a_number_that_moves_and_a_key_too_many_or_too_few_are_differences() {
    let golden = expected("hotel");
    assert_eq!(differences("hotel", &golden, &golden), [""; 0]);
    let mut moved = golden.clone();
    let cash = moved["cash"][3].as_f64().unwrap();
    // Ten times what rounding may do.
    moved["cash"][3] = (cash + 10.0 * (TOLERANCE.0 * cash.abs()).max(TOLERANCE.1)).into();
    assert_eq!(differences("hotel", &moved, &golden).len(), 1);
    let mut more = golden.clone();
    more["arms"]["baseline"]["novelty"] = 1.into();
    assert_eq!(differences("hotel", &more, &golden), ["hotel.arms.baseline.novelty: found, not expected"]);
    assert_eq!(differences("hotel", &golden, &more), ["hotel.arms.baseline.novelty: not found"]);
}
