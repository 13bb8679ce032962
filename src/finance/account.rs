//! From monthly benefits and costs to cash, net present value, return, payback and funding.

use super::costs::StartCosts;
use crate::units::{Input, Kind, Lane, Source, monthly_growth};

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
/// month may be a part of one. The closed form of what [`Account::book`] does by recurrence.
pub fn depreciation(capital: f64, depreciation_years: f64, t: usize) -> f64 {
    let months = 12.0 * depreciation_years;
    let left = (months - (t as f64 - 1.0)).clamp(0.0, 1.0);
    if t == 0 { 0.0 } else { capital / months * left }
}

/// A discount factor d(t): what a unit of money of month t is worth today. Not a rate.
#[derive(Clone, Copy, Debug)]
pub struct DiscountFactor<const N: usize>(pub Lane<N>);

/// Benefit and cost of one month, before tax.
#[derive(Clone, Copy, Debug)]
pub struct Entry<const N: usize> {
    /// Benefit, social value included.
    pub benefit: Lane<N>,
    /// The part of it that is not taxed.
    pub untaxed: Lane<N>,
    /// Cost of the programme.
    pub cost: Lane<N>,
}

/// The books of a trial up to a month.
#[derive(Clone, Copy, Debug)]
pub struct Account<const N: usize> {
    i: Inputs<Lane<N>>,
    write_off: Lane<N>,
    /// Months of writing off still to come; the last one may be a part of one.
    to_write_off: Lane<N>,
    per_month: Lane<N>,
    /// d(t) of the month last booked.
    pub factor: DiscountFactor<N>,
    /// Σ d(t)·cash(t).
    pub npv: Lane<N>,
    /// Σ d(t)·benefit(t), before tax.
    pub pv_benefit: Lane<N>,
    /// Σ d(t)·cost(t), before tax.
    pub pv_cost: Lane<N>,
    /// Σ cash(t), not discounted.
    pub cumulative: Lane<N>,
    lowest: Lane<N>,
    payback: Lane<N>,
    discounted_payback: Lane<N>,
}

impl<const N: usize> Account<N> {
    /// Opens the books with the costs and the income of month 0; gives them and cash(0).
    ///
    /// ```text
    /// cash(0) = −capital_0 − (expense_0 − income_0)·(1 − tax_rate)
    /// ```
    #[inline(always)]
    pub fn open(i: &Inputs<Lane<N>>, start: &StartCosts<N>, income: Lane<N>) -> (Self, Lane<N>) {
        let cost = start.capital + start.expense;
        let depreciation_months = 12.0 * i.depreciation_years;
        let mut account = Account {
            i: *i,
            write_off: start.capital / depreciation_months,
            to_write_off: depreciation_months,
            per_month: 1.0 / monthly_growth(i.discount_rate),
            factor: DiscountFactor(Lane::ONE),
            npv: Lane::ZERO,
            pv_benefit: Lane::ZERO,
            pv_cost: Lane::ZERO,
            cumulative: Lane::ZERO,
            lowest: Lane::ZERO,
            payback: Lane::ZERO,
            discounted_payback: Lane::ZERO,
        };
        let cash = -start.capital - (start.expense - income) * (1.0 - i.tax_rate);
        account.post(0.0, &Entry { benefit: income, untaxed: Lane::ZERO, cost }, cash);
        (account, cash)
    }

    /// Books month `t` ≥ 1 and gives its cash.
    ///
    /// ```text
    /// tax = tax_rate·(benefit − untaxed − cost − depreciation);   cash(t) = benefit − cost − tax
    /// d(t) = (1 + discount_rate)^(−t/12)
    /// ```
    #[inline(always)]
    pub fn book(&mut self, t: f64, entry: &Entry<N>) -> Lane<N> {
        self.factor.0 = self.factor.0 * self.per_month;
        let due = self.to_write_off.clamp_share();
        self.to_write_off -= due;
        let profit = entry.benefit - entry.untaxed - entry.cost - self.write_off * due;
        let cash = entry.benefit - entry.cost - self.i.tax_rate * profit;
        self.post(t, entry, cash);
        cash
    }

    #[inline(always)]
    fn post(&mut self, t: f64, entry: &Entry<N>, cash: Lane<N>) {
        let d = self.factor.0;
        self.npv += d * cash;
        self.pv_benefit += d * entry.benefit;
        self.pv_cost += d * entry.cost;
        self.cumulative += cash;
        self.lowest = self.lowest.min(self.cumulative);
        let next = Lane::splat(t + 1.0);
        self.payback = self.cumulative.below(Lane::ZERO).select(next, self.payback);
        self.discounted_payback = self.npv.below(Lane::ZERO).select(next, self.discounted_payback);
    }

    /// (PV benefit − PV cost) / PV cost so far, before tax; NaN where nothing has been paid.
    #[inline(always)]
    pub fn roi(&self) -> Lane<N> {
        let nothing = self.pv_cost.at_most(Lane::ZERO);
        nothing.select(Lane::splat(f64::NAN), (self.pv_benefit - self.pv_cost) / self.pv_cost)
    }

    /// First month after which cumulative cash is never below zero; NaN where it ends below.
    #[inline(always)]
    pub fn payback_months(&self) -> Lane<N> {
        self.cumulative.below(Lane::ZERO).select(Lane::splat(f64::NAN), self.payback)
    }

    /// The same for discounted cash.
    #[inline(always)]
    pub fn discounted_payback_months(&self) -> Lane<N> {
        self.npv.below(Lane::ZERO).select(Lane::splat(f64::NAN), self.discounted_payback)
    }

    /// The deepest cumulative cash, as a positive amount.
    #[inline(always)]
    pub fn peak_funding(&self) -> Lane<N> {
        0.0 - self.lowest
    }

    /// The value of cash after the horizon: the mean of the last 12 months fades straight to zero over Y years.
    ///
    /// ```text
    /// Σ_{j=1}^{12Y} mean·(1 − j/(12Y + 1))·d(T + j)
    /// ```
    #[inline(always)]
    pub fn terminal(&self, cash: &[Lane<N>]) -> Lane<N> {
        let months = (self.i.terminal_years * 12.0).map(|m| (m + 0.5).floor());
        let longest = months.0.iter().fold(0.0, |a: f64, &b| if b > a { b } else { a });
        let last = &cash[cash.len().saturating_sub(12)..];
        let mut mean = Lane::ZERO;
        for c in last {
            mean += *c;
        }
        let mean = mean * (1.0 / last.len() as f64);
        let (mut d, mut sum, mut j) = (self.factor.0, Lane::ZERO, 1.0);
        while j <= longest {
            d = d * self.per_month;
            sum += (1.0 - j / (months + 1.0)).max(Lane::ZERO) * d;
            j += 1.0;
        }
        mean * sum
    }
}
