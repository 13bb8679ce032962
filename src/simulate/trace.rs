//! One trial at point values, both arms month by month: the case as a spreadsheet would show it.

use super::arms::{Arms, View};
use super::draws::point_values;
use super::measure::{Measure, Outcome};
use super::trial::{Workspace, evaluate};
use crate::chain::connection::{DETRACTORS, PROMOTERS, STATES, mean_over};
use crate::chain::{Delivery, ELEMENTS};
use crate::scenario::{Case, Scenario};

/// The series of one arm that a trace shows before the shares of the states and the maturities of the elements.
const SERIES: [&str; 16] = [
    "customers",
    "engaged",
    "partners_engaged",
    "turnover",
    "absence",
    "novices",
    "nps",
    "rating",
    "acquired",
    "referred",
    "churned",
    "revenue",
    "contribution",
    "contact_cost",
    "failure_cost",
    "people_cost",
];

/// A case at its point values.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Horizon.
    pub months: usize,
    /// The delivery that was assumed; none for a project without a chain.
    pub delivery: Option<Delivery>,
    /// Series by name, one value a month, without and with the programme; empty for a project without a chain.
    pub arms: [Vec<(String, Vec<f64>)>; 2],
    /// Cash from month 0.
    pub cash: Vec<f64>,
    /// The measures of the trial.
    pub outcome: Outcome<1>,
}

/// Runs the case once with every input at its median, delivered in full unless the scenario fixes otherwise.
pub fn trace(scenario: &Scenario) -> Trace {
    let mut scenario = scenario.clone();
    if let Case::Chain(case) = &mut scenario.case {
        case.plan.delivery.get_or_insert(Delivery::Full);
    }
    let block = point_values(&scenario);
    let mut work = Workspace::<1>::new(&scenario);
    let mut rows: [Vec<Vec<f64>>; 2] = [Vec::new(), Vec::new()];
    let outcome = evaluate(&scenario, &block, 0, &mut work, |view: &View<1>| {
        if let Some(arms) = &view.arms {
            for (arm, rows) in rows.iter_mut().enumerate() {
                rows.push(row(arms, arm));
            }
        }
    });
    let delivery = match &scenario.case {
        Case::Chain(case) => case.plan.delivery,
        Case::CashFlow(_) => None,
    };
    let cash = work.cash.iter().map(|c| c.0[0]).collect();
    Trace { months: scenario.months, delivery, arms: rows.map(|rows| columns(&rows)), cash, outcome }
}

impl Trace {
    /// A measure of the trial; none where it is missing.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        Some(self.outcome.get(measure).0[0]).filter(|x| x.is_finite())
    }
}

fn names() -> impl Iterator<Item = String> {
    SERIES.into_iter().chain(["social_value"]).chain(STATES).chain(ELEMENTS).map(str::to_string)
}

fn row(arms: &Arms<1>, arm: usize) -> Vec<f64> {
    let (m, money, climate) = (arms.months[arm], arms.money[arm], arms.climate);
    let staff = &m.staff;
    let share = |weights| mean_over(weights, &m.customers, m.per_customer);
    let nps = 100.0 * (share(&PROMOTERS) - share(&DETRACTORS));
    let mut row = vec![
        m.count,
        staff.engaged,
        staff.partners_engaged,
        staff.turnover,
        staff.absence,
        staff.novices,
        nps,
        m.rating,
        m.arrivals.acquired,
        m.arrivals.referred,
        m.churned,
    ];
    row.extend([money.revenue, money.contribution].map(|x| x * climate.market * climate.prices));
    let rest = [money.contact_cost, money.failure_cost, money.people_cost, money.social_value];
    row.extend(rest.map(|x| x * climate.prices));
    row.extend(m.customers.map(|n| n * m.per_customer));
    row.extend(arms.calibrated.maturity(arms.ends[arm]));
    row.into_iter().map(|lane| lane.0[0]).collect()
}

fn columns(rows: &[Vec<f64>]) -> Vec<(String, Vec<f64>)> {
    if rows.is_empty() {
        return Vec::new();
    }
    names().enumerate().map(|(i, name)| (name, rows.iter().map(|row| row[i]).collect())).collect()
}
