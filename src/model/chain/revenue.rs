//! Revenue and cost to serve: what customers spend, what contacts, failures and people cost, and social value.

use super::connection::{Customers, total};
use super::market::Market;
use super::{employees, experience};
use crate::units::{Lane, Pack, each, inputs};

inputs! {
    ["customers"]
    revenue_per_year: AMOUNT, "money per customer a year", "revenue of an average customer today";
    capacity: amount_between(1.0, 1e6), "× today's volume", "largest volume the organisation can serve";
    social_value_per_year: AMOUNT, "money per connected customer a year",
        "value to society of a connected customer (public organisations)";
    ["effects.spend"]
    spend_unconnected as "unconnected": amount_between(0.0, 100.0), "ratio to satisfied",
        "spend of an unconnected customer";
    spend_distinctive as "distinctive": amount_between(0.0, 100.0), "ratio to satisfied",
        "spend of a customer who sees the brand as different";
    spend_connected as "connected": amount_between(0.0, 100.0), "ratio to satisfied",
        "spend of a fully connected customer";
    price_per_point: real_between(-1.0, 1.0), "share of price per point",
        "price that customers accept for each point of mean score";
    ["finance"]
    margin: SHARE, "share of revenue", "contribution that extra revenue leaves";
    ["experience"]
    repeat_contacts: amount_between(0.0, 100.0), "contacts per failure", "extra contacts a failure causes";
    ["cost_to_serve"]
    contact: AMOUNT, "money per contact", "cost to serve of a contact";
    failure: AMOUNT, "money per failure", "cost of putting a failure right";
    complaint: AMOUNT, "money per voiced failure", "cost of handling a complaint";
    ["employees"]
    headcount: AMOUNT, "employees", "employees in the scope of the programme";
    salary_per_year: AMOUNT, "money per employee a year", "salary cost of an employee";
    replacement_cost: AMOUNT, "money per leaver", "cost of replacing an employee";
}

/// The stage's constants of a trial; the stage has no state of its own.
#[derive(Clone, Copy, Debug)]
pub struct Calibrated<V: Pack> {
    /// M_k: spend of each state relative to `satisfied`.
    multiple: [Lane<V>; 4],
    mean_multiple: Lane<V>,
    /// S: spend a month of a customer with multiple 1.
    unit_spend: Lane<V>,
    volume_limit: Lane<V>,
    /// margin·S.
    unit_margin: Lane<V>,
    price_per_point: Lane<V>,
    /// Cost of the contacts of a customer without a failure, and of those that a failure adds.
    contact_cost: Lane<V>,
    repeat_cost: Lane<V>,
    failure: Lane<V>,
    complaint: Lane<V>,
    /// headcount·replacement_cost and headcount·salary/12.
    turnover_cost: Lane<V>,
    absence_cost: Lane<V>,
    /// Social value of a connected customer a month.
    social_value: Lane<V>,
}

/// The customers of a month, counted.
#[derive(Clone, Copy, Debug)]
pub struct People<'a, V: Pack> {
    /// Customers by state.
    pub customers: &'a Customers<V>,
    /// N, their number.
    pub count: Lane<V>,
    /// 1/N.
    pub per_customer: Lane<V>,
}

/// Money of one month at today's prices; revenue and contribution for an average market.
#[derive(Clone, Copy, Debug)]
pub struct Month<V: Pack> {
    /// Demand served, in customers of multiple 1.
    pub volume: Lane<V>,
    /// Price relative to today's.
    pub price: Lane<V>,
    /// What sales at the counter multiply the revenue by; none where they are left out.
    pub counter: Option<Lane<V>>,
    /// Contribution of the revenue.
    pub contribution: Lane<V>,
    /// Cost of the contacts of a customer.
    pub contact_cost: Lane<V>,
    /// Cost of the failures and complaints of a customer.
    pub failure_cost: Lane<V>,
    /// Cost of turnover and absence.
    pub people_cost: Lane<V>,
    /// Social value.
    pub social_value: Lane<V>,
}

impl<V: Pack> Month<V> {
    /// ψ: cost to serve of a customer.
    #[inline(always)]
    pub fn service_cost(&self) -> Lane<V> {
        self.contact_cost + self.failure_cost
    }

    /// A part of the revenue, with what is sold at the counter.
    #[inline(always)]
    pub fn sold(&self, without: Lane<V>) -> Lane<V> {
        match self.counter {
            Some(counter) => without * counter,
            None => without,
        }
    }
}

impl<V: Pack> Calibrated<V> {
    /// Fixes spend by state so that today's mix gives today's revenue.
    ///
    /// ```text
    /// M_k = 1 + θ·(spend_k − 1)  (satisfied: 1)        M̄_0 = Σ π_k·M_k        S = revenue_per_year / 12 / M̄_0
    /// ```
    #[inline(always)]
    pub fn new(i: &Inputs<Lane<V>>, causal_share: Lane<V>, contacts: Lane<V>, customers: &Customers<V>) -> Self {
        let multiple = |ratio: Lane<V>| 1.0 + causal_share * (ratio - 1.0);
        let multiple = [
            multiple(i.spend_unconnected),
            causal_share.all(1.0),
            multiple(i.spend_distinctive),
            multiple(i.spend_connected),
        ];
        let count = total(customers);
        // A causal share of one and spend ratios of nought leave no spending to calibrate on.
        let mean_multiple = spending(&multiple, customers, 1.0 / count).max(1e-9);
        let unit_spend = i.revenue_per_year * (1.0 / 12.0) / mean_multiple;
        Calibrated {
            multiple,
            mean_multiple,
            unit_spend,
            volume_limit: count * mean_multiple * i.capacity,
            unit_margin: i.margin * unit_spend,
            price_per_point: i.price_per_point,
            contact_cost: contacts * i.contact,
            repeat_cost: i.repeat_contacts * i.contact,
            failure: i.failure,
            complaint: i.complaint,
            turnover_cost: i.headcount * i.replacement_cost,
            absence_cost: i.headcount * i.salary_per_year * (1.0 / 12.0),
            social_value: i.social_value_per_year * (1.0 / 12.0),
        }
    }

    /// margin·S: what one unit of volume contributes at today's price.
    #[inline(always)]
    pub fn margin_per_volume(&self) -> Lane<V> {
        self.unit_margin
    }

    /// The revenue of a month, at its prices and in its market.
    ///
    /// ```text
    /// revenue = volume·S·price·I·Z
    /// ```
    #[inline(always)]
    pub fn revenue(&self, money: &Month<V>, market: &Market<V>) -> Lane<V> {
        money.sold(money.volume * money.price * self.unit_spend * market.cycle * market.prices)
    }

    /// The money of a month, on the customers at its start. In brackets stands what it is not yet multiplied by: it is
    /// at today's prices and in an average market, contact and failure cost are those of a customer.
    ///
    /// ```text
    /// volume = min(N·(M̄_0 + (Σ n_k·M_k/N − M̄_0)·κ), N_0·M̄_0·capacity)
    /// price = 1 + price_per_point·(r − r_0)·κ
    /// contribution = margin·volume·S·price [·I·Z]
    /// contact cost = n·(1 + repeat_contacts·b)·contact [·N·I]
    /// failure cost = (failures·failure + voiced·complaint) [·N·I]
    /// people cost = headcount·(q·replacement_cost + a·salary_per_year/12) [·I]
    /// social value = n_3·social_value_per_year/12 [·I]
    /// ```
    ///
    /// `score_gain` is r − r_0 in points, `advantage` is κ.
    #[inline(always)]
    pub fn step(
        &self,
        people: &People<V>,
        score_gain: Lane<V>,
        x: &experience::Month<V>,
        staff: &employees::Month<V>,
        advantage: Lane<V>,
    ) -> Month<V> {
        let (n, count) = (people.customers, people.count);
        let richer = (spending(&self.multiple, n, people.per_customer) - self.mean_multiple) * advantage;
        let volume = (count * (self.mean_multiple + richer)).min(self.volume_limit);
        let price = 1.0 + self.price_per_point * score_gain * advantage;
        Month {
            volume,
            price,
            counter: None,
            contribution: volume * price * self.unit_margin,
            contact_cost: self.contact_cost + self.repeat_cost * x.failures,
            failure_cost: x.failures * self.failure + x.voiced * self.complaint,
            people_cost: staff.turnover * self.turnover_cost + staff.absence * self.absence_cost,
            social_value: n[3] * self.social_value,
        }
    }

    /// The contribution a year of a customer of each state at the price of the month, before inflation and market.
    ///
    /// ```text
    /// v_k = 12·margin·S·price·(M̄_0 + (M_k − M̄_0)·κ) [·I·Z]
    /// ```
    #[inline(always)]
    pub fn annual_contribution(&self, price: Lane<V>, advantage: Lane<V>) -> [Lane<V>; 4] {
        let (unit, mean) = (12.0 * self.unit_margin * price, self.mean_multiple);
        each!(k in 4 => unit * (mean + (self.multiple[k] - mean) * advantage))
    }
}

/// Σ n_k·M_k / N; M of `satisfied` is one.
#[inline(always)]
fn spending<V: Pack>(multiple: &[Lane<V>; 4], n: &Customers<V>, per_customer: Lane<V>) -> Lane<V> {
    (multiple[0] * n[0] + n[1] + multiple[2] * n[2] + multiple[3] * n[3]) * per_customer
}
