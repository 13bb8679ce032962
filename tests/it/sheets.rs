//! The sheets of years and indicators: the numbers of the run, and sums that another program gets too.

use crate::support::{hotel_text, payments_text};
use crate::workbook::{Read, office};
use calamine::{Data, Reader};
use delight_case::report::documents::points::PointValues;
use delight_case::report::documents::xlsx::{Book, workbook};
use delight_case::report::words::Words;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Language, ledger};
use delight_case::simulate::{Control, SERIES, Settings, trace};
use delight_case::studies::run::{Findings, YearStatement, run};

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 512 };

/// A run and its workbook.
fn made(text: &str, language: Language) -> (Findings, Vec<u8>) {
    let case = Case::from_text("case.toml", text).unwrap();
    let findings = run(&case, &SETTINGS, &Control::default()).unwrap();
    let points = PointValues::new(case.scenario(), &trace(case.scenario()), None);
    let assumptions = ledger(case.scenario());
    let book = Book { findings: &findings, assumptions: &assumptions, points: &points };
    let bytes = workbook(&book, Words::new(language)).unwrap();
    (findings, bytes)
}

fn near(found: Option<&Data>, expected: f64, what: &str) {
    let found = match found {
        Some(Data::Float(x)) => *x,
        Some(Data::Int(x)) => *x as f64,
        other => panic!("{what}: {other:?}"),
    };
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(100.0), "{what}: sheet {found}, run {expected}");
}

/// Every sum of the sheet of the years against the statement of the run, in the columns of years, total, present value.
fn years_are_those_of(f: &Findings, bytes: &[u8]) {
    let words = Words::new(Language::English);
    let sheet = Read::new(bytes).book.worksheet_range("Years").unwrap();
    let found = f.by_year.as_ref().unwrap();
    type Line = (String, fn(&YearStatement) -> f64);
    let lines: [Line; 6] = [
        (words.say("years-benefit"), |year| year.benefit),
        (words.say("years-cost"), |year| -year.cost),
        (words.say("years-tax"), |year| -year.tax),
        (words.say("years-profit"), |year| year.profit),
        (words.say("years-capital"), |year| -year.capital),
        (words.say("years-cash"), |year| year.cash),
    ];
    let row_of = |name: &str| {
        let is_it = |row: &u32| matches!(sheet.get_value((*row, 0)), Some(Data::String(text)) if text == name);
        (4..40).find(is_it).unwrap_or_else(|| panic!("no line {name}"))
    };
    for (name, of) in lines {
        let row = row_of(&name);
        for (column, year) in (1..).zip(found.years.iter().chain([&found.total, &found.present_value])) {
            near(sheet.get_value((row, column)), of(year), &format!("{name}, column {column}"));
        }
    }
    let row = row_of(&words.say("years-cumulative"));
    near(sheet.get_value((row, found.years.len() as u32)), found.total.cash, "cash so far at the end");
}

#[test]
fn years_add_up_to_what_the_run_says_also_in_libreoffice() {
    let flows = payments_text("x", &[("a", "-90 to -50")], "[[flows]]\nname = \"g\"\namount = 9\nper = \"month\"\n");
    let all = [hotel_text(""), flows].map(|text| made(&text, Language::English));
    let files: Vec<Vec<u8>> = all.iter().map(|(_, bytes)| bytes.clone()).collect();
    all.iter().for_each(|(f, bytes)| years_are_those_of(f, bytes));
    let Some(computed) = office(&files) else { return };
    for ((f, _), bytes) in all.iter().zip(&computed) {
        years_are_those_of(f, bytes);
    }
}

#[test]
fn indicators_of_the_sheet_are_the_bands_of_the_run() {
    let (f, bytes) = made(&hotel_text("months = 24\n"), Language::English);
    let sheet = Read::new(&bytes).book.worksheet_range("Indicators").unwrap();
    let indicators = &f.by_month.as_ref().unwrap().indicators;
    assert_eq!(indicators.len(), SERIES.len());
    for (i, key) in (0..).zip(SERIES) {
        let both = &indicators[key];
        let name = Words::new(Language::English).say_of("indicator", key);
        assert_eq!(sheet.get_value((3, 1 + 6 * i)), Some(&Data::String(name)));
        for (arm, band) in (0..).zip([&both.baseline, &both.programme]) {
            for (level, values) in (0..).zip([&band.p5, &band.p50, &band.p95]) {
                for (month, value) in (0..).zip(values) {
                    let place = (5 + month, 1 + 6 * i + 3 * arm + level);
                    near(sheet.get_value(place), *value, &format!("{key} arm {arm} level {level} month {month}"));
                }
            }
        }
    }
}

#[test]
fn every_sheet_is_named_on_the_cover_in_both_languages() {
    for (text, sheets) in [(hotel_text(""), 12), (payments_text("x", &[("a", "-90 to -50")], ""), 10)] {
        for language in Language::ALL {
            let mut read = Read::new(&made(&text, language).1);
            let names = read.book.sheet_names().to_vec();
            assert_eq!(names.len(), sheets, "{names:?}");
            let cover = read.book.worksheet_range(&names[0]).unwrap();
            let shown: Vec<String> = cover.rows().map(|row| row[0].to_string()).collect();
            assert!(names[1..].iter().all(|name| shown.contains(name)), "{names:?} {shown:?}");
        }
    }
}
