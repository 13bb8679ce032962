//! Screens of 40, 80 and 100 columns: no line is wider than the screen, in any command and language.

use crate::studies::{ASSESSED, found, studies};
use crate::support::{delight, file, hotel_file, hotel_text, loaded, payments_text, printed, said, scenario};
use anstream::adapter::strip_str;
use delight_case::evidence::facts;
use delight_case::report::documents::evidence::{EvidencePage, given, text};
use delight_case::report::documents::ledger::ledger_text;
use delight_case::report::documents::{presets, trace};
use delight_case::report::page::content::Page;
use delight_case::report::pages::run::page::summary;
use delight_case::report::pages::run::side_by_side::side_by_side;
use delight_case::report::words::Words;
use delight_case::report::words::format::width;
use delight_case::scenario::Language;

const WIDTHS: [usize; 3] = [40, 80, 100];

/// A screen without its colours, whose lines are no wider than this.
fn assert_within(screen: &str, columns: usize, what: &str) -> String {
    let plain = strip_str(screen).to_string();
    assert!(!plain.trim().is_empty(), "{what} says nothing");
    for line in plain.lines() {
        assert!(width(line) <= columns, "{what} at {columns}: {} columns: {line}", width(line));
        assert_eq!(line.trim_end(), line, "{what} at {columns}");
        assert!(!line.ends_with(['−', '€']), "{what} at {columns}: an amount is broken: {line}");
    }
    plain
}

fn assert_page(what: &str, page: impl Fn(Words) -> Page) {
    for language in Language::ALL {
        for columns in WIDTHS {
            assert_within(&page(Words::new(language)).screen(columns), columns, what);
        }
    }
}

#[test]
fn every_study_keeps_to_the_width_of_the_screen() {
    for name in ["Hotel", "ホテル北海道 Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"] {
        let case = scenario(&hotel_text(ASSESSED).replace("Hotel", name));
        for study in studies(&case) {
            assert_page(study.name(), |words| study.page(words));
        }
    }
}

#[test]
fn every_page_keeps_to_the_width_of_the_screen() {
    let long = payments_text(&"x".repeat(80), &[(&"y".repeat(80), "-100"), (&"ホ".repeat(80), "normal(900, 300)")], "");
    let all = [found(&hotel_text("")), found(&long)];
    for one in &all {
        assert_page("run", |words| summary(one, words));
    }
    assert_page("side by side", |words| side_by_side(&all, words));
    assert_page("presets", presets::page);
    for case in [loaded(&hotel_file()), scenario(&long)] {
        assert_page("trace", |words| trace::page(&case, &delight_case::simulate::trace(&case), words));
        for language in Language::ALL {
            for columns in [40, 80, 100, 120] {
                assert_within(&ledger_text(&case, Words::new(language), columns), columns, "check");
            }
        }
    }
    let given = given();
    let pages = facts().iter().step_by(9).map(EvidencePage::Entry).chain([EvidencePage::Overview]);
    for page in pages.chain(given.iter().step_by(40).map(|one| EvidencePage::Input(vec![one]))) {
        for words in Language::ALL.map(Words::new) {
            for columns in WIDTHS {
                assert_within(&text(&page, &given, words, columns), columns, "evidence");
            }
        }
    }
}

#[test]
fn the_command_asks_for_the_width_of_the_screen() {
    let at = |columns: &str, args: &[&str]| {
        let path = file("scenarios/assessment.toml");
        let out = tempfile::tempdir().unwrap();
        let run =
            delight().env("COLUMNS", columns).args(args).arg(path).arg("--out").arg(out.path()).assert().success();
        printed(&run)
    };
    for columns in ["40", "80", "100"] {
        let assess = at(columns, &["assess", "--lang", "nl", "--trials", "64"]);
        assert_within(&assess, columns.parse().unwrap(), "assess");
    }
    assert_eq!(
        at("nonsense", &["assess", "--trials", "64"]).lines().count(),
        at("100", &["assess", "--trials", "64"]).lines().count()
    );
    // Where neither says how wide it is, it is 100 columns wide, and errors are not broken.
    let usual = delight().env_remove("COLUMNS").args(["presets"]).assert().success();
    assert_within(&printed(&usual), 100, "presets");
}

#[test]
fn help_and_errors_keep_to_the_width_of_the_screen() {
    let help = printed(&delight().env("COLUMNS", "40").arg("--help").assert().success());
    let commands: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let commands: Vec<&str> =
        commands.into_iter().filter(|name| name.chars().all(|c| c.is_ascii_lowercase())).collect();
    assert!(commands.contains(&"run") && commands.contains(&"evidence"), "{help}");
    for columns in [40, 80] {
        for command in commands.iter().filter(|command| !command.is_empty()) {
            let shown = delight().env("COLUMNS", columns.to_string()).args(["help", command]).assert().success();
            for line in printed(&shown).lines() {
                assert!(width(line) <= columns, "{command} at {columns}: {line}");
            }
        }
    }
    let wrong =
        delight().env("COLUMNS", "40").args(["run", "no-such-file-of-any-name-that-is-long.toml"]).assert().code(2);
    assert!(said(&wrong).lines().all(|line| width(line) <= 40), "{}", said(&wrong));
}
