//! What the programme costs: its cost lines, and what they come to in a month.

use crate::units::Lane;

/// What an amount is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// Whether the amount is part of the effort and so grows with `programme.intensity`.
    fn scales_with_intensity(self) -> bool {
        matches!(self, Per::Once | Per::Month | Per::Employee | Per::Customer)
    }
}

/// One cost line; its amount is drawn, so it stands with the trial's values.
#[derive(Clone, Debug, PartialEq)]
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

/// How many of each thing there are to pay for in a month.
#[derive(Clone, Copy, Debug)]
pub struct Activity<const N: usize> {
    /// Employees.
    pub employees: Lane<N>,
    /// Customers at the start of the month, with the programme.
    pub customers: Lane<N>,
    /// Hires, with the programme.
    pub hires: Lane<N>,
    /// Individual services more than customers of the baseline have, over all customers.
    pub individual: Lane<N>,
    /// Surprises more than customers of the baseline have, over all customers.
    pub surprises: Lane<N>,
    /// Recovered failures more than customers of the baseline have, over all customers.
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

/// The costs of month `t` ≥ 1 of a programme that stops after `stop_month`, at the price level `prices`.
#[inline(always)]
pub fn in_month<const N: usize>(
    items: &[CostItem],
    amounts: &[Lane<N>],
    t: usize,
    activity: &Activity<N>,
    scale: &Scale<N>,
    stop_month: Lane<N>,
    prices: Lane<N>,
) -> Lane<N> {
    let (mut effort, mut events) = (Lane::ZERO, Lane::ZERO);
    for (item, amount) in items.iter().zip(amounts) {
        let due = match item.per {
            Per::Once => item.month == t,
            _ => item.from <= t && t <= item.to,
        };
        if !due {
            continue;
        }
        let quantity = match item.per {
            Per::Once | Per::Month => Lane::ONE,
            Per::Employee => activity.employees * (1.0 / 12.0),
            Per::Customer => activity.customers * (1.0 / 12.0),
            Per::Hire => activity.hires,
            Per::Individual => activity.individual,
            Per::Surprise => activity.surprises,
            Per::Recovery => activity.recoveries,
        };
        let sum = if item.per.scales_with_intensity() { &mut effort } else { &mut events };
        *sum += *amount * quantity;
    }
    let cost = (effort * scale.intensity + events) * scale.overrun * prices;
    let stopped = (stop_month + WIND_DOWN_MONTHS).below(Lane::splat(t as f64));
    stopped.select(Lane::ZERO, cost)
}
