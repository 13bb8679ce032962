//! The session of the live part: what a page asks of it is what the command line says of the same case.

use crate::support::{SHIPPED, file, scenario_files};
use delight_case::scenario::{Case, Scenario, presets};
use delight_case::simulate::{Control, Settings};
use delight_case::studies::findings::document;
use delight_case::studies::run::{Findings, run};
use delight_case::studies::seam;
use delight_case::web::{CONTRACT, Session};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A session, as a page speaks to it.
#[derive(Default)]
struct Page(Session);

impl Page {
    fn ask(&mut self, question: Value) -> Value {
        serde_json::from_str(&self.0.ask(&question.to_string())).unwrap()
    }

    /// An answer that is no error.
    fn get(&mut self, question: Value) -> Value {
        let answer = self.ask(question.clone());
        assert!(answer.get("error").is_none(), "{question}: {answer}");
        answer
    }

    fn refused(&mut self, question: Value) -> Value {
        let answer = self.ask(question.clone());
        assert!(answer.get("error").is_some(), "{question}: {answer}");
        answer["error"].clone()
    }

    /// The digest of a run of these trials with this set.
    fn digest(&mut self, set: Value, trials: u64) -> String {
        self.get(json!({"ask": "start", "set": set, "trials": trials}));
        self.get(json!({"ask": "look", "until": trials}))["digest"].as_str().unwrap().to_owned()
    }
}

fn of_text(text: &str) -> Page {
    let mut page = Page::default();
    page.get(json!({"ask": "open", "files": {"case.toml": text}, "main": "case.toml", "lang": "en"}));
    page
}

const HOTEL: &str = "[case]\nname = \"Hotel\"\npreset = \"hotel\"\nmonths = 24\n";
const GATED: &str = "[programme.gate]\nmonth = 6\nmetric = \"connected\"\nat_least = 0.01\n";

/// What a run finds, without what needs runs of its own.
fn bare(found: Findings) -> Findings {
    Findings {
        lenses: None,
        drivers: None,
        cost_range: None,
        acceptability: None,
        by_year: None,
        by_month: None,
        longer: Vec::new(),
        outcomes: Vec::new(),
        balance: None,
        ..found
    }
}

#[test]
fn chunks_of_any_size_give_the_findings_of_one_run() {
    let case = Case::from_text("case.toml", HOTEL).unwrap();
    // Below, at and beyond the trials that are kept before they are counted.
    for (trials, steps) in [(600, 512), (600, 7), (4096, 1000), (5000, 512), (5000, 3333), (9000, 5000)] {
        let settings = Settings { seed: 7, trials, ..Settings::default() };
        let whole = document(&bare(run(&case, &settings, &Control::default()).unwrap()));
        let mut page = of_text(HOTEL);
        page.get(json!({"ask": "start", "trials": trials, "seed": 7}));
        for until in (0..trials).step_by(steps).skip(1).chain([trials]) {
            page.get(json!({"ask": "draw", "until": until}));
        }
        let found = page.get(json!({"ask": "findings"}));
        assert_eq!(found["text"], whole, "{trials} trials in steps of {steps}");
    }
}

#[test]
fn changes_give_the_digest_of_a_run_of_the_written_file() {
    let mut page = of_text(&format!("{HOTEL}{GATED}"));
    let sets = [
        json!({}),
        json!({"effects.causal_share": 0.3, "customers.annual_churn": "30% to 35%"}),
        json!({"programme.delivery": "full", "gate": "off"}),
        json!({"mix.customers.mix.connected": 0.2, "finance.discount_rate": 0.06}),
        json!({"programme.intensity": 0.5, "programme.gate.month": 12}),
    ];
    let mut digests = Vec::new();
    for set in sets {
        let digest = page.digest(set.clone(), 300);
        let written = page.get(json!({"ask": "file"}));
        let text = written["text"].as_str().unwrap();
        assert!(text.contains(&digest) && written["name"] == "case.changes.toml", "{text}");
        let files = json!({"case.toml": format!("{HOTEL}{GATED}"), "case.changes.toml": text});
        let case = json!({"main": "case.changes.toml", "files": files}).to_string();
        let found = seam::run(&case, "{\"trials\": 300}", &Control::default()).unwrap();
        let found: Value = serde_json::from_str(&found).unwrap();
        assert_eq!(found["digest"], digest, "{set}");
        assert_eq!(found["case"]["name"], "Hotel");
        digests.push(digest);
    }
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 5, "each set makes another case");
}

#[test]
fn a_file_of_changes_gives_back_the_run_that_wrote_it() {
    let mut page = of_text(HOTEL);
    let digest = page.digest(json!({"effects.causal_share": 0.3}), 300);
    let text = page.get(json!({"ask": "file"}))["text"].clone();
    page.digest(json!({}), 300);
    page.get(json!({"ask": "start", "changes": text, "trials": 300}));
    assert_eq!(page.get(json!({"ask": "look", "until": 300}))["digest"], digest);
}

#[test]
fn wrong_changes_are_said_with_place_and_rule_and_leave_the_session_usable() {
    let mut page = of_text(HOTEL);
    let digest = page.digest(json!({}), 300);
    let error = page.refused(json!({"ask": "start", "set": {"effects.causal_share": 1.5}}));
    let wrong = &error["diagnostics"][0];
    assert_eq!(error["kind"], "changes");
    assert_eq!(
        (&wrong["file"], &wrong["line"], &wrong["key"], &wrong["rule"], &wrong["line_text"]),
        (
            &json!("your changes"),
            &json!(3),
            &json!("effects.causal_share"),
            &json!("must be from 0 to 1"),
            &json!("effects.causal_share = 1.5")
        )
    );
    for (set, message) in [
        (json!({"customers.cuont": 5}), "did you mean"),
        (json!({"customers.count": "5\nmonths = 3"}), "customers.count"),
        (json!({"customers.count": [5]}), "takes a number or a text"),
        (json!({"gate": "off"}), "no gate"),
        (json!({"rank.customers.count": 0.5}), "nothing that can be set"),
        (json!({"mix.customers.mix.connected": 1.2}), "a share from 0 to 1"),
        (json!({"mix.customers.mix.connected": 0.7, "mix.customers.mix.satisfied": 0.7}), "leave room"),
        (json!({"programme.costs.training": 5}), "cost against plan"),
        (json!({"base": "other.toml"}), ""),
    ] {
        let error = page.refused(json!({"ask": "start", "set": set}));
        assert!(error["message"].as_str().unwrap().contains(message), "{set}: {error}");
    }
    let error = page.refused(json!({"ask": "start", "changes": "base = \"case.toml\"\nx = \n"}));
    assert_eq!((&error["kind"], &error["diagnostics"][0]["line"]), (&json!("changes"), &json!(2)));
    page.refused(json!({"ask": "start", "trials": 0}));
    page.refused(json!({"ask": "open", "files": {"x.toml": "[case]\nmonths = 3\n"}, "main": "x.toml"}));
    page.refused(json!({"ask": "start", "trials": 300, "trails": 5}));
    page.refused(json!({"ask": "what"}));
    page.refused(json!([]));
    assert_eq!(page.get(json!({"ask": "look"}))["digest"], digest, "the run before them stands");
    assert_eq!(page.digest(json!({}), 300), digest);
}

#[test]
fn a_wrong_file_is_said_in_the_language_of_its_reader() {
    let mut page = of_text(HOTEL);
    page.get(json!({"ask": "open", "files": {"case.toml": HOTEL}, "main": "case.toml", "lang": "nl"}));
    let error = page.refused(json!({"ask": "start", "set": {"effects.causal_share": 1.5}}));
    assert_eq!(error["diagnostics"][0]["file"], "uw wijzigingen");
    assert!(error["message"].as_str().unwrap().contains("moet van 0 tot en met 1 zijn"), "{error}");
    let comma = page.digest(json!({"customers.annual_churn": "30,5% tot 35%"}), 300);
    assert_eq!(comma, page.digest(json!({"customers.annual_churn": "30.5% to 35%"}), 300));
}

#[test]
fn a_link_is_what_was_set_and_only_what_is_right_of_it_is_used() {
    let mut page = of_text(HOTEL);
    let set =
        json!({"effects.causal_share": 0.3, "programme.delivery": "full", "customers.annual_churn": "30% to 35%"});
    let started = page.get(json!({"ask": "start", "set": set, "trials": 300}));
    let link = started["link"].as_str().unwrap();
    let read = page.get(json!({"ask": "link", "fragment": format!("#{link}")}));
    assert_eq!((&read["set"], &read["wrong"]), (&set, &json!([])));
    let read =
        page.get(json!({"ask": "link", "fragment": format!("{link}&customers.cuont=5&finance.discount_rate=9")}));
    assert_eq!((&read["set"], read["wrong"].as_array().unwrap().len()), (&set, 2), "{read}");
    let other = page.get(json!({"ask": "link", "fragment": "case=0&effects.causal_share=0.3"}));
    assert_eq!((&other["set"], other["wrong"].as_array().unwrap().len()), (&json!({}), 1));
}

#[test]
fn every_slider_can_be_moved_to_both_ends_of_its_track() {
    let mut page = Page::default();
    let opened =
        page.get(json!({"ask": "open", "files": {"case.toml": format!("{HOTEL}{GATED}")}, "main": "case.toml"}));
    let sliders = opened["sliders"].as_array().unwrap();
    assert!(sliders.len() > 100, "{}", sliders.len());
    assert!(sliders.iter().any(|slider| slider["kind"] == "rank"));
    for slider in sliders {
        let id = slider["id"].as_str().unwrap();
        let values: Vec<Value> = match slider["kind"].as_str().unwrap() {
            "choice" => slider["choices"].as_array().unwrap().iter().map(|choice| choice["value"].clone()).collect(),
            _ => {
                let stops = slider["stops"].as_array().unwrap();
                let numbers: Vec<f64> = stops.iter().map(|x| x.as_f64().unwrap()).collect();
                assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{id}: {numbers:?}");
                vec![stops[0].clone(), stops[stops.len() - 1].clone()]
            }
        };
        let label = slider["label"].as_str().unwrap();
        assert!(!label.is_empty() && values.len() > 1, "{slider}");
        for value in values {
            // An end of the track of one input may not go with the others as written: then the rule is said.
            let answer = page.ask(json!({"ask": "start", "set": {id: value}, "trials": 1}));
            match answer.get("error") {
                None => assert_eq!(answer["set"].as_array().unwrap().len(), 1),
                Some(error) => assert!(!error["diagnostics"].as_array().unwrap().is_empty(), "{id}: {error}"),
            }
        }
    }
}

#[test]
fn the_first_sliders_are_the_levers_and_then_what_drives_the_value() {
    let mut page = Page::default();
    let text = format!("{HOTEL}{GATED}");
    let open = json!({"ask": "open", "files": {"case.toml": text}, "main": "case.toml"});
    let opened = page.get(open.clone());
    let levers =
        ["programme.intensity", "programme.cost_overrun", "finance.discount_rate", "programme.delivery", "gate"];
    assert_eq!(opened["first"], json!(levers));
    let shares = page.get(json!({"ask": "shares", "trials": 512}));
    let first = shares["first"].as_array().unwrap();
    assert_eq!((first.len(), &first[..5]), (8, &json!(levers).as_array().unwrap()[..]), "{first:?}");
    let id = shares["shares"][0]["id"].as_str().unwrap();
    let slider = opened["sliders"].as_array().unwrap().iter().find(|slider| slider["id"] == id).unwrap();
    let given = json!({"shares": [{"paths": slider["paths"], "share": 0.4}], "moves": []});
    let mut open = open;
    open["given"] = given;
    let again = page.get(open);
    assert_eq!((&again["first"][5], &again["moves"]), (&json!(id), &json!([])));
}

#[test]
fn inputs_that_go_together_are_set_to_one_rank_of_what_each_believes() {
    let mut page = Page::default();
    let opened = page.get(json!({"ask": "open", "files": {"case.toml": HOTEL}, "main": "case.toml"}));
    let sliders = opened["sliders"].as_array().unwrap();
    let rank = sliders.iter().find(|slider| slider["kind"] == "rank").unwrap();
    let started = page.get(json!({"ask": "start", "set": {rank["id"].as_str().unwrap(): 0.9}, "trials": 1}));
    let paths = rank["paths"].as_array().unwrap();
    assert!(paths.len() > 1);
    for path in paths.iter().map(|path| path.as_str().unwrap()) {
        let single = sliders.iter().find(|slider| slider["id"] == path).unwrap();
        let line =
            started["changes"].as_str().unwrap().lines().find_map(|line| line.strip_prefix(&format!("{path} = ")));
        let (written, p90): (f64, f64) = (line.unwrap().parse().unwrap(), single["p90"].as_f64().unwrap());
        // Four significant digits are kept.
        assert!((written / p90 - 1.0).abs() <= 5e-4, "{path}: {written} is not {p90}");
    }
}

#[test]
fn a_kept_run_is_held_against_others_on_the_same_trials() {
    let mut page = of_text(HOTEL);
    page.digest(json!({}), 400);
    page.get(json!({"ask": "keep", "name": "A"}));
    page.digest(json!({}), 400);
    let same = page.get(json!({"ask": "against"}));
    assert_eq!((&same["against"][0]["better"], &same["against"][0]["mean"]), (&json!(0.0), &json!(0.0)));
    // Without its costs a programme is worth more in every trial.
    page.digest(json!({"programme.cost_overrun": 0}), 300);
    let kept = page.get(json!({"ask": "keep", "name": "B"}));
    let against = &kept["against"][0];
    assert_eq!((&kept["kept"], &against["name"], &against["trials"]), (&json!("B"), &json!("A"), &json!(300)));
    assert_eq!((&against["better"], &against["better_text"]), (&json!(1.0), &json!("100%")));
    assert!(against["mean"].as_f64().unwrap() > 0.0 && against["error"].as_f64().unwrap() > 0.0);
    page.get(json!({"ask": "drop", "name": "A"}));
    assert_eq!(page.get(json!({"ask": "keep", "name": "B"}))["against"], json!([]));
    (0..7).for_each(|k| _ = page.get(json!({"ask": "keep", "name": k.to_string()})));
    page.refused(json!({"ask": "keep", "name": "one too many"}));
}

#[test]
fn a_gate_that_is_off_is_worth_what_the_case_without_one_is() {
    let without = of_text(HOTEL).digest(json!({}), 300);
    assert_eq!(of_text(&format!("{HOTEL}{GATED}")).digest(json!({"gate": "off"}), 300), without);
    assert_ne!(of_text(&format!("{HOTEL}{GATED}")).digest(json!({"gate": "on"}), 300), without);
}

#[test]
fn what_a_page_shows_is_what_the_findings_say() {
    let mut page = of_text(HOTEL);
    page.refused(json!({"ask": "look"}));
    page.get(json!({"ask": "start", "trials": 600}));
    page.refused(json!({"ask": "look"}));
    let half = page.get(json!({"ask": "look", "until": 300}));
    assert_eq!(
        (&half["trials"], &half["done"], &half["progress"]),
        (&json!(300), &json!(false), &json!("300 of 600 trials"))
    );
    page.refused(json!({"ask": "file"}));
    let whole = page.get(json!({"ask": "look", "until": 9999}));
    assert_eq!((&whole["trials"], &whole["done"]), (&json!(600), &json!(true)));
    let found: Value = serde_json::from_str(page.get(json!({"ask": "findings"}))["text"].as_str().unwrap()).unwrap();
    let value = |key: &str| whole["values"].as_array().unwrap().iter().find(|v| v["key"] == key).unwrap().clone();
    assert_eq!(value("npv")["value"], found["npv"]["p50"]["value"]);
    assert_eq!(value("npv_mean")["error"], found["npv"]["mean"]["standard_error"]);
    assert_eq!(value("loss")["value"], found["loss_probability"]["value"]);
    assert_eq!(whole["digest"], found["digest"]);
    assert!(whole["answer"][0].as_str().unwrap().starts_with("Over 24 months"), "{}", whole["answer"]);
    assert!(whole["chain"].as_array().unwrap().iter().any(|row| row["key"] == "connected"));
}

#[test]
fn every_sector_opens_with_a_commented_scenario_and_the_numbers_that_matter_most() {
    let mut page = Page::default();
    let hello = page.get(json!({"ask": "hello"}));
    assert_eq!((&hello["contract"], &hello["version"]), (&json!(CONTRACT), &json!(env!("CARGO_PKG_VERSION"))));
    let mut listed = |lang| page.get(json!({"ask": "presets", "lang": lang}))["presets"].as_array().unwrap().clone();
    let (english, dutch) = (listed("en"), listed("nl"));
    assert_eq!((english.len(), dutch.len()), (presets::names().len(), presets::names().len()));
    assert_eq!(dutch[0], json!({"preset": "hotel", "label": "Hotelgroep"}));
    for entry in &english {
        let preset = entry["preset"].as_str().unwrap();
        let opened = page.get(json!({"ask": "open", "preset": preset, "lang": "en"}));
        assert_eq!(opened["name"], entry["label"]);
        let scenario = page.get(json!({"ask": "scenario"}));
        let read = Scenario::from_text("x.toml", scenario["text"].as_str().unwrap()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(read.preset(), Some(preset));
        let numbers = opened["numbers"].as_array().unwrap();
        assert!((11..=12).contains(&numbers.len()), "{preset}: {numbers:?}");
        assert_eq!(numbers[0], "customers.count", "{preset}");
    }
}

#[test]
fn the_commented_scenario_of_a_sector_with_what_is_set_gives_the_digest_shown() {
    let mut page = Page::default();
    for preset in ["hotel", "municipality"] {
        page.get(json!({"ask": "open", "preset": preset, "lang": "nl"}));
        let set = json!({
            "customers.count": 90000, "effects.causal_share": "30% to 40%", "mix.customers.mix.connected": 0.2,
            "programme.gate.month": 12, "programme.gate.metric": "connected", "programme.gate.at_least": 0.005,
            "case.months": 24,
        });
        let digest = page.digest(set, 300);
        let written = page.get(json!({"ask": "scenario"}));
        let text = written["text"].as_str().unwrap();
        assert!(text.contains("\ncount = 90000") && text.lines().count() > 200, "{text}");
        let case = json!({"main": "x.toml", "files": {"x.toml": text}}).to_string();
        let found = seam::run(&case, "{\"trials\": 300}", &Control::default()).unwrap();
        let found: Value = serde_json::from_str(&found).unwrap();
        assert_eq!(found["digest"], digest, "{preset}");
    }
}

#[test]
fn every_shipped_scenario_opens_and_draws() {
    let files: BTreeMap<String, String> = std::fs::read_dir(file("scenarios"))
        .unwrap()
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            let ending = path.extension()?.to_str()?.to_owned();
            let name = path.file_name()?.to_str()?.to_owned();
            ["toml", "csv"].contains(&ending.as_str()).then(|| (name, std::fs::read_to_string(&path).unwrap()))
        })
        .collect();
    for path in scenario_files(&[SHIPPED]) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut page = Page::default();
        let opened = page.get(json!({"ask": "open", "files": files, "main": name}));
        page.get(json!({"ask": "start", "trials": 64}));
        let seen = page.get(json!({"ask": "look", "until": 64, "figures": opened["figures"], "width": 640}));
        for figure in opened["figures"].as_array().unwrap() {
            assert!(seen["figures"].get(figure.as_str().unwrap()).is_some(), "{name}: {figure}");
        }
    }
}

/// The range of the axis of a figure, and whether it is the one that was held.
fn axis_of(look: &Value, figure: &str) -> ([f64; 2], bool) {
    let end = |at: usize| look["hold"]["axes"][figure]["range"][at].as_f64().unwrap();
    ([end(0), end(1)], look["figures"][figure]["held"].as_bool().unwrap())
}

#[test]
fn held_axes_stand_while_they_show_the_values_and_reach_further_where_they_do_not() {
    let mut page = of_text(HOTEL);
    let figures = ["bridge", "cash", "npv"];
    let mut drawn = |set: Value, hold: &Value| {
        page.get(json!({"ask": "start", "set": set, "trials": 512}));
        page.get(json!({"ask": "look", "until": 512, "figures": figures, "width": 640, "hold": hold}))
    };
    let mut written = drawn(json!({}), &Value::Null);
    // The page leaves room around what is written.
    for axis in written["hold"]["axes"].as_object_mut().unwrap().values_mut() {
        let [low, high] = [0, 1].map(|end| axis["range"][end].as_f64().unwrap());
        axis["range"] = json!([low - 0.2 * (high - low), high + 0.2 * (high - low)]);
    }
    let edges: Vec<f64> = written["hold"]["edges"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
    let width = edges[1] - edges[0];
    let bins = edges.len() as i32;
    written["hold"]["edges"] = json!((-4..bins + 4).map(|bin| edges[0] + width * f64::from(bin)).collect::<Vec<f64>>());
    let hold = &written["hold"];
    let near = drawn(json!({"programme.cost_overrun": 0.99}), hold);
    let far = drawn(json!({"programme.cost_overrun": 5}), hold);
    for figure in figures {
        assert_eq!(axis_of(&near, figure), (axis_of(&written, figure).0, true), "{figure}");
        assert!(!axis_of(&far, figure).1, "{figure}");
    }
    let cost =
        far["values"].as_array().unwrap().iter().find(|v| v["key"] == "cost").unwrap()["value"].as_f64().unwrap();
    assert!(axis_of(&far, "bridge").0[0] <= -cost, "{cost}: {:?}", axis_of(&far, "bridge"));
    let edges: Vec<f64> = far["hold"]["edges"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
    let median = far["values"][0]["value"].as_f64().unwrap();
    assert!(edges[0] < median && median < edges[edges.len() - 1], "{median}");
}

#[test]
fn an_answer_says_where_a_text_puts_an_input_and_how_the_others_of_a_mix_make_room() {
    let mut page = of_text(HOTEL);
    let set = json!({"customers.annual_churn": "30% to 40%", "mix.customers.mix.connected": 0.4,
        "finance.discount_rate": "12%"});
    let told = page.get(json!({"ask": "start", "set": set}));
    let one = |id: &str| told["set"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    let median = one("customers.annual_churn")["value"].as_f64().unwrap();
    assert!((0.3..0.4).contains(&median) && one("customers.annual_churn")["known"] == false);
    assert_eq!(
        (&one("finance.discount_rate")["value"], &one("finance.discount_rate")["known"]),
        (&json!(0.12), &json!(true))
    );
    let mix = told["mix"].as_object().unwrap();
    assert_eq!(mix["mix.customers.mix.connected"], 0.4);
    assert!(mix.len() > 2 && (mix.values().map(|x| x.as_f64().unwrap()).sum::<f64>() - 1.0).abs() < 1e-9, "{mix:?}");
}

#[test]
fn what_makes_it_pay_is_looked_for_in_the_case_as_it_is_set() {
    let mut page = of_text(HOTEL);
    let refused = page.refused(json!({"ask": "moves", "trials": 512, "set": {"customers.count": -3}}));
    assert_eq!(refused["kind"], "changes");
    let opened = page.get(json!({"ask": "open", "files": {"case.toml": HOTEL}, "main": "case.toml"}));
    let rank =
        opened["sliders"].as_array().unwrap().iter().find(|slider| slider["kind"] == "rank").unwrap()["id"].clone();
    let rank = rank.as_str().unwrap();
    let [number, text] = [json!(0.8), json!("P80")].map(|value| page.digest(json!({rank: value}), 128));
    assert_eq!(number, text);
}
