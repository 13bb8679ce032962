//! A rival project: `[[flows]]` and `[finance]`, without a chain.

use super::assumptions::{Column, assumption};
use super::checked::{Assumption, Provenance};
use super::fault::Fault;
use super::field::{Content, Field, field};
use super::reader::{Reader, Reading};
use super::records::{self, Record, required, schedule, unique_name};
use crate::finance::flows::{Flow, Nature, Rhythm};
use crate::sampling::Distribution;
use crate::units::{Input, Kind, Sort};

/// Growth of a flow a year: it may not fall to nothing at once.
const GROWTH: Kind = Kind::real_between(-0.99, 1.0);

/// The keys of an entry of `[[flows]]`.
pub(super) fn flow_fields() -> Vec<Field> {
    let per = Rhythm::ALL.map(|(_, word)| word).to_vec();
    let mut all = records::line_fields();
    all.push(field("amount", Content::Quantity(Kind::REAL), "money", "income (positive) or outlay (negative)"));
    all.push(field("per", Content::Choice(per), "rhythm", "how often it is paid"));
    all.push(field(
        "growth",
        Content::Quantity(GROWTH),
        "share a year",
        "growth of the amount from its first month on",
    ));
    let natures = Nature::ALL.map(|(_, word)| word).to_vec();
    let meaning = "what it is in every trial; by default what its sign at the median says";
    all.push(field("nature", Content::Choice(natures), "kind of flow", meaning));
    all
}

/// The most flows of a case.
pub const MOST_FLOWS: usize = 200;

/// `[[flows]]` of the nearest layer that has any, with the assumptions of amounts and growths.
pub(super) fn flows(r: &mut Reader, months: usize) -> (Vec<Flow>, Vec<Column>) {
    let Some(list) = r.stack.lists("flows").first().cloned() else {
        let example = "[[flows]] with name = \"savings\", amount = \"20k to 30k\", per = \"year\"".to_owned();
        let meaning = "a cash-flow case needs at least one flow".to_owned();
        r.lacking("flows", "flows", Fault::Missing { meaning, unit: "required".to_owned(), example, of_case: true });
        return Default::default();
    };
    let records = records::read(r, "flows", &list, &flow_fields(), MOST_FLOWS);
    let (mut taken, mut flows, mut columns) = (Vec::new(), Vec::new(), Vec::new());
    for record in &records {
        if let Some((flow, amount, growth)) = flow(r, record, &mut taken, months) {
            flows.push(flow);
            columns.extend([Some(amount), Some(growth)]);
        }
    }
    (flows, columns)
}

fn flow<'a>(
    r: &mut Reader<'a>,
    record: &Record<'a>,
    taken: &mut Vec<&'a str>,
    months: usize,
) -> Option<(Flow, Assumption, Assumption)> {
    let name = unique_name(r, record, taken);
    let rhythm = match record.cell("per") {
        Some(cell) => r.choice(&cell, &Rhythm::ALL.map(|(_, word)| word)).map(|place| Rhythm::ALL[place].0),
        None => {
            required(r, record, "per", "per = \"year\"");
            None
        }
    };
    let changed = |key| name.as_ref().and_then(|name| r.cell(&format!("flows.{name}.{key}")));
    let [amount, growth] = ["amount", "growth"].map(|key| changed(key).or_else(|| record.cell(key)));
    let amount = match amount {
        Some(cell) => r.quantity(&cell, &Kind::REAL, Sort::Money),
        None => {
            required(r, record, "amount", "amount = \"20k to 30k\"");
            None
        }
    };
    let growth = match growth {
        Some(cell) => r.quantity(&cell, &GROWTH, Sort::Ratio),
        None => no_growth(r, record),
    };
    let nature = record.cell("nature").and_then(|cell| r.choice(&cell, &Nature::ALL.map(|(_, word)| word)));
    let rhythm = rhythm?;
    let usual_from = if rhythm == Rhythm::Year { 12 } else { 1 };
    let schedule = schedule(r, record, rhythm == Rhythm::Once, usual_from, months);
    let (name, schedule, amount, growth) = (name?, schedule?, amount?, growth?);
    let by_sign = Nature::of(amount.distribution.median());
    let column = |key: &'static str, kind, unit, meaning, reading| {
        let input = Input::new("flows", key, kind, unit, meaning);
        Assumption { path: format!("flows.{name}.{key}"), ..assumption(&input, reading) }
    };
    let amount = column("amount", Kind::REAL, unit(rhythm), "income (positive) or outlay (negative)", amount);
    let growth = column("growth", GROWTH, "share a year", "growth of the amount from its first month on", growth);
    let flow = Flow {
        rhythm,
        month: schedule.month,
        from: schedule.from,
        to: schedule.to,
        capital: schedule.capital,
        nature: Some(nature.map_or(by_sign, |place| Nature::ALL[place].0)),
        name,
    };
    Some((flow, amount, growth))
}

/// The unit of an amount of a flow.
pub(super) fn unit(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Once => "money, once",
        Rhythm::Month => "money a month",
        Rhythm::Year => "money a year",
    }
}

fn no_growth(r: &Reader, record: &Record) -> Option<Reading> {
    let provenance = Provenance { place: r.place(&record.whole), ..Provenance::default() };
    Some(Reading { distribution: Distribution::constant(0.0).ok()?, written: "0".to_owned(), provenance })
}
