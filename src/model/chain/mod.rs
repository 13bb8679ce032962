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
pub mod channels;
pub mod connection;
pub mod employees;
pub mod excellence;
pub mod experience;
pub mod gate;
pub mod loyalty;
pub mod market;
mod odds;
mod passing;
mod response;
pub mod revenue;
pub mod survey;
pub mod today;

use crate::units::{Catalogue, Input, Lane, Pack, Source, each};
pub use advocacy::Acquisition;
use connection::{Customers, total};
use excellence::Uplift;
pub use excellence::{Begins, Delivery, ELEMENTS, Elements, Levels, NEVER, When};
use passing::Passing;
pub use response::Response;

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
    /// Channels left out by default.
    pub channels: channels::Inputs<T>,
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
            channels: channels::Inputs::read(source),
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
    /// What is known of the answers of today's customers.
    pub survey: survey::Survey,
    /// Whether today's mean score is given.
    pub scored: bool,
}

/// The constants of every stage in a trial, the same for both arms.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    /// Service excellence, with the outcome of the delivery draw.
    pub excellence: excellence::Calibrated<V>,
    /// Engagement, turnover and absence.
    pub employees: employees::Calibrated<V>,
    experience: experience::Calibrated<V>,
    connection: connection::Calibrated<V>,
    /// Churn of each state.
    pub loyalty: loyalty::Calibrated<V>,
    advocacy: advocacy::Calibrated<V>,
    /// Spend of each state.
    pub revenue: revenue::Calibrated<V>,
    /// What customers answer.
    pub survey: survey::Calibrated<V>,
    customers_now: Customers<V>,
    /// Customers by state today as shares of all, as the first month reckons them.
    pub shares_now: [Lane<V>; 4],
    /// Their mean score, as the first month reckons it.
    score_now: Lane<V>,
    /// What passes through states that today's moves would overfill.
    passing: Option<Passing<V>>,
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
    /// Calibrates every stage on today's organisation; `given` is what the case knows of its answers.
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, luck: Lane<V>, plan: &Plan, given: &survey::Given<Lane<V>>) -> Self {
        let survey = survey::Calibrated::new(&plan.survey, given, &i.connection.mix());
        let mix = survey.now.mix;
        let customers = i.connection.customers(&mix);
        let count = total(&customers);
        let per_customer = 1.0 / count;
        let score = survey.now.score;
        let excellence = excellence::Calibrated::new(&i.excellence, luck, plan.delivery);
        let employees = employees::Calibrated::new(&i.employees);
        let experience = experience::Calibrated::new(&i.experience, score);
        let zero = count.all(0.0);
        let idle = Uplift::none(zero);
        let today = experience.step(&idle, &employees.step(&mut employees.today(), &idle, zero));
        let loyalty = loyalty::Calibrated::new(&i.loyalty, &mix);
        let (advocacy, turnstile) =
            advocacy::Calibrated::new(&i.advocacy, plan.acquisition, &customers, &mix, &loyalty.churn, score);
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
            survey,
            customers_now: customers,
            shares_now: each!(k in 4 => customers[k] * per_customer),
            score_now: survey.mean_score(&customers, per_customer),
            passing: None,
            residue: [zero; 4],
        };
        if plan.acquisition == Acquisition::Balanced {
            calibrated.stand_still(&today);
        }
        calibrated
    }

    /// Makes today's customers stand still: what the moves of a month do not carry passes on, and no rounding remains.
    #[inline(always)]
    fn stand_still(&mut self, today: &experience::Month<V>) {
        let n = self.customers_now;
        let (count, zero) = (total(&n), n[0].all(0.0));
        let flows = self.flows(&n, count, zero, zero, today, zero.all(1.0));
        self.passing = Passing::new(&flows.change, &flows.entering(), count);
        self.residue = self.passed(&flows);
    }

    /// The change of the customers after some have passed on.
    #[inline(always)]
    fn passed(&self, flows: &Flows<V>) -> Customers<V> {
        match &self.passing {
            None => flows.change,
            Some(passing) => passing.after(&flows.change, &flows.entering()),
        }
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

    /// How shares of the customers by state differ from today's; `per_customer` is 1/N.
    #[inline(always)]
    pub fn moved(&self, n: &Customers<V>, per_customer: Lane<V>) -> [Lane<V>; 4] {
        each!(k in 4 => n[k] * per_customer - self.shares_now[k])
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
    ) -> Flows<V> {
        let moves = self.connection.step(n, experience);
        let lost = self.loyalty.step(n);
        let arrivals = self.advocacy.step(count, echo, score_gain, advantage);
        let net = each!(k in 3 => moves.up[k] - moves.down[k]);
        let own = each!(k in 4 => arrivals.by_state[k] - lost[k]);
        let change = [own[0] - net[0], own[1] + net[0] - net[1], own[2] + net[1] - net[2], own[3] + net[2]];
        Flows { change, moves, lost: total(&lost), arrivals }
    }
}

/// How the customers move in a month.
struct Flows<V: Pack> {
    change: Customers<V>,
    moves: connection::Moves<V>,
    lost: Lane<V>,
    arrivals: advocacy::Month<V>,
}

impl<V: Pack> Flows<V> {
    /// Customers who come into each state.
    #[inline(always)]
    fn entering(&self) -> Customers<V> {
        let (new, up, down) = (&self.arrivals.by_state, &self.moves.up, &self.moves.down);
        [new[0] + down[0], new[1] + up[0] + down[1], new[2] + up[1] + down[2], new[3] + up[2]]
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
        let score = c.survey.mean_score(&n, per_customer);
        let uplift = uplift();
        let echo = n[3] * per_customer - c.shares_now[3];
        let staff = c.employees.step(&mut self.employees, &uplift, echo);
        let experience = c.experience.step(&uplift, &staff);
        let score_gain = score - c.score_now;
        let flows = c.flows(&n, count, echo, score_gain, &experience, advantage);
        let change = c.passed(&flows);
        // What leaves a state is never more than all of it, but for rounding.
        let end = each!(k in 4 => (n[k] + (change[k] - c.residue[k])).max(0.0));
        self.customers = end;
        let people = revenue::People { customers: &n, count, per_customer };
        let money = c.revenue.step(&people, score_gain, &experience, &staff, advantage);
        let rating = c.survey.now.score + score_gain;
        let (churned, arrivals) = (flows.lost, flows.arrivals);
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
