//! Indicators of the chain as readers see them: the order, the levels, the changes.

use super::Words;
use delight_studies::run::{Findings, Indicator};

/// The indicators, from the people to the money.
pub const ORDER: [&str; 9] =
    ["engaged", "turnover", "failures", "rating", "nps", "connected", "churn", "customers", "revenue"];
/// The shares that a net promoter score is always shown with.
pub const PARTS: [&str; 3] = ["promoters", "passives", "detractors"];

/// A level of an indicator, by its key.
pub fn level(key: &str, x: f64, currency: &str, words: Words) -> String {
    match key {
        "customers" => words.whole(x),
        "revenue" => words.money(currency, x),
        "rating" => words.signed(x, 2),
        "nps" => words.signed(x, 1),
        _ => words.percent(x),
    }
}

/// A change of an indicator, by its key, with its sign.
pub fn change(key: &str, x: f64, currency: &str, words: Words) -> String {
    match key {
        "customers" => words.whole_change(x),
        "revenue" => words.money_change(currency, x),
        "rating" => words.signed_change(x, 2),
        "nps" => words.signed_change(x, 1),
        _ => words.points_change(x),
    }
}

/// An indicator as readers see it.
pub struct KpiRow {
    /// What it is called.
    pub name: String,
    /// Whether it is a share of the net promoter score above it.
    pub part: bool,
    /// Median without the programme.
    pub without: String,
    /// Median with it.
    pub with: String,
    /// Median of the change, its P5, its P95.
    pub change: [String; 3],
}

/// One indicator, a net promoter score with its three shares below it; nothing where the case has none.
pub fn rows(f: &Findings, key: &str, words: Words) -> Vec<KpiRow> {
    // Where no revenue depends on delight there is none to show.
    match key == "revenue" && f.cost_effectiveness.is_some() {
        true => Vec::new(),
        false => all_rows(f, key, words),
    }
}

/// The same, with the revenue also where none depends on delight.
pub fn all_rows(f: &Findings, key: &str, words: Words) -> Vec<KpiRow> {
    let Some(whole) = f.kpis.get(key) else { return Vec::new() };
    let parts = PARTS.iter().filter_map(|part| Some((*part, whole.parts.get(*part)?, true)));
    let all = std::iter::once((key, whole, false)).chain(parts);
    all.map(|(key, indicator, part)| row(key, indicator, part, &f.case.currency, words)).collect()
}

fn row(key: &str, indicator: &Indicator, part: bool, currency: &str, words: Words) -> KpiRow {
    let level = |x: f64| level(key, x, currency, words);
    let d = &indicator.difference;
    KpiRow {
        name: words.say_of("kpi", key),
        part,
        without: level(indicator.baseline.p50.value),
        with: level(indicator.programme.p50.value),
        change: [d.p50, d.p5, d.p95].map(|e| change(key, e.value, currency, words)),
    }
}
