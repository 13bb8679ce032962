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
    let parts = Parts::of(&columns);
    let income = grid.formulas(amount(words.say("book-income")), 0, |g, t| parts.income(g, t));
    let cost = grid.formulas(amount(words.say("book-outlay")), 0, |g, t| parts.outlay(g, t));
    let paid = |column: Handle| Term::number(0.0).max(&-grid.at(column, 0));
    let written_off = columns.iter().filter(|(line, _)| line.capital && line.outlay).map(|(_, column)| paid(*column));
    let capital = written_off.reduce(|sum, one| sum + one).unwrap_or(Term::number(0.0));
    let capital = grid.at_start(amount(words.say("book-capital")), capital);
    Booked { month, benefit: income, untaxed: None, cost, capital }
}

/// How the columns of the flows come together to income and outlay.
enum Parts {
    /// By sign, from the first column to the last: where every flow has the sign of its nature.
    Signs(Option<(Handle, Handle)>),
    /// Columns of income and of outlay, where a flow was said to be what its sign does not say.
    Natures(Vec<Handle>, Vec<Handle>),
}

impl Parts {
    fn of(columns: &[(&Line, Handle)]) -> Self {
        if columns.iter().all(|(line, _)| line.outlay == (line.cells[0].value() < 0.0)) {
            return Parts::Signs(columns.first().zip(columns.last()).map(|((_, first), (_, last))| (*first, *last)));
        }
        let (outlays, incomes): (Vec<_>, Vec<_>) = columns.iter().partition(|(line, _)| line.outlay);
        let handles = |part: Vec<(&Line, Handle)>| part.into_iter().map(|(_, column)| column).collect();
        Parts::Natures(handles(incomes), handles(outlays))
    }

    fn income(&self, g: &Grid, t: usize) -> Term {
        match self {
            Parts::Signs(Some((first, last))) => g.across(*first, *last, t).sum_above_zero(),
            Parts::Signs(None) => Term::number(0.0),
            Parts::Natures(incomes, _) => sum(g, incomes, t),
        }
    }

    fn outlay(&self, g: &Grid, t: usize) -> Term {
        match self {
            Parts::Signs(Some((first, last))) => -g.across(*first, *last, t).sum_below_zero(),
            Parts::Signs(None) => Term::number(0.0),
            Parts::Natures(_, outlays) => -sum(g, outlays, t),
        }
    }
}

fn sum(g: &Grid, columns: &[Handle], t: usize) -> Term {
    columns.iter().map(|column| g.at(*column, t)).reduce(|sum, one| sum + one).unwrap_or(Term::number(0.0))
}

/// amount·(1 + growth)^((t − first)/12) where it is due.
fn flow(g: &Grid, month: Handle, line: &Line, t: usize) -> Term {
    let [amount, from, to, growth, every] = &line.cells;
    let month = g.at(month, t);
    let since = &month - from;
    let due = from.at_most(&month).and(&month.at_most(to)).and(&since.is_multiple_of(every));
    due.choose(&(amount * (1.0 + growth).power(&(since / 12.0))), &Term::number(0.0))
}
