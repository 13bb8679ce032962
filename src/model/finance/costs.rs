//! What the programme costs: its cost lines, and what they come to in a month.

use crate::units::{Lane, Pack};
use serde::{Deserialize, Serialize};

/// What an amount is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Once, in the month `month`.
    Once,
    /// Every month.
    Month,
    /// Every employee, an amount a year paid monthly.
    Employee,
    /// Every customer, an amount a year paid monthly.
    Customer,
    /// Every hire.
    Hire,
    /// Every individual service more than a customer of the baseline has.
    Individual,
    /// Every surprise more than a customer of the baseline has.
    Surprise,
    /// Every recovered failure more than a customer of the baseline has.
    Recovery,
}

impl Per {
    /// Every kind, with the word that scenario files use.
    pub const ALL: [(Per, &'static str); 8] = [
        (Per::Once, "once"),
        (Per::Month, "month"),
        (Per::Employee, "employee"),
        (Per::Customer, "customer"),
        (Per::Hire, "hire"),
        (Per::Individual, "individual"),
        (Per::Surprise, "surprise"),
        (Per::Recovery, "recovery"),
    ];

    /// Whether it is paid for effort, so that more effort costs more of it.
    pub fn is_effort(self) -> bool {
        matches!(self, Per::Once | Per::Month | Per::Employee | Per::Customer)
    }
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Money.
    #[default]
    Money,
    /// A share of today's wage bill, headcount·salary; of a monthly line a share a year, paid in twelfths.
    Wages,
}

impl Of {
    /// Every measure, with the word that scenario files use.
    pub const ALL: [(Of, &'static str); 2] = [(Of::Money, "money"), (Of::Wages, "wages")];

    fn is_money(&self) -> bool {
        *self == Of::Money
    }
}

/// One cost line; its amount is drawn, so it stands with the trial's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostItem {
    /// Name for people, unique in the case.
    pub name: String,
    /// What the amount is paid for.
    pub per: Per,
    /// What the amount is counted in.
    #[serde(default, skip_serializing_if = "Of::is_money")]
    pub of: Of,
    /// First month of a running cost.
    pub from: usize,
    /// Last month of a running cost.
    pub to: usize,
    /// Month of a cost paid once, 0 at the start.
    pub month: usize,
    /// Whether it is capital, written off over the years for tax (month 0 only).
    pub capital: bool,
    /// Parts in which it is paid, each with a delay of its own; empty: in one, as written. Capital is never delayed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// A part of a cost line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// × the amount of the line.
    pub share: f64,
    /// Months by which it is paid later than written; earlier if negative.
    pub delay: i64,
}

/// Months after the stop of a programme until its costs stop too.
pub const WIND_DOWN_MONTHS: f64 = 3.0;

/// How many of each thing there are to pay for in a month, with the programme.
#[derive(Clone, Copy, Debug)]
pub struct Activity<V: Pack> {
    /// Customers at the start of the month.
    pub customers: Lane<V>,
    /// Hires, as a share of the employees.
    pub turnover: Lane<V>,
    /// Individual services more than a customer of the baseline has.
    pub individual: Lane<V>,
    /// Surprises more than a customer of the baseline has.
    pub surprises: Lane<V>,
    /// Recovered failures more than a customer of the baseline has.
    pub recoveries: Lane<V>,
}

/// Costs of the start: month 0, before anything has grown with inflation.
#[derive(Clone, Copy, Debug)]
pub struct StartCosts<V: Pack> {
    /// Written off over the years for tax.
    pub capital: Lane<V>,
    /// Deducted at once.
    pub expense: Lane<V>,
    /// All money of the start, in and out alike.
    pub moved: Lane<V>,
}

/// What the scenario says of the size of the programme, in one trial.
#[derive(Clone, Copy, Debug)]
pub struct Scale<V: Pack> {
    /// `programme.cost_overrun`.
    pub overrun: Lane<V>,
    /// How much of the programme as written is paid: its intensity.
    pub intensity: Lane<V>,
    /// Employees in its scope.
    pub employees: Lane<V>,
    /// Their wage bill today, money a year.
    pub wages: Lane<V>,
}

/// The costs of month 0; only what is paid once can fall there.
///
/// ```text
/// capital_0, expense_0 = Σ amount·cost_overrun·x        (x: intensity)
/// ```
#[inline(always)]
pub fn at_start<V: Pack>(items: &[CostItem], amounts: &[Lane<V>], scale: &Scale<V>) -> StartCosts<V> {
    let zero = scale.overrun.all(0.0);
    let mut start = StartCosts { capital: zero, expense: zero, moved: zero };
    for (item, amount) in items.iter().zip(amounts) {
        let due = item.due(0);
        if item.per == Per::Once && due > 0.0 {
            let part = if item.capital { &mut start.capital } else { &mut start.expense };
            *part += item.in_money(*amount, scale.wages) * due;
        }
    }
    let factor = scale.overrun * scale.intensity;
    let (capital, expense) = (start.capital * factor, start.expense * factor);
    StartCosts { capital, expense, moved: capital.abs() + expense.abs() }
}

impl CostItem {
    /// Its amount in money, where the wage bill is `wages` a year.
    ///
    /// ```text
    /// amount  (of money)        amount·wages  (of wages, once)        amount·wages/12  (of wages, month)
    /// ```
    #[inline(always)]
    pub fn in_money<V: Pack>(&self, amount: Lane<V>, wages: Lane<V>) -> Lane<V> {
        match (self.of, self.per) {
            (Of::Money, _) => amount,
            (Of::Wages, Per::Month) => amount * wages * (1.0 / 12.0),
            (Of::Wages, _) => amount * wages,
        }
    }

    /// The first and the last month in which it is due.
    pub fn span(&self) -> (usize, usize) {
        match self.per {
            Per::Once => (self.month, self.month),
            _ => (self.from, self.to),
        }
    }

    /// How much of its amount is paid in month `t`: 1 in the months in which it is due, if it is paid in one.
    pub fn due(&self, t: usize) -> f64 {
        let t = t as i64;
        let (first, last) = self.span();
        let is_due = |delay: i64| (first as i64..=last as i64).contains(&(t - delay));
        if self.parts.is_empty() {
            return f64::from(is_due(0));
        }
        let due = self.parts.iter().filter(|part| is_due(if self.capital { 0 } else { part.delay }));
        due.map(|part| part.share).sum()
    }
}

/// For each month up to `months` whether other cost lines are due in it than in the month before.
pub fn changes(items: &[CostItem], months: usize) -> Vec<bool> {
    (0..=months).map(|t| t <= 1 || items.iter().any(|item| item.due(t) != item.due(t - 1))).collect()
}

/// What the cost lines due in a month ask for each thing there is to pay for, at today's prices.
#[derive(Clone, Copy, Debug)]
pub struct Rates<V: Pack> {
    fixed: Lane<V>,
    customer: Lane<V>,
    turnover: Lane<V>,
    individual: Lane<V>,
    surprise: Lane<V>,
    recovery: Lane<V>,
}

impl<V: Pack> Rates<V> {
    /// Nothing to pay.
    #[inline(always)]
    pub fn none(zero: Lane<V>) -> Self {
        Rates { fixed: zero, customer: zero, turnover: zero, individual: zero, surprise: zero, recovery: zero }
    }

    /// The rates of month `t` ≥ 1, which hold until the lines that are due change.
    ///
    /// ```text
    /// fixed = Σ cost_overrun·x·(amount  (once, month)        amount·headcount/12  (employee))
    /// rate = Σ cost_overrun·(x·amount/12  (customer)        amount·headcount  (hire)        amount  (events))
    /// ```
    #[inline(always)]
    pub fn of(items: &[CostItem], amounts: &[Lane<V>], t: usize, scale: &Scale<V>) -> Self {
        let mut rates = Self::none(scale.overrun.all(0.0));
        for (item, amount) in items.iter().zip(amounts) {
            let due = item.due(t);
            if due == 0.0 {
                continue;
            }
            let amount = item.in_money(*amount, scale.wages) * scale.overrun * due;
            let effort = amount * scale.intensity;
            match item.per {
                Per::Once | Per::Month => rates.fixed += effort,
                Per::Employee => rates.fixed += effort * scale.employees * (1.0 / 12.0),
                Per::Customer => rates.customer += effort * (1.0 / 12.0),
                Per::Hire => rates.turnover += amount * scale.employees,
                Per::Individual => rates.individual += amount,
                Per::Surprise => rates.surprise += amount,
                Per::Recovery => rates.recovery += amount,
            }
        }
        rates
    }

    /// The costs of month `t` of a programme that stops after `stop_month`, at the price level `prices`.
    ///
    /// ```text
    /// t ≤ s + 3:  cost = (fixed + rate_hire·q_p + N_p·(rate_customer + Σ rate_event·(event_p − event_b)))·I
    /// else:       cost = 0
    /// ```
    #[inline(always)]
    pub fn cost(&self, t: usize, activity: &Activity<V>, stop_month: Lane<V>, prices: Lane<V>) -> Lane<V> {
        let a = activity;
        let events = self.individual * a.individual + self.surprise * a.surprises + self.recovery * a.recoveries;
        let cost = self.fixed + self.turnover * a.turnover + a.customers * (self.customer + events);
        let stopped = stop_month.below(t as f64 - WIND_DOWN_MONTHS);
        stopped.select(0.0, cost * prices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(per: Per, from: usize, to: usize, month: usize, parts: Vec<Part>) -> CostItem {
        CostItem { name: "x".into(), per, of: Of::Money, from, to, month, capital: false, parts }
    }

    #[test]
    fn a_line_in_parts_is_paid_as_they_fall_due() {
        let parts = vec![Part { share: 0.5, delay: 0 }, Part { share: 0.25, delay: 2 }];
        let running = item(Per::Month, 1, 3, 0, parts.clone());
        assert_eq!([0, 1, 2, 3, 4, 5, 6].map(|t| running.due(t)), [0.0, 0.5, 0.5, 0.75, 0.25, 0.25, 0.0]);
        let once = item(Per::Once, 1, 60, 0, parts);
        assert_eq!([0, 1, 2, 3].map(|t| once.due(t)), [0.5, 0.0, 0.25, 0.0]);
        let capital = CostItem { capital: true, ..once };
        assert_eq!([0, 1, 2, 3].map(|t| capital.due(t)), [0.75, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_line_in_one_part_as_written_is_the_line() {
        let whole = item(Per::Month, 2, 5, 0, Vec::new());
        let part = item(Per::Month, 2, 5, 0, vec![Part { share: 1.0, delay: 0 }]);
        for t in 0..8 {
            assert_eq!(whole.due(t), part.due(t));
        }
        assert_eq!(changes(&[whole], 8), [true, true, true, false, false, false, true, false, false]);
    }
}
