//! The proposal in words: what is bought, for how much, for how long, for whom.

use crate::words::Words;
use delight_model::chain::ELEMENTS;
use delight_studies::run::{Findings, Proposal, Scope};

/// Lines that are named; the others are counted.
const MOST_LINES: usize = 5;
/// Elements that are named; of more their number is told.
const MOST_ELEMENTS: usize = 3;

/// The proposal in a few sentences; none of results saved before proposals were.
pub fn proposal(f: &Findings, words: Words) -> Vec<String> {
    let Some(found) = &f.proposal else { return Vec::new() };
    let mut sentences: Vec<String> = found.scope.iter().map(|of| scope(of, &f.case.currency, words)).collect();
    sentences.push(money(found, &f.case.currency, words));
    let revenue = found.scope.as_ref().and_then(|scope| scope.revenue);
    sentences.extend(
        revenue
            .filter(|_| found.total > 0.0)
            .map(|revenue| words.say_with("proposal-share", &[("share", &words.percent(found.total / revenue))])),
    );
    sentences.extend(lines(found, &f.case.currency, words));
    if !found.not_planned.is_empty() {
        let lines: Vec<String> = found.not_planned.iter().map(|name| words.phrase(name)).collect();
        sentences.push(words.say_with("proposal-events", &[("lines", &lines.join(", "))]));
    }
    sentences
}

fn scope(scope: &Scope, currency: &str, words: Words) -> String {
    let (customers, employees) = (words.whole(scope.customers), words.whole(scope.employees));
    let elements = elements(&scope.elements, words);
    let args = [("customers", customers.as_str()), ("employees", &employees), ("elements", &elements)];
    match scope.revenue {
        Some(revenue) => {
            let revenue = words.money(currency, revenue);
            words.say_with("proposal-scope", &[&args[..], &[("revenue", revenue.as_str())]].concat())
        }
        None => words.say_with("proposal-scope-public", &args),
    }
}

fn elements(elements: &[String], words: Words) -> String {
    let count = elements.len().to_string();
    match elements.len() {
        0 => words.say("proposal-elements-none"),
        all if all == ELEMENTS.len() => words.say("proposal-elements-all"),
        few if few <= MOST_ELEMENTS => {
            let names: Vec<String> = elements.iter().map(|element| words.say_of("element", element)).collect();
            words.say_with("proposal-elements-some", &[("names", &names.join(", ")), ("count", &count)])
        }
        _ => words.say_with("proposal-elements-many", &[("count", &count)]),
    }
}

fn money(found: &Proposal, currency: &str, words: Words) -> String {
    let money = |x: f64| words.money(currency, x);
    let (start, year, total) = (money(found.at_start), money(found.per_year), money(found.total));
    let month = found.last_month.to_string();
    let args = [("total", total.as_str()), ("year", &year), ("month", &month), ("start", &start)];
    match (found.total > 0.0, found.last_month, found.at_start > 0.0) {
        (false, ..) => words.say("proposal-money-none"),
        (true, 0, _) => words.say_with("proposal-money-start", &args[..1]),
        (true, _, true) => words.say_with("proposal-money", &args),
        (true, _, false) => words.say_with("proposal-money-running", &args[..3]),
    }
}

/// The lines with most money, in the order written.
fn lines(found: &Proposal, currency: &str, words: Words) -> Option<String> {
    let mut by_size: Vec<usize> = (0..found.lines.len()).collect();
    by_size.sort_by(|a, b| found.lines[*b].total.total_cmp(&found.lines[*a].total));
    let named = &by_size[..by_size.len().min(MOST_LINES)];
    let of = |line: &usize| {
        let line = &found.lines[*line];
        format!("{} {}", words.phrase(&line.name), words.money(currency, line.total))
    };
    let mut all: Vec<String> = named.iter().map(of).collect();
    let left = found.lines.len() - named.len();
    if left > 0 {
        all.push(words.say_with("proposal-more", &[("count", &left.to_string())]));
    }
    (!all.is_empty()).then(|| words.say_with("proposal-lines", &[("lines", &all.join(", "))]))
}
