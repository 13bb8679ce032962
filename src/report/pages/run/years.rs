//! Profit and cash by year: what finance books, and what a bank sees.

use super::less::negative_pieces;
use super::tone::loss_or_gain;
use crate::page::table::{Row, Table, Tone};
use crate::words::{Shown, Words};
use delight_model::finance::bridge::PIECES;
use delight_studies::run::{ByYear, Findings, YearStatement};

/// Width of the names of rows.
const NAME: usize = 24;
/// Width of a column of money.
const MONEY: usize = 9;
/// Years that stand by themselves; those after them stand together.
const YEARS: usize = 5;

/// A column of the table: its head, and its statement.
type Column = (String, YearStatement);

/// The table and how it is meant; none of results saved before there was one.
pub fn years(f: &Findings, words: Words) -> Option<(Table, String)> {
    let found = f.by_year.as_ref()?;
    let columns = columns(found, words);
    let note = match found.trials < f.trials {
        true => words.say_with("years-note-few", &[("trials", &words.whole(found.trials as f64))]),
        false => words.say("years-note"),
    };
    let less = negative_pieces(f, words);
    let note = if less.is_empty() { note } else { format!("{note}. {}", less.join(" ")) };
    let empty = Table::new(&words.say("years-title"), NAME);
    let table = columns.iter().fold(empty, |table, (head, _)| table.numbers(head, MONEY));
    Some((table.rows(rows(&columns, found, &f.case.currency, words)), note))
}

fn columns(found: &ByYear, words: Words) -> Vec<Column> {
    let head = |year: usize| match year {
        0 => words.say("years-start"),
        year => words.say_with("years-year", &[("year", &year.to_string())]),
    };
    let (alone, later) = found.years.split_at(found.years.len().min(YEARS + 1));
    let mut columns: Vec<Column> = alone.iter().enumerate().map(|(year, of)| (head(year), of.clone())).collect();
    match later {
        [] => {}
        [one] => columns.push((head(YEARS + 1), one.clone())),
        many => {
            let (from, to) = ((YEARS + 1).to_string(), (found.years.len() - 1).to_string());
            let head = words.say_with("years-later", &[("from", &from), ("to", &to)]);
            columns.push((head, together(many)));
        }
    }
    columns.push((words.say("years-total"), found.total.clone()));
    columns.push((words.say("years-pv"), found.present_value.clone()));
    columns
}

fn together(years: &[YearStatement]) -> YearStatement {
    let sum = |of: fn(&YearStatement) -> f64| years.iter().map(of).sum();
    let piece = |key: &String| (key.clone(), years.iter().filter_map(|year| year.pieces.get(key)).sum());
    YearStatement {
        pieces: years.first().map(|year| year.pieces.keys().map(piece).collect()).unwrap_or_default(),
        benefit: sum(|year| year.benefit),
        cost: sum(|year| year.cost),
        capital: sum(|year| year.capital),
        written_off: sum(|year| year.written_off),
        tax: sum(|year| year.tax),
        profit: sum(|year| year.profit),
        cash: sum(|year| year.cash),
    }
}

/// A line of the statement: its name, what it is of a year, and whether it is a sum.
struct Line {
    name: String,
    of: Box<dyn Fn(&YearStatement) -> f64>,
    sum: bool,
}

fn lines(found: &ByYear, currency: &str, words: Words) -> Vec<Line> {
    let line = |name: String, of: fn(&YearStatement) -> f64, sum: bool| Line { name, of: Box::new(of), sum };
    let is_something = |x: &f64| !Shown::money(currency, *x).is_nothing();
    let is_there = |piece: &&&str| found.years.iter().any(|year| year.pieces.get(**piece).is_some_and(is_something));
    let pieces = PIECES.iter().filter(is_there).map(|piece| {
        let key = (*piece).to_owned();
        let of = move |year: &YearStatement| year.pieces.get(&key).copied().unwrap_or(0.0);
        Line { name: words.say_of("piece", piece), of: Box::new(of), sum: false }
    });
    let statement = [
        line(words.say("years-benefit"), |year| year.benefit, true),
        line(words.say("years-cost"), |year| -year.cost, false),
        line(words.say("years-written-off"), |year| -year.written_off, false),
        line(words.say("years-tax"), |year| -year.tax, false),
        line(words.say("years-profit"), |year| year.profit, true),
        line(words.say("years-capital"), |year| -year.capital, false),
        line(words.say("years-cash"), |year| year.cash, true),
    ];
    pieces.chain(statement).collect()
}

fn rows(columns: &[Column], found: &ByYear, currency: &str, words: Words) -> Vec<Row> {
    let is_something = |x: f64| !Shown::money(currency, x).is_nothing();
    let is_needed = |line: &Line| line.sum || columns.iter().any(|(_, year)| is_something((line.of)(year)));
    let row = |line: &Line| {
        let named = Row::new(&line.name).named(if line.sum { Tone::Strong } else { Tone::Plain });
        columns.iter().fold(named, |row, (_, year)| {
            let x = (line.of)(year);
            let tone = if line.sum { loss_or_gain(x) } else { Tone::Plain };
            row.toned(shown(x, currency, words), tone)
        })
    };
    let mut rows: Vec<Row> = lines(found, currency, words).iter().filter(|line| is_needed(line)).map(row).collect();
    rows.push(so_far(columns, currency, words));
    rows
}

/// Cash so far, year by year; the total and the present value have none.
fn so_far(columns: &[Column], currency: &str, words: Words) -> Row {
    let years = columns.len().saturating_sub(2);
    let mut sum = 0.0;
    let cells = columns.iter().enumerate().map(|(place, (_, year))| {
        sum += year.cash;
        if place < years { shown(sum, currency, words) } else { String::new() }
    });
    Row::new(&words.say("years-cumulative")).cells(cells)
}

fn shown(x: f64, currency: &str, words: Words) -> String {
    if Shown::money(currency, x).is_nothing() { "–".to_owned() } else { words.money(currency, x) }
}
