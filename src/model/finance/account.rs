//! From monthly benefits and costs to cash, net present value, return, payback and funding.

use super::costs::StartCosts;
use super::zero::{allowance, settled};
use crate::units::{Lane, Pack, inputs, monthly_growth};

inputs! {
    ["finance"]
    discount_rate: real_between(-0.5, 1.0), "share a year", "return that money could earn elsewhere at this risk";
    tax_rate: PARTIAL_SHARE, "share of profit", "tax on profit";
    depreciation_years: amount_between(1.0 / 12.0, 100.0), "years", "years over which capital is written off for tax";
    terminal_years: amount_between(0.0, 100.0), "years",
        "years after the horizon in which the last year's cash fades to zero; 0: none";
}

/// What is written off, for tax, of capital paid at the start: equal parts, of which the last may be smaller.
#[derive(Clone, Copy, Debug)]
pub struct Depreciation<V: Pack> {
    per_month: Lane<V>,
    months: Lane<V>,
}

impl<V: Pack> Depreciation<V> {
    /// Of capital over some years.
    #[inline(always)]
    pub fn new(capital: Lane<V>, years: Lane<V>) -> Self {
        let months = 12.0 * years;
        Depreciation { per_month: capital / months, months }
    }

    /// What is written off in month `t` ≥ 1.
    ///
    /// ```text
    /// depreciation(t) = capital_0 / m·clamp(m − (t − 1))        m = 12·depreciation_years
    /// ```
    #[inline(always)]
    pub fn in_month(&self, t: f64) -> Lane<V> {
        self.per_month * (self.months - (t - 1.0)).clamp_share()
    }
}

/// A discount factor d(t): what a unit of money of month t is worth today. Not a rate.
#[derive(Clone, Copy, Debug)]
pub struct DiscountFactor<V: Pack>(pub Lane<V>);

/// Benefit and cost of one month, before tax.
#[derive(Clone, Copy, Debug)]
pub struct Entry<V: Pack> {
    /// Benefit, social value included.
    pub benefit: Lane<V>,
    /// The part of it that is not taxed.
    pub untaxed: Lane<V>,
    /// Cost of the programme.
    pub cost: Lane<V>,
    /// All money of the month, in and out alike: what rounding is measured against.
    pub moved: Lane<V>,
}

/// A month as it was booked.
#[derive(Clone, Copy, Debug)]
pub struct Booked<V: Pack> {
    /// Benefit before tax, social value included.
    pub benefit: Lane<V>,
    /// Cost before tax, capital included.
    pub cost: Lane<V>,
    /// The part of the cost that is capital.
    pub capital: Lane<V>,
    /// What is written off of capital for tax.
    pub written_off: Lane<V>,
    /// What is left after tax.
    pub cash: Lane<V>,
    /// d(t).
    pub discount: Lane<V>,
}

/// The books of a trial up to a month.
#[derive(Clone, Copy, Debug)]
pub struct Account<V: Pack> {
    pub(super) i: Inputs<Lane<V>>,
    depreciation: Depreciation<V>,
    /// d(t)/d(t − 1).
    pub(super) per_month: Lane<V>,
    /// d(t) of the month last booked.
    pub factor: DiscountFactor<V>,
    /// Σ d(t)·cash(t).
    pub discounted: Lane<V>,
    /// Σ d(t)·benefit(t), before tax.
    pub pv_benefit: Lane<V>,
    /// Σ d(t)·cost(t), before tax.
    pub pv_cost: Lane<V>,
    /// Σ cash(t), not discounted.
    cumulative: Lane<V>,
    lowest: Lane<V>,
    /// Σ money of the months, in and out alike.
    pub(super) moved: Lane<V>,
    payback: Lane<V>,
    discounted_payback: Lane<V>,
}

impl<V: Pack> Account<V> {
    /// Opens the books with the costs and the income of month 0, and gives them with that month.
    ///
    /// ```text
    /// cash(0) = −capital_0 − (expense_0 − income_0)·(1 − tax_rate)
    /// ```
    #[inline(always)]
    pub fn open(i: &Inputs<Lane<V>>, start: &StartCosts<V>, income: Lane<V>) -> (Self, Booked<V>) {
        let cost = start.capital + start.expense;
        let zero = cost.all(0.0);
        let mut account = Account {
            i: *i,
            depreciation: Depreciation::new(start.capital, i.depreciation_years),
            per_month: 1.0 / monthly_growth(i.discount_rate),
            factor: DiscountFactor(cost.all(1.0)),
            discounted: zero,
            pv_benefit: zero,
            pv_cost: zero,
            cumulative: zero,
            lowest: zero,
            moved: zero,
            payback: zero,
            discounted_payback: zero,
        };
        let cash = -start.capital - (start.expense - income) * (1.0 - i.tax_rate);
        account.post(0.0, &Entry { benefit: income, untaxed: zero, cost, moved: start.moved }, cash);
        let discount = account.factor.0;
        let month = Booked { benefit: income, cost, capital: start.capital, written_off: zero, cash, discount };
        (account, month)
    }

    /// Books month `t` ≥ 1 and gives it.
    ///
    /// ```text
    /// tax = tax_rate·(benefit − Δsocial value − cost − depreciation)        cash(t) = benefit − cost − tax
    /// d(t) = (1 + discount_rate)^(−t/12)
    /// ```
    #[inline(always)]
    pub fn book(&mut self, t: f64, entry: &Entry<V>) -> Booked<V> {
        self.factor.0 = self.factor.0 * self.per_month;
        let surplus = entry.benefit - entry.cost;
        let written_off = self.depreciation.in_month(t);
        let cash = surplus - self.i.tax_rate * (surplus - (entry.untaxed + written_off));
        self.post(t, entry, cash);
        let capital = cash.all(0.0);
        Booked { benefit: entry.benefit, cost: entry.cost, capital, written_off, cash, discount: self.factor.0 }
    }

    /// Adds a month to the sums, and notes whether they are still below zero, by more than rounding.
    ///
    /// ```text
    /// PV benefit = Σ_{t=0..T} d(t)·benefit(t)        PV cost = Σ_{t=0..T} d(t)·cost(t)
    /// ```
    #[inline(always)]
    fn post(&mut self, t: f64, entry: &Entry<V>, cash: Lane<V>) {
        let d = self.factor.0;
        self.discounted += d * cash;
        self.pv_benefit += d * entry.benefit;
        self.pv_cost += d * entry.cost;
        self.cumulative += cash;
        self.lowest = self.lowest.min(self.cumulative);
        self.moved += entry.moved;
        let (next, slack) = (t + 1.0, allowance(self.moved));
        self.payback = (self.cumulative + slack).below(0.0).select(next, self.payback);
        self.discounted_payback = (self.discounted + slack).below(0.0).select(next, self.discounted_payback);
    }

    /// The net present value, with the value `terminal` of the cash after the horizon.
    ///
    /// ```text
    /// NPV = Σ_{t=0..T} d(t)·cash(t) + terminal
    /// ```
    #[inline(always)]
    pub fn npv(&self, terminal: Lane<V>) -> Lane<V> {
        settled(self.discounted + terminal, self.money_moved(terminal))
    }

    /// The money that moves before tax, in and out alike: what rounding is measured against.
    ///
    /// ```text
    /// money moved = Σ_{t=0..T} (|benefit(t)| + |cost(t)|) + |terminal|        (of flows: Σ |flow(t)| of each)
    /// ```
    #[inline(always)]
    pub fn money_moved(&self, terminal: Lane<V>) -> Lane<V> {
        self.moved + terminal.abs()
    }

    /// Σ cash(t) so far, not discounted.
    #[inline(always)]
    pub fn cumulative(&self) -> Lane<V> {
        settled(self.cumulative, self.moved)
    }

    /// The return so far, before tax; NaN where nothing has been paid.
    ///
    /// ```text
    /// ROI = (PV benefit − PV cost) / PV cost
    /// ```
    #[inline(always)]
    pub fn roi(&self) -> Lane<V> {
        let nothing = self.pv_cost.at_most(0.0);
        nothing.select(f64::NAN, settled(self.pv_benefit - self.pv_cost, self.moved) / self.pv_cost)
    }

    /// First month after which cumulative cash is never below zero; NaN where it ends below.
    ///
    /// ```text
    /// payback = 1 + the last t with Σ_{j=0..t} cash(j) < 0        (0 if there is none, no payback if it is T)
    /// ```
    #[inline(always)]
    pub fn payback_months(&self) -> Lane<V> {
        self.cumulative().below(0.0).select(f64::NAN, self.payback)
    }

    /// The same for discounted cash.
    #[inline(always)]
    pub fn discounted_payback_months(&self) -> Lane<V> {
        settled(self.discounted, self.moved).below(0.0).select(f64::NAN, self.discounted_payback)
    }

    /// The deepest cumulative cash, as a positive amount.
    ///
    /// ```text
    /// peak funding = max(0, −min_t Σ_{j=0..t} cash(j))
    /// ```
    #[inline(always)]
    pub fn peak_funding(&self) -> Lane<V> {
        0.0 - settled(self.lowest, self.moved)
    }

    /// The value of cash after the horizon: the mean of the last 12 months fades straight to zero over Y years.
    ///
    /// ```text
    /// terminal = Σ_{j=1}^{12Y} mean·(1 − j/(12Y + 1))·d(T + j)        mean = mean cash of the last 12 months
    /// ```
    #[inline(always)]
    pub fn terminal(&self, cash: &[Lane<V>]) -> Lane<V> {
        let months = (self.i.terminal_years * 12.0 + 0.5).floor();
        let longest = months.values().iter().fold(0.0, |a: f64, &b| if b > a { b } else { a });
        let last = &cash[cash.len().saturating_sub(12)..];
        let zero = months.all(0.0);
        let mean = last.iter().fold(zero, |sum, c| sum + *c) * (1.0 / last.len() as f64);
        let (mut d, mut sum, mut j) = (self.factor.0, zero, 1.0);
        while j <= longest {
            d = d * self.per_month;
            sum += (1.0 - j / (months + 1.0)).max(0.0) * d;
            j += 1.0;
        }
        mean * sum
    }
}
