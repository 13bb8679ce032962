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

use crate::units::{Catalogue, Input, Kind, Lane, Pack, Source, each};
pub use advocacy::Acquisition;
use connection::{Customers, SCORES, mean_over, total};
use excellence::Uplift;
pub use excellence::{Begins, Delivery, ELEMENTS, Elements, Levels, NEVER, When};

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
    /// When work on the elements begins.
    pub begins: Begins,
}

/// The constants of every stage in a trial, the same for both arms.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    /// Service excellence, with the outcome of the delivery draw.
    pub excellence: excellence::Calibrated<V>,
    employees: employees::Calibrated<V>,
    experience: experience::Calibrated<V>,
    connection: connection::Calibrated<V>,
    /// Churn of each state.
    pub loyalty: loyalty::Calibrated<V>,
    advocacy: advocacy::Calibrated<V>,
    /// Spend of each state.
    pub revenue: revenue::Calibrated<V>,
    customers_now: Customers<V>,
    connected_now: Lane<V>,
    rating_now: Lane<V>,
    /// Rounding that the calibrated flows leave on today's customers where they should stand still.
    residue: Customers<V>,
}

/// One arm's state at the end of a month.
#[derive(Clone, Copy, Debug)]
pub struct Arm<V: Pack> {
    employees: employees::State<V>,
    /// Customers by state.
    pub customers: Customers<V>,
}

/// One arm in one month, but for its money; customers are those at its start.
#[derive(Clone, Copy, Debug)]
pub struct Month<V: Pack> {
    /// The staff.
    pub staff: employees::Month<V>,
    /// What a customer met.
    pub experience: experience::Month<V>,
    /// Customers by state at the start of the month.
    pub customers: Customers<V>,
    /// N, their number.
    pub count: Lane<V>,
    /// r: mean score, 0–10.
    pub rating: Lane<V>,
    /// r − r_0: its rise since today, in points.
    pub score_gain: Lane<V>,
    /// Customers lost in the month.
    pub churned: Lane<V>,
    /// Customers won in the month.
    pub arrivals: advocacy::Month<V>,
    /// 1/N.
    pub per_customer: Lane<V>,
}

/// Whether an arm carries the programme.
#[derive(Debug)]
pub enum ArmKind<'a, V: Pack> {
    /// Nothing is done.
    Baseline,
    /// The investment is made: how far it has come, and its month.
    Programme(&'a mut Levels<V>, When),
}

impl<V: Pack> Calibrated<V> {
    /// Calibrates every stage on today's organisation.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, luck: Lane<V>, plan: &Plan) -> Self {
        let customers = i.connection.customers();
        let mix = i.connection.mix();
        let count = total(&customers);
        let per_customer = 1.0 / count;
        let rating_now = mean_over(&SCORES, &customers, per_customer);
        let excellence = excellence::Calibrated::new(&i.excellence, luck, plan.delivery);
        let employees = employees::Calibrated::new(&i.employees);
        let experience = experience::Calibrated::new(&i.experience, rating_now);
        let zero = count.all(0.0);
        let idle = Uplift::none(zero);
        let today = experience.step(&idle, &employees.step(&mut employees.today(), &idle, zero));
        let loyalty = loyalty::Calibrated::new(&i.loyalty, &mix);
        let (advocacy, turnstile) =
            advocacy::Calibrated::new(&i.advocacy, plan.acquisition, &customers, &mix, &loyalty.churn, rating_now);
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
            customers_now: customers,
            connected_now: customers[3] * per_customer,
            rating_now,
            residue: [zero; 4],
        };
        if plan.acquisition == Acquisition::Balanced {
            calibrated.residue = calibrated.flows(&customers, count, zero, zero, &today, count.all(1.0)).0;
        }
        calibrated
    }

    /// Where both arms start.
    #[inline(always)]
    pub fn today(&self) -> Arm<V> {
        Arm { employees: self.employees.today(), customers: self.customers_now }
    }

    /// One month of one arm: the effect travels down the chain, then the customers move.
    #[inline(always)]
    pub fn step(&self, arm: &mut Arm<V>, kind: ArmKind<V>, edge: Lane<V>) -> Month<V> {
        let n = arm.customers;
        let count = total(&n);
        let per_customer = 1.0 / count;
        let rating = mean_over(&SCORES, &n, per_customer);
        let uplift = match kind {
            ArmKind::Baseline => Uplift::none(edge.all(0.0)),
            ArmKind::Programme(levels, when) => self.excellence.step(levels, when),
        };
        let echo = n[3] * per_customer - self.connected_now;
        let staff = self.employees.step(&mut arm.employees, &uplift, echo);
        let experience = self.experience.step(&uplift, &staff);
        let score_gain = rating - self.rating_now;
        let (change, churned, arrivals) = self.flows(&n, count, echo, score_gain, &experience, edge);
        arm.customers = each!(k in 4 => n[k] + (change[k] - self.residue[k]));
        Month { staff, experience, customers: n, count, rating, score_gain, churned, arrivals, per_customer }
    }

    /// n: contacts of a customer a month.
    #[inline(always)]
    pub fn contacts(&self) -> Lane<V> {
        self.experience.contacts()
    }

    /// The money of a month of either arm, the last step of the chain: at today's prices, in an average market.
    #[inline(always)]
    pub fn money(&self, m: &Month<V>, edge: Lane<V>) -> revenue::Month<V> {
        let people = revenue::People { customers: &m.customers, count: m.count, per_customer: m.per_customer };
        self.revenue.step(&people, m.score_gain, &m.experience, &m.staff, edge)
    }

    /// Change of the customers in a month by connection, loyalty and advocacy; customers lost; customers won.
    #[inline(always)]
    fn flows(
        &self,
        n: &Customers<V>,
        count: Lane<V>,
        echo: Lane<V>,
        score_gain: Lane<V>,
        experience: &experience::Month<V>,
        edge: Lane<V>,
    ) -> (Customers<V>, Lane<V>, advocacy::Month<V>) {
        let moves = self.connection.step(n, experience);
        let lost = self.loyalty.step(n);
        let arrivals = self.advocacy.step(count, echo, score_gain, edge);
        let net = each!(k in 3 => moves.up[k] - moves.down[k]);
        let own = each!(k in 4 => arrivals.by_state[k] - lost[k]);
        let change = [own[0] - net[0], own[1] + net[0] - net[1], own[2] + net[1] - net[2], own[3] + net[2]];
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
