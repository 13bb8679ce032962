//! The live part in its page: what the file holds, what it may load, and that the report around it stays as it was.

use crate::support::{delight, file, hotel_file};
use delight_case::report::documents::html::{html, html_with};
use delight_case::report::documents::results::Results;
use delight_case::report::words::Words;
use delight_case::scenario::{Case, Language, Travelling};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::run::run;
use delight_case::web::{Carried, engine_gz, given, in_report, page, page_without_case};
use std::fs;
use std::path::Path;

const EN: Words = Words::new(Language::English);
/// Bytes that the page itself, its script, style, texts and the hotel, may have beside the engine.
const MOST_BYTES: usize = 125_000;

fn results(path: &Path) -> Results {
    let case = Case::load(path, None).unwrap();
    Results::new(
        run(&case, &Settings { trials: 256, ..Settings::default() }, &Control::default()).unwrap(),
        case.scenario(),
    )
}

fn carried(path: &Path, results: &Results) -> Carried {
    let f = &results.findings;
    Carried {
        case: Travelling::load(path).unwrap(),
        fingerprint: f.case.scenario.clone(),
        given: given(f.drivers.as_ref(), None, EN),
        seed: Some(f.seed),
        trials: f.trials,
        lens: None,
    }
}

/// The text between two others, which are there once.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    assert_eq!(text.matches(before).count(), 1, "{before}");
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map(|(found, _)| found).unwrap()
}

/// A page without what comes and goes with its live part.
fn bare(page: &str) -> String {
    let mut text = page.to_owned();
    for (before, after) in [("<section id=\"live\"", "</section>"), ("content=\"default-src", "\"")] {
        let found = between(&text, before, after).to_owned();
        text = text.replace(&format!("{before}{found}{after}"), "");
    }
    let (kept, scripts) = text.split_once("<script").unwrap_or((&text, ""));
    let after = scripts.rsplit_once("</script>").map_or("", |(_, after)| after);
    format!("{kept}{after}")
}

#[test]
fn the_report_around_the_live_part_is_the_report_without_it() {
    for scenario in ["scenarios/hotel.toml", "scenarios/municipality.toml"] {
        let results = results(&file(scenario));
        let insert = in_report(&carried(&file(scenario), &results), EN);
        let (with, without) = (html_with(&results, EN, &insert).unwrap(), html(&results, EN).unwrap());
        let policy = format!("content=\"default-src{}\"", between(&without, "content=\"default-src", "\""));
        let unstyled = bare(&with).replacen(&insert.sheet, "", 1);
        assert!(with.len() > without.len() + insert.scripts.len());
        assert!(unstyled == without.replace(&policy, ""), "{scenario}");
        assert!(insert.sheet.contains("@media print{\n.live:not(:first-child)"));
        let own = with.len() - without.len() - engine_gz().len().div_ceil(3) * 4;
        assert!(own <= MOST_BYTES, "{scenario}: {own} bytes beside the engine");
    }
}

#[test]
fn the_page_may_run_its_own_script_and_load_nothing() {
    let results = results(&hotel_file());
    let page = html_with(&results, EN, &in_report(&carried(&hotel_file(), &results), EN)).unwrap();
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let sources: Vec<&str> = policy.split("; ").collect();
    assert!(sources.contains(&"default-src 'none'") && sources.contains(&"worker-src blob:"), "{policy}");
    let scripts = sources.iter().filter(|source| source.starts_with("script-src 'sha256-")).count();
    assert_eq!(scripts, 1, "{policy}");
    assert!(!policy.contains("connect-src") && !policy.contains("http"), "{policy}");
    // One script runs; the others are data, which a browser leaves alone.
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("<script").count(), 5);
    let script = between(&page, "<script>", "</script>");
    for word in [
        "fetch(",
        "XMLHttpRequest",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "Date.now",
        "import(",
    ] {
        assert!(!script.contains(word), "{word}");
    }
}

#[test]
fn what_a_run_leaves_makes_the_same_live_part_of_the_same_case_only() {
    let results = results(&hotel_file());
    let carried = carried(&hotel_file(), &results);
    let read = Carried::read(&carried.json(), &carried.fingerprint).unwrap();
    assert_eq!(in_report(&read, EN).scripts, in_report(&carried, EN).scripts);
    assert!(Carried::read(&carried.json(), "0000000000000000").is_none());
    assert!(Carried::read("", &carried.fingerprint).is_none());
    assert_ne!(in_report(&read, Words::new(Language::Dutch)).section, in_report(&carried, EN).section);
}

#[test]
fn a_case_goes_along_without_comments_and_cannot_leave_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    let name = "</script><b>A & B</b>";
    fs::write(&path, format!("# whom we asked\n[case]\nname = \"{name}\"\npreset = \"hotel\" # secret\n")).unwrap();
    let results = results(&path);
    let text = page(&carried(&path, &results), name, EN);
    assert!(!text.contains("whom we asked") && !text.contains("secret"));
    assert!(text.contains("\\u003c/script>\\u003cb>") && text.contains("&lt;/script&gt;&lt;b&gt;A &amp; B"));
    assert!(!text.contains("<b>A"));
}

#[test]
fn a_page_without_a_case_speaks_every_language_and_holds_no_case() {
    let text = page_without_case(EN, false);
    let words = between(&text, "id=\"live-words\">", "</script>");
    let words: serde_json::Value = serde_json::from_str(words).unwrap();
    for language in Language::ALL {
        assert!(words[language.code()]["no-script"].is_string());
    }
    let case: serde_json::Value = serde_json::from_str(between(&text, "id=\"live-case\">", "</script>")).unwrap();
    assert!(case.get("files").is_none() && case["lang"].is_null());
}

#[test]
fn explore_writes_a_page_and_run_leaves_the_engine_out_where_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let here = |args: &[&str]| delight().current_dir(folder.path()).args(args).assert();
    let hotel = hotel_file().display().to_string();
    // Without a chain nothing is looked for that would make it pay, which takes its time.
    let flows = file("scenarios/rivals/direct-booking.toml").display().to_string();
    here(&["explore", &flows, "--no-open", "--lang", "nl"]).success();
    let text = fs::read_to_string(folder.path().join("direct-booking.html")).unwrap();
    assert!(text.contains("id=\"live-engine\"") && text.contains("lang=\"nl\""));
    here(&["explore", "--no-open"]).success();
    assert!(fs::read_to_string(folder.path().join("delight.html")).unwrap().contains("id=\"live-engine\""));
    // A file of somebody else stays.
    fs::write(folder.path().join("own.html"), "<p>mine</p>").unwrap();
    here(&["explore", "--no-open", "--out", "own.html"]).code(2);
    assert_eq!(fs::read_to_string(folder.path().join("own.html")).unwrap(), "<p>mine</p>");
    here(&["run", &hotel, "--trials", "256", "--quiet", "--static", "--out", "still"]).success();
    assert!(!fs::read_to_string(folder.path().join("still/report.html")).unwrap().contains("<script"));
    here(&["run", &hotel, "--trials", "256", "--quiet", "--out", "live"]).success();
    assert!(fs::read_to_string(folder.path().join("live/report.html")).unwrap().contains("id=\"live-engine\""));
}
