//! Whose results a folder holds: no case writes over those of another, and nothing stays that no longer holds.

use crate::support::{delight, hotel_text, names, payments_text, printed, said};
use assert_cmd::assert::Assert;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A case of this name that earns so much, in a file of this name.
fn write(folder: &Path, file: &str, name: &str, amount: u32) {
    let text = payments_text(name, &[("start", "-100"), ("income", &amount.to_string())], "");
    fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
    fs::write(folder.join(file), text).unwrap();
}

fn run(folder: &Path, args: &[&str]) -> Assert {
    delight().current_dir(folder).arg("run").args(args).args(["--trials", "200", "--quiet"]).assert()
}

fn amount(folder: &Path) -> f64 {
    let text = fs::read_to_string(folder.join("summary.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["npv"]["p50"]["value"].as_f64().unwrap()
}

#[test]
fn cases_whose_names_make_one_folder_name_get_two_folders() {
    let pairs = [
        ("Price (a)", "Price [a]", "price-a"),
        ("★★★", "☂", "case"),
        ("Case", "CASE", "case"),
        ("Same", "Same", "same"),
        ("A, b", "A b", "a-b"),
    ];
    for (one, other, folder) in pairs {
        let here = tempfile::tempdir().unwrap();
        let reports = here.path().join("reports");
        write(here.path(), "one/a.toml", one, 300);
        write(here.path(), "other/a.toml", other, 500);
        for round in 0..2 {
            run(here.path(), &["one/a.toml"]).success();
            run(here.path(), &["other/a.toml"]).success();
            let second = format!("{folder}-2");
            assert_eq!(names(&reports), [folder, &second], "{one} {other}, round {round}");
            assert_eq!([amount(&reports.join(folder)), amount(&reports.join(&second))], [200.0, 400.0]);
        }
        // Together, in the other order, each finds its own.
        run(here.path(), &["other/a.toml", "one/a.toml"]).success();
        assert_eq!([amount(&reports.join(folder)), amount(&reports.join(format!("{folder}-2")))], [200.0, 400.0]);
    }
}

#[test]
fn plus_and_minus_make_names_of_their_own() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "a.toml", "Price +10 %", 300);
    write(here.path(), "b.toml", "Price -10 %", 500);
    write(here.path(), "c.toml", "NUL", 500);
    for file in ["a.toml", "b.toml", "c.toml"] {
        run(here.path(), &[file]).success();
    }
    assert_eq!(names(&here.path().join("reports")), ["case-nul", "price-minus-10", "price-plus-10"]);
}

#[test]
fn a_folder_named_by_hand_is_refused_to_another_case_and_left_as_it_was() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "a.toml", "One", 300);
    write(here.path(), "b.toml", "Other", 500);
    write(here.path(), "sub/a.toml", "One", 700);
    run(here.path(), &["a.toml", "--out", "out"]).success();
    let before = fs::read(here.path().join("out/summary.json")).unwrap();
    for other in ["b.toml", "sub/a.toml"] {
        let refused = said(&run(here.path(), &[other, "--out", "out"]).code(2));
        assert!(refused.contains("\"One\" from a.toml") && refused.contains("--out"), "{refused}");
        let study = delight().current_dir(here.path()).args(["breakeven", other, "--out", "out"]).assert().code(2);
        assert!(said(&study).contains("\"One\""), "{}", said(&study));
    }
    assert_eq!(fs::read(here.path().join("out/summary.json")).unwrap(), before);
    // The same file, however it is named and whatever it says now, replaces its own.
    write(here.path(), "a.toml", "ONE", 900);
    run(here.path(), &["sub/../a.toml", "--out", "./out/"]).success();
    assert_eq!(amount(&here.path().join("out")), 800.0);
    delight()
        .current_dir(here.path().join("sub"))
        .args(["run", "../a.toml", "--out", "../out", "--quiet"])
        .assert()
        .success();
}

#[test]
fn a_folder_that_holds_only_a_study_is_its_cases_too() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "a.toml", "One!", 300);
    write(here.path(), "b.toml", "One?", 500);
    for file in ["a.toml", "b.toml"] {
        let study = ["breakeven", file, "--input", "flows.income.amount", "--trials", "128"];
        delight().current_dir(here.path()).args(study).assert().success();
    }
    assert_eq!(names(&here.path().join("reports")), ["one", "one-2"]);
}

#[test]
fn what_is_not_of_delight_is_never_written_over() {
    let here = tempfile::tempdir().unwrap();
    write(here.path(), "a.toml", "One", 300);
    fs::write(here.path().join("summary.md"), "mine").unwrap();
    let refused = said(&run(here.path(), &["a.toml", "--out", "."]).code(2));
    assert!(refused.contains("summary.md"), "{refused}");
    assert_eq!(fs::read_to_string(here.path().join("summary.md")).unwrap(), "mine");
    for name in ["fans.csv", "FANS.csv"] {
        let file = format!("out/{name}");
        let save = ["a.toml", "--out", "out", "--force", "--save-trials", &file];
        let refused = said(&run(here.path(), &save).code(2));
        assert!(refused.contains("the run itself writes"), "{refused}");
    }
    assert!(!here.path().join("out").exists());
    let twice = said(&run(here.path(), &["a.toml", "./a.toml"]).code(2));
    assert!(twice.contains("named twice"), "{twice}");
}

#[test]
fn results_of_another_state_of_the_case_are_told_on_the_screen() {
    let here = tempfile::tempdir().unwrap();
    let case = |months: u32| {
        let text = hotel_text(&format!("months = {months}\n"));
        fs::write(here.path().join("a.toml"), text).unwrap();
    };
    let print = |args: &[&str]| printed(&delight().current_dir(here.path()).args(args).assert().success());
    case(24);
    print(&["run", "a.toml", "--trials", "200"]);
    print(&["breakeven", "a.toml", "--input", "finance.margin", "--trials", "128"]);
    assert!(!print(&["run", "a.toml", "--trials", "200"]).contains("breakeven.json"));
    case(36);
    let study = print(&["breakeven", "a.toml", "--input", "finance.margin", "--trials", "128"]);
    assert!(study.contains("another state of this case"), "{study}");
    case(48);
    let run = print(&["run", "a.toml", "--trials", "200"]);
    assert!(run.contains("breakeven.json") && run.contains("earlier state"), "{run}");
}

#[test]
fn saved_results_of_two_cases_are_not_mixed() {
    let here = tempfile::tempdir().unwrap();
    for (folder, months) in [("one", 24), ("other", 36)] {
        fs::write(here.path().join(format!("{folder}.toml")), {
            let count = 1000 * months;
            hotel_text(&format!("months = {months}\n[customers]\ncount = {count}\n"))
        })
        .unwrap();
        run(here.path(), &[&format!("{folder}.toml"), "--out", folder]).success();
    }
    let report = || delight().current_dir(here.path()).args(["report", "one"]).assert();
    report().success();
    for name in ["point-values.json", "assumptions.json"] {
        let own = fs::read(here.path().join("one").join(name)).unwrap();
        fs::copy(here.path().join("other").join(name), here.path().join("one").join(name)).unwrap();
        let refused = said(&report().code(2));
        assert!(refused.contains("different cases") && refused.contains(name), "{refused}");
        fs::write(here.path().join("one").join(name), own).unwrap();
    }
    report().success();
}
