//! The proposal: what is bought, for how much money, for how long, for whom.

use crate::findings::{cost_lines, planned_in};
use delight_model::chain::ELEMENTS;
use delight_model::scenario::{ChainCase, Project, Scenario};
use delight_model::simulate::trace;
use serde::{Deserialize, Serialize};

/// What a case proposes, at its point values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// What is bought, in the order written.
    pub lines: Vec<PlannedLine>,
    /// Names of cost lines that follow from what is delivered, and are not planned.
    pub not_planned: Vec<String>,
    /// Planned at the start: at today's prices, without overrun, not discounted; money.
    pub at_start: f64,
    /// Planned a year while it runs, beside the start; money.
    pub per_year: f64,
    /// Planned in all, the same way; money.
    pub total: f64,
    /// The last month for which money is planned; 0 where all is paid at the start.
    pub last_month: usize,
    /// What is to be changed and for whom; none of a project without a chain.
    pub scope: Option<Scope>,
}

/// A cost line as planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedLine {
    /// Its name.
    pub name: String,
    /// Planned over the horizon, money.
    pub total: f64,
}

/// What a programme changes and for whom, at its point values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// The elements of service excellence that are to grow, by their keys.
    pub elements: Vec<String>,
    /// Customers today.
    pub customers: f64,
    /// Employees in its scope.
    pub employees: f64,
    /// Revenue of a year today, money; none where nobody pays.
    pub revenue: Option<f64>,
}

/// What a case proposes.
pub fn proposal(scenario: &Scenario) -> Proposal {
    match scenario.project() {
        Project::Chain(case) => of_chain(scenario, case),
        Project::CashFlow(_) => of_flows(scenario),
    }
}

fn of_chain(scenario: &Scenario, case: &ChainCase) -> Proposal {
    let point = |path: &str| scenario.point(path).unwrap_or(0.0);
    let size = point("programme.intensity");
    let by_line: Vec<(String, Vec<f64>)> = cost_lines(scenario, case)
        .map(|(item, amount)| {
            let month = |t: usize| size * planned_in(item, amount, scenario, t);
            (item.name.clone(), (0..=scenario.months()).map(month).collect())
        })
        .collect();
    let (planned, not): (Vec<_>, Vec<_>) =
        by_line.into_iter().partition(|(_, months)| months.iter().any(|x| *x != 0.0));
    let grows =
        |element: &&&str| point(&format!("programme.target.{element}")) > point(&format!("excellence.now.{element}"));
    let (customers, revenue) =
        (point("customers.count"), point("customers.count") * point("customers.revenue_per_year"));
    let scope = Scope {
        elements: ELEMENTS.iter().filter(grows).map(|element| (*element).to_owned()).collect(),
        customers,
        employees: point("employees.headcount"),
        revenue: (revenue > 0.0).then_some(revenue),
    };
    Proposal { scope: Some(scope), ..Proposal::of(planned, not.into_iter().map(|(name, _)| name).collect()) }
}

/// Outlays count whole; what comes in is no part of the proposal.
fn of_flows(scenario: &Scenario) -> Proposal {
    let books = trace(scenario).books;
    let outlays = books.lines.into_iter().filter(|(_, months)| months.iter().sum::<f64>() < 0.0);
    Proposal::of(outlays.map(|(name, months)| (name, months.into_iter().map(|x| -x).collect())).collect(), Vec::new())
}

impl Proposal {
    fn of(lines: Vec<(String, Vec<f64>)>, not_planned: Vec<String>) -> Self {
        let months = lines.iter().map(|(_, months)| months.len()).max().unwrap_or(0);
        let in_month = |t: usize| -> f64 { lines.iter().map(|(_, months)| months[t]).sum() };
        let by_month: Vec<f64> = (0..months).map(in_month).collect();
        let (at_start, total) = (by_month.first().copied().unwrap_or(0.0), by_month.iter().sum());
        let due = |t: &usize| *t > 0 && by_month[*t] != 0.0;
        let (first, last) = ((0..months).find(due).unwrap_or(0), (0..months).rev().find(due).unwrap_or(0));
        let running = if last == 0 { 1.0 } else { (last + 1 - first).max(12) as f64 / 12.0 };
        Proposal {
            lines: lines.into_iter().map(|(name, months)| PlannedLine { name, total: months.iter().sum() }).collect(),
            not_planned,
            at_start,
            per_year: (total - at_start) / running,
            total,
            last_month: last,
            scope: None,
        }
    }
}
