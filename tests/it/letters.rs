//! Letters in what users write: those that nobody sees or that turn others, those of other scripts, names of one unit.

use crate::support::{delight, hotel_text, payments_text, printed, said};
use delight_case::scenario::Scenario;
use std::fs;

/// Letters that turn what is beside them, or are not seen.
const HIDDEN: [char; 12] = [
    '\u{202a}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{200b}',
    '\u{200f}',
    '\u{ad}',
    '\u{feff}',
    '\u{2060}',
    '\u{e0041}',
    '\u{3164}',
    '\u{fe00}',
];

fn refusal(text: &str) -> String {
    Scenario::from_text("case.toml", text).expect_err("it is refused").to_string()
}

#[test]
fn a_letter_that_is_not_seen_is_refused_by_its_code_wherever_it_stands() {
    for letter in HIDDEN {
        let texts = [
            hotel_text("").replace("Hotel", &format!("Ho{letter}tel")),
            hotel_text(&format!("[customers]\nannual_churn = {{ value = 0.3, source = \"a{letter}\" }}\n")),
            hotel_text(&format!("[customers]\nannual_churn = {{ value = 0.3, note = \"{letter}a\" }}\n")),
            payments_text("Case", &[(&format!("pay{letter}ment"), "-100")], ""),
        ];
        for text in texts {
            let said = refusal(&text);
            assert!(said.contains(&format!("U+{:04X}", u32::from(letter))), "{letter:?}: {said}");
            assert!(!said.contains(letter), "the error shows it: {said:?}");
        }
        let escaped = format!("\\U{:08x}", u32::from(letter));
        assert!(refusal(&hotel_text("").replace("Hotel", &format!("Ho{escaped}tel"))).contains("U+"));
    }
    for nothing in [" ", "\u{a0}\u{3000}", "\u{301}"] {
        assert!(refusal(&hotel_text("").replace("Hotel", nothing)).contains("something is seen"), "{nothing:?}");
    }
}

#[test]
fn names_of_every_script_are_shown_and_those_from_right_to_left_kept_apart() {
    let here = tempfile::tempdir().unwrap();
    let name = "מלון 5";
    fs::write(here.path().join("a.toml"), payments_text(name, &[("Ελλάς", "-100"), ("Việt", "300")], "")).unwrap();
    let run = delight().current_dir(here.path()).args(["run", "a.toml", "--trials", "300"]).assert().success();
    let screen = printed(&run);
    assert!(screen.starts_with(&format!("\u{2068}{name}\u{2069}  12 months")), "{screen}");
    assert!(
        screen.contains("lack these letters") && screen.contains('מ') && !screen.contains("letters: Ε"),
        "{screen}"
    );
    let page = fs::read_to_string(here.path().join("reports/מלון-5/report.html")).unwrap();
    assert!(page.contains(&format!("\u{2068}{name}\u{2069}")));
}

#[test]
fn saved_results_with_hidden_letters_are_refused() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("a.toml"), payments_text("Case", &[("pay", "-100")], "")).unwrap();
    delight().current_dir(here.path()).args(["run", "a.toml", "--trials", "300", "--quiet"]).assert().success();
    for file in ["summary.json", "assumptions.json", "point-values.json"] {
        let path = here.path().join("reports/case").join(file);
        let text = fs::read_to_string(&path).unwrap();
        let changed = text.replacen("pay", "p\u{202e}ay", 1).replacen("\"Case\"", "\"C\u{202e}ase\"", 1);
        assert_ne!(changed, text, "{file}");
        fs::write(&path, changed).unwrap();
        let refused = delight().current_dir(here.path()).args(["report", "reports/case"]).assert().code(2);
        assert!(said(&refused).contains("U+202E"), "{file}: {}", said(&refused));
        fs::write(&path, text).unwrap();
    }
}

#[test]
fn options_that_are_numbers_are_refused_by_their_own_rules_and_names_may_have_commas() {
    let here = tempfile::tempdir().unwrap();
    for (file, name) in [("a.toml", "A, first"), ("b.toml", "B: second"), ("c.toml", "C")] {
        fs::write(here.path().join(file), payments_text(name, &[("start", "-100"), (name, "normal(150, 40)")], ""))
            .unwrap();
    }
    let portfolio = |more: &[&str]| {
        let args = ["portfolio", "a.toml", "b.toml", "c.toml", "--trials", "256"];
        delight().current_dir(here.path()).args(args).args(more).assert()
    };
    for (budget, rule) in [("-1", "must not be negative"), ("1e300", "at most 1e15"), ("--staff", "must be a number")] {
        let refused = said(&portfolio(&["--budget", budget]).code(2));
        assert!(refused.contains(rule) && !refused.contains("-- -1"), "{refused}");
    }
    let group = "\"A, first\", C";
    let chosen = printed(&portfolio(&["--budget", "300", "--group", group, "--requires", "C:\"B: second\""]).success());
    assert!(chosen.contains("one unknown"), "{chosen}");
    assert!(said(&portfolio(&["--budget", "300", "--group", "A, first"]).code(2)).contains("A"));
}

#[test]
fn what_ties_and_what_is_nothing_is_said() {
    let here = tempfile::tempdir().unwrap();
    for (file, name) in [("a.toml", "First"), ("b.toml", "Second")] {
        fs::write(here.path().join(file), payments_text(name, &[("start", "-100"), ("x", "normal(150, 40)")], ""))
            .unwrap();
    }
    fs::write(here.path().join("sure.toml"), payments_text("Sure", &[("start", "-100"), ("x", "150")], "")).unwrap();
    let print = |args: &[&str]| printed(&delight().current_dir(here.path()).args(args).assert().success());
    let tie = print(&["compare", "a.toml", "b.toml", "--trials", "256"]);
    assert!(tie.contains("equally much: First, Second, each"), "{tie}");
    let voi = print(&["voi", "a.toml", "b.toml", "--trials", "256"]);
    assert!(voi.contains("equally good: First, Second."), "{voi}");
    let sure = print(&["breakeven", "sure.toml", "--trials", "256"]);
    assert!(sure.contains("No input of this case is uncertain") && sure.contains("--input"), "{sure}");
    let lens = delight()
        .current_dir(here.path())
        .args(["run", "sure.toml", "--trials", "1", "--lens", "authors"])
        .assert()
        .success();
    assert!(said(&lens).contains("--lens changes nothing"), "{}", said(&lens));
    assert!(printed(&lens).contains(", 1 trial ("), "{}", printed(&lens));
}
