//! The chain of the workbook: the same months as the trace, and live under other churn, causal share, gains and mix.

use crate::workbook::{Read, cases, golden, made, office, with_cells};
use delight_case::chain::connection::STATES;
use delight_case::chain::survey::ANSWERS;
use delight_case::report::words::Words;
use delight_case::scenario::{Language, Scenario};
use delight_case::simulate::{Measure, trace};

/// Columns of the months of both arms that a trace has too, by the key of their heading and the name of the series.
const COLUMNS: [(&str, &str); 15] = [
    ("customers", "customers"),
    ("connected", "connected"),
    ("score", "rating"),
    ("nps", "nps"),
    ("engaged", "engaged"),
    ("turnover", "turnover"),
    ("absence", "absence"),
    ("failure-rate", "failure_rate"),
    ("recovered", "recovered"),
    ("individual", "individual"),
    ("surprising", "surprising"),
    ("lost", "churned"),
    ("won", "acquired"),
    ("volume", "volume"),
    ("price", "price"),
];

/// The six gains that the gain of the score multiplies.
const GAINS: [&str; 6] = [
    "complaint_gain",
    "complaint_people",
    "individual_gain",
    "individual_people",
    "surprising_gain",
    "surprising_people",
];

#[test]
fn the_chain_of_the_sheet_is_that_of_the_trace_month_by_month() {
    let words = Words::new(Language::English);
    let mut seen = 0;
    for (name, scenario) in cases() {
        let found = trace(&scenario);
        if found.arms[0].is_empty() {
            continue;
        }
        let mut read = Read::new(&made(&scenario, Language::English));
        for (key, series) in COLUMNS {
            let columns = read.month_columns(&words.say_of("live-column", key));
            assert_eq!(columns.len(), 2, "{name} {key}: a column of each arm");
            for (arm, column) in columns.iter().enumerate() {
                let expected = found.series(arm, series).expect("a trace has it");
                for (t, (sheet, trace)) in column.iter().skip(1).zip(expected).enumerate() {
                    let close = (sheet - trace).abs() <= 1e-9 * trace.abs().max(1e-3);
                    assert!(close, "{name} {key} arm {arm} month {}: sheet {sheet}, trace {trace}", t + 1);
                }
            }
        }
        seen += 1;
    }
    assert!(seen > 10, "only {seen} cases with a chain");
}

/// The same change as the cells of a workbook have it and as `delight trace --set` has it.
struct Change {
    what: &'static str,
    cells: Vec<(String, f64)>,
    paths: Vec<(String, f64)>,
}

fn point(scenario: &Scenario, path: &str) -> f64 {
    scenario.point(path).unwrap_or_else(|| panic!("no {path}"))
}

fn one(what: &'static str, cell: &str, path: &str, value: f64) -> Change {
    Change { what, cells: vec![(cell.to_owned(), value)], paths: vec![(path.to_owned(), value)] }
}

/// Churn, causal share, gain of the score, and today's customers as the case knows them; then all of them.
fn changes(scenario: &Scenario) -> Vec<Change> {
    let gain = 1.7;
    let gains = GAINS.map(|key| format!("effects.experience.{key}"));
    let gains = gains.map(|path| (path.clone(), gain * point(scenario, &path)));
    let mut all = vec![
        one("churn", "annual_churn", "customers.annual_churn", 0.8 * point(scenario, "customers.annual_churn")),
        one("causal share", "causal_share", "effects.causal_share", 0.31),
        Change { what: "gain of the score", cells: vec![("score_gain".into(), gain)], paths: gains.to_vec() },
    ];
    let shares = |table: &str, keys: &[&str]| {
        let given: Vec<f64> = keys.iter().map(|key| point(scenario, &format!("customers.{table}.{key}"))).collect();
        let whole: f64 = given.iter().sum();
        let last = keys.len() - 1;
        // Medians of uncertain shares do not sum to one; those that are typed must.
        let moved = |i: usize| {
            given[i] / whole
                + if i == 0 {
                    -0.03
                } else if i == last {
                    0.03
                } else {
                    0.0
                }
        };
        let named = |prefix: &str| (0..=last).map(|i| (format!("{prefix}{}", keys[i]), moved(i))).collect();
        let (cells, paths) = (named(&format!("{table}_")), named(&format!("customers.{table}.")));
        Change { what: "customers", cells, paths }
    };
    all.push(match (scenario.point("customers.nps.promoters"), scenario.point("customers.nps")) {
        (Some(_), _) => shares("nps", &ANSWERS),
        (_, Some(points)) => one("customers", "nps", "customers.nps", points + 9.0),
        _ => shares("mix", &STATES),
    });
    let together = |of: fn(&Change) -> &Vec<(String, f64)>| all.iter().flat_map(of).cloned().collect();
    all.push(Change { what: "all four", cells: together(|c| &c.cells), paths: together(|c| &c.paths) });
    all
}

fn named(values: &[(String, f64)]) -> Vec<(&str, f64)> {
    values.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

/// A hotel; a town, which has no revenue; a business case with a growing market; and cases that know what their
/// customers answer: in three shares, and in one number.
///
/// Without LibreOffice the test says so and passes, unless `DELIGHT_NEEDS_LIBREOFFICE` is 1.
#[test]
fn libreoffice_follows_churn_causal_share_gain_and_mix_to_the_cent() {
    let shipped = |name: &str| crate::support::loaded(&crate::support::file(&format!("scenarios/{name}.toml")));
    let points = crate::support::scenario("[case]\npreset = \"hotel\"\nmonths = 36\n[customers]\nnps = -10\n");
    let cases = [
        ("hotel", shipped("hotel")),
        ("municipality", shipped("municipality")),
        ("b2b-growth", golden("b2b-growth")),
        ("hotel with a gate", golden("hotel-partial-gate")),
        ("three shares", shipped("nps-40-10-50")),
        ("one number", points),
    ];
    let (mut files, mut expected) = (Vec::new(), Vec::new());
    for (name, scenario) in &cases {
        let bytes = made(scenario, Language::English);
        let written = trace(scenario).measure(Measure::Npv).expect("a case has one");
        for change in changes(scenario) {
            let npv = trace(&changed_together(scenario, &change)).measure(Measure::Npv).expect("a case has one");
            // A change that moved nothing would test nothing; a town has no revenue that churn and causal share could move.
            let moved = (npv - written).abs();
            assert!(moved > 1.0 || *name == "municipality" && change.what != "all four", "{name} {}", change.what);
            files.push(with_cells(&bytes, &named(&change.cells)));
            expected.push((format!("{name}: {}", change.what), npv, moved > 0.01));
        }
    }
    let Some(computed) = office(&files) else { return };
    assert_eq!(computed.len(), expected.len());
    for (computed, (what, npv, moved)) in computed.iter().zip(&expected) {
        let mut read = Read::new(computed);
        let found = read.case_value(5).expect("a number");
        assert!((found - npv).abs() <= 0.01, "{what}: LibreOffice {found}, delight {npv}");
        let words = Words::new(Language::English);
        let said = if *moved { words.say("live-differs") } else { words.say("live-agrees") };
        assert_eq!(read.case_text(15, 4), said, "{what}");
    }
}

/// The scenario with all of a change: shares that must sum to one are changed as a table.
fn changed_together(scenario: &Scenario, change: &Change) -> Scenario {
    let mut changed = scenario.clone();
    for (table, keys) in [("customers.mix", &STATES[..]), ("customers.nps", &ANSWERS[..])] {
        let shares: Vec<_> = change.paths.iter().filter(|(path, _)| path.starts_with(&format!("{table}."))).collect();
        if shares.is_empty() {
            continue;
        }
        let share = |key: &&str| {
            let path = format!("{table}.{key}");
            let given = shares.iter().find(|(own, _)| *own == path).map(|(_, value)| *value);
            format!("{key} = {}", given.unwrap_or_else(|| point(scenario, &path)))
        };
        let text = keys.iter().map(share).collect::<Vec<_>>().join(", ");
        changed = changed.with(table, &format!("{{ {text} }}")).unwrap_or_else(|e| panic!("{e}"));
    }
    let alone = |path: &str| !path.starts_with("customers.mix.") && !path.starts_with("customers.nps.");
    let rest: Vec<_> = change.paths.iter().filter(|(path, _)| alone(path)).cloned().collect();
    crate::workbook::changed(&changed, &named(&rest))
}
