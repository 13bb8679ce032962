//! The effect chain of a case as a picture: stages with their indicators, arrows with the inputs that carry them.

use crate::page::figure::caption;
use crate::page::values;
use crate::pages::run::bridge::{shown, shows};
use crate::pages::run::chain::{banded, facts};
use crate::plot::{Caption, ChainLink, ChainPicture, Effect, Reading, Stage};
use crate::words::Words;
use crate::words::kpi;
use delight_model::scenario::LedgerRow;
use delight_studies::run::Findings;

/// The inputs that carry each arrow, in the order of the chain.
const EFFECTS: [&[&str]; 6] = [
    &["effects.employees.engagement_gain", "effects.employees.turnover_ratio"],
    &[
        "effects.experience.core_gain",
        "effects.experience.individual_gain",
        "effects.experience.surprising_gain",
        "effects.experience.individual_people",
    ],
    &["effects.connection.contact_intensity", "effects.connection.weight_surprising"],
    &[
        "effects.causal_share",
        "effects.loyalty.odds.connected",
        "effects.loyalty.influenceable",
        "effects.advocacy.new_per_connected",
        "effects.advocacy.reputation",
        "effects.spend.connected",
        "effects.spend.price_per_point",
    ],
    &["market.rivals_half_life_years"],
    &["finance.margin", "finance.discount_rate"],
];

/// Pieces of the value bridge by the stage that brings them.
const BEHAVIOURS: [(&str, &[&str]); 4] = [
    ("loyalty", &["loyalty"]),
    ("advocacy", &["advocacy"]),
    ("spend", &["spend", "price"]),
    ("cost", &["cost_to_serve", "people", "social"]),
];

/// The picture; nothing for a case without a chain.
pub fn figure(f: &Findings, ledger: &[LedgerRow], footer: String, words: Words) -> Option<ChainPicture> {
    if f.kpis.is_empty() {
        return None;
    }
    let links = links(f, ledger, words);
    let around = Caption {
        title: title(f, words),
        subtitle: words.say("chain-subtitle"),
        footer,
        description: told(&links, words),
        ..caption(words)
    };
    let heads = [words.say("chain-without"), words.say("chain-with"), words.say("chain-change-band")];
    Some(ChainPicture { caption: around, heads, links })
}

fn title(f: &Findings, words: Words) -> String {
    let case = ("case", f.case.name.as_str());
    let change = |key: &str| Some((f.kpis.get(key)?.baseline.p50.value, f.kpis.get(key)?.programme.p50.value));
    match change("connected") {
        Some((without, with)) => {
            let (without, with) = (words.percent(without), words.percent(with));
            words.say_with("chain-picture-title", &[case, ("without", &without), ("with", &with)])
        }
        None => f.case.name.clone(),
    }
}

fn links(f: &Findings, ledger: &[LedgerRow], words: Words) -> Vec<ChainLink> {
    let one = |stage| vec![stage];
    let stages = [
        one(delivery(f, words)),
        one(stage(words.say("stage-employees"), f, &["engaged", "turnover"], words)),
        one(stage(words.say("stage-experience"), f, &["rating"], words)),
        one(stage(words.say("stage-connection"), f, &["connected", "nps"], words)),
        behaviours(f, words),
        one(stage(words.say("stage-revenue"), f, &["customers", "revenue"], words)),
        one(value(f, words)),
    ];
    let arrows = std::iter::once(Vec::new())
        .chain(EFFECTS.iter().map(|paths| paths.iter().filter_map(|p| effect(f, ledger, p, words)).collect()));
    arrows.zip(stages).map(|(effects, stages)| ChainLink { effects, stages }).collect()
}

/// How strong an input is; nothing where it is fixed at zero, which is no link.
fn effect(f: &Findings, ledger: &[LedgerRow], path: &str, words: Words) -> Option<Effect> {
    let row = ledger.iter().find(|row| row.path == path)?;
    if row.p50 == 0.0 && row.p5 == row.p95 {
        return None;
    }
    let facts = facts(row);
    let value = |x: f64| values::value(&facts, &f.case.currency, words, x);
    let value = match (row.p5, row.p95) {
        (Some(low), Some(high)) if low < high => banded(&value(row.p50), &value(low), &value(high), words),
        _ => value(row.p50),
    };
    Some(Effect { name: words.meaning(path, &row.meaning), value, grade: row.grade.clone() })
}

fn delivery(f: &Findings, words: Words) -> Stage {
    let outcomes = ["full", "partial", "none", "harmful"].into_iter().filter_map(|key| {
        let share = f.by_delivery.get(key)?.share;
        let change = words.say_with("stage-of-trials", &[("share", &words.percent(share.value))]);
        Some(Reading { name: words.say_of("delivery", key), change, ..Reading::default() })
    });
    Stage { title: words.say("stage-excellence"), readings: outcomes.collect() }
}

fn stage(title: String, f: &Findings, keys: &[&str], words: Words) -> Stage {
    let readings = keys.iter().flat_map(|key| kpi::rows(f, key, words)).map(|row| {
        let [p50, p5, p95] = row.change;
        let change = banded(&p50, &p5, &p95, words);
        Reading { name: row.name, without: row.without, with: row.with, change, part: row.part }
    });
    Stage { title, readings: readings.collect() }
}

/// What customers do, by the mean present value that it brings; what brings nothing is left out.
fn behaviours(f: &Findings, words: Words) -> Vec<Stage> {
    let reading = |piece: &&str| {
        let amount = f.bridge.get(*piece)?;
        let change = shown(amount, &f.case.currency, words);
        shows(f, amount).then(|| Reading { name: words.say_of("piece", piece), change, ..Reading::default() })
    };
    let stages = BEHAVIOURS.iter().map(|(key, pieces)| Stage {
        title: words.say_of("behaviour", key),
        readings: pieces.iter().filter_map(reading).collect(),
    });
    let some: Vec<Stage> = stages.filter(|stage| !stage.readings.is_empty()).collect();
    match some.is_empty() {
        true => vec![Stage { title: words.say("stage-nothing"), readings: Vec::new() }],
        false => some,
    }
}

fn value(f: &Findings, words: Words) -> Stage {
    let money = |x: f64| words.money(&f.case.currency, x);
    let npv = Reading {
        name: words.say("value-npv"),
        change: banded(&money(f.npv.p50.value), &money(f.npv.p5.value), &money(f.npv.p95.value), words),
        ..Reading::default()
    };
    let change = words.loss(&f.case.kind, f.loss_probability.value);
    let loss = Reading { name: words.say("value-loss"), change, ..Reading::default() };
    Stage { title: words.say("stage-value"), readings: vec![npv, loss] }
}

/// The whole picture in words, for those who do not see it.
fn told(links: &[ChainLink], words: Words) -> String {
    let reading = |r: &Reading| match r.without.is_empty() {
        true => format!("{}: {}", r.name, r.change),
        false => {
            let args = [("name", r.name.as_str()), ("without", &r.without), ("with", &r.with), ("change", &r.change)];
            words.say_with("chain-told", &args)
        }
    };
    let stage = |s: &Stage| {
        let readings: Vec<String> = s.readings.iter().map(reading).collect();
        format!("{}: {}.", s.title, readings.join("; "))
    };
    links.iter().flat_map(|link| link.stages.iter().map(stage)).collect::<Vec<_>>().join(" ")
}
