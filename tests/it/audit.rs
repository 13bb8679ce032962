//! The audit on the command line, its page of rules, and what it finds in the shipped scenarios.

use crate::support::{SHIPPED, assert_kept, delight, hotel_text, loaded, printed, scenario_files};
use delight_case::report::pages::audit::rules_as_markdown;
use delight_case::sampling::Sampling;
use delight_case::simulate::{Control, Settings};
use delight_case::studies::audit::{Audit, Severity, audit, rules};
use std::fs;

fn ended(args: &[&str]) -> assert_cmd::assert::Assert {
    delight().arg("audit").args(args).assert()
}

#[test]
fn the_page_of_the_rules_is_what_the_program_prints() {
    let page = rules_as_markdown();
    assert_kept("docs/audit.md", &page, "audit");
    let rules = rules();
    assert!(rules.len() > 20, "only {} rules", rules.len());
    for rule in rules {
        assert!(page.contains(&format!("| {} |", rule.id)));
    }
    ended(&["--rules"]).success();
}

#[test]
fn findings_are_printed_with_exit_code_0_and_strict_makes_a_must_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("case.toml"), folder.path().join("out"));
    fs::write(&file, hotel_text("[programme]\ndelivery = \"full\"\n")).unwrap();
    let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
    let args = [file, "--trials", "256", "--out", out];
    let told = printed(&ended(&args).success());
    assert!(told.contains("AUD10") && told.contains("case.toml:5: programme.delivery: found \"full\""), "{told}");
    ended(&[&args[..], &["--strict"]].concat()).code(1);
    let json = ended(&[&args[..], &["--format", "json"]].concat()).success();
    let found: Audit = serde_json::from_slice(&json.get_output().stdout).unwrap();
    assert!(found.count(Severity::Must) > 0);
    ended(&[]).code(2);
}

#[test]
fn a_shipped_example_is_worth_remarks_but_breaks_nothing_that_must_hold() {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1024 };
    for file in scenario_files(&[SHIPPED]) {
        let found = audit(&loaded(&file), settings, None, &Control::default()).unwrap();
        let must: Vec<_> = found.findings.iter().filter(|b| b.severity == Severity::Must).collect();
        assert!(must.is_empty(), "{}: {must:?}", file.display());
    }
}
