//! The internal rate of return of monthly cash: exactly one, none, or several, and which of these.

mod root;
mod search;
#[cfg(test)]
mod tests;

use super::zero::allowance;
use crate::units::{Lane, Pack};
use root::{Roots, Worth, only_root};
use search::{LARGEST_FACTOR, Root, SMALLEST_FACTOR, place, roots};

/// An annual effective rate (0.1 = 10 % a year) at which the net present value is zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The rate.
    pub annual: f64,
    /// Whether the value rises with the rate: money comes first and is paid back later, so that the rate is the price of a
    /// loan and no return.
    pub is_loan: bool,
}

/// Rates below this are not looked for: at −99 % a year almost everything is lost every year.
pub const LOWEST_ANNUAL_RATE: f64 = -0.99;

/// The annual internal rates of return of `cash`, one flow per month from month 0: all of them, the highest first. A
/// rate at which the value only touches zero counts once. None below −99 % a year.
///
/// ```text
/// Σ cash(t)·x^t = 0        IRR = x^(−12) − 1
/// ```
///
/// Each is between two rates at which the value has proven signs, and where none is found there is none: the curve is cut
/// into pieces on which bounds of its slope show that it does not meet zero, or meets it once.
pub fn irr(cash: &[f64]) -> Vec<Rate> {
    let rate =
        |root: &Root| Rate { annual: annual(Lane([place(cash, root)])).0[0], is_loan: !root.rising && !root.touches };
    roots(cash).iter().map(rate).collect()
}

/// The rates of the trials of a lane.
#[derive(Clone, Copy, Debug)]
pub struct LaneRates<V: Pack> {
    /// The one rate that is a return: NaN where there is none, infinity where there are several.
    pub returns: Lane<V>,
    /// The one rate that is the price of a loan: NaN where there is no rate at all, infinity where there are others.
    pub loans: Lane<V>,
}

/// The rates of the trials of a lane.
///
/// The roots are counted first. With x = 1/(1 + monthly rate) and X the largest x looked at, the number of sign
/// changes in the partial sums of c_t·X^t bounds the number of roots in (0, X) and has the same parity (Descartes' rule
/// for Σ c_t·x^t divided by 1 − x/X): no change means none, one means exactly one. Where there are more, positive and
/// negative rates are counted separately: by the sums of c_t from the start for x in (0, 1), and from the end for x above 1.
/// Where even that leaves more than one change on a side, the curve is cut into pieces as in [`irr`].
#[inline(always)]
pub fn irr_lanes<V: Pack>(cash: &[Lane<V>]) -> LaneRates<V> {
    let mut found = LaneRates { returns: cash[0], loans: cash[0] };
    found.returns = V::outlined(
        cash[0].token(),
        #[inline(always)]
        || rates(cash, &mut found.loans),
    );
    found
}

#[inline(always)]
fn rates<V: Pack>(cash: &[Lane<V>], loans: &mut Lane<V>) -> Lane<V> {
    let zero = cash[0].all(0.0);
    let (mut all, mut today) = (Signs::none(zero), Worth::none(zero));
    for c in cash {
        all.add(*c, LARGEST_FACTOR);
        today.add(*c);
    }
    let mut roots = Roots {
        count: all.changes,
        low: zero.all(SMALLEST_FACTOR),
        high: zero.all(LARGEST_FACTOR),
        rising: all.last.above(0.0),
    };
    if all.changes.above(1.0).any() {
        roots.part(cash, &all);
    }
    let one = roots.count.equals(1.0);
    let rate = annual(only_root(cash, &roots, one, today));
    let several = roots.count.above(1.0).select(f64::INFINITY, f64::NAN);
    let loan = one.and(roots.rising.inverse());
    *loans = loan.select(rate, one.select(f64::INFINITY, several));
    loan.select(f64::NAN, one.select(rate, several))
}

impl<V: Pack> Roots<V> {
    /// Counts positive and negative rates separately in the trials where the bound left several.
    #[inline(always)]
    fn part(&mut self, cash: &[Lane<V>], all: &Signs<V>) {
        let none = self.count.all(0.0);
        let (early, late) = (Signs::of(cash, 1.0, none), Signs::of(cash.iter().rev(), 1.0, none));
        let open = self.count.above(1.0);
        let (zero, one) = (0.0, 1.0);
        let positive = early.changes.equals(one);
        let negative = (early.last * all.last).below(zero);
        let count = positive.select(one, zero) + negative.select(one, zero);
        self.count = open.select(count, self.count);
        self.low = open.and(negative).select(one, self.low);
        self.high = open.and(positive).select(one, self.high);
        let rising = positive.select(early.last, all.last);
        self.rising = open.and(positive).choose(rising.above(zero), self.rising);
        let clear =
            early.changes.at_most(one).and(late.changes.at_most(one)).and(early.sum.abs().above(allowance(early.size)));
        for i in 0..V::TRIALS {
            if open.holds(i) && !clear.holds(i) {
                let own: Vec<f64> = cash.iter().map(|c| c.values()[i]).collect();
                self.set(i, &own);
            }
        }
    }

    fn set(&mut self, i: usize, cash: &[f64]) {
        let found = roots(cash);
        self.count.values_mut()[i] = found.len() as f64;
        if let Some(first) = found.first() {
            // Where the value only touches zero nothing changes its sign that could be halved.
            let at = if first.touches { Some(place(cash, first)) } else { None };
            self.low.values_mut()[i] = at.unwrap_or(first.low);
            self.high.values_mut()[i] = at.unwrap_or(first.high);
            self.rising.set(i, first.rising || first.touches);
        }
    }
}

/// Annual rate of a monthly discount factor, and zero where no more than rounding is left of it.
#[inline(always)]
fn annual<V: Pack>(factor: Lane<V>) -> Lane<V> {
    let f2 = factor * factor;
    let f4 = f2 * f2;
    let rate = 1.0 / (f4 * f4 * f4) - 1.0;
    rate.abs().at_most(1e-12).select(0.0, rate)
}

/// The signs of the partial sums of c_t·X^t.
struct Signs<V: Pack> {
    /// How often they change, zeros left out.
    changes: Lane<V>,
    /// The last one that is not zero, as 1 or −1.
    last: Lane<V>,
    /// The sum of all, and of their sizes.
    sum: Lane<V>,
    size: Lane<V>,
    /// X^t of the next flow.
    weight: f64,
}

impl<V: Pack> Signs<V> {
    /// Of flows in the order in which they are given.
    #[inline(always)]
    fn of<'a>(cash: impl IntoIterator<Item = &'a Lane<V>>, factor: f64, zero: Lane<V>) -> Self
    where
        V: 'a,
    {
        let mut signs = Self::none(zero);
        for c in cash {
            signs.add(*c, factor);
        }
        signs
    }

    #[inline(always)]
    fn none(zero: Lane<V>) -> Self {
        Signs { changes: zero, last: zero, sum: zero, size: zero, weight: 1.0 }
    }

    #[inline(always)]
    fn add(&mut self, c: Lane<V>, factor: f64) {
        let flow = c * self.weight;
        self.sum += flow;
        self.size += flow.abs();
        self.weight *= factor;
        let slack = allowance(self.size);
        let now = (self.sum + slack).below(0.0).select(-1.0, (self.sum - slack).above(0.0).select(1.0, self.last));
        self.changes += (now * self.last).below(0.0).select(1.0, 0.0);
        self.last = now;
    }
}
