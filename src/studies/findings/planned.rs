//! What a programme is planned to cost if all goes as written: at today's prices, not discounted, without overrun.

use delight_model::finance::costs::{CostItem, Per};
use delight_model::scenario::{Assumption, ChainCase, Scenario, Value};
use delight_model::units::Lane;

/// What a cost line comes to in a month as planned, money at today's prices; 0 of lines that follow from what is delivered
/// and not from the effort, and before the size of the programme.
pub fn planned_in(item: &CostItem, amount: f64, scenario: &Scenario, month: usize) -> f64 {
    let point = |path: &str| scenario.point(path).unwrap_or(0.0);
    let many = match item.per {
        Per::Once | Per::Month => 1.0,
        Per::Employee => point("employees.headcount") / 12.0,
        Per::Customer => point("customers.count") / 12.0,
        Per::Hire | Per::Individual | Per::Surprise | Per::Recovery => return 0.0,
    };
    item.in_money(Lane([amount]), Lane([scenario.wage_bill()])).0[0] * item.due(month) * many
}

/// The cost lines of a case with their amounts at the point values, in their order.
pub fn cost_lines<'a>(scenario: &'a Scenario, case: &'a ChainCase) -> impl Iterator<Item = (&'a CostItem, f64)> {
    let lines = scenario.assumptions().iter().filter(|a| a.path.starts_with("programme.costs."));
    let amounts = lines.map(|line: &Assumption| match &line.value {
        Value::Drawn(distribution) => distribution.median(),
        Value::Sum(_) => 0.0,
    });
    case.costs.iter().zip(amounts)
}
