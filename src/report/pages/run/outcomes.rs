//! What would have to be true, in outcomes that people know.

use crate::page::chance::is_known;
use crate::page::table::{Row, Table};
use crate::words::{Words, kpi};
use delight_studies::run::{Balance, BalanceOutcome, Findings, OutcomeBreakEven};

/// Width of the names of outcomes.
const NAME: usize = 28;

/// The outcomes from which on the case pays, and how it is meant; none where there are none.
pub fn outcomes(f: &Findings, words: Words) -> Option<(Table, String)> {
    let known = f.outcomes.iter().filter(|found| is_known(&found.chance));
    let rows: Vec<Row> = known.map(|found| row(found, f, words)).collect();
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

/// What one outcome alone would have to be for the case to break even, and how it is meant; none where that is not known.
pub fn balance(f: &Findings, words: Words) -> Option<(Table, String)> {
    let found = f.balance.as_ref()?;
    let rows: Vec<Row> = sure(found).map(|of| row_alone(of, f, words)).collect();
    if rows.is_empty() {
        return None;
    }
    let both = rows.len() > 1;
    let heads = [words.say("outcome-expected"), words.say("outcome-balance"), words.say("outcome-change")];
    let table = Table::new(&words.say("outcome-alone-title"), NAME);
    let table = heads.iter().fold(table, |table, head| table.numbers(head, 14));
    let table = table.numbers(&words.say("outcome-chance"), 12).rows(rows);
    let (explained, trials) = (words.percent_short(found.explained), words.whole(found.trials as f64));
    let note = words.say_with("outcome-alone-note", &[("explained", &explained), ("trials", &trials)]);
    Some((table, if both { format!("{} {note}", words.say("outcome-half")) } else { note }))
}

/// The outcomes whose chance is known.
pub(super) fn sure(found: &Balance) -> impl Iterator<Item = &BalanceOutcome> {
    found.outcomes.iter().filter(|of| is_known(&of.chance))
}

fn row_alone(of: &BalanceOutcome, f: &Findings, words: Words) -> Row {
    let [expected, with] = [of.expected, of.with].map(|x| level(&of.key, x, f, words));
    let change = change(&of.key, of.needed.value, f, words);
    Row::new(&name(&of.key, words)).cells([expected, with, change, words.percent_short(of.chance.value)])
}

/// What an outcome is called.
pub(super) fn name(key: &str, words: Words) -> String {
    match key {
        "revenue_per_customer" => words.say("outcome-revenue"),
        key => words.say_of("kpi", key),
    }
}

/// A level of an outcome, with its unit.
pub(super) fn level(key: &str, level: f64, f: &Findings, words: Words) -> String {
    match key {
        "revenue_per_customer" => words.money(&f.case.currency, level),
        key => kpi::level(key, level, &f.case.currency, words),
    }
}

/// A change of an outcome, with its sign and its unit.
pub(super) fn change(key: &str, change: f64, f: &Findings, words: Words) -> String {
    match key {
        "revenue_per_customer" => words.percent_change(change),
        key => kpi::change(key, change, &f.case.currency, words),
    }
}

fn row(found: &OutcomeBreakEven, f: &Findings, words: Words) -> Row {
    let change = change(&found.key, found.change, f, words);
    let [without, with] = [found.without, found.with].map(|x| level(&found.key, x, f, words));
    let cells = [without, with, change, words.percent_short(found.chance.value)];
    Row::new(&name(&found.key, words)).cells(cells)
}
