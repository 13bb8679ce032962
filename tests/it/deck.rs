//! The slides of a case: a package that holds together, texts, tables and charts that can be changed, both languages.

use crate::support::{delight, file, hotel_file, said};
use calamine::{Data, Reader, Xlsx};
use delight_case::report::documents::pptx::{MOST_SLIDES, deck};
use delight_case::report::documents::results::Results;
use delight_case::report::documents::story::{Body, story};
use delight_case::report::words::Words;
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Language};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::run::run;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use zip::ZipArchive;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Names of the parts with what they hold.
type Parts = BTreeMap<String, Vec<u8>>;

fn results_of(case: &Case) -> Results {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    Results::new(run(case, &settings, &Control::default()).unwrap(), case.scenario())
}

static HOTEL: LazyLock<Results> = LazyLock::new(|| results_of(&Case::load(&hotel_file(), None).unwrap()));

static TOWN: LazyLock<Results> =
    LazyLock::new(|| results_of(&Case::load(&file("scenarios/municipality.toml"), None).unwrap()));

const NAME: &str = "حجز & <システム> \"2027\"";

/// Cash flows alone, with names in other letters and signs of markup.
static FLOWS: LazyLock<Results> = LazyLock::new(|| {
    let name = NAME.replace('"', "\\\"");
    let text = format!(
        "[case]\nname = \"{name}\"\nkind = \"cash-flow\"\nmonths = 36\n[finance]\ndiscount_rate = 0.09\ntax_rate = 0.258\n\
         [[flows]]\nname = \"</a:t> & 節約\"\namount = \"-900k to -650k\"\nper = \"once\"\n\
         [[flows]]\nname = \"savings\"\namount = \"pert(8k, 18k, 60k)\"\nper = \"month\"\n"
    );
    results_of(&Case::from_text("case.toml", &text).unwrap_or_else(|e| panic!("{e}")))
});

fn all() -> [&'static Results; 3] {
    [&HOTEL, &TOWN, &FLOWS]
}

fn parts(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

fn of(results: &Results, language: Language) -> Parts {
    parts(&deck(results, Words::new(language)).unwrap())
}

fn text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    std::str::from_utf8(parts.get(name).unwrap_or_else(|| panic!("no part {name}"))).unwrap()
}

/// The texts of a part, one a paragraph.
fn paragraphs(part: &str) -> Vec<String> {
    let document = Document::parse(part).unwrap();
    let all = document.descendants().filter(|node| node.tag_name().name() == "p" && node.parent().is_some());
    let runs = |node: Node| {
        node.descendants().filter(|n| n.tag_name().name() == "t").filter_map(|n| n.text().map(str::to_owned)).collect()
    };
    all.map(runs).collect()
}

fn slides(parts: &Parts) -> usize {
    parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).count()
}

/// The part that a relationship of another points to.
fn resolved(rels: &str, target: &str) -> String {
    let (folder, _) = rels.split_once("_rels/").unwrap();
    let mut way: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => _ = way.pop().expect("a way out of the package"),
            step => way.push(step),
        }
    }
    way.join("/")
}

#[test]
fn every_part_is_well_formed_and_says_what_it_is() {
    for results in all() {
        for language in Language::ALL {
            let parts = of(results, language);
            let types = Document::parse(text(&parts, "[Content_Types].xml")).unwrap();
            let named = |tag: &str, key: &str| -> BTreeSet<String> {
                let all = types.descendants().filter(|node| node.tag_name().name() == tag);
                all.map(|node| node.attribute(key).unwrap().trim_start_matches('/').to_owned()).collect()
            };
            let (endings, overrides) = (named("Default", "Extension"), named("Override", "PartName"));
            for name in parts.keys().filter(|name| *name != "[Content_Types].xml") {
                let ending = name.rsplit('.').next().unwrap();
                let told = if ending == "xml" { overrides.contains(name) } else { endings.contains(ending) };
                assert!(told, "{name} has no content type");
                if matches!(ending, "xml" | "rels") {
                    Document::parse(text(&parts, name)).unwrap_or_else(|e| panic!("{name}: {e}"));
                }
            }
            assert!(overrides.iter().all(|name| parts.contains_key(name)), "a content type of nothing");
        }
    }
}

#[test]
fn every_relationship_leads_to_a_part_and_every_part_is_reached() {
    for results in all() {
        let parts = of(results, Language::English);
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let rels: Vec<&String> = parts.keys().filter(|name| name.ends_with(".rels")).collect();
        assert!(rels.len() > 2 * slides(&parts), "slides and notes have relationships");
        for name in rels {
            let document = Document::parse(text(&parts, name)).unwrap();
            let mut ids = BTreeSet::new();
            for one in document.descendants().filter(|node| node.tag_name().name() == "Relationship") {
                let target = resolved(name, one.attribute("Target").unwrap());
                assert!(parts.contains_key(&target), "{name} names {target}");
                assert!(ids.insert(one.attribute("Id").unwrap().to_owned()));
                reached.insert(target);
            }
            let owner = name.replace("_rels/", "").trim_end_matches(".rels").to_owned();
            let Some(bytes) = parts.get(&owner) else { continue };
            let owner = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
            let used = owner.descendants().flat_map(|node| node.attributes().collect::<Vec<_>>());
            for id in used.filter(|attribute| attribute.namespace() == Some(RELATIONSHIPS)) {
                assert!(ids.contains(id.value()), "{name} has no {}", id.value());
            }
        }
        let own = |name: &&String| !name.ends_with(".rels") && *name != "[Content_Types].xml";
        for name in parts.keys().filter(own) {
            assert!(reached.contains(name), "{name} is named by nothing");
        }
    }
}

#[test]
fn each_slide_says_its_finding_shows_one_thing_and_has_notes() {
    for results in all() {
        for language in Language::ALL {
            let (parts, words) = (of(results, language), Words::new(language).without_errors());
            let told = story(results, words);
            assert!((7..=MOST_SLIDES).contains(&slides(&parts)), "{} slides", slides(&parts));
            assert_eq!(slides(&parts), told.len().min(MOST_SLIDES));
            for (number, part) in (1..=MOST_SLIDES).zip(&told) {
                let slide = text(&parts, &format!("ppt/slides/slide{number}.xml"));
                let said = paragraphs(slide);
                assert_eq!(said[0], part.finding);
                let shown = ["<a:tbl>", "<c:chart ", "<p:pic>", "buChar"].map(|mark| slide.contains(mark));
                let expected = match &part.body {
                    Body::Table(_) => [true, false, false, false],
                    Body::Figure(_, Some(_)) => [false, true, false, false],
                    Body::Figure(_, None) => [false, false, true, false],
                    Body::Sentences(_) => [false, false, false, true],
                };
                assert_eq!(shown, expected, "{}", part.name);
                let source = said.iter().any(|line| line.contains("delight ") && line.contains("256"));
                assert!(source, "{} says where its numbers come from", part.name);
                let notes = text(&parts, &format!("ppt/notesSlides/notesSlide{number}.xml"));
                let notes = paragraphs(notes);
                assert!(part.notes.iter().all(|note| notes.contains(note)), "{}", part.name);
                assert!(notes.len() > 1 || part.notes.is_empty());
            }
        }
    }
}

#[test]
fn the_story_is_told_in_the_order_of_a_decision_and_leaves_out_what_a_case_has_not() {
    let names = |results: &Results| {
        story(results, Words::new(Language::English)).iter().map(|part| part.name).collect::<Vec<_>>()
    };
    let money = ["proposal", "answer", "years", "npv", "cash", "bridge"];
    let rest = ["conditions", "check", "caveats"];
    assert_eq!(names(&FLOWS), [&money[..], &rest[..]].concat());
    assert_eq!(names(&HOTEL), [&money[..], &["chain", "conditions", "lenses", "check", "caveats"][..]].concat());
    let town = story(&TOWN, Words::new(Language::English));
    let Body::Table(answer) = &town[1].body else { panic!("the answer has a table") };
    assert!(answer.rows.iter().any(|row| row.name.contains("connected customer")), "what an effect costs");
    assert!(!answer.rows.iter().any(|row| row.name.contains("ROI")), "a public organisation earns no return");
}

#[test]
fn names_in_other_letters_and_signs_of_markup_stand_as_they_are() {
    let parts = of(&FLOWS, Language::Dutch);
    let said: Vec<String> =
        (1..=slides(&parts)).flat_map(|n| paragraphs(text(&parts, &format!("ppt/slides/slide{n}.xml")))).collect();
    for name in [NAME, "</a:t> & 節約"] {
        assert!(said.iter().any(|line| line.contains(name)), "{name} in {said:#?}");
    }
    let core = Document::parse(text(&parts, "docProps/core.xml")).unwrap();
    assert!(core.descendants().any(|node| node.text().is_some_and(|text| text.contains(NAME))));
}

#[test]
fn behind_a_chart_stand_the_numbers_that_it_shows() {
    let parts = of(&HOTEL, Language::English);
    let charts: Vec<&String> = parts.keys().filter(|name| name.starts_with("ppt/charts/chart")).collect();
    assert_eq!(charts.len(), 3, "cash, bridge and drivers");
    for name in charts {
        let document = Document::parse(text(&parts, name)).unwrap();
        let number = name.trim_start_matches("ppt/charts/chart").trim_end_matches(".xml");
        let book = parts[&format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")].clone();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
        let sheet = book.worksheet_range("Sheet1").unwrap();
        let series: Vec<Node> = document.descendants().filter(|node| node.tag_name().name() == "ser").collect();
        assert!(!series.is_empty());
        for (column, one) in (1..).zip(series) {
            let values = one.children().find(|node| matches!(node.tag_name().name(), "val" | "yVal")).unwrap();
            let points: Vec<Node> = values.descendants().filter(|node| node.tag_name().name() == "pt").collect();
            assert!(points.len() > 3, "{name}");
            for point in points {
                let row: u32 = point.attribute("idx").unwrap().parse().unwrap();
                let shown: f64 = point.children().find_map(|v| v.text()).unwrap().parse().unwrap();
                assert_eq!(sheet.get_value((row + 1, column)), Some(&Data::Float(shown)), "{name}, row {row}");
            }
        }
    }
}

#[test]
fn the_same_results_give_the_same_bytes() {
    for results in all() {
        let words = Words::new(Language::English);
        assert!(deck(results, words).unwrap() == deck(results, words).unwrap());
    }
    let (en, nl) = (of(&HOTEL, Language::English), of(&HOTEL, Language::Dutch));
    assert_ne!(en["ppt/slides/slide1.xml"], nl["ppt/slides/slide1.xml"]);
}

/// Where LibreOffice has its presentations, it opens the slides and finds every one, with its notes, tables and charts.
#[test]
fn libreoffice_opens_the_slides() {
    let folder = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let decks: Vec<Vec<u8>> = all()
        .iter()
        .zip([Language::English, Language::Dutch, Language::English])
        .map(|(results, language)| deck(results, Words::new(language)).unwrap())
        .collect();
    for (number, bytes) in decks.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.pptx")), bytes).unwrap();
    }
    let names = (0..decks.len()).map(|number| format!("{number}.pptx"));
    let done = Command::new("soffice")
        .arg(profile)
        .args(["--headless", "--convert-to", "odp"])
        .args(names)
        .current_dir(folder.path())
        .output();
    for (number, bytes) in decks.iter().enumerate() {
        let Ok(opened) = std::fs::read(folder.path().join(format!("{number}.odp"))) else {
            let needed = std::env::var("DELIGHT_NEEDS_LIBREOFFICE").is_ok_and(|x| x == "1");
            assert!(!needed, "LibreOffice is needed here: apt-get install libreoffice-impress-nogui; {done:?}");
            eprintln!("skipped: no LibreOffice with presentations on this machine");
            return;
        };
        let (written, opened) = (parts(bytes), parts(&opened));
        let content = Document::parse(text(&opened, "content.xml")).unwrap();
        let count = |name: &str| content.descendants().filter(|node| node.tag_name().name() == name).count();
        assert_eq!(count("page"), slides(&written));
        assert_eq!(count("notes"), slides(&written));
        let with = |mark: &str| {
            written
                .iter()
                .filter(|(name, part)| {
                    name.starts_with("ppt/slides/slide") && String::from_utf8_lossy(part).contains(mark)
                })
                .count()
        };
        assert_eq!(count("table"), with("<a:tbl>"));
        let charts = opened.keys().filter(|name| name.starts_with("Object ") && name.ends_with("/content.xml")).count();
        assert_eq!(charts, with("<c:chart "));
    }
}

#[test]
fn slides_and_the_short_report_are_made_where_asked_for_and_kept_up_to_date() {
    let out = tempfile::tempdir().unwrap();
    let quick = ["--trials", "256", "--seed", "1", "--out"];
    delight().arg("run").arg(hotel_file()).args(["--quiet"]).args(quick).arg(out.path()).assert().success();
    let made = || std::fs::read(out.path().join("deck.pptx")).ok();
    assert_eq!(made(), None, "slides are made where they are asked for");
    delight().arg("deck").arg(out.path()).assert().success();
    let of_results = made().unwrap();
    delight().arg("report").arg(out.path()).args(["--lang", "nl"]).assert().success();
    assert!(made().unwrap() != of_results, "a report in Dutch beside slides in English");
    delight().arg("report").arg(out.path()).assert().success();
    assert!(made().unwrap() == of_results);
    let other = tempfile::tempdir().unwrap();
    delight().arg("deck").arg(hotel_file()).args(quick).arg(other.path()).assert().success();
    assert!(std::fs::read(other.path().join("deck.pptx")).unwrap() == of_results);
    let short = |folder: &Path| std::fs::read_to_string(folder.join("short.html")).ok();
    assert_eq!(short(out.path()), None, "the short report is written where it is asked for");
    delight().arg("report").arg(out.path()).arg("--short").assert().success();
    let english = short(out.path()).unwrap();
    delight().arg("report").arg(out.path()).args(["--lang", "nl"]).assert().success();
    assert_ne!(short(out.path()).unwrap(), english);
    delight()
        .arg("run")
        .arg(hotel_file())
        .args(["--quiet", "--short"])
        .args(quick)
        .arg(other.path())
        .assert()
        .success();
    assert_eq!(short(other.path()).unwrap(), english);
    let folder = tempfile::tempdir().unwrap();
    let refused = said(&delight().arg("deck").arg(folder.path()).assert().code(2));
    assert!(refused.contains("scenario"), "{refused}");
}
