//! Files as they come from a slip, a merge or an attack: the corpus of `fuzz/`, changed at random, must never make it panic.
//!
//! `DELIGHT_MUTATE=600 cargo test --test it mutation` goes on for 600 seconds, with other seeds than before.

#[path = "../../fuzz/src/lib.rs"]
mod checks;

use crate::support::{file, payments_text, scenario, scenario_files};
use delight_case::prelude::{Case, Control, Settings, run};
use delight_case::report::documents::points::PointValues;
use delight_case::report::documents::results::Results;
use delight_case::scenario::Scenario;
use delight_case::simulate::trace;
use delight_case::studies::audit::audit;
use delight_case::studies::breakeven::{BreakevenRequest, Target, breakeven};
use delight_case::studies::compare::{CompareRequest, compare};
use delight_case::studies::diff::diff;
use delight_case::studies::fails::fails;
use delight_case::studies::findings::document;
use delight_case::studies::gate::best_gate;
use delight_case::studies::portfolio::{PortfolioRequest, portfolio};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::sweep::{Through, sweep_two};
use delight_case::studies::voi::voi;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant, UNIX_EPOCH};

/// What is changed to look like what people write, or would rather not.
const PIECES: [&str; 64] = [
    "0",
    "1",
    "-1",
    "900.000",
    "900,000",
    "1e300",
    "-1e-300",
    "1e15",
    "1e16",
    "nan",
    "inf",
    "-0.0",
    "0.5",
    "35%",
    "-5%",
    "120%",
    "€1.5m",
    "1,5 mln",
    "−100",
    "1_0",
    "\"\"",
    "\"30% to 40%\"",
    "\"40% to 30%\"",
    "\"normal(0, 1)\"",
    "true",
    "\"normal(400, 10%)\"",
    "\"pert(1, 2, 3)\"",
    "\"pert(1,5, 2)\"",
    "\"uniform(0, 1) in 0..0.5\"",
    "\"beta(0.1, 0.1)\"",
    "\"metalog(1, 2, 4) in 0..9\"",
    "\"discrete(1: 50%, 2: 40%)\"",
    "\"discrete(0: 1, 1: 1e-9)\"",
    "\"samples(x.csv, v)\"",
    "\"lognormal(1, 100)\"",
    "\"1e-300 to 1e300\"",
    "\"0 to 0\"",
    "{ value = 5 }",
    "{ source = \"x\" }",
    "[]",
    "[1, [2]]",
    "{}",
    "2026-01-01",
    "=",
    "\n",
    "\r\n",
    "\"",
    "'''",
    "#",
    "[",
    "]",
    "[[",
    "{",
    ",",
    ";",
    ".",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "é",
    "🏨",
    "in 0..1",
    " to ",
    "discrete(",
];

/// Lines that bring in another part of the format.
const LINES: [&str; 14] = [
    "[case]",
    "preset = \"hospital\"",
    "kind = \"cash-flow\"",
    "months = 240",
    "lens = \"authors\"",
    "[[correlations]]\nbetween = [\"customers.annual_churn\", \"customers.annual_churn\"]\nrank = 1",
    "[[correlations]]\nbetween = [\"customers.annual_churn\", \"employees.annual_turnover\"]\nrank = -1",
    "[portfolio]\nrequires = [\"Test\", \"Test\"]",
    "[programme.gate]\nmonth = 12\nmetric = \"nps\"\nat_least = 0",
    "[[flows]]\nname = \"z\"\namount = \"-5 to 5\"\nper = \"month\"\nfrom = 3\nto = 2",
    "[[programme.costs]]\nname = \"z\"\namount = \"0\"\nper = \"hire\"",
    "[customers.nps]\npromoters = 0.4\npassives = 0.4\ndetractors = 0.2",
    "base = \"case.toml\"",
    "[assessment.shifts]\njourney = \"5 to 7\"",
];

/// A text with one to six slips in it.
fn slip(text: &str, other: &str, rng: &mut StdRng) -> String {
    let mut text = text.to_owned();
    for _ in 0..rng.random_range(1..=6) {
        let at = place(&text, rng);
        match rng.random_range(0..9) {
            0 => text.insert_str(at, PIECES[rng.random_range(0..PIECES.len())]),
            1 => text.insert_str(line_start(&text, at), &format!("{}\n", LINES[rng.random_range(0..LINES.len())])),
            2 => text.replace_range(at..place_after(&text, at, rng.random_range(1..12)), ""),
            3 | 4 => replace_value(&mut text, at, PIECES[rng.random_range(0..PIECES.len())]),
            5 => {
                // A line of its own again, somewhere else.
                let line = text[line_start(&text, at)..].lines().next().unwrap_or_default().to_owned();
                let to = place(&text, rng);
                text.insert_str(line_start(&text, to), &format!("{line}\n"));
            }
            6 => {
                let from = line_start(&text, at);
                let end = text[from..].find('\n').map_or(text.len(), |end| from + end + 1);
                text.replace_range(from..end, "");
            }
            7 => {
                let from = place(other, rng);
                let piece = other[from..place_after(other, from, rng.random_range(1..400))].to_owned();
                text.insert_str(line_start(&text, at), &piece);
            }
            _ => digit(&mut text, at, rng),
        }
        if text.len() > 1 << 18 {
            break;
        }
    }
    text
}

fn place(text: &str, rng: &mut StdRng) -> usize {
    text.floor_char_boundary(rng.random_range(0..=text.len()))
}

fn place_after(text: &str, at: usize, count: usize) -> usize {
    text.ceil_char_boundary((at + count).min(text.len()))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Puts another value behind the next sign of assignment, of TOML or JSON.
fn replace_value(text: &mut String, at: usize, value: &str) {
    let Some(from) = text[at..].find(['=', ':']).map(|found| at + found + 1) else { return };
    let end = text[from..].find(['\n', ',', '}']).map_or(text.len(), |end| from + end);
    text.replace_range(from..end, &format!(" {value}"));
}

/// Puts another digit in place of the next one.
fn digit(text: &mut String, at: usize, rng: &mut StdRng) {
    if let Some(from) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        text.replace_range(from..=from, ["0", "9", "-", ".", "e9", "%"][rng.random_range(0..6)]);
    }
}

/// The files of a folder of the corpus.
fn corpus(folder: &str, at_least: usize) -> Vec<String> {
    let mut files: Vec<_> =
        fs::read_dir(file(&format!("fuzz/corpus/{folder}"))).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= at_least, "{folder} holds {} files", files.len());
    files.iter().map(|f| String::from_utf8_lossy(&fs::read(f).unwrap()).into_owned()).collect()
}

/// Changes the corpus so many times, or for as long as is asked for, and gives what broke a check.
fn broken(corpus: &[String], times: usize, check: fn(&str)) -> Option<(String, String)> {
    let asked = std::env::var("DELIGHT_MUTATE").ok().and_then(|seconds| seconds.parse().ok()).map(Duration::from_secs);
    let begun = Instant::now();
    // Without a time the test does the same every time.
    let seed = asked.map_or(1, |_| UNIX_EPOCH.elapsed().map_or(2, |now| now.as_nanos() as u64));
    let mut rng = StdRng::seed_from_u64(seed);
    let mut done = 0;
    while asked.map_or(done < times, |time| begun.elapsed() < time) {
        let text = match corpus.get(done) {
            // First each as it is.
            Some(text) => text.clone(),
            None => {
                slip(&corpus[rng.random_range(0..corpus.len())], &corpus[rng.random_range(0..corpus.len())], &mut rng)
            }
        };
        let started = Instant::now();
        if let Err(why) = catch_unwind(AssertUnwindSafe(|| check(&text))) {
            let why = why.downcast_ref::<String>().cloned().or(why.downcast_ref::<&str>().map(|s| (*s).to_owned()));
            return Some((why.unwrap_or_default(), text));
        }
        if started.elapsed() > Duration::from_secs(60) {
            return Some((format!("it took {:?}", started.elapsed()), text));
        }
        done += 1;
    }
    None
}

fn assert_holds(broken: Option<(String, String)>) {
    if let Some((why, text)) = broken {
        let kept = std::env::temp_dir().join(format!("delight-mutation-{}.txt", std::process::id()));
        fs::write(&kept, &text).unwrap();
        panic!("{why}\nthe text is in {}; mend it, and put it into fuzz/corpus", kept.display());
    }
}

#[test]
fn no_scenario_makes_it_panic_and_every_error_has_its_place() {
    let mut texts = corpus("scenario", 8);
    texts.extend(
        scenario_files(&[crate::support::SHIPPED, crate::support::GOLDEN])
            .iter()
            .map(|f| fs::read_to_string(f).unwrap()),
    );
    assert_holds(broken(&texts, 300, checks::scenario));
}

#[test]
fn no_table_of_samples_makes_it_panic() {
    assert_holds(broken(&corpus("samples", 6), 300, checks::samples));
}

#[test]
fn no_file_of_readings_makes_it_panic_and_every_error_has_its_place() {
    assert_holds(broken(&corpus("actuals", 4), 300, checks::actuals));
}

#[test]
fn no_saved_results_make_it_panic() {
    let texts = ["cash-flow.toml", "forms.toml", "small.toml"].map(saved_results);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(file("fuzz/corpus/saved/cash-flow.txt"), &texts[0]).unwrap();
    }
    assert!(texts.iter().all(|text| checks::saved(text)), "what was just written is read");
    assert_holds(broken(&texts, 30, |text| _ = checks::saved(text)));
}

/// Every list of every study with an entry less and with one more, and every count that may be a place out of reach.
#[test]
fn no_list_of_a_study_that_does_not_fit_makes_it_panic() {
    for name in ["small.toml", "forms.toml"] {
        let text = saved_results(name);
        let mut parts = text.split(checks::BETWEEN);
        let [summary, assumptions, _] = [(); 3].map(|()| parts.next().expect("three documents"));
        let results = Results::from_saved(summary, assumptions).unwrap();
        for (study, text) in parts.filter_map(|part| part.split_once('\n')) {
            let whole: Value = serde_json::from_str(text).unwrap();
            let places = places(&whole);
            assert!(places.len() > 2, "{study} holds no lists");
            for place in places {
                for change in [shorter, longer, out_of_reach] {
                    let mut changed = whole.clone();
                    if change(changed.pointer_mut(&place).expect("a place of the document")) {
                        let said =
                            catch_unwind(AssertUnwindSafe(|| checks::study(&results, study, &changed.to_string())));
                        assert!(said.is_ok(), "{study} of {name}: {place}");
                    }
                }
            }
        }
    }
}

/// The pointers of all lists and whole numbers of a document, of a list's entries those of the first and the last.
fn places(value: &Value) -> Vec<String> {
    let below = |key: &str, value: &Value| {
        let key = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        places(value).into_iter().map(move |rest| format!("{key}{rest}")).collect::<Vec<_>>()
    };
    match value {
        Value::Object(entries) => entries.iter().flat_map(|(key, value)| below(key, value)).collect(),
        Value::Array(entries) => {
            let ends: BTreeSet<usize> = [0, entries.len().saturating_sub(1)].into();
            let of_ends = ends.into_iter().filter_map(|k| Some(below(&k.to_string(), entries.get(k)?)));
            of_ends.flatten().chain([String::new()]).collect()
        }
        Value::Number(number) if number.is_u64() => vec![String::new()],
        _ => Vec::new(),
    }
}

fn shorter(value: &mut Value) -> bool {
    value.as_array_mut().is_some_and(|list| list.pop().is_some())
}

fn longer(value: &mut Value) -> bool {
    value.as_array_mut().is_some_and(|list| list.last().cloned().map(|last| list.push(last)).is_some())
}

fn out_of_reach(value: &mut Value) -> bool {
    let number = value.is_u64();
    if number {
        *value = Value::from(9_999);
    }
    number
}

/// The documents of a run of a case of the corpus and of its studies, as `delight report` reads them.
fn saved_results(name: &str) -> String {
    let text = fs::read_to_string(file(&format!("fuzz/corpus/scenario/{name}"))).unwrap();
    let case = Case::from_text(name, &text).unwrap_or_else(|e| panic!("{e}"));
    let settings = Settings { trials: 256, ..Settings::default() };
    let findings = run(&case, &settings, &Control::default()).unwrap();
    let summary = document(&findings);
    let assumptions = Results::new(findings, case.scenario()).assumptions_json();
    let points = PointValues::new(case.scenario(), &trace(case.scenario()), None).json();
    let all = [summary, assumptions, points].into_iter().chain(studies(case.scenario(), settings));
    all.collect::<Vec<_>>().join(checks::BETWEEN)
}

/// Every study of a case that it can have, each below its name.
fn studies(case: &Scenario, settings: Settings) -> Vec<String> {
    let control = &Control::default();
    let rivals = [case.clone(), scenario(&payments_text("Rival", &[("a", "-5 to 9")], ""))];
    let input = case.assumptions().last().expect("an input").path.clone();
    let through = Through { path: input, from: 0.0, to: 0.5, steps: 3 };
    let two = [through.clone(), Through { path: "finance.discount_rate".into(), ..through.clone() }];
    let even = BreakevenRequest { inputs: &[], map: None, target: Some(Target::MedianNpv) };
    let rivalry = CompareRequest { nothing: true, risk_tolerance: Some(1e6) };
    let choice =
        PortfolioRequest { budget: 1e5, staff: None, risk_tolerance: None, groups: Vec::new(), requires: Vec::new() };
    let found = [
        ("compare", compare(&rivals, settings, &rivalry, control).ok().map(|f| document(&f))),
        ("portfolio", portfolio(&rivals, settings, &choice, control).ok().map(|f| document(&f))),
        ("diff", diff(case, &case.clone(), settings, control).ok().map(|f| document(&f))),
        ("sensitivity", sensitivity(case, settings, true, control).ok().map(|f| document(&f))),
        ("breakeven", breakeven(case, settings, &even, control).ok().map(|f| document(&f))),
        ("sweep", sweep_two(case, settings, &two, control).ok().map(|f| document(&f))),
        ("gate", best_gate(case, settings, 1e3, control).ok().map(|f| document(&f))),
        ("voi", voi(&rivals, settings, None, None, control).ok().map(|f| document(&f))),
        ("fails", fails(case, settings, control).ok().map(|f| document(&f))),
        ("audit", audit(case, settings, None, control).ok().map(|f| document(&f))),
    ];
    let made: Vec<String> = found.into_iter().filter_map(|(name, text)| Some(format!("{name}\n{}", text?))).collect();
    assert!(made.len() >= 8, "only {} studies were made", made.len());
    made
}
