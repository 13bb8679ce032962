//! In a Dutch document no English sentence is left: every document is read for the small words of English.

use crate::support::{delight, file, printed, said};
use delight_case::evidence::{Link, facts, publications};
use delight_case::report::words::Words;
use delight_case::scenario::{Language, embedded, presets};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Words without which no English sentence does, and which no Dutch one has.
const SMALL_WORDS: [&str; 27] = [
    "the", "with", "which", "and", "are", "that", "this", "not", "its", "their", "would", "than", "how", "where",
    "who", "from", "by", "has", "have", "does", "what", "when", "only", "each", "every", "own", "share",
];

/// What may stand in English: titles and names of publications, the names of the presets' cost lines, and what is written in
/// a scenario file or typed.
static ALLOWED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all: Vec<String> = Vec::new();
    for publication in publications() {
        let fields = [&publication.journal, &publication.within, &publication.series, &publication.publisher];
        all.extend(fields.into_iter().flatten().cloned());
        all.extend(publication.authors.iter().cloned());
        all.push(publication.title.clone());
    }
    let costs = presets::names().into_iter().flat_map(|name| embedded(Some(name)));
    let names = costs.filter_map(|cost| cost.path.strip_prefix("programme.costs.").map(str::to_owned));
    all.extend(names.filter(|name| name.contains(' ')));
    all.extend(["English Sentence", "Service Excellence"].map(str::to_owned));
    // The longest first, so that none is torn apart by a shorter one.
    all.sort_by_key(|text| std::cmp::Reverse(text.len()));
    all.dedup();
    all.iter().map(|text| one_line(text)).collect()
});

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text on one line, without what may be in English.
fn bare(text: &str) -> String {
    ALLOWED.iter().fold(one_line(text), |text, part| if text.contains(part) { text.replace(part, "·") } else { text })
}

/// Small words of English, each with the words around it.
fn english_in(text: &str) -> BTreeSet<String> {
    let text = bare(text);
    let words: Vec<&str> = text.split(' ').collect();
    let is_small = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // An option and what it takes are called as they are, --to <VALUE> too.
        let called = word.starts_with("--") || word.trim_matches('\'').ends_with('>');
        !called && SMALL_WORDS.contains(&letters.as_str())
    };
    let around = |at: usize| words[at.saturating_sub(4)..(at + 5).min(words.len())].join(" ");
    (0..words.len()).filter(|&at| is_small(words[at])).map(around).collect()
}

fn assert_dutch(what: &str, text: &str) {
    assert!(text.split_whitespace().count() > 20, "{what} says nothing:\n{text}");
    let found = english_in(text);
    assert!(found.is_empty(), "English in {what}:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The words of a page of HTML or of a drawing; its style is no text.
fn words_of(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let whole = ["style", "script"].into_iter().find(|name| after.starts_with(name));
        let end = whole.map_or(">".to_owned(), |name| format!("</{name}>"));
        rest = after.split_once(&end).map_or("", |(_, behind)| behind);
    }
    text.push_str(rest);
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        .into_iter()
        .fold(text, |text, (written, sign)| text.replace(written, sign))
}

/// What a run of a case in Dutch writes, and what it prints; without the meanings that are named after keys of the file.
fn case_in_dutch(folder: &Path) -> String {
    let case = folder.join("zaak.toml");
    delight().args(["new", "--lang", "nl"]).arg(&case).assert().success();
    let run = delight().args(["run", "--trials", "512", "--full"]).arg(&case).arg("--out").arg(folder).assert();
    printed(&run.success())
}

#[test]
fn the_documents_of_a_run_are_dutch_throughout() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert_dutch("the screen", &case_in_dutch(folder));
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_dutch("summary.md", &read("summary.md"));
    assert_dutch("report.html", &words_of(&read("report.html")));
    let mut drawn = 0;
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|e| e == "svg") {
            let found = english_in(&words_of(&fs::read_to_string(&entry).unwrap()));
            assert!(found.is_empty(), "{}: {found:?}", entry.display());
            drawn += 1;
        }
    }
    assert!(drawn > 10, "{drawn} figures");
    let book = fs::File::open(folder.join("report.xlsx")).unwrap();
    let mut strings = String::new();
    let mut archive = zip::ZipArchive::new(book).unwrap();
    std::io::Read::read_to_string(&mut archive.by_name("xl/sharedStrings.xml").unwrap(), &mut strings).unwrap();
    assert_dutch("the workbook", &words_of(&strings));
}

#[test]
fn checks_audits_and_the_backtest_are_dutch_throughout() {
    let folder = tempfile::tempdir().unwrap();
    let out = |command: &str, more: &[&str]| {
        let ended = delight().arg(command).args(more).args(["--lang", "nl"]).assert();
        printed(&ended.success())
    };
    let case = folder.path().join("zaak.toml");
    fs::write(&case, "[case]\npreset = \"hotel\"\n").unwrap();
    let case = case.to_str().unwrap();
    assert_dutch("the ledger", &out("check", &[case]));
    assert_dutch("the audit", &out("audit", &[case, "--out", folder.path().to_str().unwrap()]));
    assert_dutch("the backtest", &out("backtest", &["--trials", "1024"]));
}

#[test]
fn what_own_data_say_is_dutch_throughout() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for name in ["hotel.toml", "panel.csv", "customers.csv"] {
        fs::copy(file("tests/golden/living").join(name), place(name)).unwrap();
    }
    let text = fs::read_to_string(place("hotel.toml")).unwrap();
    fs::write(place("hotel.toml"), text.replace("Hotel of the known answers", "Hotel")).unwrap();
    let files = [place("panel.csv"), place("customers.csv")];
    let case = place("hotel.toml");
    let args = ["learn", &files[0], &files[1], "--case", &case, "--trials", "1024", "--lang", "nl"];
    let told = printed(&delight().args(args).assert().success());
    // Paths and places are the same in every language.
    let told: Vec<&str> = told.lines().filter(|line| !line.contains("effects.") && !line.contains('/')).collect();
    assert_dutch("own data", &told.join("\n"));
    assert_dutch("the figure", &words_of(&fs::read_to_string(place("learn.svg")).unwrap()));
}

#[test]
fn every_source_and_note_that_comes_with_the_program_is_dutch_too() {
    let words = Words::new(Language::Dutch);
    for preset in std::iter::once(None).chain(presets::names().into_iter().map(Some)) {
        for assumption in embedded(preset) {
            let provenance = assumption.provenance;
            let source = provenance.source.as_deref().map(|text| words.source(text));
            let note = provenance.note.as_deref().map(|text| words.phrase(text));
            for text in [source, note].into_iter().flatten() {
                let found = english_in(&text);
                assert!(found.is_empty(), "{preset:?} {}: {found:?}", assumption.path);
            }
        }
    }
}

#[test]
fn the_template_is_dutch_throughout() {
    for preset in [None, Some("municipality")] {
        let text = Words::new(Language::Dutch).template(preset);
        // What stands before the last # is TOML, or an example of it.
        let told: Vec<&str> = text.lines().filter_map(|line| line.rsplit_once("# ").map(|(_, told)| told)).collect();
        let told: Vec<&str> = told.into_iter().filter(|line| !line.contains('=') && !line.contains('"')).collect();
        assert_dutch("the template", &told.join("\n"));
    }
}

#[test]
fn the_evidence_is_dutch_throughout() {
    let print =
        |what: &[&str]| printed(&delight().arg("evidence").args(what).args(["--lang", "nl"]).assert().success());
    assert_dutch("the overview", &print(&[]));
    for link in Link::ALL {
        assert_dutch(link.name(), &print(&[link.name()]));
    }
    for id in ["S13", "D4k", "C1", "tqm-parallel", "sector-casino", "effects.causal_share", "customers.annual_churn"] {
        assert_dutch(id, &print(&[id]));
    }
    let words = Words::new(Language::Dutch);
    for fact in facts() {
        let texts = [Some(&fact.statement), fact.critique.as_ref(), fact.context.as_ref(), fact.seen.as_ref()];
        for text in texts.into_iter().flatten() {
            let found = english_in(&words.phrase(text));
            assert!(found.is_empty(), "{}: {found:?}", fact.id);
        }
        for number in &fact.numbers {
            let texts = [Some(&number.value), Some(&number.unit), number.of.as_ref(), number.source.as_ref()];
            for text in texts.into_iter().flatten() {
                let found = english_in(&words.of_number(text));
                assert!(found.is_empty(), "{}: {found:?}", fact.id);
            }
        }
    }
}

/// Files of readings that break every rule of theirs.
const WRONG_READINGS: [&str; 4] = [
    "",
    "month,metrc,value,value\n3,nps,1,2\n",
    "month,metric,value,site,arm,started,months,n,of,se\n,npss,,x,nobody,,,,,\n3,nps,1/2,,,,,,,\n3,nps,1/2/3,,,,,7,,\n3,nps,120,,,,,9,,\n\
     3,nps,12,,,,,,,\n3,engaged,35,,,,,,,\n3,engaged,0.4,,,,,9,5,\n3,churn,3,,,,,900,,\n3,churn,9999,,,,,9,,\n3,turnover,9,,,,,,,\n\
     2027-04,nps,12,,,,,9,,\n99,nps,12,,,,,9,,\n58,nps,12,w,,-9,,9,,\n2,nps,12,v,,,,9,,\n3,cost,5,x,,,,,,\n-3,cost,5,,,,,,,\n3,nps\n\
     3,nps,x,,,,,,,\n3,nps,0/0/0,,,,,,,\n3,engaged,0.4,,,,,9,,0\n",
    "month;metric;value;site;arm;started;n\n0;nps;1;a;;;9\n0;nps;1;a;;;9\n2;nps;1;a;baseline;3;9\n3;nps;1,2;b;;9;9\n3;engaged;0.4;c;;;9\n",
];

#[test]
fn what_is_wrong_with_a_file_is_said_in_dutch() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("fout.toml");
    let wrong = [
        "[case]\npreset = \"hotel\"\nmonths = 600\n[customers]\nchurn = \"10%\"\ncount = 900.000\nannual_churn = \"40% to 20%\"\nmarket_size = -5\n",
        "[case]\nname = \"x\"\n",
        "[case]\npreset = \"hotel\"\n[customers.mix]\nunconnected = 0.5\nsatisfied = 0.4\ndistinctive = 0.4\nconnected = 0.3\n",
        "[case]\npreset = \"hotel\"\nrule = \"always\"\n[programme.gate]\nmonth = 18\nmetric = \"nps\"\nat_least = 1\nsurvey = 0\n",
        "[case]\npreset = \"hotel\"\ncurrency = \"SEK\"\n[finance]\nmargin = \"pert(3, 2, 1)\"\n",
        "[case]\nkind = \"cash-flow\"\n[customers]\ncount = 5\n[[flows]]\nname = \"a\"\namount = \"5 EUR to x\"\nper = \"day\"\n",
        "[case]\npreset = \"hotel\"\n[track]\nstatus = \"stopped\"\nactuals = \"/a.csv\"\nnow = 12\nnext = 6\ntransfer = 2\ndrift.nps.market = -1\n",
        "[case]\npreset = \"hotel\"\n[customers]\nrevenue_per_year = \"samples(no.csv, spend)\"\n[[correlations]]\nbetween = [\"a\"]\nrank = 3\n",
    ];
    for text in wrong {
        fs::write(&case, text).unwrap();
        let told = said(&delight().args(["check", "--lang", "nl"]).arg(&case).assert().code(2));
        // Lines of the file are shown as they are.
        let own: Vec<&str> = told.lines().filter(|line| !line.contains('|')).collect();
        assert!(told.contains("fout:") && !told.contains("error"), "{told}");
        assert!(english_in(&own.join("\n")).is_empty(), "{:?} in\n{told}", english_in(&own.join("\n")));
    }
    fs::write(&case, "[case]\npreset = \"hotel\"\n[track]\nactuals = \"a.csv\"\n").unwrap();
    let readings = folder.path().join("a.csv");
    for text in WRONG_READINGS {
        fs::write(&readings, text).unwrap();
        let told = said(&delight().args(["track", "--lang", "nl"]).arg(&case).assert().code(2));
        let own: Vec<&str> = told.lines().filter(|line| !line.contains('|') && !line.contains("--> ")).collect();
        assert!(told.contains("fout:") && !told.contains("error"), "{told}");
        assert!(english_in(&own.join("\n")).is_empty(), "{:?} in\n{told}", english_in(&own.join("\n")));
    }
    for args in [
        vec!["run", "--trails", "5", "x.toml"],
        vec!["run", "x.toml", "--trials", "many"],
        vec!["rnu"],
        vec!["sweep", "x.toml"],
        vec!["evidence", "--format", "pdf"],
        vec!["evidence", "no such thing"],
        vec!["evidence", "causal_shar"],
        vec!["run", "x.toml", "--lens"],
        vec!["run", "x.toml", "--lens", "q"],
        vec!["run", "x.toml", "--horizon", "q"],
        vec!["run", "x.toml", "--trials", "5", "--precision", "1%"],
        vec!["new", "x.toml", "--preset", "none"],
        vec!["track", file("scenarios/hotel.toml").to_str().unwrap()],
        vec!["track", file("scenarios/hotel.toml").to_str().unwrap(), "--now", "9", "--next", "9"],
    ] {
        let told = said(&delight().args(&args).args(["--lang", "nl"]).assert().code(2));
        assert!(
            !told.contains("error") && english_in(&told).is_empty(),
            "{args:?}: {:?} in\n{told}",
            english_in(&told)
        );
    }
    // The language that a file names holds for what is wrong with it.
    fs::write(&case, "[case]\nlang = \"nl\"\nmonths = 1\n").unwrap();
    assert!(said(&delight().arg("check").arg(&case).assert().code(2)).contains("moet een geheel getal"));
}

#[test]
fn the_search_for_english_finds_it() {
    assert_eq!(english_in("Dit is Nederlands, of niet.").len(), 0);
    assert_eq!(english_in("Dit zegt the case en nog veel meer van zulke woorden, which counts").len(), 2);
    assert_eq!(english_in("Rust, R. T. & Oliver, R. L. (2000). Should We Delight the Customer? Bladzijden").len(), 0);
}

#[test]
fn no_translation_of_the_library_outlives_its_english() {
    let keys = |text: &str| -> BTreeSet<String> {
        toml::from_str::<std::collections::BTreeMap<String, String>>(text).unwrap().into_keys().collect()
    };
    let statements: BTreeSet<String> = facts().iter().map(|fact| fact.statement.clone()).collect();
    assert_eq!(keys(include_str!("../../src/report/words/nl/phrases/statements.toml")), statements);
    let critiques: Vec<&String> = facts().iter().filter_map(|fact| fact.critique.as_ref()).collect();
    for key in keys(include_str!("../../src/report/words/nl/phrases/critiques.toml")) {
        // Some end in a sentence that many share.
        assert!(critiques.iter().any(|critique| critique.starts_with(&key)), "{key}");
    }
}
