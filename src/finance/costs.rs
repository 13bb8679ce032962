//! What the programme costs: its cost lines, and what they come to in a month.

use crate::units::Lane;
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
}

/// One cost line; its amount is drawn, so it stands with the trial's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostItem {
    /// Name for people, unique in the case.
    pub name: String,
    /// What the amount is paid for.
    pub per: Per,
    /// First month of a running cost.
    pub from: usize,
    /// Last month of a running cost.
    pub to: usize,
    /// Month of a cost paid once, 0 at the start.
    pub month: usize,
    /// Whether it is capital, written off over the years for tax (month 0 only).
    pub capital: bool,
}

/// Months after the stop of a programme until its costs stop too.
pub const WIND_DOWN_MONTHS: f64 = 3.0;

/// How many of each thing there are to pay for in a month, with the programme.
#[derive(Clone, Copy, Debug)]
pub struct Activity<const N: usize> {
    /// Customers at the start of the month.
    pub customers: Lane<N>,
    /// Hires, as a share of the employees.
    pub turnover: Lane<N>,
    /// Individual services more than a customer of the baseline has.
    pub individual: Lane<N>,
    /// Surprises more than a customer of the baseline has.
    pub surprises: Lane<N>,
    /// Recovered failures more than a customer of the baseline has.
    pub recoveries: Lane<N>,
}

/// Costs of the start: month 0, before anything has grown with inflation.
#[derive(Clone, Copy, Debug)]
pub struct StartCosts<const N: usize> {
    /// Written off over the years for tax.
    pub capital: Lane<N>,
    /// Deducted at once.
    pub expense: Lane<N>,
}

/// What the scenario says of the size of the programme, in one trial.
#[derive(Clone, Copy, Debug)]
pub struct Scale<const N: usize> {
    /// `programme.cost_overrun`.
    pub overrun: Lane<N>,
    /// How much of the programme as written is paid: its intensity.
    pub intensity: Lane<N>,
    /// Employees in its scope.
    pub employees: Lane<N>,
}

/// The costs of month 0.
#[inline(always)]
pub fn at_start<const N: usize>(items: &[CostItem], amounts: &[Lane<N>], scale: &Scale<N>) -> StartCosts<N> {
    let mut start = StartCosts { capital: Lane::ZERO, expense: Lane::ZERO };
    for (item, amount) in items.iter().zip(amounts) {
        if item.per == Per::Once && item.month == 0 {
            let part = if item.capital { &mut start.capital } else { &mut start.expense };
            *part += *amount;
        }
    }
    let factor = scale.overrun * scale.intensity;
    StartCosts { capital: start.capital * factor, expense: start.expense * factor }
}

impl CostItem {
    /// The first and the last month in which it is due.
    pub fn span(&self) -> (usize, usize) {
        match self.per {
            Per::Once => (self.month, self.month),
            _ => (self.from, self.to),
        }
    }

    /// Whether it is paid in month `t`.
    #[inline(always)]
    fn is_due(&self, t: usize) -> bool {
        match self.per {
            Per::Once => self.month == t,
            _ => self.from <= t && t <= self.to,
        }
    }
}

/// For each month up to `months` whether other cost lines are due in it than in the month before.
pub fn changes(items: &[CostItem], months: usize) -> Vec<bool> {
    (0..=months).map(|t| t <= 1 || items.iter().any(|item| item.is_due(t) != item.is_due(t - 1))).collect()
}

/// What the cost lines due in a month ask for each thing there is to pay for, at today's prices.
#[derive(Clone, Copy, Debug)]
pub struct Rates<const N: usize> {
    fixed: Lane<N>,
    customer: Lane<N>,
    turnover: Lane<N>,
    individual: Lane<N>,
    surprise: Lane<N>,
    recovery: Lane<N>,
}

impl<const N: usize> Rates<N> {
    /// Nothing to pay.
    pub const NONE: Self = Rates {
        fixed: Lane::ZERO,
        customer: Lane::ZERO,
        turnover: Lane::ZERO,
        individual: Lane::ZERO,
        surprise: Lane::ZERO,
        recovery: Lane::ZERO,
    };

    /// The rates of month `t` ≥ 1, which hold until the lines that are due change.
    #[inline(always)]
    pub fn of(items: &[CostItem], amounts: &[Lane<N>], t: usize, scale: &Scale<N>) -> Self {
        let mut rates = Self::NONE;
        for (item, amount) in items.iter().zip(amounts).filter(|(item, _)| item.is_due(t)) {
            let amount = *amount * scale.overrun;
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
    #[inline(always)]
    pub fn cost(&self, t: usize, activity: &Activity<N>, stop_month: Lane<N>, prices: Lane<N>) -> Lane<N> {
        let a = activity;
        let events = self.individual * a.individual + self.surprise * a.surprises + self.recovery * a.recoveries;
        let cost = self.fixed + self.turnover * a.turnover + a.customers * (self.customer + events);
        let stopped = (stop_month + WIND_DOWN_MONTHS).below(Lane::splat(t as f64));
        stopped.select(Lane::ZERO, cost * prices)
    }
}
