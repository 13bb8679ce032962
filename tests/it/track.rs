//! `delight track` as users call it: the readings of a case, read before anything is computed.

use crate::support::{delight, file, loaded, printed, said};
use delight_case::scenario::actuals::{Actuals, ReadArm, TrackMetric};
use std::fs;
use std::path::PathBuf;

/// A case with this `[track]` in a folder of its own, beside `actuals.csv` with this text.
fn folder(track: &str, actuals: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case.toml");
    fs::write(&case, format!("[case]\npreset = \"hotel\"\nlang = \"en\"\n{track}")).unwrap();
    fs::write(folder.path().join("actuals.csv"), actuals).unwrap();
    (folder, case)
}

const NAMED: &str = "[track]\nactuals = \"actuals.csv\"\n";
const WRONG: &str = "month,metric,value,n\n3,npss,12,500\n61,nps,12,500\n3,engaged,35,\n";

#[test]
fn what_is_wrong_with_readings_is_said_with_its_line_underlined_and_no_folder_is_made() {
    let (folder, case) = folder(NAMED, WRONG);
    let out = folder.path().join("out");
    let told = said(&delight().arg("track").arg(&case).arg("--out").arg(&out).assert().code(2));
    for part in [
        "actuals.csv:2:3",
        "3,npss,12,500",
        "did you mean \"nps\"?",
        "actuals.csv:3:1",
        "actuals.csv:4:11",
        "write \"35%\"",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    assert!(!out.exists());
}

#[test]
fn readings_may_lie_anywhere_if_the_command_names_them() {
    let (_other, readings) = folder("", WRONG);
    let (_folder, case) = folder(NAMED, "month,metric,value,n\n3,nps,12,500\n");
    let elsewhere = readings.with_file_name("actuals.csv");
    let told = said(&delight().arg("track").arg(&case).arg("--actuals").arg(&elsewhere).assert().code(2));
    assert!(told.contains("did you mean \"nps\"?"), "{told}");
    let none = said(&delight().arg("track").arg(&case).args(["--actuals", "none.csv"]).assert().code(2));
    assert!(none.contains("none.csv: must be a file that exists"), "{none}");
}

#[test]
fn months_of_the_command_are_held_against_the_rules_of_the_case() {
    let (_folder, case) = folder(NAMED, "month,metric,value,n\n0,nps,12,500\n12,nps,13,500\n");
    for (args, rule) in [
        (vec!["--now", "60"], "must be a whole number from 0 to 59"),
        (vec!["--now", "12", "--next", "12"], "must be after track.now, which is 12"),
        (vec!["--next", "12"], "must be before track.next, month 12"),
        (vec!["--trials", "4194305"], "it must be a whole number from 128 to 4194304"),
    ] {
        let told = said(&delight().arg("track").arg(&case).args(&args).assert().code(2));
        assert!(told.contains(rule), "{args:?}: {told}");
    }
}

#[test]
fn a_case_without_readings_is_told_how_to_name_them() {
    let (_folder, case) = folder("", "");
    let told = said(&delight().arg("track").arg(&case).assert().code(2));
    assert!(told.contains("name their file with --actuals, or as actuals under [track]"), "{told}");
}

/// What a few trials of a case with these readings say.
fn screen(track: &str, actuals: &str) -> String {
    let (folder, case) = folder(track, actuals);
    let out = folder.path().join("out");
    printed(&delight().arg("track").arg(&case).args(["--trials", "1024", "--out"]).arg(&out).assert().success())
}

#[test]
fn a_programme_that_has_stopped_leaves_nothing_to_choose() {
    let stopped = "[track]\nactuals = \"actuals.csv\"\nstatus = \"stopped\"\n[programme]\nfades_after_months = 9\n";
    let told = screen(stopped, "month,metric,value,n\n0,nps,12,500\n12,nps,13,500\n");
    assert!(told.contains("has stopped by itself"), "{told}");
    assert!(!told.contains("expected to change the answer") && !told.contains("nothing is clear"), "{told}");
}

#[test]
fn readings_that_only_fix_a_level_test_nothing() {
    let told = screen(NAMED, "month,metric,value,n\n6,nps,12,500\n6,engaged,40%,300\n");
    assert!(told.contains("No reading tests the case yet"), "{told}");
    assert!(!told.contains("readings surprise at least as much"), "{told}");
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder_of_the_case() {
    let (_other, elsewhere) = folder("", "month,metric,value,n\n3,nps,12,500\n");
    let (folder, case) = folder("[track]\nactuals = \"link.csv\"\n", "");
    std::os::unix::fs::symlink(elsewhere.with_file_name("actuals.csv"), folder.path().join("link.csv")).unwrap();
    let told = said(&delight().arg("track").arg(&case).assert().code(2));
    assert!(told.contains("a link leads out of it"), "{told}");
}

#[test]
fn the_worked_example_has_two_years_of_quarters_of_a_pilot_and_a_control() {
    let case = loaded(&file("scenarios/living-hotel.toml"));
    let actuals = Actuals::of_case(&case).unwrap_or_else(|e| panic!("{e}")).expect("it names its readings");
    let (plan, months) = (case.track(), case.months());
    assert_eq!((actuals.now(plan, months), actuals.next(plan, months)), (24, 30));
    for metric in [TrackMetric::Nps, TrackMetric::Engaged, TrackMetric::Turnover] {
        for arm in [ReadArm::Programme, ReadArm::Baseline] {
            let count = actuals.counting(24).filter(|r| r.metric == metric && r.arm == arm).count();
            assert_eq!(count, 9, "{metric:?} {arm:?}");
        }
    }
    assert_eq!(actuals.cost(24).map(|cost| cost.month), Some(24));
    assert_eq!(actuals.notes(24, case.track()), []);
}
