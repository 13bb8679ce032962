//! `[[correlations]]`: inputs that rise and fall together, from every layer; of the same pair the nearer one holds.

use super::assumptions::Column;
use super::checked::{Correlation, Value};
use super::fault::Fault;
use super::field::{Content, Field, field};
use super::node::NodeValue;
use super::note::Note;
use super::reader::{Cell, Reader};
use super::records::{self, Record, required};
use super::suggest::whole_path_meant;
use crate::sampling::{Copula, RankSteps, attained_rank};
use std::collections::{BTreeMap, BTreeSet};

/// The keys of an entry of `[[correlations]]`.
pub(super) fn correlation_fields() -> Vec<Field> {
    vec![
        field("between", Content::Paths, "paths", "inputs that rise and fall together, each two of them"),
        field("rank", Content::Number(-1.0, 1.0), "−1 to 1", "Spearman's rank correlation"),
    ]
}

/// The most correlations of a layer.
pub const MOST_CORRELATIONS: usize = 500;
/// The most inputs that may be correlated with others: repairing their matrix takes thousands of decompositions, each
/// with the cube of its size.
pub const MOST_CORRELATED: usize = 40;

/// The most inputs that one entry ties together.
const MOST_TOGETHER: usize = 12;

/// A pair of inputs as a layer gives it.
struct Tie<'a> {
    layer: usize,
    rank: f64,
    cell: Cell<'a>,
}

/// Pairs by the places of their inputs.
type Ties<'a> = BTreeMap<[usize; 2], Tie<'a>>;

/// Reads the correlations between these assumptions.
pub(super) fn read(r: &mut Reader, columns: &[Column]) -> Vec<Correlation> {
    let mut all = Ties::new();
    let mut tied = BTreeSet::new();
    let mut beyond = None;
    for list in r.stack.lists("correlations").to_vec() {
        let embedded = r.layers[list.layer].embedded;
        for record in records::read(r, "correlations", &list, &correlation_fields(), MOST_CORRELATIONS) {
            let Some((places, rank, cell)) = correlation(r, &record, columns, embedded) else { continue };
            let before = tied.len();
            tied.extend(places.iter().copied());
            if before <= MOST_CORRELATED && tied.len() > MOST_CORRELATED {
                beyond = Some(cell.clone());
            }
            add(r, &mut all, &places, Tie { layer: list.layer, rank, cell });
        }
    }
    match beyond {
        Some(cell) => {
            let cell = Cell { path: "correlations (inputs that take part)".to_owned(), ..cell };
            r.fault(&cell, Fault::TooMany { found: tied.len(), limit: MOST_CORRELATED });
        }
        None => note_what_is_reached(r, columns, &all),
    }
    all.into_iter().map(|(between, tie)| Correlation { between, rank: tie.rank }).collect()
}

/// Adds every pair of an entry; of the same pair the nearer layer holds.
fn add<'a>(r: &mut Reader<'a>, all: &mut Ties<'a>, places: &[usize], tie: Tie<'a>) {
    for pair in pairs(places) {
        match all.get(&pair) {
            Some(known) if known.layer == tie.layer => {
                let found = r.found(&tie.cell);
                r.fault(&tie.cell, Fault::Twice { found, of: "pair of inputs" });
            }
            Some(_) => (),
            None => drop(all.insert(pair, Tie { cell: tie.cell.clone(), ..tie })),
        }
    }
}

/// Every two of some places.
fn pairs(places: &[usize]) -> Vec<[usize; 2]> {
    let with_later = |(i, a): (usize, &usize)| places[i + 1..].iter().map(|b| [*a, *b]).collect::<Vec<_>>();
    places.iter().enumerate().flat_map(with_later).collect()
}

/// One entry: the places of its inputs in order, but for those that are fixed, and their rank; none where it is wrong.
fn correlation<'a>(
    r: &mut Reader<'a>,
    record: &Record<'a>,
    columns: &[Column],
    embedded: bool,
) -> Option<(Vec<usize>, f64, Cell<'a>)> {
    let Some(between) = record.cell("between") else {
        required(r, record, "between", "between = [\"customers.count\", \"customers.annual_churn\"]");
        return None;
    };
    let Some(rank) = record.cell("rank") else {
        required(r, record, "rank", "rank = 0.5");
        return None;
    };
    let (inputs, rank) = (inputs(r, &between), r.number(&rank, -1.0, 1.0));
    let (paths, rank) = (inputs?, rank?);
    let distinct: BTreeSet<&str> = paths.iter().map(|(path, _)| *path).collect();
    if distinct.len() < paths.len() {
        let found = r.found(&between);
        let rule = format!("must name different inputs, but {found} names one twice");
        r.fault(&between, Fault::Misplaced { rule, fix: Some("remove one of the two".to_owned()) });
        return None;
    }
    let mut places: Vec<usize> =
        paths.iter().filter_map(|(path, cell)| uncertain(r, columns, path, cell, embedded)).collect();
    places.sort_unstable();
    Some((places, rank, between))
}

/// The paths of `between`, two or more.
fn inputs<'a>(r: &mut Reader<'a>, between: &Cell<'a>) -> Option<Vec<(&'a str, Cell<'a>)>> {
    if let NodeValue::List(entries) = &between.node.value
        && (2..=MOST_TOGETHER).contains(&entries.len())
    {
        let cells = entries.iter().map(|node| Cell { node, ..between.clone() });
        return cells.map(|cell| Some((r.text(&cell, "customers.count")?, cell))).collect();
    }
    let found = r.found(between);
    let example = "[\"customers.count\", \"customers.annual_churn\"]".to_owned();
    r.fault(between, Fault::WrongType { found, expected: "a list of 2 to 12 paths", example });
    None
}

/// The place of an input that is drawn; what is fixed cannot be correlated, which is worth a note.
fn uncertain(r: &mut Reader, columns: &[Column], path: &str, cell: &Cell, embedded: bool) -> Option<usize> {
    let Some(place) = columns.iter().position(|c| c.as_ref().is_some_and(|a| a.path == path)) else {
        if r.faults.is_full() {
            return None;
        }
        // An input that could not be read has its own fault; embedded correlations may name what a case does not have.
        let paths: Vec<String> = columns.iter().flatten().map(|a| a.path.clone()).collect();
        let unread = columns.iter().any(Option::is_none) && r.stack.setting(path).is_some();
        if !unread && !embedded {
            let found = r.found(cell);
            let meant = whole_path_meant(path, &paths);
            r.fault(cell, Fault::NotAnInput { found, meant });
        }
        return None;
    };
    match &columns[place].as_ref()?.value {
        Value::Sum(_) => None,
        Value::Drawn(distribution) if distribution.is_constant() => {
            let is_known = |note: &Note| matches!(note, Note::FixedCorrelation { path: known, .. } if known == path);
            if !embedded && !r.notes.iter().any(is_known) {
                r.notes.push(Note::FixedCorrelation { path: path.to_owned(), place: r.place(cell) });
            }
            None
        }
        Value::Drawn(_) => Some(place),
    }
}

/// Says by how much the correlations had to be moved until some joint distribution has them, and which of them inputs of few
/// values do not reach.
fn note_what_is_reached(r: &mut Reader, columns: &[Column], ties: &Ties) {
    let places: Vec<usize> = ties.keys().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let at = |place: &usize| places.binary_search(place).unwrap_or_default();
    let ranks: Vec<_> = ties.iter().map(|([a, b], tie)| (at(a), at(b), tie.rank)).collect();
    if ranks.is_empty() {
        return;
    }
    match Copula::new(places.len(), &ranks) {
        Ok((copula, repair)) => {
            if repair.largest_change > 1e-3 {
                r.notes.push(Note::RanksMoved { largest_change: repair.largest_change });
            }
            let steps: Vec<Option<RankSteps>> = places.iter().map(|place| steps(&columns[*place])).collect();
            for (pair, tie) in ties {
                let [i, j] = pair.map(|place| at(&place));
                let rank = copula.rank(i, j);
                if let (Some(a), Some(b)) = (&steps[i], &steps[j])
                    && let Some([reached, most]) = few_values([a, b], tie.rank, rank)
                {
                    let paths = pair.map(|place| columns[place].as_ref().map_or_else(String::new, |a| a.path.clone()));
                    let place = r.place(&tie.cell);
                    r.notes.push(Note::RankNotReached { paths, place, asked: tie.rank, reached, most });
                }
            }
        }
        Err(error) => {
            if let Some(tie) = ties.values().next() {
                r.fault(&tie.cell, Fault::Misplaced { rule: error.to_string(), fix: None });
            }
        }
    }
}

fn steps(column: &Column) -> Option<RankSteps> {
    match &column.as_ref()?.value {
        Value::Drawn(distribution) => Some(RankSteps::of(distribution)),
        Value::Sum(_) => None,
    }
}

/// The rank correlation that is reached and the most there can be, where few values keep it from what was asked for.
fn few_values([a, b]: [&RankSteps; 2], asked: f64, of_scores: f64) -> Option<[f64; 2]> {
    /// A difference worth a word.
    const SHOWS: f64 = 0.02;
    if !a.is_stepped && !b.is_stepped {
        return None;
    }
    let reached = attained_rank(a, b, of_scores);
    ((reached - asked).abs() > SHOWS).then(|| [reached, attained_rank(a, b, asked.signum())])
}
