//! The Service Excellence Effect Chain: one file a stage, in the order in which an effect travels.
//!
//! ```text
//! excellence ─▶ employees ─▶ experience ─▶ connection ─▶ loyalty, advocacy ─▶ revenue
//!                   ▲                          │
//!                   └──── customers' delight ──┘
//! ```
//!
//! Each stage takes its inputs, calibrates its constants so that today's organisation stands still, and has one `step`
//! a month. The formulas stand in the doc comments in the notation of `docs/model.md`.

pub mod advocacy;
pub mod connection;
pub mod employees;
pub mod excellence;
pub mod experience;
pub mod loyalty;
pub mod revenue;

use crate::units::{Catalogue, Input, Kind, Lane, Source};
pub use advocacy::Acquisition;
use connection::{Customers, SCORES, mean_over, total};
use excellence::Uplift;
pub use excellence::{Delivery, ELEMENTS, LevelGroups, NEVER};

/// All that the chain takes from the scenario, stage by stage.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    excellence: excellence::Inputs<T>,
    employees: employees::Inputs<T>,
    experience: experience::Inputs<T>,
    connection: connection::Inputs<T>,
    loyalty: loyalty::Inputs<T>,
    advocacy: advocacy::Inputs<T>,
    revenue: revenue::Inputs<T>,
    market: Market<T>,
}

/// What moves the market around both arms.
#[derive(Clone, Copy, Debug)]
pub struct Market<T> {
    /// Years until rivals have copied half of an advantage.
    pub rivals_half_life_years: T,
    /// Standard deviation of the yearly shock to the logarithm of the market.
    pub volatility: T,
    /// Inflation a year.
    pub inflation: T,
}

impl<T: Copy> Inputs<T> {
    /// Takes the inputs of every stage, in the order of the chain.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        Inputs {
            excellence: excellence::Inputs::take(s),
            employees: employees::Inputs::take(s),
            experience: experience::Inputs::take(s),
            connection: connection::Inputs::take(s),
            loyalty: loyalty::Inputs::take(s),
            advocacy: advocacy::Inputs::take(s),
            revenue: revenue::Inputs::take(s),
            market: Market {
                rivals_half_life_years: s.next(Input::new(
                    "market",
                    "rivals_half_life_years",
                    Kind::amount_between(0.05, 1e3),
                    "years",
                    "years until rivals have copied half of an advantage",
                )),
                volatility: s.next(Input::new(
                    "market",
                    "volatility",
                    Kind::amount_between(0.0, 2.0),
                    "sd of log",
                    "standard deviation of the yearly shock to the market, alike in both arms",
                )),
                inflation: s.next(Input::new(
                    "finance",
                    "inflation",
                    Kind::real_between(-0.2, 1.0),
                    "share a year",
                    "rise of prices and costs a year",
                )),
            },
        }
    }

    /// What moves the market around both arms.
    #[inline(always)]
    pub fn market(&self) -> &Market<T> {
        &self.market
    }

    /// Size of the programme, × as written.
    #[inline(always)]
    pub fn intensity(&self) -> T {
        self.excellence.intensity()
    }

    /// Employees in the scope of the programme.
    #[inline(always)]
    pub fn headcount(&self) -> T {
        self.revenue.headcount()
    }
}

/// The description of every input of the chain, in the order in which [`Inputs::take`] takes them.
pub fn catalogue() -> Vec<Input> {
    let mut all = Catalogue::default();
    Inputs::take(&mut all);
    all.0
}

/// What the scenario fixes for all trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// A fixed outcome of the delivery draw, if any.
    pub delivery: Option<Delivery>,
    /// How today's acquisition is set.
    pub acquisition: Acquisition,
    /// Elements that share a level of change.
    pub groups: LevelGroups,
}

/// The constants of every stage in a trial, the same for both arms.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<const N: usize> {
    /// Service excellence, with the outcome of the delivery draw.
    pub excellence: excellence::Calibrated<N>,
    employees: employees::Calibrated<N>,
    experience: experience::Calibrated<N>,
    connection: connection::Calibrated<N>,
    /// Churn of each state.
    pub loyalty: loyalty::Calibrated<N>,
    advocacy: advocacy::Calibrated<N>,
    /// Spend of each state.
    pub revenue: revenue::Calibrated<N>,
    connected_now: Lane<N>,
    rating_now: Lane<N>,
    per_rating: Lane<N>,
    /// Rounding that the calibrated flows leave on today's customers where they should stand still.
    residue: Customers<N>,
}

/// One arm's state at the end of a month.
#[derive(Clone, Copy, Debug)]
pub struct Arm<const N: usize> {
    /// Levels of change, and when the programme stops.
    pub excellence: excellence::State<N>,
    employees: employees::State<N>,
    /// Customers by state.
    pub customers: Customers<N>,
}

/// One arm in one month, but for its money; customers are those at its start.
#[derive(Clone, Copy, Debug)]
pub struct Month<const N: usize> {
    /// The staff.
    pub staff: employees::Month<N>,
    /// What a customer met.
    pub experience: experience::Month<N>,
    /// Customers by state at the start of the month.
    pub customers: Customers<N>,
    /// N, their number.
    pub count: Lane<N>,
    /// r: mean score, 0–10.
    pub rating: Lane<N>,
    /// Customers lost in the month.
    pub churned: Lane<N>,
    /// Customers won in the month.
    pub arrivals: advocacy::Month<N>,
    /// 1/N.
    pub per_customer: Lane<N>,
}

/// Whether an arm carries the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArmKind {
    /// Nothing is done.
    Baseline,
    /// The investment is made.
    Programme,
}

impl<const N: usize> Calibrated<N> {
    /// Calibrates every stage on today's organisation; gives the constants and the state that both arms start from.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<N>>, luck: Lane<N>, plan: &Plan) -> (Self, Arm<N>) {
        let customers = i.connection.customers();
        let mix = i.connection.mix();
        let count = total(&customers);
        let per_customer = 1.0 / count;
        let rating_now = mean_over(&SCORES, &customers, per_customer);
        let (excellence, levels) = excellence::Calibrated::new(&i.excellence, luck, plan.delivery, plan.groups);
        let (employees, staff) = employees::Calibrated::new(&i.employees);
        let experience = experience::Calibrated::new(&i.experience, rating_now);
        let idle = Uplift::NONE;
        let today = experience.step(&idle, &employees.step(&mut staff.clone(), &idle, Lane::ZERO));
        let loyalty = loyalty::Calibrated::new(&i.loyalty, &mix);
        let (advocacy, turnstile) =
            advocacy::Calibrated::new(&i.advocacy, plan.acquisition, &customers, &mix, &loyalty.churn);
        let connection = connection::Calibrated::new(&i.connection, &turnstile, &today);
        let revenue = revenue::Calibrated::new(&i.revenue, i.loyalty.causal_share(), experience.contacts(), &customers);
        let mut calibrated = Calibrated {
            excellence,
            employees,
            experience,
            connection,
            loyalty,
            advocacy,
            revenue,
            connected_now: customers[3] * per_customer,
            rating_now,
            per_rating: 1.0 / rating_now,
            residue: [Lane::ZERO; 4],
        };
        if plan.acquisition == Acquisition::Balanced {
            calibrated.residue = calibrated.flows(&customers, count, Lane::ZERO, rating_now, &today, Lane::ONE).0;
        }
        (calibrated, Arm { excellence: levels, employees: staff, customers })
    }

    /// One month `t` (from 1) of one arm: the effect travels down the chain, then the customers move.
    #[inline(always)]
    pub fn step(&self, arm: &mut Arm<N>, kind: ArmKind, t: f64, edge: Lane<N>) -> Month<N> {
        let n = arm.customers;
        let count = total(&n);
        let per_customer = 1.0 / count;
        let rating = mean_over(&SCORES, &n, per_customer);
        let uplift = match kind {
            ArmKind::Baseline => Uplift::NONE,
            ArmKind::Programme => self.excellence.step(&mut arm.excellence, t),
        };
        let echo = n[3] * per_customer - self.connected_now;
        let staff = self.employees.step(&mut arm.employees, &uplift, echo);
        let experience = self.experience.step(&uplift, &staff);
        let (change, churned, arrivals) = self.flows(&n, count, echo, rating, &experience, edge);
        for k in 0..4 {
            arm.customers[k] = n[k] + (change[k] - self.residue[k]);
        }
        Month { staff, experience, customers: n, count, rating, churned, arrivals, per_customer }
    }

    /// Maturity of each element in an arm, at the end of its last month.
    #[inline(always)]
    pub fn maturity(&self, arm: &Arm<N>) -> [Lane<N>; 9] {
        self.excellence.maturity(&arm.excellence)
    }

    /// The money of a month of either arm, the last step of the chain: at today's prices, in an average market.
    #[inline(always)]
    pub fn money(&self, m: &Month<N>, edge: Lane<N>) -> revenue::Month<N> {
        let people = revenue::People { customers: &m.customers, count: m.count, per_customer: m.per_customer };
        self.revenue.step(&people, m.rating - self.rating_now, &m.experience, &m.staff, edge)
    }

    /// Change of the customers in a month by connection, loyalty and advocacy; customers lost; customers won.
    #[inline(always)]
    fn flows(
        &self,
        n: &Customers<N>,
        count: Lane<N>,
        echo: Lane<N>,
        rating: Lane<N>,
        experience: &experience::Month<N>,
        edge: Lane<N>,
    ) -> (Customers<N>, Lane<N>, advocacy::Month<N>) {
        let moves = self.connection.step(n, experience);
        let lost = self.loyalty.step(n);
        let score_change = (rating - self.rating_now) * self.per_rating;
        let arrivals = self.advocacy.step(count, echo, score_change, edge);
        let mut change = [Lane::ZERO; 4];
        for k in 0..4 {
            change[k] = arrivals.by_state[k] - lost[k];
        }
        for k in 0..3 {
            let net = moves.up[k] - moves.down[k];
            change[k] -= net;
            change[k + 1] += net;
        }
        (change, total(&lost), arrivals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_input_has_a_path_of_its_own() {
        let paths: Vec<String> = catalogue().iter().map(Input::path).collect();
        let distinct: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(paths.len(), distinct.len());
    }
}
