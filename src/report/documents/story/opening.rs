//! How the story opens: what is proposed, and the answer.

use super::chapter::{Body, Chapter, Teller};
use crate::documents::ledger::split;
use crate::page::provenance::start;
use crate::page::table::{Row, Table};
use crate::page::values;
use crate::pages::run::answer as sentences;
use crate::pages::run::chain::{banded, facts};
use crate::pages::run::loss;
use crate::pages::run::musts::musts;
use crate::pages::run::page::bare_payback;
use crate::pages::run::proposal::proposal as proposed;
use crate::words::{Shown, Words};
use delight_model::scenario::LedgerRow;
use delight_studies::findings::Spread;

/// Numbers of the organisation that say for whom it is.
const SCOPE: [&str; 3] = ["customers.count", "customers.revenue_per_year", "employees.headcount"];

/// What is to be bought, for how long and for whom.
pub fn proposal(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let (months, cost) = (f.case.months.to_string(), of.money(f.pv_cost.mean.value));
    let mut rows = vec![Row::fact(&words.say("story-proposal-horizon"), &horizon(of), "")];
    let known = |path: &str| of.results.assumptions.iter().find(|row| row.path == path);
    // Where nobody pays, no revenue stands against it.
    let pays = |path: &&&str| f.cost_effectiveness.is_none() || !path.ends_with("revenue_per_year");
    rows.extend(SCOPE.iter().filter(pays).filter_map(|path| known(path)).map(|row| number(row, of)));
    let bought = of.results.assumptions.iter().filter(|row| split(&row.path).0 == "programme.costs");
    let flows =
        of.results.assumptions.iter().filter(|row| row.path.starts_with("flows.") && row.path.ends_with(".amount"));
    rows.extend(bought.chain(flows).map(|row| number(row, of)));
    let args = [("case", f.case.name.as_str()), ("months", &months), ("cost", &cost)];
    let proposed = proposed(f, words);
    let said = |row: &Row| Some(format!("{}: {}", row.name, row.said.as_ref()?.0));
    Some(Chapter {
        name: "proposal",
        heading: words.say("story-proposal"),
        finding: words.say_with("story-proposal-finding", &args),
        lead: proposed.first().cloned().unwrap_or_else(|| words.say("html-kind")),
        notes: proposed.into_iter().chain(rows.iter().filter_map(said)).collect(),
        body: Body::Table(Table::new("", 0).rows(rows)),
    })
}

/// How long, and from when.
fn horizon(of: &Teller) -> String {
    let (f, words) = (of.findings(), of.words);
    let months = words.say_with("html-months", &[("months", &f.case.months.to_string())]);
    match start(f) {
        Some(start) => {
            let month = words.calendar_month(start.year, start.month);
            format!("{months}, {}", words.say_with("html-from", &[("month", &month)]))
        }
        None => months,
    }
}

/// A number of the ledger with its band and what its value leaves unsaid of its unit.
fn number(row: &LedgerRow, of: &Teller) -> Row {
    let (words, currency) = (of.words, of.findings().case.currency.as_str());
    let facts = facts(row);
    let value = |x: f64| values::value(&facts, currency, words, x);
    let shown = match (row.p5, row.p95) {
        (Some(low), Some(high)) if low != high => banded(&value(row.p50), &value(low), &value(high), words),
        _ => value(row.p50),
    };
    let unit = values::unsaid(&facts, words);
    Row::fact(&values::name(&facts.name, words), format!("{shown} {unit}").trim_end(), "")
}

/// What it is worth, and how sure that is.
pub fn answer(of: &Teller) -> Option<Chapter> {
    let (f, words) = (of.findings(), of.words);
    let mut said = sentences::answer(f, words).into_iter();
    let finding = said.next()?;
    let mut notes = musts(f, words);
    notes.extend(said);
    if f.cost_effectiveness.is_none() {
        notes.push(format!("{}: {}", words.say("value-loss"), loss::loss(f, words)));
        notes.extend(loss::by_delivery(f, words).map(|split| format!("{}: {split}", words.say("value-loss-split"))));
        notes.push(format!("{}: {}", words.say("value-payback"), bare_payback(f, words)));
    }
    Some(Chapter {
        name: "answer",
        heading: words.say("html-answer"),
        finding,
        lead: String::new(),
        body: Body::Table(measures(of, words)),
        notes,
    })
}

/// The measures that a board asks for.
fn measures(of: &Teller, words: Words) -> Table {
    let (f, currency) = (of.findings(), of.findings().case.currency.as_str());
    let money = |x: f64| Shown::money(currency, x);
    let row = |name: &str, s: &Spread, show: &dyn Fn(f64) -> Shown| {
        Row::new(name).cells([s.p50, s.p5, s.p95, s.mean].map(|e| words.write(&show(e.value))))
    };
    let heads = [words.say("median"), "P5".into(), "P95".into(), words.say("label-mean")];
    let mut table = heads.iter().fold(Table::new("", 0), |table, head| table.numbers(head, 0));
    table.push(row(&words.say("value-npv"), &f.npv, &money));
    if let Some(found) = &f.run_off {
        let name = words.say_with("value-npv-run-off", &[("months", &found.months.to_string())]);
        table.push(row(&name, &found.npv, &money));
    }
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        table.push(row(&words.say("value-roi"), roi, &Shown::percent_change));
    }
    table.push(row(&words.say("value-benefit"), &f.pv_benefit, &money));
    table.push(row(&words.say("value-cost"), &f.pv_cost, &money));
    table.push(row(&words.say("value-funding"), &f.peak_funding, &money));
    let dash = || "–".to_owned();
    if f.cost_effectiveness.is_none() {
        let loss = words.loss(&f.case.kind, f.loss_probability.value);
        table.push(Row::new(&words.say("value-loss")).cells([loss, dash(), dash(), dash()]));
    }
    if let Some(found) = &f.cost_effectiveness {
        let customer = found.connected.map_or_else(dash, |per| of.money(per.cost.value));
        let score = found.rating_point.map_or_else(dash, |per| words.signed_change(per.effect.value, 2));
        for (name, shown) in
            [(words.say("effectiveness-connected"), customer), (words.say("effectiveness-point"), score)]
        {
            table.push(Row::new(&name).cells([dash(), dash(), dash(), shown]));
        }
    }
    table
}
