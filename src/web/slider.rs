//! The sliders of a case: one a number, one for inputs that go together, one a share of a mix, and the choices.

use super::stops::{Stops, significant};
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assumption, Project, Scenario, Value as Drawn};
use delight_report::page::values;
use delight_report::words::Words;
use delight_studies::findings::{InputFacts, Link, Standing, Uncertain, bundles, of_assumption};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a reader decides, the first first; the choices come behind.
const LEVERS: [&str; 3] = ["programme.intensity", "programme.cost_overrun", "finance.discount_rate"];
/// Tables of shares that make a whole.
const WHOLES: [&str; 4] =
    ["customers.mix", "customers.nps", "effects.advocacy.entry_mix", "effects.advocacy.referred_mix"];
/// What the id of inputs that go together begins with.
pub(super) const RANK: &str = "rank.";
/// What the id of a share of a mix begins with.
pub(super) const MIX: &str = "mix.";
/// P95 over P5 from which a track is even by ratio.
const WIDE: f64 = 20.0;

/// A slider that sets numbers.
#[derive(Clone, Debug)]
pub(super) struct Slider {
    /// What a page calls it.
    pub id: String,
    /// The inputs that it sets.
    pub paths: Vec<String>,
    /// What is known of the input, or of the first of several under the name of all.
    pub facts: InputFacts,
    /// Its link of the chain.
    pub link: Link,
    kind: &'static str,
    told: Value,
}

impl Slider {
    /// Whether the reader decides it.
    pub(super) fn is_lever(&self) -> bool {
        LEVERS.contains(&self.id.as_str())
    }

    /// Whether it moves several inputs by their ranks.
    pub(super) fn is_rank(&self) -> bool {
        self.kind == "rank"
    }

    /// As a page is told, with the share of the variance that it explains.
    pub(super) fn told(&self, share: Option<f64>) -> Value {
        let mut told = self.told.clone();
        told["share"] = json!(share);
        told
    }
}

/// The input of this path that a file can set to a number: drawn, and no line of a list.
pub(super) fn settable<'a>(scenario: &'a Scenario, path: &str) -> Option<(&'a Assumption, &'a Distribution)> {
    let assumption = scenario.assumption(path)?;
    match &assumption.value {
        Drawn::Drawn(distribution) if !is_line(path) => Some((assumption, distribution)),
        _ => None,
    }
}

/// Whether this is the path of a cost line or a flow, which only a list gives.
pub(super) fn is_line(path: &str) -> bool {
    path.starts_with("programme.costs.") || path.starts_with("flows.")
}

/// The table of the mix that an input is a share of.
pub(super) fn mix_of(path: &str) -> Option<&'static str> {
    let (table, _) = path.rsplit_once('.')?;
    WHOLES.into_iter().find(|whole| *whole == table)
}

/// The paths of the shares of a mix, in the order of the case.
pub(super) fn shares_of(scenario: &Scenario, table: &str) -> Vec<String> {
    let all = scenario.assumptions().iter().map(|a| a.path.clone());
    all.filter(|path| mix_of(path) == Some(table)).collect()
}

/// The shares in force of every mix of which a share is among these lines, by the ids of their sliders.
pub(super) fn mixes(lines: &BTreeMap<String, String>) -> BTreeMap<String, f64> {
    let shares = lines.iter().filter(|(path, _)| mix_of(path).is_some());
    shares.filter_map(|(path, share)| Some((format!("{MIX}{path}"), share.parse().ok()?))).collect()
}

/// Every slider that sets numbers: levers first, then in the order of the case, then those that go together.
pub(super) fn sliders(scenario: &Scenario, words: Words) -> Vec<Slider> {
    let paths: Vec<&str> = scenario.assumptions().iter().map(|a| a.path.as_str()).collect();
    let (levers, others): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| LEVERS.contains(path));
    let levers = LEVERS.into_iter().filter(|lever| levers.contains(lever));
    let singles = levers.chain(others).filter_map(|path| single(scenario, path, words));
    singles.chain(together(scenario, words)).collect()
}

/// The slider of one input; of a share of a mix the one that moves it alone.
fn single(scenario: &Scenario, path: &str, words: Words) -> Option<Slider> {
    let (_, distribution) = settable(scenario, path)?;
    let place = scenario.assumptions().iter().position(|a| a.path == path)?;
    let facts = of_assumption(scenario, place);
    let (kind, id) = match mix_of(path) {
        Some(_) => ("mix", format!("{MIX}{path}")),
        None => ("number", path.to_owned()),
    };
    let mut told = head(&id, kind, &facts, words);
    let track = track(&scenario.assumptions()[place], distribution);
    let paths = vec![path.to_owned()];
    fill(&mut told, &paths, &scenario.assumptions()[place], distribution, &track, words);
    told["written_text"] = json!(believed(&facts, distribution, scenario.currency(), words));
    told["group"] = json!(mix_of(path).map(|table| words.say_of("table", table)));
    Some(Slider { link: Link::of(path), id, paths, facts, kind, told })
}

/// What the case says of an input, in the reader's words and units.
fn believed(facts: &InputFacts, d: &Distribution, currency: &str, words: Words) -> String {
    let at = |x: f64| values::value(facts, currency, words, x);
    match d.is_constant() {
        true => at(d.median()),
        false => {
            let [low, median, high] = [d.quantile(0.1), d.median(), d.quantile(0.9)].map(at);
            words.say_with("explore-believed", &[("low", &low), ("high", &high), ("median", &median)])
        }
    }
}

fn head(id: &str, kind: &str, facts: &InputFacts, words: Words) -> Value {
    let shows = match kind {
        "rank" => "rank",
        _ if values::is_share(facts) => "share",
        _ if facts.unit.starts_with("money") => "money",
        _ => "plain",
    };
    json!({
        "id": id, "kind": kind, "label": values::name(&facts.name, words), "as": shows,
        "meaning": words.meaning(&facts.path, &facts.meaning), "lever": LEVERS.contains(&id),
        "unit": facts.unit, "unit_text": words.unit(&facts.unit), "link": words.say_of("link", &facts.link),
    })
}

fn fill(told: &mut Value, paths: &[String], a: &Assumption, d: &Distribution, track: &Stops, words: Words) {
    let quantile = |level: f64| d.quantile(level);
    let far = |x: f64| (x.abs() < 1e15).then_some(x);
    let more = json!({
        "paths": paths, "stops": track.values, "log": track.log, "at": track.place(d.median()),
        "band": [track.place(quantile(0.1)), track.place(quantile(0.9))],
        "p1": quantile(0.01), "p10": quantile(0.1), "p50": d.median(), "p90": quantile(0.9), "p99": quantile(0.99),
        "low": far(a.kind.min), "high": far(a.kind.max),
        "low_open": !a.kind.min_included, "high_open": !a.kind.max_included,
        "bounds": words.message(&a.kind.limits().to_string()), "written": a.written,
    });
    if let (Some(told), Value::Object(more)) = (told.as_object_mut(), more) {
        told.extend(more);
    }
}

/// The track of an input: from P1 to P99 of what is believed; of what is fixed from half of it to twice.
fn track(a: &Assumption, d: &Distribution) -> Stops {
    let [low, p5, p95, high] = [0.01, 0.05, 0.95, 0.99].map(|level| d.quantile(level));
    let (low, high) = match d.is_constant() {
        true => around(a, d.median()),
        false => (low, high),
    };
    let (low, high) = (low.max(a.kind.min), high.min(a.kind.max));
    let stops = match p5 > 0.0 && low > 0.0 && p95 > WIDE * p5 {
        true => Stops::by_ratio(low, high),
        false => Stops::even(low, high),
    };
    let values: Vec<f64> = stops.values.iter().copied().filter(|x| a.kind.allows(*x)).collect();
    match values.is_empty() {
        true => Stops { values: vec![d.median()], log: false },
        false => Stops { values, ..stops },
    }
}

fn around(a: &Assumption, x: f64) -> (f64, f64) {
    match x {
        // Of the programme itself nothing at all is a size too.
        x if a.path == LEVERS[0] => (0.0, 2.0 * x),
        0.0 if a.kind.min < 0.0 => (-1.0, 1.0),
        0.0 => (0.0, 1.0),
        x if x < 0.0 => (2.0 * x, 0.5 * x),
        x => (0.5 * x, 2.0 * x),
    }
}

/// One slider for all inputs that a rank correlation ties.
fn together(scenario: &Scenario, words: Words) -> Vec<Slider> {
    if !matches!(scenario.project(), Project::Chain(_)) {
        return Vec::new();
    }
    let is_free =
        |path: &str| settable(scenario, path).is_some_and(|(_, d)| !d.is_constant()) && mix_of(path).is_none();
    let places = scenario.assumptions().iter().enumerate().filter(|(_, a)| is_free(&a.path));
    let input = |(place, a): (usize, &Assumption)| Uncertain {
        place,
        link: Link::of(&a.path),
        standing: Standing::Ungraded,
        facts: of_assumption(scenario, place),
    };
    let all = bundles(scenario, places.map(input).collect());
    all.iter()
        .filter(|bundle| bundle.is_several())
        .map(|bundle| {
            let paths: Vec<String> = bundle.members().map(|member| member.facts.path.clone()).collect();
            ranked(bundle.facts(), paths, words)
        })
        .collect()
}

fn ranked(facts: InputFacts, paths: Vec<String>, words: Words) -> Slider {
    let id = format!("{RANK}{}", facts.path);
    let ranks = Stops { values: (1..=99).map(|rank| f64::from(rank) / 100.0).collect(), log: false };
    let mut told = head(&id, "rank", &facts, words);
    told["meaning"] = json!(values::members(&facts.name, words));
    let more = json!({
        "paths": paths, "unit": "", "unit_text": "", "stops": ranks.values, "log": false, "at": ranks.place(0.5),
        "band": [ranks.place(0.1), ranks.place(0.9)], "p1": 0.01, "p10": 0.1, "p50": 0.5, "p90": 0.9, "p99": 0.99,
        "low": 0, "high": 1, "low_open": true, "high_open": true, "bounds": "", "written": "", "written_text": "",
    });
    if let (Some(told), Value::Object(more)) = (told.as_object_mut(), more) {
        told.extend(more);
    }
    Slider { link: Link::of(&facts.path), id, paths, facts, kind: "rank", told }
}

/// The values of inputs that go together at a rank, as a file can hold them.
pub(super) fn at_rank(scenario: &Scenario, paths: &[String], rank: f64) -> Vec<(String, f64)> {
    let one = |path: &String| {
        let (assumption, distribution) = settable(scenario, path)?;
        let value = distribution.quantile(rank);
        let short = significant(value, 4);
        Some((path.clone(), if assumption.kind.allows(short) { short } else { value }))
    };
    paths.iter().filter_map(one).collect()
}

/// The sliders to show at first: the levers, the choices, and what drives the value, at most eight.
pub(super) fn first(all: &[Slider], choices: &[Value], shares: &[(String, f64)]) -> Vec<String> {
    const MOST: usize = 8;
    let levers = all.iter().filter(|slider| slider.is_lever()).map(|slider| slider.id.clone());
    let choices = choices.iter().filter_map(|choice| choice["id"].as_str().map(str::to_owned));
    let mut first: Vec<String> = levers.chain(choices).collect();
    let mut links: Vec<Link> = Vec::new();
    for (id, _) in shares {
        let Some(slider) = all.iter().find(|slider| slider.id == *id) else { continue };
        // Inputs that go together are one; of the others the first of each link.
        let is_new = slider.is_rank() || !links.contains(&slider.link);
        if is_new && !first.contains(id) {
            links.push(slider.link);
            first.push(id.clone());
        }
    }
    first.truncate(MOST);
    first
}
