//! The assumptions of a case: every input of the model with its distribution and where it comes from.

use super::checked::{Assumption, Provenance, Value, inputs, nps_catalogue};
use super::examples;
use super::fault::Fault;
use super::faults::Place;
use super::field::TABLES;
use super::reader::{Cell, Reader, Reading};
use crate::chain::Acquisition;
use crate::sampling::Distribution;
use crate::units::Input;

/// Assumptions, some of which could not be read.
pub(super) type Column = Option<Assumption>;

/// What part of each answer belongs to each state of connection (expert assumption, grade D).
///
/// Detractors are unconnected; passives 75 % satisfied and 25 % distinctive; promoters 40 % distinctive and 60 %
/// connected.
const STATES_OF_ANSWERS: [(&str, &[(&str, f64)]); 4] = [
    ("customers.mix.unconnected", &[("customers.nps.detractors", 1.0)]),
    ("customers.mix.satisfied", &[("customers.nps.passives", 0.75)]),
    ("customers.mix.distinctive", &[("customers.nps.passives", 0.25), ("customers.nps.promoters", 0.4)]),
    ("customers.mix.connected", &[("customers.nps.promoters", 0.6)]),
];

/// An assumption from what was read.
pub(super) fn assumption(input: &Input, reading: Reading) -> Assumption {
    Assumption {
        path: input.path(),
        kind: input.kind,
        unit: input.unit.to_owned(),
        meaning: input.meaning.to_owned(),
        value: Value::Drawn(reading.distribution),
        written: reading.written,
        provenance: reading.provenance,
    }
}

/// Reads these inputs; adds those that no layer gives to `missing`.
pub(super) fn read(r: &mut Reader, inputs: &[Input], missing: &mut Vec<Input>) -> Vec<Column> {
    inputs
        .iter()
        .map(|input| {
            let Some(cell) = r.cell(&input.path()) else {
                missing.push(*input);
                return None;
            };
            let reading = r.quantity(&cell, &input.kind)?;
            Some(assumption(input, reading))
        })
        .collect()
}

/// Reads every input of a chain case, and how acquisition is set. Those of `customers.nps` come last, after the cost
/// lines, and are given separately.
pub(super) fn read_chain(r: &mut Reader, missing: &mut Vec<Input>) -> (Vec<Column>, Vec<Column>, Acquisition) {
    let by_nps = mix_from_nps(r);
    let balanced = balanced(r);
    let (mut columns, mut lacking) = (Vec::new(), Vec::new());
    for input in inputs() {
        let path = input.path();
        if by_nps && path.starts_with("customers.mix.") {
            columns.push(None);
        } else if let Some(provenance) = balanced.as_ref().filter(|_| path == "customers.annual_acquisition") {
            columns.push(still(&input, provenance.clone()));
        } else {
            columns.extend(read(r, &[input], &mut lacking));
        }
    }
    let nps = if by_nps { read(r, &nps_catalogue(), &mut lacking) } else { Vec::new() };
    missing.extend(lacking);
    let acquisition = if balanced.is_some() { Acquisition::Balanced } else { Acquisition::Annual };
    (columns, nps, acquisition)
}

/// Where the word "balanced" comes from, if acquisition is balanced.
fn balanced(r: &mut Reader) -> Option<Provenance> {
    let cell = r.cell("customers.annual_acquisition")?;
    r.word(&cell, "balanced")
}

/// Balanced acquisition is computed from churn, so its column only keeps its place.
fn still(input: &Input, provenance: Provenance) -> Column {
    let distribution = Distribution::constant(0.0).ok()?;
    Some(assumption(input, Reading { distribution, written: "balanced".to_owned(), provenance }))
}

/// Whether `customers.nps` stands in place of the mix: the nearer of the two holds.
fn mix_from_nps(r: &mut Reader) -> bool {
    let nearest = |table| r.stack.layers_giving(table).first().copied();
    let (mix, nps) = (nearest("customers.mix"), nearest("customers.nps"));
    let Some(nps_layer) = nps else { return false };
    if mix == nps {
        let cell = nps_catalogue().iter().find_map(|input| r.cell(&input.path()));
        if let Some(cell) = cell {
            let cell = Cell { path: "customers.nps".to_owned(), ..cell };
            r.fault(&cell, Fault::BothGiven { other: "customers.mix" });
        }
    }
    mix.is_none_or(|mix_layer| nps_layer < mix_layer)
}

/// Puts sums over the answers of `customers.nps` in place of the mix.
pub(super) fn place_sums(columns: &mut [Column]) {
    let inputs = inputs();
    let place_of =
        |path: &str, columns: &[Column]| columns.iter().position(|c| c.as_ref().is_some_and(|a| a.path == path));
    for (state, answers) in STATES_OF_ANSWERS {
        let places = answers.iter().map(|(answer, part)| Some((place_of(answer, columns)?, *part)));
        let Some(sum) = places.collect::<Option<Vec<_>>>() else { continue };
        let Some(at) = inputs.iter().position(|input| input.path() == state) else { continue };
        let provenance = columns[sum[0].0].as_ref().map(|a| a.provenance.clone()).unwrap_or_default();
        columns[at] = Some(Assumption {
            path: state.to_owned(),
            kind: inputs[at].kind,
            unit: inputs[at].unit.to_owned(),
            meaning: inputs[at].meaning.to_owned(),
            value: Value::Sum(sum),
            written: "from customers.nps".to_owned(),
            provenance,
        });
    }
}

/// Missing inputs up to which each is listed separately.
const MOST_TOLD_APART: usize = 5;

/// Says what no layer gives: one by one, or table by table where there are many.
pub(super) fn report_missing(r: &mut Reader, missing: &[Input]) {
    if missing.len() <= MOST_TOLD_APART {
        for input in missing {
            let example = format!("{} = {}", input.key, example(input));
            let fault = Fault::Missing { meaning: input.meaning.to_owned(), unit: input.unit.to_owned(), example };
            r.faults.add(None::<Place>, input.path(), fault);
        }
        return;
    }
    let mut first = true;
    for table in TABLES {
        let of_table: Vec<&Input> = missing.iter().filter(|input| input.table == table).collect();
        if !of_table.is_empty() {
            let lines = of_table.iter().map(|i| format!("{} = {}  # {}; {}", i.key, example(i), i.meaning, i.unit));
            let fault = Fault::MissingMany { lines: lines.collect(), advise_preset: first };
            r.faults.add(None::<Place>, table, fault);
            first = false;
        }
    }
}

fn example(input: &Input) -> String {
    examples::written(&input.path()).unwrap_or_else(|| examples::example(&input.path(), &input.kind))
}
