//! What would have to be true, in outcomes that people know.

use crate::page::table::{Row, Table};
use crate::words::{Words, kpi};
use delight_studies::run::{Findings, OutcomeBreakEven};

/// Width of the names of outcomes.
const NAME: usize = 28;
/// A chance that is known no better than this says nothing, a share.
const UNSURE: f64 = 0.05;

/// The outcomes from which on the case pays, and how it is meant; none where there are none.
pub fn outcomes(f: &Findings, words: Words) -> Option<(Table, String)> {
    let is_sure = |found: &&OutcomeBreakEven| found.chance.standard_error.is_some_and(|error| error <= UNSURE);
    let rows: Vec<Row> = f.outcomes.iter().filter(is_sure).map(|found| row(found, f, words)).collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [words.say("outcome-without"), words.say("outcome-with"), words.say("outcome-change")];
    let public = f.cost_effectiveness.is_some();
    let title = if public { words.say("outcome-title-public") } else { words.say("outcome-title") };
    let table = Table::new(&title, NAME);
    let table = heads.iter().fold(table, |table, head| table.numbers(head, 14));
    let table = table.numbers(&words.say("outcome-chance"), 12).rows(rows);
    Some((table, words.say("outcome-note")))
}

fn row(found: &OutcomeBreakEven, f: &Findings, words: Words) -> Row {
    let currency = &f.case.currency;
    let (name, [without, with, change]) = match found.key.as_str() {
        "revenue_per_customer" => {
            let [without, with] = [found.without, found.with].map(|x| words.money(currency, x));
            (words.say("outcome-revenue"), [without, with, words.percent_change(found.change)])
        }
        key => {
            let [without, with] = [found.without, found.with].map(|x| kpi::level(key, x, currency, words));
            (words.say_of("kpi", key), [without, with, kpi::change(key, found.change, currency, words)])
        }
    };
    Row::new(&name).cells([without, with, change, words.percent_short(found.chance.value)])
}
