//! The months of a project that is known by its cash flows.

use super::books::Booked;
use super::grid::{Grid, Handle, Heading};
use super::inputs::Line;
use super::look::Look;
use super::term::Term;
use crate::words::Words;

/// Adds a column for each flow, with its own sign, and what is income and outlay of them.
pub fn add(grid: &mut Grid, month: Handle, lines: &[Line], (currency, words): (&str, Words)) -> Booked {
    let amount = |name: String| Heading::new(name, currency, Look::Amount);
    grid.band(words.say("book-band-flows"));
    let columns: Vec<(&Line, Handle)> = lines
        .iter()
        .map(|line| (line, grid.formulas(amount(line.name.clone()), 0, |g, t| flow(g, month, line, t))))
        .collect();
    let ends = columns.first().zip(columns.last()).map(|((_, first), (_, last))| (*first, *last));
    let benefit = grid.formulas(amount(words.say("book-income")), 0, |g, t| match ends {
        Some((first, last)) => g.across(first, last, t).sum_above_zero(),
        None => Term::number(0.0),
    });
    let cost = grid.formulas(amount(words.say("book-outlay")), 0, |g, t| match ends {
        Some((first, last)) => -g.across(first, last, t).sum_below_zero(),
        None => Term::number(0.0),
    });
    let outlay = |column: Handle| Term::number(0.0).max(&-grid.at(column, 0));
    let written_off = columns.iter().filter(|(line, _)| line.capital).map(|(_, column)| outlay(*column));
    let capital = written_off.reduce(|sum, one| sum + one).unwrap_or(Term::number(0.0));
    let capital = grid.at_start(amount(words.say("book-capital")), capital);
    Booked { month, benefit, untaxed: None, cost, capital }
}

/// amount·(1 + growth)^((t − first)/12) where it is due.
fn flow(g: &Grid, month: Handle, line: &Line, t: usize) -> Term {
    let [amount, from, to, growth, every] = &line.cells;
    let month = g.at(month, t);
    let since = &month - from;
    let due = from.at_most(&month).and(&month.at_most(to)).and(&since.is_multiple_of(every));
    due.choose(&(amount * (1.0 + growth).power(&(since / 12.0))), &Term::number(0.0))
}
