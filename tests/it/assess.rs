//! `delight assess` by the real binary: what it shows, the interview, what it refuses.

use crate::support::{delight, file, hotel_text, printed, said};
use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn assess() -> Command {
    let mut command = delight();
    command.arg("assess");
    command
}

fn example() -> PathBuf {
    file("scenarios/assessment.toml")
}

/// Standard output of a run that went well, and its results in a folder.
fn shown(file: &Path, out: &Path, more: &[&str]) -> String {
    printed(&assess().arg(file).args(["--trials", "256", "--out"]).arg(out).args(more).assert().success())
}

#[test]
fn the_worked_example_shows_maturities_basics_weakest_links_and_where_to_begin() {
    let out = tempfile::tempdir().unwrap();
    let text = shown(&example(), out.path(), &[]);
    for part in [
        "26 of 26 questions answered",
        "evidence grade D",
        "The basics are not in order",
        "Complaint handling 6.3 out of 10",
        "mean NPV ± s.e.",
        "Weakest links",
        "[excellence.now]",
        "\n  1. ",
        "net of what it",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colour where nobody watches");
    let svg = fs::read_to_string(out.path().join("assessment.svg")).unwrap();
    assert!(svg.contains("<title>Zeewind hotels, self-assessed: one more step is worth most in"));
    assert!(out.path().join("assessment.png").exists());
}

#[test]
fn no_line_is_wider_than_a_hundred_columns_in_any_language_not_even_those_to_copy_into_a_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let alone = folder.path().join("scan.toml");
    fs::write(&alone, "[assessment.shifts]\npartners = 8\n").unwrap();
    for (file, lang) in [(example(), "en"), (example(), "nl"), (alone.clone(), "en"), (alone, "nl")] {
        let out = folder.path().join(file.file_stem().unwrap());
        let text = shown(&file, &out, &["--lang", lang]);
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn a_dutch_reader_gets_screen_figure_interview_and_the_comments_of_its_file_in_dutch() {
    let out = tempfile::tempdir().unwrap();
    let text = shown(&example(), out.path(), &["--lang", "nl"]);
    for part in ["Eerst de basis op orde", "medewerkers", "Cijfer voor klachtafhandeling: 6,3", "Zwakste schakels"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    let svg = fs::read_to_string(out.path().join("assessment.svg")).unwrap();
    assert!(svg.contains(": één extra stap levert het meest op bij") && svg.contains("0,75"), "{svg}");
    let (_folder, file, asked) = interview("7 tot 8\n12\nq\n", &["--lang", "nl"]);
    for part in ["1 van 26  Van product naar beleving", "Geen klachten is goed genoeg", "\"12\": schrijf 0 tot 10"] {
        assert!(asked.contains(part), "{part} in\n{asked}");
    }
    let written = fs::read_to_string(file).unwrap();
    assert!(written.contains("experience = \"7 to 8\"  # Van product naar beleving"), "{written}");
}

#[test]
fn the_json_is_the_same_in_every_language_and_another_lens_gives_other_worths() {
    let out = tempfile::tempdir().unwrap();
    let json = |more: &[&str]| shown(&example(), out.path(), &[&["--format", "json"], more].concat());
    let english = json(&["--lang", "en"]);
    assert_eq!(english, json(&["--lang", "nl"]));
    let worth = |text: &str| serde_json::from_str::<Value>(text).unwrap()["worth"]["steps"][0]["mean"]["value"].clone();
    assert_ne!(worth(&english), worth(&json(&["--lens", "authors"])));
}

#[test]
fn the_json_has_every_element_with_its_worth_and_standard_error() {
    let out = tempfile::tempdir().unwrap();
    let json: Value = serde_json::from_str(&shown(&example(), out.path(), &["--format", "json"])).unwrap();
    assert_eq!(json["elements"].as_array().unwrap().len(), 9);
    for element in json["elements"].as_array().unwrap() {
        let band: Vec<f64> = element["maturity"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
        assert!(band[0] < band[1] && band[1] < band[2] && band[2] <= 1.0, "{element}");
    }
    assert_eq!(json["worth"]["steps"].as_array().unwrap().len(), 9);
    for step in json["worth"]["steps"].as_array().unwrap() {
        assert!(step["mean"]["standard_error"].as_f64().unwrap() > 0.0, "{step}");
        assert!(step["median"]["value"].is_f64(), "{step}");
    }
    assert_eq!(json["basics"]["complaint_handling"]["least"], 6.5);
}

#[test]
fn the_table_that_is_shown_can_stand_in_the_case_in_place_of_the_answers() {
    let folder = tempfile::tempdir().unwrap();
    let json: Value = serde_json::from_str(&shown(&example(), folder.path(), &["--format", "json"])).unwrap();
    let case = folder.path().join("case.toml");
    let table = json["excellence_now"].as_str().unwrap();
    fs::write(&case, hotel_text(table)).unwrap();
    let check = delight().arg("check").arg(&case).assert().success();
    assert!(printed(&check).contains("self-assessment, 10 of 10 answers"));
}

#[test]
fn answers_alone_are_shown_with_what_a_case_would_need() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scan.toml");
    fs::write(&file, "[assessment.shifts]\npartners = 8\n").unwrap();
    let text = shown(&file, folder.path(), &[]);
    for part in ["scan ", "1 of 26 questions", "Missing:", "programme.target", "shifts.journey", "not known"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
}

/// An interview with these lines, its file, and what was asked.
fn interview(lines: &str, more: &[&str]) -> (tempfile::TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scan.toml");
    let run = assess()
        .arg("--interview")
        .arg(&file)
        .args(["--trials", "256", "--out"])
        .arg(folder.path())
        .args(more)
        .write_stdin(lines)
        .assert()
        .success();
    (folder, file, said(&run))
}

#[test]
fn an_interview_asks_every_question_with_its_meanings_and_writes_a_case() {
    let scores = "7\n".repeat(22) + "y\n";
    let lines = format!("{scores}near\n60\neasy\n40-50%\n\n7.4\n6,8\n");
    let (_folder, file, asked) = interview(&lines, &["--preset", "hotel"]);
    for part in ["1 of 26  From product to experience", "    0  ", "    5  ", "   10  ", "26 of 26", "q stops"] {
        assert!(asked.contains(part), "{part} in\n{asked}");
    }
    let written = fs::read_to_string(&file).unwrap();
    for part in
        ["preset = \"hotel\"", "experience = 7  #", "sustain = true", "name = \"easy\"", "\"40% to 50%\"", "= 6.8"]
    {
        assert!(written.contains(part), "{part} in\n{written}");
    }
    delight().arg("check").arg(&file).assert().success();
}

#[test]
fn an_interview_repeats_what_it_does_not_understand_goes_back_and_keeps_what_was_said_when_stopped() {
    let (_folder, file, asked) = interview("11\nabc\n3\n6-8\nb\n5\n\nq\n", &[]);
    assert!(asked.contains("\"11\": write 0 to 10") && asked.contains("\"abc\""), "{asked}");
    assert!(asked.contains("[6-8]"), "the answer given before is shown\n{asked}");
    let written = fs::read_to_string(&file).unwrap();
    let answers: Vec<&str> = written.lines().filter(|line| line.contains(" = ") && !line.starts_with('#')).collect();
    assert!(answers[0].starts_with("experience = 3 ") && answers[1].starts_with("enthusiastic = 5 "), "{written}");
    assert_eq!(answers.len(), 2, "{written}");
}

#[test]
fn an_interview_never_writes_over_a_file_nor_writes_one_without_answers() {
    let (folder, file, _) = interview("q\n", &[]);
    assert!(!file.exists());
    fs::write(&file, "# mine\n").unwrap();
    assess().arg("--interview").arg(&file).write_stdin("5\nq\n").assert().code(2);
    assert_eq!(fs::read_to_string(&file).unwrap(), "# mine\n");
    let out = folder.path().join("out");
    let force = ["--interview", "--force", "--out"];
    assess().arg(&file).args(force).arg(out).write_stdin("5\nq\n").assert().success();
    assert!(fs::read_to_string(&file).unwrap().contains("experience = 5"));
}

#[test]
fn a_file_without_answers_and_a_wrong_answer_end_with_code_two() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.toml");
    for (text, expected) in [
        ("[case]\npreset = \"hotel\"\n", "--interview"),
        ("[assessment.shifts]\npartners = 11\n", "from 0 to 10"),
        ("[assessment.shifts]\npartners = \"abc\"\n", "case.toml:2"),
        ("[assessment.shifts]\npartner = 7\n", "did you mean"),
    ] {
        fs::write(&file, text).unwrap();
        let out = folder.path().join("out");
        let run = assess().arg(&file).arg("--out").arg(&out).assert().code(2);
        let said = said(&run);
        assert!(said.contains(expected), "{expected} in\n{said}");
        assert!(!out.exists(), "nothing is written");
    }
}
