//! Rules on what may count twice, and on what must move together.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Subject, spread};
use delight_model::evidence::PRIORS;
use delight_model::scenario::{Assumption, Project};
use serde::Deserialize;
use std::sync::LazyLock;

/// New customers a year for each who became connected, above which referral is not halved: 0.6 of the default median of
/// 0.018 (D5).
const REFERRAL: f64 = 0.0108;
/// A median effect of reviews that counts.
const REVIEWS: f64 = 0.02;
/// A rise of prices for a point of the mean score above what is known: P90 of its default (D8).
const PRICE: f64 = 0.018;
/// A causal rise of spend of a connected customer that is large: twice what the defaults give, 0.17 · 0.52.
const SPEND: f64 = 0.18;
/// A rank correlation that is as good as none.
const NONE: f64 = 0.1;
/// Uncertain flows that can hardly all be independent of one another.
const MANY_FLOWS: usize = 3;

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Overlap, severity, cases: Cases::Chain, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 5] = [
    Rule { rests_on: &["D5", "D10"], ..rule("AUD50", Severity::Should, reviews_and_referral) },
    Rule { rests_on: &["D8", "D4k"], ..rule("AUD51", Severity::Should, price_and_spend) },
    Rule { rests_on: &["C5", "D9"], ..rule("AUD52", Severity::Note, failure_and_complaint) },
    Rule { rests_on: &["F1"], ..rule("AUD53", Severity::Should, social_value_of_payers) },
    Rule {
        cases: Cases::Both,
        rests_on: &["D4k", "C1"],
        source: "Clemen and Reilly, Management Science 45 (1999) 208",
        ..rule("AUD54", Severity::Must, siblings_apart)
    },
];

fn point(subject: &Subject, path: &str) -> f64 {
    subject.scenario.point(path).unwrap_or(0.0)
}

fn place(subject: &Subject, path: &str) -> Vec<Place> {
    subject.scenario.assumption(path).map(Place::of).into_iter().collect()
}

fn reviews_and_referral(subject: &Subject) -> Vec<Place> {
    let both = point(subject, "effects.advocacy.reputation") > REVIEWS
        && point(subject, "effects.advocacy.new_per_connected") > REFERRAL;
    if !both {
        return Vec::new();
    }
    let referral = place(subject, "effects.advocacy.new_per_connected");
    referral
        .into_iter()
        .map(|p| p.against(Found::Times(REFERRAL)))
        .chain(place(subject, "effects.advocacy.reputation"))
        .collect()
}

fn price_and_spend(subject: &Subject) -> Vec<Place> {
    let caused = point(subject, "effects.causal_share") * (point(subject, "effects.spend.connected") - 1.0);
    let price = "effects.spend.price_per_point";
    if !(point(subject, price) > PRICE && caused > SPEND) {
        return Vec::new();
    }
    let mut places: Vec<Place> = place(subject, price).into_iter().map(|p| p.against(Found::share(PRICE))).collect();
    let spend = place(subject, "effects.spend.connected").into_iter();
    places.extend(spend.map(|p| p.measured("caused", Found::share(caused)).against(Found::share(SPEND))));
    places
}

/// Where a failure costs more than the complaint about it, handling is probably in both.
fn failure_and_complaint(subject: &Subject) -> Vec<Place> {
    let [failure, complaint] = ["cost_to_serve.failure", "cost_to_serve.complaint"];
    let twice = point(subject, complaint) > 0.0 && point(subject, failure) > point(subject, complaint);
    if twice { [place(subject, failure), place(subject, complaint)].concat() } else { Vec::new() }
}

fn social_value_of_payers(subject: &Subject) -> Vec<Place> {
    let [social, revenue] = ["customers.social_value_per_year", "customers.revenue_per_year"];
    let both = point(subject, social) > 0.0 && point(subject, revenue) > 0.0;
    if both { place(subject, social) } else { Vec::new() }
}

/// The correlations of the defaults.
static SIBLINGS: LazyLock<Vec<Tie>> = LazyLock::new(|| {
    // The defaults are part of the program, and every scenario reads them.
    toml::from_str::<Ties>(PRIORS).map(|ties| ties.correlations).unwrap_or_default()
});

#[derive(Deserialize)]
struct Ties {
    correlations: Vec<Tie>,
}

#[derive(Deserialize)]
struct Tie {
    between: Vec<String>,
    rank: f64,
}

fn siblings_apart(subject: &Subject) -> Vec<Place> {
    let scenario = subject.scenario;
    if let Project::CashFlow(_) = scenario.project() {
        let uncertain: Vec<&Assumption> = scenario
            .assumptions()
            .iter()
            .filter(|a| a.path.starts_with("flows.") && a.path.ends_with(".amount") && spread(a).is_some())
            .collect();
        let free = uncertain.len() >= MANY_FLOWS && scenario.correlations().is_empty();
        return if free { uncertain.into_iter().map(Place::of).collect() } else { Vec::new() };
    }
    let pairs = SIBLINGS.iter().flat_map(|tie| {
        let with_later = |(i, a): (usize, &'static String)| tie.between[i + 1..].iter().map(move |b| (a, b, tie.rank));
        tie.between.iter().enumerate().flat_map(with_later).collect::<Vec<_>>()
    });
    let list = Place::setting(scenario, "correlations");
    let apart = |(a, b, expected): (&String, &String, f64)| {
        let found = rank(subject, a, b)?;
        let key = format!("{a} ~ {b}");
        let place = Place { key, ..list.clone() };
        (found.abs() < NONE).then(|| place.found(Found::Rank(found)).against(Found::Rank(expected)))
    };
    pairs.filter_map(apart).collect()
}

/// The rank correlation of two inputs that are both uncertain.
fn rank(subject: &Subject, a: &str, b: &str) -> Option<f64> {
    let place = |path: &str| {
        let uncertain = |x: &Assumption| x.path == path && spread(x).is_some();
        subject.scenario.assumptions().iter().position(uncertain)
    };
    let (a, b) = (place(a)?, place(b)?);
    let tie = subject.scenario.correlations().iter().find(|c| c.between == [a, b] || c.between == [b, a]);
    Some(tie.map_or(0.0, |c| c.rank))
}
