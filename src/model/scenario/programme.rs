//! The programme besides its numbers: how its delivery is decided, what it costs, and when it is checked.

use super::assumptions::{Column, assumption};
use super::checked::{Gate, Metric};
use super::fault::Fault;
use super::field::{Content, Field, MOST_MONTHS, field};
use super::reader::{Cell, Reader};
use super::records::{self, Record, required, schedule, unique_name};
use crate::chain::Delivery;
use crate::finance::costs::{CostItem, Of, Per};
use crate::units::{Input, Kind, Sort};

/// The most cost lines of a case.
pub const MOST_COSTS: usize = 200;

/// The most answers of a survey.
const MOST_ANSWERS: i64 = 10_000_000;

/// The keys of `[programme]` that are not inputs, and of `[programme.gate]`.
pub(super) fn fields() -> Vec<Field> {
    let mut outcomes = vec!["drawn"];
    outcomes.extend(Delivery::ALL.map(Delivery::name));
    vec![
        field(
            "programme.delivery",
            Content::Choice(outcomes),
            "outcome",
            "outcome of the delivery: drawn by its chances, or fixed",
        ),
        field(
            "programme.gate.month",
            Content::Whole(1, MOST_MONTHS),
            "month",
            "month after which the programme is checked",
        ),
        field(
            "programme.gate.metric",
            Content::Choice(Metric::ALL.map(Metric::name).to_vec()),
            "metric",
            "what is measured against doing nothing",
        ),
        field(
            "programme.gate.at_least",
            Content::Number(-200.0, 200.0),
            "share, or points of NPS",
            "smallest gain with which the programme goes on",
        ),
        field(
            "programme.gate.survey",
            Content::Whole(1, MOST_ANSWERS),
            "answers",
            "answers of the survey that reads it, with its error; without one it is read exactly",
        ),
    ]
}

/// The keys of an entry of `[[programme.costs]]`.
pub(super) fn cost_fields() -> Vec<Field> {
    let per = Per::ALL.map(|(_, word)| word).to_vec();
    let mut all = records::line_fields();
    let of = Of::ALL.map(|(_, word)| word).to_vec();
    all.push(field("amount", Content::Quantity(Kind::AMOUNT), "money", "what it costs; a share with of = \"wages\""));
    all.push(field(
        "of",
        Content::Choice(of),
        "measure",
        "what the amount is counted in: money, or a share of the wage bill (paid once, or a share a year with per = \"month\")",
    ));
    all.push(field("per", Content::Choice(per), "unit", "what the amount is paid for"));
    all
}

/// `programme.delivery`: an outcome for all trials, or none for the draw.
pub(super) fn delivery(r: &mut Reader) -> Option<Delivery> {
    let cell = r.cell("programme.delivery")?;
    let mut words = vec!["drawn"];
    words.extend(Delivery::ALL.map(Delivery::name));
    let place = r.choice(&cell, &words)?;
    Delivery::ALL.into_iter().nth(place.checked_sub(1)?)
}

/// `[programme.gate]`.
pub(super) fn gate(r: &mut Reader, months: usize) -> Option<Gate> {
    let keys = ["programme.gate.month", "programme.gate.metric", "programme.gate.at_least"];
    let cells = keys.map(|key| r.cell(key));
    let given = cells.iter().flatten().next().cloned()?;
    let examples = ["month = 18", "metric = \"connected\"", "at_least = 0.01"];
    for ((key, cell), example) in keys.iter().zip(&cells).zip(examples) {
        if cell.is_none() {
            let place = Cell { path: (*key).to_owned(), ..given.clone() };
            let fault = Fault::Missing {
                meaning: "a gate has a month, a metric and at_least".into(),
                unit: "required".into(),
                example: example.into(),
                of_case: false,
            };
            r.fault(&place, fault);
        }
    }
    let [Some(month), Some(metric), Some(at_least)] = cells else { return None };
    let month = r.whole(&month, 1, months as i64);
    let metric = r.choice(&metric, &Metric::ALL.map(Metric::name)).map(|place| Metric::ALL[place]);
    let most = metric.map_or(1.0, Metric::most);
    let at_least = r.number(&at_least, -most, most);
    let survey = r.cell("programme.gate.survey").and_then(|cell| r.whole(&cell, 1, MOST_ANSWERS)).map(|n| n as f64);
    Some(Gate { month: month? as usize, metric: metric?, at_least: at_least?, survey })
}

/// `[[programme.costs]]` of the nearest layer that has any, with the assumption of each amount.
pub(super) fn costs(r: &mut Reader, months: usize) -> (Vec<CostItem>, Vec<Column>) {
    let Some(list) = r.stack.lists("programme.costs").first().cloned() else { return Default::default() };
    let records = records::read(r, "programme.costs", &list, &cost_fields(), MOST_COSTS);
    let mut taken = Vec::new();
    records.iter().filter_map(|record| cost(r, record, &mut taken, months)).unzip()
}

fn cost<'a>(
    r: &mut Reader<'a>,
    record: &Record<'a>,
    taken: &mut Vec<&'a str>,
    months: usize,
) -> Option<(CostItem, Column)> {
    let name = unique_name(r, record, taken);
    let per = match record.cell("per") {
        Some(cell) => r.choice(&cell, &Per::ALL.map(|(_, word)| word)).map(|place| Per::ALL[place].0),
        None => {
            required(r, record, "per", "per = \"month\"");
            None
        }
    };
    let of = of(r, record, per)?;
    let (kind, sort) = match of {
        Of::Money => (Kind::AMOUNT, Sort::Money),
        Of::Wages => (Kind::SHARE, Sort::Ratio),
    };
    let changed = name.as_ref().and_then(|name| r.cell(&format!("programme.costs.{name}")));
    let amount = match changed.or_else(|| record.cell("amount")) {
        Some(cell) => r.quantity(&cell, &kind, sort),
        None => {
            let example = if of == Of::Wages { "amount = \"0.3% to 1%\"" } else { "amount = \"10k to 20k\"" };
            required(r, record, "amount", example);
            None
        }
    };
    let per = per?;
    let schedule = schedule(r, record, per == Per::Once, 1, months);
    let (name, schedule, amount) = (name?, schedule?, amount?);
    let input = Input::new("programme.costs", "", kind, unit(per, of), "a cost of the programme");
    let path = format!("programme.costs.{name}");
    let column = super::checked::Assumption { path, meaning: name.clone(), ..assumption(&input, amount) };
    let (from, to, month, capital) = (schedule.from, schedule.to, schedule.month, schedule.capital);
    let item = CostItem { name, per, of, from, to, month, capital, parts: Vec::new() };
    Some((item, Some(column)))
}

/// What the amount of a cost line is counted in; none where that does not go with what it is paid for.
fn of<'a>(r: &mut Reader<'a>, record: &Record<'a>, per: Option<Per>) -> Option<Of> {
    let Some(cell) = record.cell("of") else { return Some(Of::Money) };
    let of = r.choice(&cell, &Of::ALL.map(|(_, word)| word)).map(|place| Of::ALL[place].0)?;
    if of == Of::Wages && per.is_some_and(|per| !matches!(per, Per::Once | Per::Month)) {
        let rule = "of = \"wages\" goes with per = \"once\" or \"month\": what is paid for employees, customers or events is money".to_owned();
        r.fault(&cell, Fault::Misplaced { rule, fix: Some("remove it, and give the amount in money".to_owned()) });
        return None;
    }
    Some(of)
}

/// The unit of an amount of a cost line.
pub(super) fn unit(per: Per, of: Of) -> &'static str {
    match (of, per) {
        (Of::Wages, Per::Month) => "share of the wage bill a year",
        (Of::Wages, _) => "share of the wage bill",
        (Of::Money, per) => of_money(per),
    }
}

fn of_money(per: Per) -> &'static str {
    match per {
        Per::Once => "money, once",
        Per::Month => "money a month",
        Per::Employee => "money per employee a year",
        Per::Customer => "money per customer a year",
        Per::Hire => "money per hire",
        Per::Individual => "money per extra individual service",
        Per::Surprise => "money per extra surprise",
        Per::Recovery => "money per extra recovered failure",
    }
}
