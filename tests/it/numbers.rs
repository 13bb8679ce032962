//! The text of a number means the same through every door: bare and in quotes, in samples, on the command line, in an interview.

use crate::support::{delight, hotel_text, payments_text, said};
use delight_case::report::words::Words;
use delight_case::scenario::{FileError, Files, Language, OpenedFile, Scenario, ScenarioError, Value, from_file};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A folder of one table.
struct Table(String);

impl Files for Table {
    fn open(&self, _: &str, relative: &str, _: u64) -> Result<OpenedFile, FileError> {
        Ok(OpenedFile { name: relative.into(), identity: relative.into(), text: self.0.clone() })
    }
}

fn with_table(text: String, table: &str) -> Result<Scenario, ScenarioError> {
    let first = OpenedFile { name: "case.toml".into(), identity: "case.toml".into(), text };
    from_file(first, Arc::new(Table(table.into())), None)
}

/// A number as a flow's amount: bare, in quotes, in a table, inside a quantity, and in samples.
fn through_every_door(text: &str) -> Vec<(&'static str, Result<f64, String>)> {
    let case = |amount: &str| {
        format!(
            "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n\
             [[flows]]\nname = \"a\"\nper = \"once\"\namount = {amount}\n"
        )
    };
    let samples = case("\"samples(x.csv, amount)\"");
    let doors = [
        ("quoted", case(&format!("\"{text}\""))),
        ("with its source", case(&format!("{{ value = \"{text}\", source = \"s\" }}"))),
        ("inside", case(&format!("\"discrete({text}: 1)\""))),
    ];
    let mut all: Vec<_> =
        doors.into_iter().map(|(door, case)| (door, read(Scenario::from_text("case.toml", &case)))).collect();
    let is_bare = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b"+-.e_".contains(&b));
    if is_bare {
        all.push(("bare", read(Scenario::from_text("case.toml", &case(text)))));
    }
    all.push(("samples", read(with_table(samples, &format!("amount;b\n\"{text}\";1\n")))));
    all
}

fn read(case: Result<Scenario, ScenarioError>) -> Result<f64, String> {
    let case = case.map_err(|e| e.to_string())?;
    match &case.assumption("flows.a.amount").expect("the flow").value {
        Value::Drawn(distribution) => Ok(distribution.median()),
        Value::Sum(_) => Err("computed".into()),
    }
}

#[test]
fn a_number_has_one_value_through_every_door() {
    for (text, value) in [
        ("-900", -900.0),
        ("900_000", 900_000.0),
        ("-1.5", -1.5),
        ("1.2345", 1.2345),
        ("1e6", 1e6),
        ("€1.5m", 1.5e6),
        ("−100", -100.0),
        ("€ −1,5 mln", -1.5e6),
        ("EUR 300k", 300e3),
        ("2 bn", 2e9),
        ("900 000", 900e3),
        ("900\u{202f}000", 900e3),
        ("1.234,56", 1234.56),
    ] {
        for (door, found) in through_every_door(text) {
            // In a list a comma parts values.
            if door != "inside" || !text.contains(',') {
                assert_eq!(found, Ok(value), "{text} {door}");
            }
        }
    }
}

#[test]
fn what_may_mean_two_numbers_is_refused_at_every_door_with_both() {
    for (text, whole) in [("900.000", "900000"), ("-900.000", "-900000"), ("12.500", "12500"), ("1.234", "1234")] {
        let doors = through_every_door(text);
        assert_eq!(doors.len(), 5);
        for (door, found) in doors {
            let said = found.expect_err(door).replace('_', "");
            assert!(
                said.contains(" or ") && said.contains(whole) && said.contains("case.toml:"),
                "{text} {door}: {said}"
            );
        }
    }
    for text in ["900,000", "€ 900.000", "−900.000"] {
        assert!(through_every_door(text).into_iter().all(|(door, found)| door == "inside" || found.is_err()), "{text}");
    }
}

#[test]
fn what_cannot_be_an_amount_of_the_case_is_refused_at_every_door() {
    for (text, word) in
        [("$5", "EUR"), ("USD 5", "EUR"), ("12%", "percentage"), ("many", "2bn"), ("2 bln", "tn"), ("(5)", "-5")]
    {
        for (door, found) in through_every_door(text) {
            let said = found.expect_err(door);
            assert!(said.contains(word), "{text} {door}: {said}");
        }
    }
}

#[test]
fn months_rates_and_contacts_are_decimals() {
    let case = hotel_text(
        "months = 60.000\n[customers]\ncontacts_per_month = 1.500\n[employees]\nonboarding_months = \"6.500\"\n",
    );
    let case = Scenario::from_text("case.toml", &case).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(case.months(), 60);
    assert_eq!(
        [case.point("customers.contacts_per_month"), case.point("employees.onboarding_months")],
        [Some(1.5), Some(6.5)]
    );
    for key in
        ["count = 1.500", "count = \"1,500\"", "revenue_per_year = 1.500", "market_size = \"600.000 to 700.000\""]
    {
        let refused = Scenario::from_text("case.toml", &hotel_text(&format!("[customers]\n{key}\n")));
        assert!(refused.is_err_and(|e| e.to_string().contains(" or ")), "{key}");
    }
}

#[test]
fn what_the_program_prints_of_money_can_be_typed() {
    let read_back = |text: &str| read(Scenario::from_text("case.toml", &case_of(text)));
    for language in Language::ALL {
        let words = Words::new(language);
        for x in [0.0, 4.5, -950.0, 12_340.0, -1.234e6, 3.2e9] {
            let written = words.money("EUR", x);
            let found = read_back(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
            assert!((found - x).abs() <= 0.005 * x.abs(), "{written} is read as {found}");
        }
    }
}

fn case_of(amount: &str) -> String {
    payments_text("x", &[("a", amount)], "")
}

// --- The command line -------------------------------------------------------------------------------------------------

fn refused(folder: &Path, args: &[&str]) -> String {
    let ended = delight().current_dir(folder).args(args).assert().code(2);
    said(&ended)
}

#[test]
fn every_amount_and_count_of_the_command_line_is_read_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let flows = |name: &str| payments_text(name, &[("a", "-10 to -5"), ("b", "20 to 30")], "");
    for name in ["a", "b"] {
        fs::write(folder.path().join(format!("{name}.toml")), flows(name)).expect("written");
    }
    fn two<'a>(args: &[&'a str]) -> Vec<&'a str> {
        [&["portfolio", "a.toml", "b.toml"], args].concat()
    }
    for (args, whole) in [
        (two(&["--budget", "100.000"]), "100_000"),
        (two(&["--budget", "20", "--staff", "1.500"]), "1_500"),
        (two(&["--budget", "20", "--risk-tolerance", "2.000"]), "2_000"),
        (two(&["--budget", "20", "--trials", "10.000"]), "10_000"),
        (vec!["compare", "a.toml", "b.toml", "--risk-tolerance", "2,000"], "2_000"),
        (vec!["voi", "a.toml", "--pilot", "flows.a.amount", "--cost", "60.000"], "60_000"),
        (vec!["optimise", "a.toml", "--budget", "100.000"], "100_000"),
        (vec!["optimise", "a.toml", "--search-trials", "10.000"], "10_000"),
        (vec!["run", "a.toml", "--trials", "10.000"], "10_000"),
        (vec!["assess", "a.toml", "--trials", "10.000"], "10_000"),
        (vec!["sweep", "a.toml", "--input", "flows.a.amount", "--from", "-9.000", "--to", "0"], "-9_000"),
        (vec!["sweep", "a.toml", "--input", "flows.a.amount", "--from", "-9", "--to", "9.000"], "9_000"),
    ] {
        let said = refused(folder.path(), &args);
        assert!(said.contains("may mean") && said.contains(whole), "{args:?}: {said}");
    }
    for (args, word) in [
        (two(&["--budget", "$20"]), "which is EUR and not $"),
        (two(&["--budget", "20%"]), "percentage"),
        (two(&["--budget", "-1"]), "must not be negative"),
        (two(&["--budget", "1e300"]), "at most 1e15"),
        (vec!["sweep", "a.toml", "--input", "flows.a.amount", "--from", "$5", "--to", "9"], "which is EUR and not $"),
        (vec!["sweep", "a.toml", "--input", "flows.a.amount", "--from", "5%", "--to", "9"], "percentage"),
    ] {
        let said = refused(folder.path(), &args);
        assert!(said.contains(word) && !said.contains("-- -1"), "{args:?}: {said}");
    }
    let args = two(&["--budget", "€ 0,02k", "--trials", "1k", "--out", "o"]);
    delight().current_dir(folder.path()).args(args).assert().success();
}

// --- Lists ------------------------------------------------------------------------------------------------------------

#[test]
fn a_list_that_names_a_thing_twice_or_its_own_case_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["A, one", "B"] {
        let text = payments_text(name, &[("a", "-10 to -5"), ("b", "20 to 30")], "");
        fs::write(folder.path().join(format!("{}.toml", &name[..1])), text).expect("written");
    }
    let text =
        payments_text("A, one", &[("a", "-1")], "[portfolio]\nrequires = [\n  \"B\",\n  \"A, one\",\n  \"B\",\n]\n");
    fs::write(folder.path().join("self.toml"), &text).expect("written");
    let told = Scenario::from_text("self.toml", &text).expect_err("refused").to_string();
    let line = |what: &str| text.lines().position(|l| l.trim() == what).expect("a line") + 1;
    assert!(told.contains(&format!("self.toml:{}:3: portfolio.requires", line("\"A, one\","))), "{told}");
    assert!(told.contains("itself") && told.contains("must be given once"), "{told}");
    for (args, word) in [
        (&["portfolio", "A.toml", "B.toml", "--budget", "9", "--requires", "B:B"][..], "requires itself"),
        (&["portfolio", "A.toml", "B.toml", "--budget", "9", "--group", "B,B"], "twice"),
        (
            &["portfolio", "A.toml", "B.toml", "--budget", "9", "--requires", "B:'A, one'", "--requires", "B:'A, one'"],
            "twice",
        ),
        (&["portfolio", "A.toml", "A.toml", "--budget", "9"], "twice"),
        (&["voi", "A.toml", "--pilot", "flows.a.amount", "--pilot", "flows.a.amount"], "given twice"),
        (&["breakeven", "A.toml", "--input", "flows.a.amount", "--input", "flows.a.amount"], "given twice"),
        (&["breakeven", "A.toml", "--map", "flows.a.amount", "flows.a.amount"], "given twice"),
        (&["voi", "A.toml", "A.toml"], "twice"),
        (&["run", "A.toml", "./A.toml"], "twice"),
    ] {
        let told = refused(folder.path(), args);
        assert!(told.contains(word), "{args:?}: {told}");
    }
    let args =
        ["portfolio", "A.toml", "B.toml", "--budget", "9", "--group", "\"A, one\", B", "--trials", "256", "--out", "o"];
    delight().current_dir(folder.path()).args(args).assert().success();
}
