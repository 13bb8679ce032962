//! One trial at point values, both arms month by month: the case as a spreadsheet would show it.

use super::arms::{Arms, View};
use super::draws::point_values;
use super::measure::{Measure, Outcome};
use super::statement::{Statement, TraceRecorder};
use super::trial::{Timetable, Workspace, evaluate_one};
use crate::chain::connection::STATES;
use crate::chain::{Delivery, ELEMENTS, Levels, Month};
use crate::scenario::{Project, Scenario};

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

/// The series of one arm that stand after all others: what the money of a month is computed from.
const DRIVERS: [&str; 8] =
    ["volume", "price", "failure_rate", "failures", "voiced", "recovered", "individual", "surprising"];

/// Those that a trace shows only where a channel that is left out by default is switched on: the ramp, and κ.
const CHANNEL_SERIES: [&str; 2] = ["ramp", "advantage"];

/// A case at its point values.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Horizon.
    pub months: usize,
    /// The delivery that was assumed; none for a project without a chain.
    pub delivery: Option<Delivery>,
    /// Series by name, one value per month, without and with the programme; empty for a project without a chain.
    pub arms: [Vec<(String, Vec<f64>)>; 2],
    /// Cash from month 0.
    pub cash: Vec<f64>,
    /// The books behind that cash.
    pub books: Statement,
    /// The measures of the trial.
    pub outcome: Outcome<[f64; 1]>,
}

/// Runs the case once with every input at its median, delivered in full unless the scenario fixes otherwise.
pub fn trace(scenario: &Scenario) -> Trace {
    let scenario = scenario.derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.plan.delivery.get_or_insert(Delivery::Full);
        }
    });
    let block = point_values(&scenario);
    let timetable = Timetable::new(&scenario);
    let mut work = Workspace::<[f64; 1]>::new(&scenario, &timetable, ());
    let mut rows: [Vec<Vec<f64>>; 2] = [Vec::new(), Vec::new()];
    let mut recorder = TraceRecorder::new();
    let outcome = *evaluate_one(&scenario, &block, 0, &mut work, &mut |view: &View<[f64; 1]>| {
        if let Some(arms) = &view.arms {
            recorder.see(arms);
            let excellence = &arms.calibrated.excellence;
            rows[0].push(row(arms, arms.months.baseline, &excellence.today()));
            rows[1].push(row(arms, arms.months.programme, arms.levels));
        }
    });
    let cash: Vec<f64> = work.cash.iter().map(|c| c.0[0]).collect();
    let (delivery, books) = match &scenario.project() {
        Project::Chain(case) => (case.plan.delivery, Statement::of_chain(&scenario, &case.costs, &recorder, &cash)),
        Project::CashFlow(flows) => (None, Statement::of_flows(&scenario, flows, &cash)),
    };
    Trace { months: scenario.months(), delivery, arms: rows.map(|rows| columns(&rows)), cash, books, outcome }
}

impl Trace {
    /// A measure of the trial; none where it is missing.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        Some(self.outcome.get(measure).0[0]).filter(|x| x.is_finite())
    }

    /// A series of an arm (0 without, 1 with the programme), one value per month from month 1; none if it has no such name.
    pub fn series(&self, arm: usize, name: &str) -> Option<&[f64]> {
        self.arms[arm].iter().find(|(own, _)| own == name).map(|(_, values)| values.as_slice())
    }
}

fn names() -> impl Iterator<Item = String> {
    SERIES
        .into_iter()
        .chain(["social_value"])
        .chain(STATES)
        .chain(ELEMENTS)
        .chain(DRIVERS)
        .chain(CHANNEL_SERIES)
        .map(str::to_string)
}

fn row(arms: &Arms<[f64; 1]>, m: &Month<[f64; 1]>, levels: &Levels<[f64; 1]>) -> Vec<f64> {
    let (money, market) = (&m.money, arms.market);
    let staff = &m.staff;
    let mut row = vec![
        m.count,
        staff.engaged,
        staff.partners_engaged,
        staff.turnover,
        staff.absence,
        staff.novices,
        arms.calibrated.survey.nps(&arms.calibrated.moved(&m.customers, m.per_customer)),
        m.rating,
        m.arrivals.acquired,
        m.arrivals.referred,
        m.churned,
    ];
    row.extend([arms.calibrated.revenue.revenue(money, market), money.contribution * market.cycle * market.prices]);
    let serve = [money.contact_cost, money.failure_cost].map(|each| each * m.count);
    let rest = [serve[0], serve[1], money.people_cost, money.social_value];
    row.extend(rest.map(|x| x * market.prices));
    row.extend(m.customers.map(|n| n * m.per_customer));
    row.extend(arms.calibrated.excellence.maturity(levels));
    let x = &m.experience;
    let failure_rate = x.failures / arms.calibrated.contacts();
    row.extend([money.volume, money.price, failure_rate, x.failures, x.voiced]);
    row.extend([x.recovered, x.individual, x.surprising]);
    if arms.months.programme.money.counter.is_some() {
        row.extend([arms.calibrated.excellence.ramp(levels), market.advantage]);
    }
    row.into_iter().map(|lane| lane.0[0]).collect()
}

fn columns(rows: &[Vec<f64>]) -> Vec<(String, Vec<f64>)> {
    let Some(series) = rows.first().map(Vec::len) else { return Vec::new() };
    names().take(series).enumerate().map(|(i, name)| (name, rows.iter().map(|row| row[i]).collect())).collect()
}
