//! Amounts that come with the program in a case of another currency than the euro: converted at the rate it states, or refused.

use crate::support::file;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Note, Scenario, Value, presets};
use delight_case::simulate::{Control, Measure, Sample, Settings, trace};
use std::fs;

/// Every amount of money of the hotels that comes from their preset.
const AMOUNTS: [&str; 10] = [
    "customers.revenue_per_year",
    "employees.salary_per_year",
    "employees.replacement_cost",
    "cost_to_serve.contact",
    "cost_to_serve.failure",
    "cost_to_serve.complaint",
    "programme.costs.training",
    "programme.costs.time for the guest",
    "programme.costs.surprise budget",
    "programme.costs.recovery budget",
];

fn loaded(text: &str) -> Scenario {
    Scenario::from_text("test.toml", text).unwrap_or_else(|e| panic!("{e}"))
}

fn refused(text: &str) -> String {
    Scenario::from_text("test.toml", text).expect_err("refused").to_string()
}

fn in_dollars(preset: &str, rate: &str) -> Scenario {
    loaded(&format!("[case]\npreset = \"{preset}\"\ncurrency = \"USD\"\nper_euro = {rate}\n"))
}

fn in_euros(preset: &str) -> Scenario {
    loaded(&format!("[case]\npreset = \"{preset}\"\n"))
}

fn values(scenario: &Scenario) -> Vec<f64> {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    let sample = Sample::new(scenario, settings, &[Measure::Npv], &Control::default()).expect("nobody cancels");
    sample.results(Measure::Npv).to_vec()
}

fn p95(scenario: &Scenario, path: &str) -> f64 {
    match &scenario.assumption(path).unwrap_or_else(|| panic!("{path}")).value {
        Value::Drawn(distribution) => distribution.quantile(0.95),
        Value::Sum(_) => f64::NAN,
    }
}

#[test]
fn twice_the_rate_is_twice_the_value_where_all_money_comes_from_the_preset() {
    assert_eq!(presets::names().len(), 15);
    for preset in presets::names() {
        let [one, two] = ["1.08", "2.16"].map(|rate| trace(&in_dollars(preset, rate)));
        let [one, two] = [one, two].map(|trace| trace.measure(Measure::Npv).expect("a value"));
        assert!(one.abs() > 1.0 && (two / one - 2.0).abs() < 1e-9, "{preset}: {one} {two}");
    }
    let [one, two] = ["0.9", "1.8"].map(|rate| values(&in_dollars("hotel", rate)));
    let worst = one.iter().zip(&two).map(|(one, two)| (two / one - 2.0).abs()).fold(0.0, f64::max);
    assert!(one.len() == 256 && worst < 1e-9, "{worst}");
}

#[test]
fn every_amount_of_the_preset_is_converted_with_its_range_and_nothing_else_is() {
    let (euros, dollars) = (in_euros("hotel"), in_dollars("hotel", "1.08"));
    for (euro, dollar) in euros.assumptions().iter().zip(dollars.assumptions()) {
        assert_eq!(euro.path, dollar.path);
        if !AMOUNTS.contains(&euro.path.as_str()) {
            assert_eq!(euro, dollar);
            continue;
        }
        for of in [|s: &Scenario, path: &str| s.point(path).expect("drawn"), p95] {
            let [euro, dollar] = [&euros, &dollars].map(|s| of(s, &euro.path));
            assert!((dollar / euro - 1.08).abs() < 1e-9, "{} {euro} {dollar}", dollar / euro);
        }
        assert_eq!(dollar.written, format!("{} × 1.08", euro.written));
        let conversion = dollar.provenance.converted.as_ref().expect("converted");
        assert_eq!((conversion.per_euro, conversion.currency.as_str()), (1.08, "USD"));
    }
    let told = dollars.notes().iter().any(|note| matches!(note, Note::Converted { amounts: 10, .. }));
    assert!(told && euros.notes().is_empty(), "{:?}", dollars.notes());
}

#[test]
fn a_case_in_euros_stays_as_it_is_and_takes_no_other_rate_than_1() {
    let one = loaded("[case]\npreset = \"hotel\"\nper_euro = 1\n");
    assert_eq!(one.assumptions(), in_euros("hotel").assumptions());
    assert_eq!(values(&one), values(&in_dollars("hotel", "1")));
    let said = refused("[case]\npreset = \"hotel\"\nper_euro = 1.08\n");
    for words in ["test.toml:3:12: case.per_euro", "must be 1 or left out in a case in EUR", "currency = \"USD\""] {
        assert!(said.contains(words), "{words:?} is not in: {said}");
    }
}

#[test]
fn a_case_of_another_currency_without_a_rate_is_told_which_amounts_need_one() {
    let said = refused("[case]\npreset = \"hotel\"\ncurrency = \"USD\"\n");
    for words in [
        "test.toml:3:12: case.per_euro",
        "must be given where the currency is USD",
        "customers.revenue_per_year (preset hotel:16)",
        "and 6 more",
        "how many USD go for one euro",
        "per_euro = 1.08",
        "or give these amounts in USD yourself",
    ] {
        assert!(said.contains(words), "{words:?} is not in: {said}");
    }
    for rate in ["0", "-1", "\"much\""] {
        let said = refused(&format!("[case]\npreset = \"hotel\"\ncurrency = \"USD\"\nper_euro = {rate}\n"));
        assert!(said.contains("case.per_euro") && !said.contains("must be given"), "{rate}: {said}");
    }
}

/// All amounts of a hotel, in whatever currency the case has.
const OWN: &str = "[customers]\nrevenue_per_year = 400\n[employees]\nsalary_per_year = 40_000\nreplacement_cost = 9_000\n\
    [cost_to_serve]\ncontact = 4\nfailure = 30\ncomplaint = 30\n\
    [[programme.costs]]\nname = \"all\"\namount = \"200k\"\nper = \"once\"\n";

#[test]
fn amounts_of_the_case_are_in_its_currency_and_are_not_converted() {
    let given = loaded(&format!("[case]\npreset = \"hotel\"\ncurrency = \"USD\"\n{OWN}"));
    assert!(given.notes().is_empty(), "{:?}", given.notes());
    let rated = loaded(&format!("[case]\npreset = \"hotel\"\ncurrency = \"USD\"\nper_euro = 1.08\n{OWN}"));
    assert_eq!(given.assumptions().len(), rated.assumptions().len());
    for (given, rated) in given.assumptions().iter().zip(rated.assumptions()) {
        assert_eq!((&given.value, &given.written), (&rated.value, &rated.written), "{}", given.path);
    }
}

#[test]
fn amounts_of_a_base_are_those_of_the_currency_and_its_rate_is_that_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = |base: &str, own: &str| {
        fs::write(folder.path().join("base.toml"), base).expect("written");
        let path = folder.path().join("case.toml");
        fs::write(&path, format!("base = \"base.toml\"\n{own}")).expect("written");
        Scenario::load(&path)
    };
    let head = "[case]\npreset = \"hotel\"\ncurrency = \"USD\"\nper_euro = 1.25\n";
    let base = format!("{head}[customers]\nrevenue_per_year = 400\n");
    let built = case(&base, "").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(built.point("customers.revenue_per_year"), Some(400.0));
    let salary = |scenario: &Scenario| scenario.point("employees.salary_per_year").expect("drawn");
    assert!((salary(&built) / salary(&in_euros("hotel")) - 1.25).abs() < 1e-9);
    let moved = case(&base, "[case]\ncurrency = \"GBP\"\n").expect_err("dollars are no pounds").to_string();
    assert!(moved.contains("must be given where the currency is GBP"), "{moved}");
    let back = case(&base, "[case]\ncurrency = \"EUR\"\n").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(salary(&back), salary(&in_euros("hotel")));
}

#[test]
fn a_change_is_in_the_currency_of_the_case() {
    let dollars = in_dollars("hotel", "1.08");
    let changed = dollars.with("employees.salary_per_year", "40k").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(changed.point("employees.salary_per_year"), Some(40_000.0));
    assert_eq!(changed.point("customers.revenue_per_year"), dollars.point("customers.revenue_per_year"));
}

#[test]
fn a_rival_project_needs_no_rate() {
    let path = file("scenarios/rivals/loyalty-points.toml");
    let text = fs::read_to_string(path).expect("the file");
    let currency = if text.contains("currency = \"EUR\"") { "" } else { "currency = \"USD\"\n" };
    let text =
        text.replace("currency = \"EUR\"", "currency = \"USD\"").replace("[case]\n", &format!("[case]\n{currency}"));
    let rival = loaded(&text);
    assert!(rival.currency() == "USD" && rival.notes().is_empty());
}
