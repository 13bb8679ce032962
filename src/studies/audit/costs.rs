//! Rules on what the programme, or a rival project, costs.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Origin, Subject, drawn};
use delight_model::finance::costs::{CostItem, Per};
use delight_model::finance::flows::{Flow, Rhythm};
use delight_model::scenario::{Assumption, Note, Project, Scenario};

/// Months without upkeep at the end of the horizon that are worth a question: a year, in which 8, 22 or 42 % is lost (A3).
const LONG_WITHOUT_UPKEEP: usize = 12;

const fn rule(id: &'static str, severity: Severity, cases: Cases, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Costs, severity, cases, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 6] = [
    Rule { rests_on: &["A5"], ..rule("AUD01", Severity::Must, Cases::Both, free) },
    Rule { rests_on: &["A3", "A5"], ..rule("AUD02", Severity::Must, Cases::Both, only_once) },
    Rule { rests_on: &["A3"], ..rule("AUD03", Severity::Must, Cases::Both, upkeep_stops) },
    Rule {
        rests_on: &["A6", "it-overruns"],
        source: "Flyvbjerg, European Planning Studies 16 (2008) 3; HM Treasury, The Green Book (2022), optimism bias",
        ..rule("AUD04", Severity::Should, Cases::Chain, no_overrun)
    },
    Rule { rests_on: &["A5"], ..rule("AUD05", Severity::Must, Cases::Chain, costs_of_the_preset) },
    rule("AUD06", Severity::Must, Cases::Both, never_paid),
];

/// The amounts of the cost lines or flows, with what each is.
fn lines<'a, T>(scenario: &'a Scenario, of: &'a [T], path: fn(&T) -> String) -> Vec<(&'a T, &'a Assumption)> {
    of.iter().filter_map(|line| Some((line, scenario.assumption(&path(line))?))).collect()
}

fn costs<'a>(subject: &Subject<'a>) -> Vec<(&'a CostItem, &'a Assumption)> {
    let of = |chain: &'a delight_model::scenario::ChainCase| {
        lines(subject.scenario, &chain.costs, |item| format!("programme.costs.{}", item.name))
    };
    subject.chain().map_or_else(Vec::new, of)
}

fn flows<'a>(subject: &Subject<'a>) -> Vec<(&'a Flow, &'a Assumption)> {
    match subject.scenario.project() {
        Project::CashFlow(flows) => lines(subject.scenario, flows, |flow| format!("flows.{}.amount", flow.name)),
        Project::Chain(_) => Vec::new(),
    }
}

fn median(assumption: &Assumption) -> f64 {
    drawn(assumption).map_or(0.0, |d| d.median())
}

fn free(subject: &Subject) -> Vec<Place> {
    let costs_more_than_nothing = costs(subject).iter().any(|(_, a)| drawn(a).is_some_and(|d| d.support().1 > 0.0));
    let pays = flows(subject).iter().any(|(_, a)| median(a) < 0.0);
    let list = if subject.chain().is_some() { "programme.costs" } else { "flows" };
    if costs_more_than_nothing || pays { Vec::new() } else { vec![Place::setting(subject.scenario, list)] }
}

/// What keeps a programme alive: time and people, whatever the number of events.
fn is_upkeep(item: &CostItem) -> bool {
    matches!(item.per, Per::Month | Per::Employee | Per::Customer)
}

fn only_once(subject: &Subject) -> Vec<Place> {
    let costs = costs(subject);
    if !costs.is_empty() && costs.iter().all(|(item, _)| !is_upkeep(item)) {
        return costs.iter().map(|(_, amount)| Place::of(amount)).collect();
    }
    let flows = flows(subject);
    let runs = |sign: f64| flows.iter().any(|(f, a)| f.rhythm != Rhythm::Once && sign * median(a) > 0.0);
    let out: Vec<_> = flows.iter().filter(|(_, a)| median(a) < 0.0).collect();
    if !out.is_empty() && runs(1.0) && !runs(-1.0) {
        return out.iter().map(|(_, amount)| Place::of(amount)).collect();
    }
    Vec::new()
}

/// The cost that lasts longest, if the benefits go on for a year or more after it.
fn upkeep_stops(subject: &Subject) -> Vec<Place> {
    let months = subject.scenario.months();
    let upkeep = costs(subject).into_iter().filter(|(item, _)| is_upkeep(item)).map(|(item, a)| (item.to, a));
    let flows = flows(subject);
    let running = |sign: f64| {
        let of = move |(f, a): &&(&Flow, &Assumption)| f.rhythm != Rhythm::Once && sign * median(a) > 0.0;
        flows.iter().filter(of).map(|(f, a)| (f.to.min(months), *a)).collect::<Vec<_>>()
    };
    let (benefits, paid) = (running(1.0), running(-1.0));
    let end = if subject.chain().is_some() { Some(months) } else { benefits.iter().map(|(to, _)| *to).max() };
    let last = upkeep.chain(paid).max_by_key(|(to, _)| *to);
    match (last, end) {
        (Some((to, amount)), Some(end)) if end >= to + LONG_WITHOUT_UPKEEP => {
            let place = Place::of(amount).measured("last_month", Found::Months(to as f64));
            vec![place.against(Found::Months(end as f64))]
        }
        _ => Vec::new(),
    }
}

fn no_overrun(subject: &Subject) -> Vec<Place> {
    let overrun = subject.scenario.assumption("programme.cost_overrun");
    let none = |a: &&Assumption| drawn(a).is_some_and(|d| d.quantile(0.95) <= 1.0);
    overrun.filter(none).map(Place::of).into_iter().collect()
}

fn costs_of_the_preset(subject: &Subject) -> Vec<Place> {
    let of_preset = |a: &&Assumption| Origin::of(&a.provenance.place) == Origin::Preset;
    costs(subject).into_iter().map(|(_, amount)| amount).filter(of_preset).map(Place::of).collect()
}

fn never_paid(subject: &Subject) -> Vec<Place> {
    let place = |note: &Note| match note {
        Note::NeverPaid { path, month, months } => {
            let place = Place::at(path, "").measured("first_month", Found::Months(*month as f64));
            Some(place.against(Found::Months(*months as f64)))
        }
        _ => None,
    };
    subject.scenario.notes().iter().filter_map(place).collect()
}
