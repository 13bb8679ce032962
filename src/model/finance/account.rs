//! From monthly benefits and costs to cash, net present value, return, payback and funding.

use super::costs::StartCosts;
use crate::units::{Input, Kind, Lane, Pack, Source, monthly_growth};

/// What valuation takes from the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<T> {
    discount_rate: T,
    tax_rate: T,
    depreciation_years: T,
    terminal_years: T,
}

impl<T: Copy> Inputs<T> {
    /// Takes the inputs, in this order.
    #[inline(always)]
    pub fn take<S: Source<Value = T>>(s: &mut S) -> Self {
        let f = "finance";
        Inputs {
            discount_rate: s.next(Input::new(
                f,
                "discount_rate",
                Kind::real_between(-0.5, 1.0),
                "share a year",
                "return that money could earn elsewhere at this risk",
            )),
            tax_rate: s.next(Input::new(f, "tax_rate", Kind::PARTIAL_SHARE, "share of profit", "tax on profit")),
            depreciation_years: s.next(Input::new(
                f,
                "depreciation_years",
                Kind::amount_between(1.0 / 12.0, 100.0),
                "years",
                "years over which capital is written off for tax",
            )),
            terminal_years: s.next(Input::new(
                f,
                "terminal_years",
                Kind::amount_between(0.0, 100.0),
                "years",
                "years after the horizon in which the last year's cash fades to zero; 0: none",
            )),
        }
    }

    /// The discount rate, a year.
    #[inline(always)]
    pub fn discount_rate(&self) -> T {
        self.discount_rate
    }
}

/// What is written off in month `t` of capital paid at the start: equal parts over the years, from month 1; the last
/// month may be a part of one. What [`Account::book`] does with lanes.
pub fn depreciation(capital: f64, depreciation_years: f64, t: usize) -> f64 {
    let months = 12.0 * depreciation_years;
    let left = (months - (t as f64 - 1.0)).clamp(0.0, 1.0);
    if t == 0 { 0.0 } else { capital / months * left }
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
}

/// The books of a trial up to a month.
#[derive(Clone, Copy, Debug)]
pub struct Account<V: Pack> {
    i: Inputs<Lane<V>>,
    write_off: Lane<V>,
    /// Months of depreciation; the last one may be a part of one.
    write_off_months: Lane<V>,
    per_month: Lane<V>,
    /// d(t) of the month last booked.
    pub factor: DiscountFactor<V>,
    /// Σ d(t)·cash(t).
    pub npv: Lane<V>,
    /// Σ d(t)·benefit(t), before tax.
    pub pv_benefit: Lane<V>,
    /// Σ d(t)·cost(t), before tax.
    pub pv_cost: Lane<V>,
    /// Σ cash(t), not discounted.
    pub cumulative: Lane<V>,
    lowest: Lane<V>,
    payback: Lane<V>,
    discounted_payback: Lane<V>,
}

impl<V: Pack> Account<V> {
    /// Opens the books with the costs and the income of month 0; gives them and cash(0).
    ///
    /// ```text
    /// cash(0) = −capital_0 − (expense_0 − income_0)·(1 − tax_rate)
    /// ```
    #[inline(always)]
    pub fn open(i: &Inputs<Lane<V>>, start: &StartCosts<V>, income: Lane<V>) -> (Self, Lane<V>) {
        let cost = start.capital + start.expense;
        let depreciation_months = 12.0 * i.depreciation_years;
        let zero = cost.all(0.0);
        let mut account = Account {
            i: *i,
            write_off: start.capital / depreciation_months,
            write_off_months: depreciation_months,
            per_month: 1.0 / monthly_growth(i.discount_rate),
            factor: DiscountFactor(cost.all(1.0)),
            npv: zero,
            pv_benefit: zero,
            pv_cost: zero,
            cumulative: zero,
            lowest: zero,
            payback: zero,
            discounted_payback: zero,
        };
        let cash = -start.capital - (start.expense - income) * (1.0 - i.tax_rate);
        account.post(0.0, &Entry { benefit: income, untaxed: zero, cost }, cash);
        (account, cash)
    }

    /// Books month `t` ≥ 1 and gives its cash.
    ///
    /// ```text
    /// tax = tax_rate·(benefit − untaxed − cost − depreciation);   cash(t) = benefit − cost − tax
    /// d(t) = (1 + discount_rate)^(−t/12)
    /// ```
    #[inline(always)]
    pub fn book(&mut self, t: f64, entry: &Entry<V>) -> Lane<V> {
        self.factor.0 = self.factor.0 * self.per_month;
        let due = (self.write_off_months - (t - 1.0)).clamp_share();
        let surplus = entry.benefit - entry.cost;
        let cash = surplus - self.i.tax_rate * (surplus - (entry.untaxed + self.write_off * due));
        self.post(t, entry, cash);
        cash
    }

    #[inline(always)]
    fn post(&mut self, t: f64, entry: &Entry<V>, cash: Lane<V>) {
        let d = self.factor.0;
        self.npv += d * cash;
        self.pv_benefit += d * entry.benefit;
        self.pv_cost += d * entry.cost;
        self.cumulative += cash;
        self.lowest = self.lowest.min(self.cumulative);
        let next = t + 1.0;
        self.payback = self.cumulative.below(0.0).select(next, self.payback);
        self.discounted_payback = self.npv.below(0.0).select(next, self.discounted_payback);
    }

    /// (PV benefit − PV cost) / PV cost so far, before tax; NaN where nothing has been paid.
    #[inline(always)]
    pub fn roi(&self) -> Lane<V> {
        let nothing = self.pv_cost.at_most(0.0);
        nothing.select(f64::NAN, (self.pv_benefit - self.pv_cost) / self.pv_cost)
    }

    /// First month after which cumulative cash is never below zero; NaN where it ends below.
    #[inline(always)]
    pub fn payback_months(&self) -> Lane<V> {
        self.cumulative.below(0.0).select(f64::NAN, self.payback)
    }

    /// The same for discounted cash.
    #[inline(always)]
    pub fn discounted_payback_months(&self) -> Lane<V> {
        self.npv.below(0.0).select(f64::NAN, self.discounted_payback)
    }

    /// The deepest cumulative cash, as a positive amount.
    #[inline(always)]
    pub fn peak_funding(&self) -> Lane<V> {
        0.0 - self.lowest
    }

    /// The value of cash after the horizon: the mean of the last 12 months fades straight to zero over Y years.
    ///
    /// ```text
    /// Σ_{j=1}^{12Y} mean·(1 − j/(12Y + 1))·d(T + j)
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
