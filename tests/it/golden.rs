//! The traces of the golden cases, number by number.

use delight_case::report::json;
use delight_case::scenario::Scenario;
use delight_case::simulate::trace;
use serde_json::Value;
use std::path::Path;

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
        (Value::Object(_), Value::Object(b)) => {
            for (key, b) in b {
                compare(&format!("{path}.{key}"), &found[key], b, differences);
            }
        }
        (a, b) if a == b => {}
        (a, b) => differences.push(format!("{path}: found {a}, expected {b}")),
    }
}

fn reproduces(case: &str) {
    let file =
        |ending: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{case}.{ending}"));
    let scenario = Scenario::load(&file("toml")).unwrap_or_else(|e| panic!("{e}"));
    let found = json::trace(&trace(&scenario));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(file("trace.json"), &found).unwrap();
    }
    let expected = std::fs::read_to_string(file("trace.json")).unwrap();
    let mut differences = Vec::new();
    let (found, expected) = (serde_json::from_str(&found).unwrap(), serde_json::from_str(&expected).unwrap());
    compare(case, &found, &expected, &mut differences);
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
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
