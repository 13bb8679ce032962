//! The Service Excellence Effect Chain: one file a stage, in the order in which an effect travels.
//!
//! ```text
//! excellence ─▶ employees ─▶ experience ─▶ connection ─▶ loyalty, advocacy ─▶ revenue
//!                   ▲                          │
//!                   └──── customers' delight ──┘
//! ```
//!
//! Each stage lists its inputs, calibrates its constants so that today's organisation stands still, and has one `step` a
//! month. The formulas stand in the doc comments, and again in `docs/model.md`, which explains them.

pub mod advocacy;
pub mod connection;
pub mod employees;
pub mod excellence;
pub mod experience;
pub mod gate;
pub mod loyalty;
pub mod market;
pub mod revenue;

use crate::units::{Catalogue, Input, Lane, Pack, Source, each};
pub use advocacy::Acquisition;
use connection::{Customers, SCORES, mean_over, total};
use excellence::Uplift;
pub use excellence::{Begins, Delivery, ELEMENTS, Elements, Levels, NEVER, When};

/// All that the chain reads from the scenario, stage by stage.
#[derive(Debug)]
pub struct Inputs<T> {
    /// The nine elements and the programme.
    pub excellence: excellence::Inputs<T>,
    /// Employees and partners.
    pub employees: employees::Inputs<T>,
    /// The experience pyramid.
    pub experience: experience::Inputs<T>,
    /// Customers and their bond.
    pub connection: connection::Inputs<T>,
    /// Who stays.
    pub loyalty: loyalty::Inputs<T>,
    /// Who comes.
    pub advocacy: advocacy::Inputs<T>,
    /// Spend and cost to serve.
    pub revenue: revenue::Inputs<T>,
    /// What surrounds both arms.
    pub market: market::Inputs<T>,
}

impl<T> Inputs<T> {
    /// Reads the inputs of every stage, in the order of the chain.
    #[inline(always)]
    pub fn read<S: Source<Value = T>>(source: &mut S) -> Self {
        Inputs {
            excellence: excellence::Inputs::read(source),
            employees: employees::Inputs::read(source),
            experience: experience::Inputs::read(source),
            connection: connection::Inputs::read(source),
            loyalty: loyalty::Inputs::read(source),
            advocacy: advocacy::Inputs::read(source),
            revenue: revenue::Inputs::read(source),
            market: market::Inputs::read(source),
        }
    }
}

/// The description of every input of the chain, in the order in which [`Inputs::read`] reads them.
pub fn catalogue() -> Vec<Input> {
    let mut all = Catalogue::default();
    Inputs::read(&mut all);
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

/// One arm, at the end of a month.
#[derive(Clone, Copy, Debug)]
pub struct Arm<V: Pack> {
    employees: employees::State<V>,
    customers: Customers<V>,
}

/// One arm in one month.
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
    /// 1/N.
    pub per_customer: Lane<V>,
    /// r: mean score, 0–10.
    pub rating: Lane<V>,
    /// Customers lost in the month.
    pub churned: Lane<V>,
    /// Customers won in the month.
    pub arrivals: advocacy::Month<V>,
    /// Customers by state at the end of the month.
    pub end: Customers<V>,
    /// The money, at today's prices and in an average market.
    pub money: revenue::Month<V>,
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
        let revenue = revenue::Calibrated::new(&i.revenue, i.loyalty.causal_share, experience.contacts(), &customers);
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

    /// n: contacts of a customer a month.
    #[inline(always)]
    pub fn contacts(&self) -> Lane<V> {
        self.experience.contacts()
    }

    /// Change of the customers in a month by connection, loyalty and advocacy; customers lost; customers won.
    ///
    /// ```text
    /// n_k' = n_k − lost_k − up_k + up_{k−1} − down_{k−1} + down_k + new_k
    /// ```
    #[inline(always)]
    fn flows(
        &self,
        n: &Customers<V>,
        count: Lane<V>,
        echo: Lane<V>,
        score_gain: Lane<V>,
        experience: &experience::Month<V>,
        advantage: Lane<V>,
    ) -> (Customers<V>, Lane<V>, advocacy::Month<V>) {
        let moves = self.connection.step(n, experience);
        let lost = self.loyalty.step(n);
        let arrivals = self.advocacy.step(count, echo, score_gain, advantage);
        let net = each!(k in 3 => moves.up[k] - moves.down[k]);
        let own = each!(k in 4 => arrivals.by_state[k] - lost[k]);
        let change = [own[0] - net[0], own[1] + net[0] - net[1], own[2] + net[1] - net[2], own[3] + net[2]];
        (change, total(&lost), arrivals)
    }
}

impl<V: Pack> Arm<V> {
    /// Moves on by one month: the effect travels down the chain, then the customers move.
    ///
    /// ```text
    /// N = Σ n_k        D = n_3/N        r = Σ score_k·n_k / N
    /// ```
    ///
    /// `uplift` gives the changes of capability, [`Uplift::none`] in the baseline; `advantage` is κ. It is asked once, and
    /// only when 1/N is on its way: the machine divides while the elements are weighed.
    #[inline(always)]
    pub fn step(
        &mut self,
        calibrated: &Calibrated<V>,
        uplift: impl FnOnce() -> Uplift<V>,
        advantage: Lane<V>,
    ) -> Month<V> {
        let c = calibrated;
        let n = self.customers;
        let count = total(&n);
        let per_customer = 1.0 / count;
        let rating = mean_over(&SCORES, &n, per_customer);
        let uplift = uplift();
        let echo = n[3] * per_customer - c.connected_now;
        let staff = c.employees.step(&mut self.employees, &uplift, echo);
        let experience = c.experience.step(&uplift, &staff);
        let score_gain = rating - c.rating_now;
        let (change, churned, arrivals) = c.flows(&n, count, echo, score_gain, &experience, advantage);
        let end = each!(k in 4 => n[k] + (change[k] - c.residue[k]));
        self.customers = end;
        let people = revenue::People { customers: &n, count, per_customer };
        let money = c.revenue.step(&people, score_gain, &experience, &staff, advantage);
        Month { staff, experience, customers: n, count, per_customer, rating, churned, arrivals, end, money }
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
