//! Rules between several inputs: shares that make a whole, and a market that holds today's customers and newcomers.

use super::assumptions::Column;
use super::checked::{Assumption, Value};
use super::fault::Fault;
use super::note::Note;
use super::reader::{Cell, Reader};
use super::today;
use crate::chain::Plan;
use crate::chain::survey::Survey;
use crate::chain::today::Today;
use crate::sampling::Distribution;

/// Shares that must make a whole.
const WHOLES: [(&str, &[&str]); 4] = [
    ("customers.mix", &["unconnected", "satisfied", "distinctive", "connected"]),
    ("customers.nps", &["promoters", "passives", "detractors"]),
    ("effects.advocacy.entry_mix", &["unconnected", "satisfied", "distinctive", "connected"]),
    ("effects.advocacy.referred_mix", &["unconnected", "satisfied", "distinctive", "connected"]),
];

/// How far fixed shares may be from a whole: rounding of what people write.
const FIXED_TOLERANCE: f64 = 1e-6;
/// How far the medians of uncertain shares may be from a whole; each trial scales its draws.
const MEDIAN_TOLERANCE: f64 = 0.02;

/// Checks all rules of a chain case.
pub(super) fn check(r: &mut Reader, columns: &[Column], plan: &Plan) {
    for (table, keys) in WHOLES {
        let shares: Option<Vec<&Assumption>> =
            keys.iter().map(|key| find(columns, &format!("{table}.{key}"))).collect();
        if let Some(shares) = shares {
            check_whole(r, table, &shares);
        }
    }
    if let Some(today) = today::of(columns.iter().flatten(), plan) {
        check_market(r, columns, &today);
        note_survey(r, plan, &today);
    }
}

fn find<'c>(columns: &'c [Column], path: &str) -> Option<&'c Assumption> {
    columns.iter().flatten().find(|a| a.path == path)
}

fn drawn(assumption: &Assumption) -> Option<&Distribution> {
    match &assumption.value {
        Value::Drawn(distribution) => Some(distribution),
        Value::Sum(_) => None,
    }
}

fn check_whole(r: &mut Reader, table: &str, shares: &[&Assumption]) {
    let Some(distributions) = shares.iter().map(|a| drawn(a)).collect::<Option<Vec<_>>>() else { return };
    let fixed = distributions.iter().all(|d| d.is_constant());
    let sum: f64 = distributions.iter().map(|d| d.median()).sum();
    let tolerance = if fixed { FIXED_TOLERANCE } else { MEDIAN_TOLERANCE };
    if (sum - 1.0).abs() <= tolerance {
        return;
    }
    let parts: Vec<String> = shares.iter().map(|a| format!("{} ({})", a.written, a.provenance.place)).collect();
    let cells: Vec<Cell> = shares.iter().filter_map(|a| r.cell(&a.path)).collect();
    // The nearest layer is the one that broke the whole.
    if let Some(cell) = cells.into_iter().min_by_key(|cell| (cell.layer, cell.node.span.start)) {
        let cell = Cell { path: table.to_owned(), ..cell };
        r.fault(&cell, Fault::SumNotOne { parts: parts.join(" + "), sum, fixed });
    }
}

/// The chance on each side up to which market and customers are compared.
const TAIL: f64 = 0.001;

/// A market must hold the newcomers of a month at today's numbers; in trials in which it would not, it is held to it.
fn check_market(r: &mut Reader, columns: &[Column], today: &Today) {
    let [Some(market), Some(count)] = ["customers.market_size", "customers.count"].map(|path| find(columns, path))
    else {
        return;
    };
    let (newcomers, room) = (today.newcomers, today.room);
    // What is typed in decimals may miss equality by rounding.
    let full = newcomers > room + 1e-9 * today.customers;
    let Some(cell) = r.cell("customers.market_size") else { return };
    if full {
        let (market, count) = (market.written.clone(), count.written.clone());
        let least = today.customers + newcomers;
        r.fault(&cell, Fault::MarketFull { market, count, newcomers, room, least });
        return;
    }
    let [Some(market_size), Some(customers)] = [drawn(market), drawn(count)] else { return };
    let (low, high) = (market_size.quantile(TAIL), customers.quantile(1.0 - TAIL));
    let uncertain = !market_size.is_constant() || !customers.is_constant();
    if uncertain && low < high * (1.0 + newcomers / today.customers) {
        let place = r.place(&cell);
        r.notes.push(Note::MarketHeld { place, low, high });
    }
}

/// Says what mix follows from a survey: it is none of the numbers that the case writes.
fn note_survey(r: &mut Reader, plan: &Plan, today: &Today) {
    if matches!(plan.survey, Survey::Shares | Survey::Points) {
        r.notes.push(Note::MixOfSurvey { mix: today.mix });
    }
}
