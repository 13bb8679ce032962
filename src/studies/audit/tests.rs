//! Each rule with the least that breaks it, and the same mended.

use super::*;
use crate::findings::fingerprint;
use crate::run::findings;
use delight_model::sampling::Sampling;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Engine, Settings};
use std::collections::BTreeSet;

/// A hotel on its preset, with these lines.
const HOTEL: &str = "[case]\nname = \"x\"\npreset = \"hotel\"\n";
/// Own costs that last.
const COSTS: &str = "[[programme.costs]]\nname = \"team\"\namount = \"10k to 14k\"\nper = \"month\"\n";
/// A rival project whose costs and savings both run.
const RIVAL: &str = "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0.08\n";
const SAVES: &str =
    "[[flows]]\nname = \"in\"\nper = \"month\"\namount = { value = \"100 to 140\", source = \"a quote\" }\n";
const PAYS: &str = "[[flows]]\nname = \"out\"\nper = \"month\"\namount = \"-30 to -20\"\n";

fn scenario(text: &str) -> Scenario {
    Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{text}\n{e}"))
}

fn settings() -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials: 512 }
}

fn subject<'a>(scenario: &'a Scenario, last: Option<&'a LastRun>) -> Subject<'a> {
    Subject::new(scenario, settings(), last, &Control::default()).expect("nobody cancels")
}

/// The places of a case that break a rule.
fn breaks(id: &str, text: &str) -> Vec<Place> {
    let scenario = scenario(text);
    let rule = rules().into_iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}"));
    (rule.check)(&subject(&scenario, None))
}

/// Where [`audit`] does not ask: rules whose tests follow separately, since they look at a file of results.
const APART: [&str; 2] = ["AUD70", "AUD71"];

/// Every rule with texts that break it and a text that does not; all but a word or two are alike.
fn pairs() -> Vec<(&'static str, Vec<String>, String)> {
    let hotel = |more: &str| format!("{HOTEL}{more}");
    let costs = |more: &str| format!("{HOTEL}{more}{COSTS}");
    let rival = |more: &str| format!("{RIVAL}{SAVES}{PAYS}{more}");
    let pair = |id, broken: &[String], mended: String| (id, broken.to_vec(), mended);
    let case = |key: &str| format!("[case]\nname = \"x\"\npreset = \"hotel\"\n{key}\n");
    let range = |key: &str, value: &str| format!("[effects.connection]\n{key} = {value}\n");
    vec![
        pair("AUD01", &[hotel("[programme]\ncosts = []\n"), format!("{RIVAL}{SAVES}")], hotel(COSTS)),
        pair(
            "AUD02",
            &[
                hotel(&COSTS.replace("month", "once")),
                rival("").replacen("per = \"month\"\namount = \"-30", "per = \"once\"\namount = \"-30", 1),
            ],
            hotel(COSTS),
        ),
        pair("AUD03", &[hotel(&format!("{COSTS}to = 24\n")), rival("to = 36\n")], hotel(&format!("{COSTS}to = 50\n"))),
        pair("AUD04", &[hotel("[programme]\ncost_overrun = 1\n")], hotel("[programme]\ncost_overrun = \"1 to 1.3\"\n")),
        pair("AUD05", &[hotel("")], hotel(COSTS)),
        pair("AUD06", &[hotel(&format!("{COSTS}from = 61\nto = 70\n")), rival("from = 61\nto = 70\n")], rival("")),
        pair(
            "AUD10",
            &[costs("[programme]\ndelivery = \"full\"\n"), costs("[programme]\nsuccess_probability = 1\n")],
            costs("[programme]\nsuccess_probability = 0.4\n"),
        ),
        pair("AUD11", &[case("months = 24")], hotel("")),
        pair("AUD12", &[costs("")], costs("[programme.gate]\nmonth = 24\nmetric = \"nps\"\nat_least = 1\n")),
        pair(
            "AUD13",
            &[costs("[programme.gate]\nmonth = 24\nmetric = \"nps\"\nat_least = 0\n")],
            costs("[programme.gate]\nmonth = 24\nmetric = \"nps\"\nat_least = 1\n"),
        ),
        pair("AUD14", &[hotel("[customers]\nscore = 6.5\n")], hotel("")),
        pair("AUD15", &[case("lens = \"literature\"")], case("lens = \"calibrated\"")),
        pair(
            "AUD16",
            &[hotel("[customers.mix]\nunconnected = 0.6\nsatisfied = 0.3\ndistinctive = 0.08\nconnected = 0.02\n")],
            hotel("[customers.mix]\nunconnected = 0.11\nsatisfied = 0.23\ndistinctive = 0.33\nconnected = 0.33\n"),
        ),
        pair(
            "AUD20",
            &[hotel("[finance]\ninflation = 0\ndiscount_rate = 0.08\n"), rival("growth = 0.02\n")],
            hotel("[finance]\ninflation = 0\ndiscount_rate = 0.05\n"),
        ),
        pair("AUD21", &[hotel("[finance]\ndiscount_rate = 0.15\n")], hotel("[finance]\ndiscount_rate = 0.09\n")),
        pair("AUD22", &[hotel("[finance]\ndiscount_rate = 0.02\n")], hotel("[finance]\ndiscount_rate = 0.03\n")),
        pair("AUD23", &[rival("growth = 0.08\n")], rival("growth = 0.02\n")),
        pair(
            "AUD24",
            &[rival(&start(3_000)).replace("discount_rate", "terminal_years = 12\ndiscount_rate")],
            rival(&start(3_000)).replace("discount_rate", "terminal_years = 0\ndiscount_rate"),
        ),
        pair("AUD25", &[rival(&start(6_000))], rival(&start(3_000))),
        pair("AUD26", &[rival(&start(6_000))], rival(&start(3_000))),
        pair("AUD27", &[rival("").replace("kind", "currency = \"USD\"\nkind")], rival("")),
        pair("AUD30", &[hotel(&range("weight_surprising", "3"))], hotel(&range("weight_surprising", "\"2 to 4\""))),
        pair(
            "AUD31",
            &[hotel(&range("weight_surprising", "{ value = \"3 to 3.2\", grade = \"D\" }"))],
            hotel(&range("weight_surprising", "{ value = \"3 to 3.2\", grade = \"B\" }")),
        ),
        pair("AUD32", &[habits([10.0, 20.0, 40.0, 7.0], 0.1)], habits([10.0, 20.0, 40.0, 7.0], 0.0)),
        pair(
            "AUD33",
            &[hotel("[experience]\nfailure_rate = \"normal(0.1, 0.1)\"\n")],
            hotel("[experience]\nfailure_rate = \"normal(0.1, 0.02)\"\n"),
        ),
        pair(
            "AUD34",
            &[hotel("[effects]\ncausal_share = \"60% to 90%\"\n")],
            hotel("[effects]\ncausal_share = \"20% to 70%\"\n"),
        ),
        pair(
            "AUD35",
            &[RIVAL.to_owned() + &SAVES.replace("100 to 140", "120") + &PAYS.replace("\"-30 to -20\"", "-25")],
            rival(""),
        ),
        pair(
            "AUD40",
            &[format!("{RIVAL}{}{PAYS}", SAVES.replace(", source = \"a quote\"", ""))],
            rival("").replace("-30 to -20", "-26 to -25"),
        ),
        pair(
            "AUD41",
            &[rival("").replace("source = \"a quote\"", "grade = \"D\"")],
            rival("").replace("source = \"a quote\"", "grade = \"B\""),
        ),
        pair(
            "AUD42",
            &[rival("").replace("a quote", "S13: enthusiasts")],
            rival("").replace("a quote", "knight-2017: one study"),
        ),
        pair("AUD43", &[assessed("")], hotel("")),
        pair(
            "AUD50",
            &[hotel("[effects.advocacy]\nnew_per_connected = \"0.01 to 0.06\"\n")],
            hotel("[effects.advocacy]\nnew_per_connected = \"0.01 to 0.06\"\nreputation = 0\n"),
        ),
        pair(
            "AUD51",
            &[hotel("[effects]\ncausal_share = 0.6\n[effects.spend]\nprice_per_point = 0.04\n")],
            hotel("[effects]\ncausal_share = 0.6\n[effects.spend]\nprice_per_point = 0\n"),
        ),
        pair(
            "AUD52",
            &[hotel("[cost_to_serve]\nfailure = \"50 to 60\"\ncomplaint = \"20 to 30\"\n")],
            hotel("[cost_to_serve]\nfailure = \"20 to 30\"\ncomplaint = \"50 to 60\"\n"),
        ),
        pair(
            "AUD53",
            &[hotel("[customers]\nsocial_value_per_year = 10\n")],
            hotel("[customers]\nsocial_value_per_year = 10\nrevenue_per_year = 0\n"),
        ),
        pair("AUD54", &[hotel(&tie("0")), rival(&format!("{}{}", named("more"), named("again")))], hotel(&tie("0.4"))),
        pair("AUD60", &[case("lens = \"authors\"")], hotel("")),
        pair("AUD61", &[case("") + "[effects.experience]\ncore_gain = 3\nindividual_gain = 3\n"], hotel("")),
    ]
}

/// An outlay at the start.
fn start(amount: u32) -> String {
    format!("[[flows]]\nname = \"start\"\nper = \"once\"\nmonth = 0\namount = -{amount}\n")
}

/// One more uncertain saving.
fn named(name: &str) -> String {
    SAVES.replace("\"in\"", &format!("\"{name}\""))
}

/// The correlation of one pair of siblings.
fn tie(rank: &str) -> String {
    format!(
        "[[correlations]]\nbetween = [\"effects.causal_share\", \"effects.loyalty.influenceable\"]\nrank = {rank}\n"
    )
}

/// Savings of these medians, each as wide, or of widths that differ by their place.
fn habits(medians: [f64; 4], width: f64) -> String {
    let one = |(i, m): (usize, &f64)| {
        let w = if width > 0.0 { width } else { 0.1 + 0.1 * i as f64 };
        format!(
            "[[flows]]\nname = \"f{i}\"\nper = \"month\"\namount = \"triangular({}, {m}, {})\"\n",
            m * (1.0 - w),
            m * (1.0 + w * (1.0 + if width > 0.0 { 0.0 } else { 0.5 }))
        )
    };
    format!("{RIVAL}{PAYS}{}", medians.iter().enumerate().map(one).collect::<String>()).replace("\"-30 to -20\"", "-25")
}

/// A case with one answer of the self-assessment.
fn assessed(more: &str) -> String {
    format!("{HOTEL}[assessment.shifts]\nexperience = 5\n{more}")
}

#[test]
fn every_rule_finds_what_it_is_for_and_nothing_where_that_is_mended() {
    let mut wrong = Vec::new();
    for (id, broken, mended) in pairs() {
        let silent = broken.into_iter().filter(|text| breaks(id, text).is_empty());
        wrong.extend(silent.map(|text| format!("{id} finds nothing in\n{text}")));
        let found = breaks(id, &mended);
        wrong.extend((!found.is_empty()).then(|| format!("{id} finds {found:?} in\n{mended}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_pair_and_no_id_is_given_twice() {
    let ids: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
    assert!(ids.is_sorted());
    let mut tried: Vec<&str> = pairs().iter().map(|(id, ..)| *id).chain(APART).collect();
    tried.sort_unstable();
    assert_eq!(ids, tried);
}

#[test]
fn results_of_few_trials_or_of_another_version_of_the_file_are_told() {
    let now = scenario(HOTEL);
    let last = |error, text: &str| LastRun {
        place: "reports/x/summary.json".into(),
        trials: 128,
        error,
        scenario: fingerprint(&scenario(text)),
        lens: "calibrated".into(),
    };
    let told = |last: &LastRun| {
        let subject = subject(&now, Some(last));
        rules()
            .into_iter()
            .filter(|r| APART.contains(&r.id) && !(r.check)(&subject).is_empty())
            .map(|r| r.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&last(Some(0.001), HOTEL)), [""; 0]);
    assert_eq!(told(&last(Some(0.1), HOTEL)), ["AUD70"]);
    assert_eq!(told(&last(None, &format!("{HOTEL}months = 61\n"))), ["AUD71"]);
}

#[test]
fn a_place_says_file_line_key_and_what_is_written_there() {
    let place = breaks("AUD04", &format!("{HOTEL}[programme]\ncost_overrun = 1\n")).remove(0);
    assert_eq!((place.file.as_str(), place.line, place.key.as_str()), ("x.toml", Some(5), "programme.cost_overrun"));
    assert_eq!(place.found, Some(Found::Written("1".into())));
    let full = breaks("AUD10", &format!("{HOTEL}[programme]\ndelivery = \"full\"\n")).remove(0);
    assert_eq!((full.line, full.found), (Some(5), Some(Found::Written("\"full\"".into()))));
}

#[test]
fn what_a_rule_rests_on_is_in_the_library() {
    for rule in rules() {
        for id in rule.rests_on {
            assert!(delight_model::evidence::fact(id).is_some(), "{}: {id}", rule.id);
        }
    }
}

#[test]
fn an_audit_is_the_gravest_first_and_comes_back_from_its_document() {
    let case = scenario(&format!("{HOTEL}[programme]\ncost_overrun = 1\n"));
    let found = audit(&case, settings(), None, &Control::default()).expect("nobody cancels");
    assert!(found.findings.is_sorted_by_key(|breach| breach.severity));
    assert_eq!(found.count(Severity::Must), found.findings.iter().filter(|b| b.severity == Severity::Must).count());
    assert!(found.rules > 30 && found.rules < rules().len());
    let text = serde_json::to_string(&found).expect("plain data");
    let back: Audit = serde_json::from_str(&text).expect("the same keys");
    assert_eq!(back.findings, found.findings);
}

#[test]
fn what_is_published_at_most_is_the_p90_of_the_lens() {
    let seen = scenario("[case]\npreset = \"hotel\"\nlens = \"literature\"\n");
    let mut compared = 0;
    for (path, most) in ranges::FACE_VALUES.iter().filter(|(path, _)| path.starts_with("effects.")) {
        let found = seen.assumption(path).and_then(subject::drawn).map(|d| d.quantile(0.9)).unwrap();
        assert!((found - most).abs() < 1e-9, "{path}: {found}");
        compared += 1;
    }
    assert_eq!(compared, 4);
}

#[test]
fn a_run_shows_the_rules_that_must_hold_which_the_audit_of_its_case_finds_broken() {
    let mut broken = BTreeSet::new();
    for (id, texts, mended) in pairs() {
        for text in texts.iter().chain([&mended]) {
            let case = scenario(text);
            let audited = audit(&case, settings(), None, &Control::default()).expect("nobody cancels");
            let musts = audited.findings.iter().filter(|breach| breach.severity == Severity::Must);
            let expected: BTreeSet<&str> = musts.map(|breach| breach.rule.as_str()).collect();
            let summary = Engine::new(&case, settings()).and_then(|e| e.run(0..512, &Control::default()));
            let run = findings(&case, &settings(), &summary.expect("nobody cancels")).expect("trials with a result");
            let found = reviewed(&case, run).must_mend;
            assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{id}\n{text}");
            broken.extend(found);
        }
    }
    assert!(broken.len() >= 8, "{broken:?}");
}
