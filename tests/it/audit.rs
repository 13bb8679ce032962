//! The audit on the command line, its page of rules, and what it finds in the shipped scenarios.

use assert_cmd::Command;
use delight_case::analysis::audit::{Audit, Severity, audit, rules};
use delight_case::report::decisions::rules_as_markdown;
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::Settings;
use std::fs;
use std::path::Path;

fn delight(args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("delight").unwrap().args(args).assert()
}

#[test]
fn the_page_of_the_rules_is_what_the_program_prints() {
    let (page, file) = (rules_as_markdown(), Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/audit.md"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &page).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(written == page, "docs/audit.md is not what the rules say; UPDATE_GOLDEN=1 cargo test --test audit");
    for rule in rules() {
        assert!(page.contains(&format!("| {} |", rule.id)));
    }
    delight(&["audit", "--rules"]).success();
}

#[test]
fn findings_are_printed_with_exit_code_0_and_strict_makes_a_must_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("case.toml"), folder.path().join("out"));
    fs::write(&file, "[case]\nname = \"x\"\npreset = \"hotel\"\n[programme]\ndelivery = \"full\"\n").unwrap();
    let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
    let args = ["audit", file, "--trials", "256", "--out", out];
    let told = delight(&args).success();
    let told = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!(told.contains("AUD10") && told.contains("case.toml:5: programme.delivery: found \"full\""), "{told}");
    delight(&[&args[..], &["--strict"]].concat()).code(1);
    let json = delight(&[&args[..], &["--format", "json"]].concat()).success();
    let found: Audit = serde_json::from_slice(&json.get_output().stdout).unwrap();
    assert!(found.count(Severity::Must) > 0);
    delight(&["audit"]).code(2);
}

#[test]
fn a_shipped_example_is_worth_remarks_but_breaks_nothing_that_must_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let scenario = Scenario::load(&file).unwrap_or_else(|e| panic!("{e}"));
        let found = audit(&scenario, settings, None);
        let must: Vec<_> = found.findings.iter().filter(|b| b.severity == Severity::Must).collect();
        assert!(must.is_empty(), "{}: {must:?}", file.display());
    }
}
