//! The documents of a case: complete, well formed, self-contained, safe, in both languages.

use crate::support::{SHIPPED, assert_kept, file, hotel_file, payments_text, scenario, scenario_files};
use delight_case::report::documents::html::{html, short_html};
use delight_case::report::documents::memo::memo;
use delight_case::report::documents::results::Results;
use delight_case::report::page::figure::Named;
use delight_case::report::page::study::Study;
use delight_case::report::pages::run::figures::Hold;
use delight_case::report::plot::{AxisRange, Caption, Course, Courses, Figure, Format, Mark, Scene, Size, Theme};
use delight_case::report::words::Words;
use delight_case::report::{page::json, pages::run::figures};
use delight_case::sampling::Sampling;
use delight_case::scenario::Case;
use delight_case::scenario::Language;
use delight_case::simulate::{Control, Engine, Settings};
use delight_case::studies::run::{Histogram, findings, run};
use delight_case::studies::voi::voi;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const EN: Words = Words::new(Language::English);

const HOSTILE: &str = "<script>alert(1)</script> & \"Söhne\" | `x` ]]> </style>";

const FLOWS: &str = "[case]\nname = \"Booking system\"\nkind = \"cash-flow\"\nmonths = 36\n[finance]\ndiscount_rate = 0.09\n\
    tax_rate = 0.258\ndepreciation_years = 5\n[[flows]]\nname = \"system\"\namount = \"-900k to -650k\"\nper = \"once\"\n\
    capital = true\n[[flows]]\nname = \"savings\"\namount = \"pert(8k, 18k, 30k)\"\nper = \"month\"\nfrom = 7\n";

fn results_of(case: &Case) -> Results {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    Results::new(run(case, &settings, &Control::default()).unwrap(), case.scenario())
}

fn of_file(file: &Path) -> Results {
    results_of(&Case::load(file, None).unwrap_or_else(|e| panic!("{e}")))
}

/// The example.
static HOTEL: LazyLock<Results> = LazyLock::new(|| {
    let mut results = of_file(&hotel_file());
    results.findings.case.file = Some("scenarios/hotel.toml".into());
    results
});

/// Every shipped scenario.
static ALL: LazyLock<Vec<(PathBuf, Results)>> =
    LazyLock::new(|| scenario_files(&[SHIPPED]).into_iter().map(|file| (file.clone(), of_file(&file))).collect());

fn of_text(text: &str) -> Results {
    results_of(&Case::from_text("case.toml", text).unwrap_or_else(|e| panic!("{e}")))
}

fn hostile() -> Results {
    let name = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let cost = format!("[[programme.costs]]\nname = \"{name}\"\namount = 1000\nper = \"month\"\n");
    let source = format!("[customers]\nannual_churn = {{ value = 0.2, source = \"{name}\", note = \"{name}\" }}\n");
    let mut results = of_text(&format!("[case]\nname = \"{name}\"\npreset = \"hotel\"\n{source}{cost}"));
    results.findings.case.file = Some(format!("{HOSTILE}.toml"));
    results
}

fn written(results: &Results, words: Words) -> String {
    html(results, words).unwrap()
}

/// The page as XML: HTML leaves elements that hold nothing unclosed.
fn as_xml(page: &str) -> String {
    let mut xml = page.strip_prefix("<!DOCTYPE html>").expect("a page begins with its kind").to_owned();
    for void in ["<meta ", "<br"] {
        let parts: Vec<String> = xml.split(void).map(str::to_owned).collect();
        let closed = parts.iter().skip(1).map(|part| part.replacen('>', "/>", 1));
        xml = std::iter::once(parts[0].clone()).chain(closed).collect::<Vec<_>>().join(void);
    }
    xml
}

fn sections(page: &str) -> Vec<String> {
    let xml = as_xml(page);
    let document = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{e}"));
    let sections = document.descendants().filter(|node| node.has_tag_name("section"));
    sections.map(|node| node.attribute("id").unwrap().to_owned()).collect()
}

#[test]
fn a_board_reads_the_sections_in_order() {
    let all = [
        "proposal",
        "answer",
        "key-figures",
        "return",
        "years",
        "cash",
        "value",
        "bridge",
        "chain",
        "lenses",
        "outcomes",
        "conditions",
        "uncertainty",
        "assumptions",
        "caveats",
        "provenance",
    ];
    for language in Language::ALL {
        assert_eq!(sections(&written(&HOTEL, Words::new(language))), all, "{language:?}");
    }
}

#[test]
fn the_contents_lead_to_every_section_whose_heading_is_seen() {
    for results in [&*HOTEL, &of_text(FLOWS), &hostile()] {
        let page = written(results, Words::new(Language::Dutch));
        let (_, contents) = page.split_once("<nav class=\"contents\"").expect("a list of contents");
        let (contents, _) = contents.split_once("</nav>").unwrap();
        let links: Vec<&str> =
            contents.split("<a href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let seen: Vec<String> = sections(&page).into_iter().filter(|id| id != "answer" && id != "proposal").collect();
        assert_eq!(links, seen);
    }
}

#[test]
fn the_short_report_has_the_chapters_of_a_decision_and_is_told_without_standard_errors() {
    for (results, name) in [(&*HOTEL, "Zeewind"), (&of_text(FLOWS), "Booking system"), (&hostile(), "&lt;script&gt;")] {
        for language in Language::ALL {
            let page = short_html(results, Words::new(language)).unwrap();
            assert_eq!(sections(&page), ["proposal", "answer", "years", "conditions", "check"], "{language:?}");
            assert!(page.contains(name) && page.contains(&format!("<html lang=\"{}\"", language.code())));
            assert!(!page.contains(" ± ") && !page.contains("± "), "a figure for a decision has no standard error");
            assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh"));
            let again = short_html(results, Words::new(language)).unwrap();
            assert!(page == again, "the same results give the same bytes");
        }
    }
    let town = short_html(&of_file(&file("scenarios/municipality.toml")), EN).unwrap();
    assert!(town.contains("Cost per extra connected customer") && !town.contains("ROI"));
}

#[test]
fn a_project_without_a_chain_has_no_sections_of_one() {
    let found = sections(&written(&of_text(FLOWS), EN));
    let without = [
        "proposal",
        "answer",
        "key-figures",
        "return",
        "years",
        "cash",
        "value",
        "bridge",
        "conditions",
        "uncertainty",
    ];
    assert_eq!(found, [&without[..], &["assumptions", "caveats", "provenance"]].concat());
}

#[test]
fn where_no_revenue_depends_on_delight_the_report_speaks_of_the_cost_of_an_effect() {
    let results = of_file(&file("scenarios/municipality.toml"));
    let page = written(&results, EN);
    assert!(page.contains("Cost per extra connected customer") && page.contains("each of them costs"));
    assert!(!page.contains("Return on investment"), "a public organisation earns no return");
    assert!(!memo(&results, EN).contains("ROI"));
}

#[test]
fn every_report_is_well_formed_with_headings_in_order_names_once_and_figures_told() {
    for results in [&*HOTEL, &of_text(FLOWS), &hostile()] {
        for language in Language::ALL {
            let xml = as_xml(&written(results, Words::new(language)));
            let document = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(document.root_element().attribute("lang"), Some(language.code()));
            let mut ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "an id stands twice");
            let level = |node: roxmltree::Node| ["h1", "h2", "h3"].iter().position(|tag| node.has_tag_name(*tag));
            let levels: Vec<usize> = document.descendants().filter_map(level).collect();
            assert_eq!(levels.iter().filter(|l| **l == 0).count(), 1);
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
            let figures = document.descendants().filter(|node| node.attribute("role") == Some("img"));
            assert!(figures.clone().count() >= 4, "return, cash, value and bridge");
            for figure in figures {
                for tag in ["title", "desc"] {
                    let told = figure
                        .children()
                        .any(|n| n.tag_name().name() == tag && n.text().is_some_and(|t| !t.is_empty()));
                    assert!(told, "a figure without {tag}");
                }
            }
            let mut heads = document.descendants().filter(|node| node.has_tag_name("th")).peekable();
            assert!(heads.peek().is_some() && heads.all(|head| head.attribute("scope").is_some()));
        }
    }
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    for results in [&*HOTEL, &hostile()] {
        let page = written(results, EN);
        let xml = as_xml(&page);
        let document = roxmltree::Document::parse(&xml).unwrap();
        let tags: Vec<_> = document.descendants().map(|node| node.tag_name().name().to_owned()).collect();
        for tag in ["script", "link", "iframe", "object", "embed", "img", "image", "use", "base", "form"] {
            assert!(!tags.iter().any(|t| t == tag), "{tag}");
        }
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            let (name, value) = (attribute.name(), attribute.value());
            let within = name == "href" && value.starts_with('#');
            let leaves = ["href", "src", "srcset", "action"].contains(&name) && !within;
            assert!(!name.starts_with("on") && !leaves, "{name}=\"{value}\"");
            assert!(!value.contains("url("), "{value}");
        }
        let css = document.descendants().find(|node| node.has_tag_name("style")).and_then(|n| n.text()).unwrap();
        assert!(!css.contains("@import") && !css.contains("http"), "the style sheet fetches something");
        let fonts = ["data:font/otf;base64,", "data:font/ttf;base64,"];
        assert!(css.split("url(").skip(1).all(|rest| fonts.iter().any(|font| rest.starts_with(font))));
        let policy =
            document.descendants().find(|node| node.attribute("http-equiv") == Some("Content-Security-Policy"));
        let rules: Vec<&str> = policy.and_then(|node| node.attribute("content")).unwrap().split("; ").collect();
        let allowed = ["style-src 'unsafe-inline'", "font-src data:", "img-src data:"];
        assert!(rules.contains(&"default-src 'none'"));
        assert!(rules.iter().all(|rule| rule.ends_with("'none'") || allowed.contains(rule)), "{rules:?}");
    }
}

#[test]
fn what_a_scenario_says_is_shown_as_it_is_written_and_never_taken_for_markup() {
    let results = hostile();
    let page = written(&results, EN);
    assert!(!page.contains("<script"));
    let xml = as_xml(&page);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let heading = document.descendants().find(|node| node.has_tag_name("h1")).and_then(|node| node.text());
    assert_eq!(heading, Some(HOSTILE));
    assert!(!memo(&results, EN).lines().any(|line| line.contains("<script>") && !line.contains('`')));
}

/// The names of the rows of every table, in order.
fn rows_of(page: &str) -> Vec<String> {
    let xml = as_xml(page);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let rows = document.descendants().filter(|node| node.attribute("scope") == Some("row"));
    rows.map(|node| node.text().unwrap_or_default().trim().trim_start_matches('\u{2003}').to_owned()).collect()
}

#[test]
fn a_net_promoter_score_is_never_shown_without_its_three_shares() {
    for language in Language::ALL {
        let words = Words::new(language);
        let [nps, shares @ ..] = ["nps", "promoters", "passives", "detractors"].map(|key| words.say_of("kpi", key));
        let rows = rows_of(&written(&HOTEL, words));
        let places: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| **row == nps).map(|(i, _)| i).collect();
        // The first are the indicators of the chain; among what would have to be true each outcome stands by itself.
        assert!(!places.is_empty());
        assert_eq!(rows[places[0] + 1..places[0] + 4], shares);
        let memo = memo(&HOTEL, words);
        let chain = memo.split(&words.say("chain-title")).nth(1).expect("the indicators of the chain");
        let lines: Vec<&str> =
            chain.lines().skip_while(|line| !line.starts_with(&format!("| {nps} "))).take(4).collect();
        assert!(
            lines.len() == 4 && lines.iter().skip(1).zip(&shares).all(|(line, share)| line.contains(share.as_str())),
            "{lines:?}"
        );
        let chain = figures::of_case(&HOTEL.findings, &HOTEL.assumptions, words)
            .into_iter()
            .find(|named| named.name == "chain")
            .unwrap();
        let scene = chain.figure.scene(Size::STANDARD, &Theme::light()).unwrap();
        let texts: Vec<_> = scene.texts().map(|text| text.content.clone()).collect();
        assert!(shares.iter().chain([&nps]).all(|name| texts.contains(name)), "{texts:?}");
    }
}

#[test]
fn saved_results_give_the_same_documents() {
    for results in [&*HOTEL, &of_text(FLOWS), &hostile()] {
        let saved = (json::summary(&results.findings), results.assumptions_json());
        let back = Results::from_saved(&saved.0, &saved.1).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((json::summary(&back.findings), back.assumptions_json()), saved);
        for language in Language::ALL {
            let words = Words::new(language);
            assert!(written(&back, words) == written(results, words), "the report differs");
            assert_eq!(memo(&back, words), memo(results, words));
        }
    }
}

#[test]
fn the_memo_reads_as_the_golden_one() {
    for language in Language::ALL {
        let kept = format!("tests/golden/hotel.memo.{}.md", language.code());
        assert_kept(&kept, &memo(&HOTEL, Words::new(language)), "documents");
    }
}

#[test]
fn no_label_of_a_shipped_scenario_is_cut_off_by_the_edge_or_covers_another() {
    let sizes = [Size::STANDARD, Size { width: 760, height: 400 }, Size { width: 400, height: 380 }];
    let themes = [Theme::light(), Theme::light().in_page(), Theme::light().in_page()];
    let mut looked_at = 0;
    for (file, results) in &*ALL {
        for words in Language::ALL.map(Words::new) {
            for named in figures::of_case(&results.findings, &results.assumptions, words) {
                for (size, theme) in sizes.iter().zip(&themes) {
                    let scene = named.figure.scene(*size, theme).unwrap();
                    let page = (0.0, 0.0, f64::from(scene.size.width), f64::from(scene.size.height));
                    let texts: Vec<_> = scene.texts().map(|text| (text.bounds(), &text.content)).collect();
                    looked_at += texts.len();
                    for (k, (bounds, content)) in texts.iter().enumerate() {
                        let at = format!("{} {} {size:?}: {content:?}", file.display(), named.name);
                        let inside = bounds.left >= page.0 && bounds.top >= page.1 && bounds.right <= page.2;
                        assert!(inside && bounds.bottom <= page.3, "{at} is cut");
                        for (other, covered) in &texts[..k] {
                            let shared = bounds.grown(-0.5).overlap(&other.grown(-0.5));
                            assert!(shared == 0.0, "{at} covers {covered:?}");
                        }
                    }
                }
            }
        }
    }
    // Eleven scenarios, two languages, three sizes, four figures or more, each with its title and a scale.
    assert!(looked_at > 11 * 2 * 3 * 4 * 5, "only {looked_at} labels");
}

#[test]
fn every_figure_of_a_shipped_scenario_is_written_with_the_bytes_that_plotters_paints() {
    let mut compared = 0;
    for (file, results) in &*ALL {
        for words in Language::ALL.map(Words::new) {
            for Named { name, figure, .. } in figures::of_case(&results.findings, &results.assumptions, words) {
                let (size, theme) = (Size { width: 760, height: 400 }, Theme::light().in_page());
                let written = figure.scene(size, &theme).unwrap().svg(figure.caption());
                assert!(written == figure.svg(size, &theme).unwrap(), "{} {name}", file.display());
                compared += 1;
            }
        }
    }
    assert!(compared > 11 * 2 * 4, "only {compared} figures");
}

#[test]
fn figures_held_to_what_they_were_drawn_on_do_not_move_and_held_to_others_stand_there() {
    let (size, theme) = (Size { width: 760, height: 400 }, Theme::light().in_page());
    let of_hotel = figures::of_case(&HOTEL.findings, &HOTEL.assumptions, EN);
    let scenes = |all: &[Named], hold: &Hold| -> Vec<Scene> {
        all.iter().map(|named| hold.scene(named, size, &theme).unwrap()).collect()
    };
    let held = |all: &[Named], results: &Results, scenes: &[Scene]| {
        Hold::of(&results.findings, all.iter().map(|named| named.name).zip(scenes))
    };
    let free = scenes(&of_hotel, &Hold::default());
    let hotel = held(&of_hotel, &HOTEL, &free);
    assert_eq!(hotel.axes.keys().collect::<Vec<_>>(), ["bridge", "cash", "npv", "roi"]);
    assert!(scenes(&of_hotel, &hotel) == free);
    let json = serde_json::to_string(&hotel).unwrap();
    assert_eq!(serde_json::from_str::<Hold>(&json).unwrap(), hotel);

    for (file, results) in &*ALL {
        let own = figures::of_case(&results.findings, &results.assumptions, EN);
        let free = scenes(&own, &Hold::default());
        assert!(scenes(&own, &held(&own, results, &free)) == free, "{}", file.display());
        for ((named, scene), free) in own.iter().zip(scenes(&own, &hotel)).zip(&free) {
            let (Some(asked), Some(used), Some(own)) = (hotel.axes.get(named.name), scene.axis, free.axis) else {
                continue;
            };
            let covers = |axis: &AxisRange| axis.range[0] <= own.range[0] && own.range[1] <= axis.range[1];
            assert!(covers(&used), "{} {}", file.display(), named.name);
            let length = |axis: &AxisRange| axis.range[1] - axis.range[0];
            let is_read = covers(asked) && length(&own) >= 0.125 * length(asked);
            assert!(!is_read || (asked.range == used.range && used.room >= asked.room), "{}", named.name);
        }
    }
}

#[test]
fn a_histogram_stands_between_the_edges_that_are_held_if_they_are_edges() {
    let case = Case::load(&hotel_file(), None).unwrap();
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    let summary = Engine::of_run(case.scenario(), settings).unwrap().range(0..256).unwrap();
    let own = findings(case.scenario(), &settings, &summary).unwrap();
    let on = |edges: &[f64]| {
        let hold = Hold { edges: edges.to_vec(), ..Hold::default() };
        hold.on_edges(own.clone(), &summary).npv_histogram
    };
    let Histogram { edges, shares } = own.npv_histogram.clone();
    assert_eq!(on(&edges).shares, shares);
    let far = 2.0 * edges.iter().fold(0.0_f64, |far, edge| far.max(edge.abs()));
    let half = on(&[-far, 0.0, far]);
    assert_eq!((half.edges.len(), half.shares.iter().sum::<f64>()), (3, 1.0));
    assert!((half.shares[0] - own.loss_probability.value).abs() < 1e-12, "{:?}", half.shares);
    // Between these the values would be one bar.
    assert_eq!(on(&[-1e12, 0.0, 1e12]).edges, edges);
    for wrong in [&[][..], &[1.0], &[1.0, 1.0], &[2.0, 1.0], &[0.0, f64::NAN], &[0.0, f64::INFINITY]] {
        assert_eq!(on(wrong).edges, edges, "{wrong:?}");
    }
    let many: Vec<f64> = (0..5000).map(f64::from).collect();
    assert_eq!(on(&many).edges, edges);
}

/// The texts of a figure with their places.
fn texts(figure: &dyn Figure) -> Vec<(String, f64)> {
    let scene = figure.scene(Size::STANDARD, &Theme::light()).unwrap();
    let text = |mark: Mark| if let Mark::Text(text) = mark { Some((text.content, text.at.0)) } else { None };
    scene.marks.into_iter().filter_map(text).collect()
}

#[test]
fn the_arrows_between_values_of_the_chain_stand_in_one_column() {
    let all = figures::of_case(&HOTEL.findings, &HOTEL.assumptions, EN);
    let chain = all.iter().find(|named| named.name == "chain").unwrap();
    let arrows: Vec<f64> = texts(&*chain.figure).into_iter().filter(|(text, _)| text == "→").map(|(_, x)| x).collect();
    assert!(arrows.len() > 5, "{} arrows", arrows.len());
    assert!(arrows.iter().all(|x| *x == arrows[0]), "{arrows:?}");
}

#[test]
fn months_of_a_gate_have_ticks_at_whole_half_years() {
    let months: Vec<f64> = (6..=48).step_by(3).map(f64::from).collect();
    let flat = vec![1.0; months.len()];
    let course = Course { name: "NPS".into(), value: flat.clone(), low: flat.clone(), high: flat };
    let format = || Format::new(|x| format!("{x}"));
    let figure = Courses {
        caption: Caption::default(),
        x: months,
        courses: vec![course],
        x_step: Some(6.0),
        x_format: Format::new(|x| format!("month {x}")),
        format: format(),
    };
    let ticks: Vec<String> =
        texts(&figure).into_iter().map(|(text, _)| text).filter(|text| text.starts_with("month ")).collect();
    assert_eq!(ticks, [6, 12, 18, 24, 30, 36, 42, 48].map(|month| format!("month {month}")));
}

#[test]
fn where_nothing_is_worth_knowing_there_is_no_figure_of_it() {
    let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
    let figures_of = |amount: &str| {
        let sure = scenario(&payments_text("Rent", &[("rent", amount)], ""));
        voi(&[sure], settings, None, None, &Control::default()).unwrap().figures(EN).len()
    };
    assert_eq!(figures_of("1000 to 2000"), 0, "what always gains is done whatever it brings");
    assert_eq!(figures_of("-2000 to 2000"), 1, "what may lose is worth knowing");
}
