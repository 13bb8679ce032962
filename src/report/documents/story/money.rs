//! What the story says in money: the spread of the value, the cash, where the benefit comes from, and the chain behind it.

use super::chapter::{Body, Chapter, Teller, without_case};
use crate::page::figure::Named;
use crate::page::table::{Row, Table};
use crate::pages::run::accepted::accepted;
use crate::pages::run::chain::banded;
use crate::pages::run::less::negative_pieces;
use crate::pages::run::years::years as by_year;
use crate::pages::run::{charts, figures};
use crate::words::kpi::{self, KpiRow};

/// A figure of the run by its name.
fn of_run(of: &Teller, name: &str) -> Option<Named> {
    let all = figures::of_case(of.findings(), &of.results.assumptions, of.words);
    all.into_iter().find(|named| named.name == name)
}

/// Profit and cash by year.
pub fn years(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let found = f.by_year.as_ref()?;
    let (table, note) = by_year(f, words)?;
    let (years, total) = ((found.years.len() - 1).to_string(), of.money(found.total.cash));
    let value = of.money(found.present_value.cash);
    let heading = table.title.clone();
    Some(Chapter {
        name: "years",
        heading,
        finding: words.say_with("story-years-finding", &[("years", &years), ("total", &total), ("value", &value)]),
        lead: note,
        body: Body::Table(Table { title: String::new(), ..table }),
        notes: Vec::new(),
    })
}

/// The distribution of the net present value.
pub fn distribution(of: &Teller) -> Option<Chapter> {
    of.figure("npv", of.words.say("value-npv"), of_run(of, "npv"), None)
}

/// The cash as the months go by.
pub fn cash(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    if f.cost_effectiveness.is_some() {
        return worth_its_cost(of);
    }
    let (p50, p95) = (of.money(f.peak_funding.p50.value), of.money(f.peak_funding.p95.value));
    let never = words.percent(f.payback_months.never.value);
    let chart = charts::cash(f, words);
    let mut part = of.figure("cash", words.say("html-cash"), of_run(of, "cash"), Some(chart))?;
    part.notes.push(words.say_with("html-cash-lead", &[("p50", &p50), ("p95", &p95), ("never", &never)]));
    Some(part)
}

/// Where nobody pays no money comes back: what its effect would have to be worth instead.
fn worth_its_cost(of: &Teller) -> Option<Chapter> {
    let words = of.words;
    let mut part = of.figure("acceptability", words.say("html-effectiveness"), of_run(of, "acceptability"), None)?;
    part.notes.extend(accepted(of.findings(), words));
    Some(part)
}

/// From the pieces of the benefit to the net present value.
pub fn bridge(of: &Teller) -> Option<Chapter> {
    let chart = charts::bridge(of.findings(), of.words);
    let mut part = of.figure("bridge", of.words.say("bridge-title"), of_run(of, "bridge"), Some(chart))?;
    part.notes.extend(negative_pieces(of.findings(), of.words));
    part.notes.push(of.words.say("html-bridge-note"));
    Some(part)
}

/// The indicators of the chain, without and with the programme.
pub fn chain(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let connected = kpi::rows(f, "connected", words).into_iter().next()?;
    let rows: Vec<KpiRow> = kpi::ORDER.iter().flat_map(|key| kpi::rows(f, key, words)).collect();
    let told = |row: &KpiRow| {
        let [change, low, high] = &row.change;
        let change = banded(change, low, high, words);
        let args = [("name", row.name.as_str()), ("without", &row.without), ("with", &row.with), ("change", &change)];
        words.say_with("chain-told", &args)
    };
    let case = ("case", f.case.name.as_str());
    let title = [case, ("without", connected.without.as_str()), ("with", &connected.with)];
    let heads = [words.say("chain-without"), words.say("chain-with"), words.say("chain-change")];
    let heads = heads.into_iter().chain(["P5".to_owned(), "P95".to_owned()]);
    let table = heads.fold(Table::new("", 0), |table, head| table.numbers(&head, 0));
    let row = |row: &KpiRow| {
        let mark = if row.part { "\u{2003}" } else { "" };
        Row::new(&row.name).marked(mark).cells([row.without.clone(), row.with.clone()]).cells(row.change.clone())
    };
    Some(Chapter {
        name: "chain",
        heading: words.say("html-chain"),
        finding: without_case(&f.case.name, &words.say_with("chain-picture-title", &title)),
        lead: words.say("chain-note"),
        body: Body::Table(table.rows(rows.iter().map(row))),
        notes: rows.iter().map(told).chain([words.say("html-chain-note")]).collect(),
    })
}
