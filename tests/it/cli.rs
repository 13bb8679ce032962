//! The real binary, as users call it.

use crate::support::{delight, file, hotel_file, hotel_text, names, payments_text, printed, said};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A scenario file with this text in a folder of its own.
fn case_file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.toml");
    fs::write(&file, text).unwrap();
    (folder, file)
}

fn summary(out: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(out.join("summary.json")).unwrap()).unwrap()
}

#[test]
fn a_run_prints_the_answer_and_writes_results_and_figures() {
    let out = tempfile::tempdir().unwrap();
    let run =
        delight().arg("run").arg(hotel_file()).args(["--trials", "2000", "--out"]).arg(out.path()).assert().success();
    let text = printed(&run);
    for part in [
        "Net present value",
        "Probability of a loss",
        "If it is delivered",
        "Where the benefit comes from",
        "Is that plausible?",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colour where nobody watches");
    let results = ["assumptions.json", "fans.csv", "live.json", "point-values.json", "summary.json"];
    let documents = ["report.html", "report.xlsx", "summary.md"];
    let figures = ["bridge", "cash", "chain", "drivers", "indicators", "npv", "outcomes", "roi"];
    let mut expected: Vec<String> = results.into_iter().chain(documents).map(str::to_owned).collect();
    expected.extend(figures.iter().flat_map(|name| [format!("{name}.png"), format!("{name}.svg")]));
    expected.sort();
    assert_eq!(names(out.path()), expected);
}

#[test]
fn the_json_of_a_run_has_every_documented_key_with_its_standard_error() {
    let out = tempfile::tempdir().unwrap();
    let run = delight()
        .arg("run")
        .arg(hotel_file())
        .args(["--format", "json", "--trials", "2000", "--out"])
        .arg(out.path())
        .assert()
        .success();
    let json: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(json, summary(out.path()));
    for key in [
        "case",
        "version",
        "seed",
        "trials",
        "sampling",
        "delivery",
        "npv",
        "loss_probability",
        "expected_shortfall_5",
        "roi",
        "irr",
        "payback_months",
        "discounted_payback_months",
        "peak_funding",
        "pv_benefit",
        "pv_cost",
        "bridge",
        "by_delivery",
        "kpis",
        "fan",
        "plausibility",
    ] {
        assert!(!json[key].is_null(), "{key}");
    }
    for key in ["mean", "sd", "p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99"] {
        assert!(json["npv"][key]["standard_error"].as_f64().unwrap() > 0.0, "npv.{key}");
    }
    for kpi in ["customers", "connected", "nps", "rating", "engaged", "turnover", "revenue"] {
        for side in ["baseline", "programme", "difference"] {
            assert!(json["kpis"][kpi][side]["mean"]["value"].is_f64(), "{kpi} {side}");
        }
    }
    for part in ["promoters", "passives", "detractors"] {
        assert!(json["kpis"]["nps"][part]["baseline"]["mean"]["value"].is_f64(), "{part}");
    }
    let shares: f64 =
        ["full", "partial", "harmful", "none"].iter().filter_map(|d| json["delivery"][d]["value"].as_f64()).sum();
    assert!((shares - 1.0).abs() < 1e-12);
    assert_eq!(json["fan"].as_array().unwrap().len(), 60);
    let bridge: f64 = json["bridge"].as_object().unwrap().values().map(|e| e["value"].as_f64().unwrap()).sum();
    let benefit = json["pv_benefit"]["mean"]["value"].as_f64().unwrap();
    assert!((bridge / benefit - 1.0).abs() < 1e-9, "{bridge} {benefit}");
}

#[test]
fn the_summary_has_the_same_bytes_whatever_the_threads() {
    let bytes = ["1", "2", "7"].map(|threads| {
        let out = tempfile::tempdir().unwrap();
        let args = ["--trials", "1500", "--quiet", "--threads", threads, "--out"];
        delight().arg("run").arg(hotel_file()).args(args).arg(out.path()).assert().success().stdout("");
        fs::read(out.path().join("summary.json")).unwrap()
    });
    assert_eq!(bytes[0], bytes[1]);
    assert_eq!(bytes[0], bytes[2]);
}

#[test]
fn several_files_are_compared_and_keep_folders_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    for (file, name, amount) in [("a.toml", "Rival", 900), ("b.toml", "Rival", 1200), ("c.toml", "Other", 700)] {
        let text = format!(
            "[case]\nname = \"{name}\"\nkind = \"cash-flow\"\n[[flows]]\nname = \"start\"\namount = -2000\nper = \"once\"\n\
             [[flows]]\nname = \"income\"\namount = \"normal({amount}, 300)\"\nper = \"year\"\n"
        );
        fs::write(folder.path().join(file), text).unwrap();
    }
    let out = tempfile::tempdir().unwrap();
    let run =
        delight().arg("run").arg(folder.path()).args(["--trials", "1000", "--out"]).arg(out.path()).assert().success();
    assert!(printed(&run).starts_with("Side by side"));
    assert_eq!(names(out.path()), ["comparison.png", "comparison.svg", "other", "rival", "rival-2"]);
    // The same draws: the two rivals differ in every trial by the same shift of income, so their spread is equal.
    let sd = |case: &str| summary(&out.path().join(case))["npv"]["sd"]["value"].as_f64().unwrap();
    assert!((sd("rival") / sd("rival-2") - 1.0).abs() < 1e-6);
}

#[test]
fn the_trace_prints_a_table_json_and_csv() {
    let golden = file("tests/golden/hotel.toml");
    let print = |format: &str| {
        let run = delight().arg("trace").arg(&golden).args(["--format", format]).assert().success();
        printed(&run)
    };
    assert!(print("table").contains("NPV −€1.29m"));
    let json: Value = serde_json::from_str(&print("json")).unwrap();
    assert_eq!(json["arms"]["programme"]["customers"].as_array().unwrap().len(), 60);
    let csv = print("csv");
    assert_eq!(csv.lines().count(), 62);
    assert!(csv.starts_with("month,baseline.customers,"));
}

#[test]
fn a_new_scenario_runs_and_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    delight().arg("new").arg(&file).args(["--preset", "hotel"]).assert().success();
    let first = fs::read_to_string(&file).unwrap();
    delight().arg("check").arg(&file).assert().success();
    fs::write(&file, "# mine\n").unwrap();
    delight().arg("new").arg(&file).assert().code(2);
    assert_eq!(fs::read_to_string(&file).unwrap(), "# mine\n");
    delight().arg("new").arg(&file).args(["--preset", "hotel", "--force"]).assert().success();
    assert_eq!(fs::read_to_string(&file).unwrap(), first);
    let unknown = delight().arg("new").arg(folder.path().join("x.toml")).args(["--preset", "zoo"]).assert().code(2);
    assert!(said(&unknown).contains("hotel"));
}

#[test]
fn the_ledger_lists_every_assumption_with_its_source_and_grade() {
    let run = delight().arg("check").arg(hotel_file()).assert().success();
    let text = printed(&run);
    for part in ["causal_share", "annual_churn", "30% to 40%", "booking system"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn wrong_input_ends_with_code_two_names_the_place_and_writes_nothing() {
    let cases = [
        ("preset = \"hotel\"\n[case]\n", "preset"),
        ("[case]\npreset = \"hotle\"\n", "hotel"),
        (&hotel_text("months = 7\n"), "months"),
        (&hotel_text("[customers]\nanual_churn = 0.2\n"), "annual_churn"),
        (&hotel_text("[customers]\nannual_churn = nan\n"), "annual_churn"),
        (&hotel_text("[customers]\nannual_churn = \"40% to 30%\"\n"), "annual_churn"),
        (&hotel_text("[customers]\ncount = 10\nmarket_size = 10\n"), "market_size"),
        ("this is not toml", "case.toml:1"),
    ];
    for (text, expected) in cases {
        let (folder, file) = case_file(text);
        let out = folder.path().join("out");
        let run = delight().arg("run").arg(&file).arg("--out").arg(&out).assert().code(2);
        let said = said(&run);
        assert!(said.contains(expected) && said.contains("case.toml"), "{expected} in\n{said}");
        assert!(!out.exists(), "nothing is written");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_found_before_the_run() {
    let (folder, _) = case_file("");
    let taken = folder.path().join("case.toml/out");
    let run = delight().arg("run").arg(hotel_file()).args(["--trials", "100", "--out"]).arg(&taken).assert().code(1);
    let said = said(&run);
    assert!(said.contains("case.toml/out") && said.contains("writable"), "{said}");
}

#[test]
fn saved_trials_hold_every_draw_and_measure_in_order() {
    let out = tempfile::tempdir().unwrap();
    let save = |name: &str| {
        let file = out.path().join(name);
        let args = ["--trials", "300", "--quiet", "--save-trials"];
        delight().arg("run").arg(hotel_file()).args(args).arg(&file).arg("--out").arg(out.path()).assert().success();
        file
    };
    let csv = fs::read_to_string(save("trials.csv")).unwrap();
    let mut rows = csv.lines();
    let header: Vec<&str> = rows.next().unwrap().split(',').collect();
    let npv = header.iter().position(|h| *h == "npv").unwrap();
    assert!(header.contains(&"effects.causal_share"));
    let values: Vec<f64> = rows.map(|r| r.split(',').nth(npv).unwrap().parse().unwrap()).collect();
    assert_eq!(values.len(), 300);
    let mean = values.iter().sum::<f64>() / 300.0;
    let found = summary(out.path())["npv"]["mean"]["value"].as_f64().unwrap();
    assert!((mean / found - 1.0).abs() < 1e-9);

    for (name, why) in [("x.txt", ".csv or .parquet"), ("x.parquet", "--features parquet")] {
        let other =
            delight().arg("run").arg(hotel_file()).args(["--save-trials", name, "--out"]).arg(out.path()).assert();
        if name.ends_with(".txt") || !cfg!(feature = "parquet") {
            assert!(said(&other.code(2)).contains(why), "{name}");
        }
    }
}

#[test]
fn a_run_to_a_precision_says_how_many_trials_it_took() {
    let out = tempfile::tempdir().unwrap();
    let run =
        delight().arg("run").arg(hotel_file()).args(["--precision", "3%", "--out"]).arg(out.path()).assert().success();
    let found = summary(out.path());
    let (thousands, rest) = {
        let trials = found["trials"].as_u64().unwrap();
        (trials / 1000, trials % 1000)
    };
    assert!(printed(&run).contains(&format!("{thousands},{rest:03} trials")), "{}", printed(&run));
    // The standard errors that the precision is about, against the width of the band from P5 to P95.
    let at = |key: &str, part: &str| found["npv"][key][part].as_f64().unwrap();
    let allowed = 0.03 * (at("p95", "value") - at("p5", "value"));
    assert!(["p5", "p50"].iter().all(|key| at(key, "standard_error") <= allowed));
    assert!(found["loss_probability"]["standard_error"].as_f64().unwrap() <= 0.03);
    delight().arg("run").arg(hotel_file()).args(["--precision", "zero"]).assert().code(2);
}

#[test]
fn the_schema_is_the_one_that_ships() {
    let run = delight().arg("schema").assert().success();
    let shipped = fs::read(file("scenarios/scenario.schema.json")).unwrap();
    let (a, b): (Value, Value) =
        (serde_json::from_slice(&run.get_output().stdout).unwrap(), serde_json::from_slice(&shipped).unwrap());
    assert!(a == b, "rewrite it with: UPDATE_GOLDEN=1 cargo test --test it schema");
}

#[test]
fn the_first_error_comes_at_once() {
    let (_folder, file) = case_file("[case]\nmonths = 3\n");
    let start = std::time::Instant::now();
    delight().arg("check").arg(&file).assert().code(2);
    // Fifty milliseconds on an idle machine in release mode; tests run on busy ones without optimisation.
    assert!(start.elapsed().as_millis() < 2000);
}

/// The words of a text, in lower case.
fn words(text: &str) -> std::collections::BTreeSet<String> {
    text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect()
}

/// English words that a Dutch reader must not meet; none is also Dutch, and none stands in a name or a path here.
const ENGLISH: [&str; 37] = [
    "and",
    "average",
    "benefit",
    "by",
    "cash",
    "chance",
    "change",
    "churn",
    "cost",
    "customers",
    "customer",
    "delivered",
    "employees",
    "error",
    "funding",
    "gain",
    "late",
    "loss",
    "mean",
    "month",
    "months",
    "never",
    "of",
    "payback",
    "people",
    "probability",
    "revenue",
    "score",
    "share",
    "standard",
    "the",
    "trials",
    "turnover",
    "value",
    "with",
    "without",
    "worth",
];

#[test]
fn a_dutch_run_is_dutch_in_words_numbers_and_figures() {
    let out = tempfile::tempdir().unwrap();
    let args = ["--lang", "nl", "--trials", "2000", "--out"];
    let run = delight().arg("run").arg(hotel_file()).args(args).arg(out.path()).assert().success();
    let text = printed(&run);
    for part in
        ["Netto contante waarde", "Kans op verlies", "Terugverdientijd", "Is dat aannemelijk?", "2.000 simulaties"]
    {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(text.contains("€\u{a0}−") && text.contains("\u{a0}mln"), "money as the Dutch write it:\n{text}");
    assert!(!text.contains(['{', '}']), "nothing is left open in\n{text}");
    let mut all = text.lines().filter(|line| !line.contains("summary.json")).collect::<Vec<_>>().join("\n");
    for figure in ["roi", "cash", "npv"] {
        let svg = fs::read_to_string(out.path().join(format!("{figure}.svg"))).unwrap();
        let document = roxmltree::Document::parse(&svg).unwrap();
        all.extend(
            document
                .descendants()
                .filter(|node| node.is_text())
                .filter_map(|node| node.text())
                .map(|t| format!("\n{t}")),
        );
    }
    // What the scenario calls its cost lines is its own.
    let scenario = fs::read_to_string(hotel_file()).unwrap();
    let own = scenario.lines().filter_map(|line| line.strip_prefix("name = \"")?.split('"').next());
    let all = own.fold(all.split_whitespace().collect::<Vec<_>>().join(" "), |all, name| all.replace(name, ""));
    let found: Vec<_> = ENGLISH.into_iter().filter(|word| words(&all).contains(*word)).collect();
    assert!(found.is_empty(), "{found:?} in\n{all}");
}

#[test]
fn no_line_of_the_screen_is_wider_than_a_hundred_columns_in_any_language() {
    for lang in ["en", "nl"] {
        let out = tempfile::tempdir().unwrap();
        let (folder, rival) = case_file(&payments_text("Rival", &[("a", "-900M to -1M")], ""));
        let args = ["--lang", lang, "--trials", "500", "--out"];
        let run = delight().arg("run").args([hotel_file(), rival]).args(args).arg(out.path()).assert().success();
        let text = printed(&run);
        drop(folder);
        for line in text.lines().filter(|line| !line.contains("summary.json")) {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn the_language_is_that_of_the_command_line_else_the_scenario_else_the_computer() {
    let (_folder, dutch) = case_file(&hotel_text("lang = \"nl\"\n"));
    let (_other, silent) = case_file(&hotel_text(""));
    let ledger = |file: &Path, locale: &str, args: &[&str]| {
        let run = delight().arg("check").arg(file).args(args).env("LC_ALL", locale).assert().success();
        printed(&run).lines().next().unwrap().to_owned()
    };
    let (english_title, dutch_title) = ("Hotel: every number of the case", "Hotel: elk getal van de case");
    assert_eq!(ledger(&dutch, "nl_NL.UTF-8", &["--lang", "en"]), english_title);
    assert_eq!(ledger(&dutch, "en_GB.UTF-8", &[]), dutch_title);
    assert_eq!(ledger(&silent, "nl_BE.UTF-8", &[]), dutch_title);
    assert_eq!(ledger(&silent, "C", &[]), english_title);
    delight().args(["--lang", "fr", "check"]).arg(&silent).assert().code(2);
}

#[test]
fn keys_of_json_and_headers_of_csv_are_the_same_in_every_language() {
    let golden = file("tests/golden/hotel.toml");
    for format in ["json", "csv"] {
        let print = |lang: &str| {
            let run = delight().arg("trace").arg(&golden).args(["--format", format, "--lang", lang]).assert().success();
            run.get_output().stdout.clone()
        };
        assert_eq!(print("en"), print("nl"), "{format}");
    }
    let bytes = ["en", "nl"].map(|lang| {
        let out = tempfile::tempdir().unwrap();
        let args = ["--trials", "500", "--quiet", "--lang", lang, "--out"];
        delight().arg("run").arg(hotel_file()).args(args).arg(out.path()).assert().success();
        fs::read(out.path().join("summary.json")).unwrap()
    });
    assert_eq!(bytes[0], bytes[1]);
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

#[test]
fn saved_results_give_the_same_files_again_without_simulating() {
    let out = tempfile::tempdir().unwrap();
    delight()
        .arg("run")
        .arg(hotel_file())
        .args(["--quiet", "--trials", "500", "--out"])
        .arg(out.path())
        .assert()
        .success();
    let before = contents(out.path());
    for name in names(out.path()).iter().filter(|name| !name.ends_with(".json")) {
        fs::remove_file(out.path().join(name)).unwrap();
    }
    delight().arg("report").arg(out.path()).assert().success();
    assert!(contents(out.path()) == before, "a file differs");
    let dutch = delight().args(["report", "--lang", "nl"]).arg(out.path()).assert().success();
    assert!(printed(&dutch).contains("opnieuw geschreven"));
    let page = fs::read_to_string(out.path().join("report.html")).unwrap();
    assert!(page.contains("<html lang=\"nl\">") && page.contains("Netto contante waarde"));
}

#[test]
fn a_folder_without_results_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let missing = delight().arg("report").arg(folder.path()).assert().code(2);
    assert!(said(&missing).contains("delight run"));
    fs::write(folder.path().join("summary.json"), "{\"name\": \"other\"}").unwrap();
    fs::write(folder.path().join("assumptions.json"), "[]").unwrap();
    let foreign = delight().arg("report").arg(folder.path()).assert().code(2);
    assert!(said(&foreign).contains("holds no results of delight run"));
    assert_eq!(names(folder.path()), ["assumptions.json", "summary.json"]);
}

#[test]
fn the_fans_are_a_table_of_months() {
    let out = tempfile::tempdir().unwrap();
    let mut run = delight();
    run.arg("run").arg(hotel_file()).args(["--format", "csv", "--trials", "500", "--out"]).arg(out.path());
    let printed = printed(&run.assert().success());
    assert_eq!(printed, fs::read_to_string(out.path().join("fans.csv")).unwrap());
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 61);
    assert!(
        lines[0].starts_with("case,month,cash_p5,")
            && lines[0].contains(",roi_p95,nps_baseline_p5,")
            && lines[0].ends_with(",turnover_programme_p95")
    );
    let fan = summary(out.path())["fan"][59]["cash"]["p50"]["value"].as_f64().unwrap();
    assert_eq!(lines[60].split(',').nth(4).unwrap().parse::<f64>().unwrap(), fan);
}
