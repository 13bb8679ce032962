//! Own customers and own staff, one row each.

use super::table::{CellRule, OwnData, Table, Wrong};
use delight_model::chain::connection::STATES;
use delight_model::scenario::{Diagnostics, nearest};

/// A customer, a year after the rating.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Customer {
    /// State of connection, by its place; none where there is a rating instead.
    pub state: Option<usize>,
    /// Answer to the 0–10 question; NaN where there is a state instead.
    pub rating: f64,
    /// The answer before; NaN without.
    pub before: f64,
    /// Whether the customer is still there: 0 or 1.
    pub stayed: f64,
    /// Spend; NaN without.
    pub spend: f64,
}

/// An employee.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Employee {
    /// Engaged: 0 or 1.
    pub engaged: f64,
    /// Left within the year: 0 or 1.
    pub left: f64,
}

const ZERO_OR_ONE: CellRule = CellRule::SHARE;

/// Reads customers; rows without what is needed are left out. In an order that does not depend on that of the file.
///
/// # Errors
/// All that is wrong at once.
pub fn customers(file: OwnData) -> Result<Vec<Customer>, Box<Diagnostics>> {
    let known = ["rating", "state", "stayed", "rating_before", "spend", "unit"];
    let mut table = Table::read(file, &known, &["customer", "id", "note"]);
    let stayed = table.required("stayed");
    let state = table.column("state");
    let rating = if state.is_some() { table.column("rating") } else { table.required("rating") };
    let (before, spend) = (table.column("rating_before"), table.column("spend"));
    let mut all = Vec::with_capacity(table.rows());
    for row in 0..table.rows() {
        let mut number =
            |column: Option<usize>, rule: CellRule| column.map_or(f64::NAN, |c| table.number(row, c, &rule));
        let (rating, before) = (number(rating, CellRule::RATING), number(before, CellRule::RATING));
        let spend = number(spend, CellRule::COUNT);
        let state = state.and_then(|column| state_of(&mut table, row, column));
        let stayed = stayed.map_or(f64::NAN, |column| yes_or_no(&mut table, row, column, "stayed"));
        if stayed.is_finite() && (state.is_some() || rating.is_finite()) {
            all.push(Customer { state, rating, before, stayed, spend });
        }
    }
    all.sort_by(|a, b| {
        let key = |c: &Customer| [c.state.map_or(-1.0, |s| s as f64), c.rating, c.before, c.stayed, c.spend];
        key(a).iter().zip(key(b)).map(|(a, b)| a.total_cmp(&b)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    });
    match table.into_faults() {
        Some(faults) => Err(Box::new(faults)),
        None => Ok(all),
    }
}

/// Reads staff; rows without either number are left out. In an order that does not depend on that of the file.
///
/// # Errors
/// All that is wrong at once.
pub fn staff(file: OwnData) -> Result<Vec<Employee>, Box<Diagnostics>> {
    let mut table = Table::read(file, &["engaged", "left", "unit"], &["employee", "id", "note"]);
    let columns = table.required("engaged").zip(table.required("left"));
    let mut all = Vec::with_capacity(table.rows());
    for row in 0..table.rows() {
        let Some((engaged, left)) = columns else { break };
        let engaged = yes_or_no(&mut table, row, engaged, "engaged");
        let left = yes_or_no(&mut table, row, left, "left");
        if engaged.is_finite() && left.is_finite() {
            all.push(Employee { engaged, left });
        }
    }
    all.sort_by(|a, b| a.engaged.total_cmp(&b.engaged).then(a.left.total_cmp(&b.left)));
    match table.into_faults() {
        Some(faults) => Err(Box::new(faults)),
        None => Ok(all),
    }
}

fn yes_or_no(table: &mut Table, row: usize, column: usize, key: &str) -> f64 {
    let x = table.number(row, column, &ZERO_OR_ONE);
    if x.is_finite() && x != 0.0 && x != 1.0 {
        let found = table.cell(row, column).to_owned();
        let rule = "must be 0 or 1".to_owned();
        table.wrong(Some((row, column)), key, Wrong { found: &found, rule, fix: None });
        return f64::NAN;
    }
    x
}

fn state_of(table: &mut Table, row: usize, column: usize) -> Option<usize> {
    let text = table.cell(row, column).to_owned();
    let place = STATES.iter().position(|state| *state == text);
    if place.is_none() && !text.is_empty() {
        let rule = format!("must be one of {}", STATES.join(", "));
        let fix = nearest(&text, STATES).map(|near| format!("did you mean \"{near}\"?"));
        table.wrong(Some((row, column)), "state", Wrong { found: &text, rule, fix });
    }
    place
}
