//! The assumptions of a case: every input of the model with its distribution and where it comes from.

use super::checked::{Assumption, Provenance, Value, inputs};
use super::examples;
use super::fault::Fault;
use super::field::TABLES;
use super::reader::{Reader, Reading};
use crate::chain::Acquisition;
use crate::sampling::Distribution;
use crate::units::{Input, Sort};

/// Assumptions, some of which could not be read.
pub(super) type Column = Option<Assumption>;

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
            let reading = r.quantity(&cell, &input.kind, Sort::of_unit(input.unit))?;
            Some(assumption(input, reading))
        })
        .collect()
}

/// Reads every input of a chain case, and how acquisition is set.
pub(super) fn read_chain(r: &mut Reader, missing: &mut Vec<Input>) -> (Vec<Column>, Acquisition) {
    let balanced = balanced(r);
    let mut columns = Vec::new();
    for input in inputs() {
        match &balanced {
            Some(provenance) if input.path() == "customers.annual_acquisition" => {
                columns.push(still(&input, provenance.clone()));
            }
            _ => columns.extend(read(r, &[input], missing)),
        }
    }
    (columns, if balanced.is_some() { Acquisition::Balanced } else { Acquisition::Annual })
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

/// Missing inputs up to which each is listed separately.
const MOST_TOLD_APART: usize = 5;

/// Says what no layer gives: one by one, or table by table where there are many.
pub(super) fn report_missing(r: &mut Reader, missing: &[Input]) {
    if missing.len() <= MOST_TOLD_APART {
        for input in missing {
            let example = format!("{} = {}", input.key, example(input));
            let (meaning, unit) = (input.meaning.to_owned(), input.unit.to_owned());
            r.lacking(input.table, input.path(), Fault::Missing { meaning, unit, example, of_case: true });
        }
        return;
    }
    let mut first = true;
    for table in TABLES {
        let of_table: Vec<&Input> = missing.iter().filter(|input| input.table == table).collect();
        if !of_table.is_empty() {
            let lines = of_table.iter().map(|i| format!("{} = {}  # {}; {}", i.key, example(i), i.meaning, i.unit));
            let fault = Fault::MissingMany { lines: lines.collect(), advise_preset: first };
            r.lacking(table, table, fault);
            first = false;
        }
    }
}

fn example(input: &Input) -> String {
    examples::written(&input.path())
        .unwrap_or_else(|| examples::example(&input.path(), &input.kind, Sort::of_unit(input.unit)))
}
