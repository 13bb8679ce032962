//! Tables beside the list of the chain: the weights of the elements, and searches that show every step.

use super::super::range::Range;
use super::super::term::Term;
use delight_model::chain::excellence::WEIGHTS;
use rust_xlsxwriter::utility::column_number_to_name;

/// The column of the names of the tables, and the first of their numbers.
pub const TABLE_NAMES: u16 = 7;
const FIRST: u16 = TABLE_NAMES + 1;
/// The row, from 0, of the first weights.
pub const WEIGHT_ROW: u32 = 5;
/// The row, from 0, of the first step of each search.
pub const SEARCH_ROWS: [u32; 2] = [16, 46];
/// Columns of a search, the number of the step included.
pub const SEARCH_COLUMNS: usize = 5;
/// Steps of a search: it ends after some five, and stays where it ends.
const STEPS: usize = 24;

/// A search for odds: its steps, each of odds, what is lost at them, its slope, and the change.
#[derive(Clone, Debug)]
pub struct Search {
    /// The row, from 0, of its first step.
    pub row: u32,
    /// Its steps.
    pub steps: Vec<[Term; 4]>,
}

/// The tables of the chain.
#[derive(Clone, Debug)]
pub struct Tables {
    sheet: String,
    /// The searches so far.
    pub searches: Vec<Search>,
}

impl Tables {
    /// None yet, on a sheet of this name.
    pub fn new(sheet: &str) -> Self {
        Tables { sheet: sheet.to_owned(), searches: Vec::new() }
    }

    /// The weights of a capability, by its place, for formulas of any sheet.
    pub fn weights(&self, capability: usize) -> Range {
        let [first, last] = [FIRST, FIRST + 8].map(column_number_to_name);
        let row = WEIGHT_ROW + capability as u32 + 1;
        Range::new(format!("{}!${first}${row}:${last}${row}", self.sheet), WEIGHTS[capability].1.to_vec())
    }

    /// The weight of an element in a capability.
    pub fn weight(&self, capability: usize, element: usize) -> Term {
        let column = column_number_to_name(FIRST + element as u16);
        let row = WEIGHT_ROW + capability as u32 + 1;
        Term::reference(format!("{}!${column}${row}", self.sheet), WEIGHTS[capability].1[element])
    }

    /// The odds o with Σ mix_k / (1 + o·ratio_k) = part, by Newton's method in log-odds, as the program finds them.
    pub fn search(&mut self, ratio: &[Term; 4], mix: &[Term; 4], part: &Term) -> Term {
        let row = SEARCH_ROWS[self.searches.len()];
        let cell = |column: u16, step: usize, value: f64| {
            let name = column_number_to_name(FIRST + column);
            Term::reference(format!("{}!${name}${}", self.sheet, row + step as u32 + 1), value)
        };
        let mut steps: Vec<[Term; 4]> = Vec::new();
        for step in 0..STEPS {
            let odds = match steps.last() {
                None => (1.0 - part) / part,
                Some(last) => {
                    let [odds, change] = [0, 3].map(|column| cell(column, step - 1, last[column as usize].value()));
                    odds * (1.0 + &change * (1.0 + 0.5 * &change))
                }
            };
            let here = cell(0, step, odds.value());
            let leaves = |k: usize| 1.0 + &here * &ratio[k];
            let lost = sum((0..4).map(|k| &mix[k] / leaves(k)));
            let squared = |k: usize| leaves(k).power(&Term::number(2.0));
            let slope = sum((0..4).map(|k| &mix[k] * &here * &ratio[k] / squared(k)));
            let [is_lost, is_slope] = [cell(1, step, lost.value()), cell(2, step, slope.value())];
            let kept = 1.0 - &is_lost;
            let (is, wanted) = (&is_lost * (1.0 - part), &kept * part);
            let change = 2.0 * (&is - &wanted) * &is_lost * &kept / ((is + wanted) * is_slope);
            let bounded = Term::number(-1.0).max(&Term::number(1.0).min(&change));
            steps.push([odds, lost, slope, bounded]);
        }
        let found = steps.last().map_or(f64::NAN, |last| last[0].value());
        self.searches.push(Search { row, steps });
        cell(0, STEPS - 1, found)
    }
}

/// The sum of terms.
pub fn sum(terms: impl Iterator<Item = Term>) -> Term {
    terms.reduce(|sum, term| sum + term).unwrap_or(Term::number(0.0))
}
