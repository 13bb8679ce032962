//! The internal rate of return of monthly cash: exactly one, none, or several, and which of these.

mod root;
mod search;
#[cfg(test)]
mod tests;

use crate::units::{Lane, Pack};
use root::{Roots, Worth, only_root};
use search::{Found, LARGEST_FACTOR, search};

/// How many rates bring the net present value to zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Irr {
    /// No rate does.
    None,
    /// One does: the annual effective rate (0.1 = 10 % a year).
    One(f64),
    /// More than one does, so none is the return.
    Several,
}

/// Rates below this are not looked for: at −99 % a year almost everything is lost every year.
pub const LOWEST_ANNUAL_RATE: f64 = -0.99;

/// The smallest factor looked at: e^−14.
const SMALLEST_FACTOR: f64 = 8.315_287_191_035_679e-7;

/// The annual internal rate of return of `cash`, one flow per month from month 0.
///
/// ```text
/// Σ cash(t)·x^t = 0        IRR = x^(−12) − 1
/// ```
///
/// The roots are counted first. With x = 1/(1 + monthly rate) and X the largest x looked at, the number of sign
/// changes in the partial sums of c_t·X^t bounds the number of roots in (0, X) and has the same parity (Descartes' rule
/// for Σ c_t·x^t divided by 1 − x/X): no change means none, one means exactly one. Where there are more, positive and
/// negative rates are counted separately: by the sums of c_t from the start for x in (0, 1), and from the end for x above 1.
/// Where even that leaves more than one change on a side, the curve is searched on a grid of annual rates, 5 % apart in
/// the logarithm of 1 + rate up to a rate of a millionfold; there, two roots closer than that count as none.
pub fn irr(cash: &[f64]) -> Irr {
    let lanes: Vec<Lane<[f64; 1]>> = cash.iter().map(|&c| Lane([c])).collect();
    match irr_lanes(&lanes).0[0] {
        rate if rate.is_nan() => Irr::None,
        rate if rate.is_finite() => Irr::One(rate),
        _ => Irr::Several,
    }
}

/// The rates of the trials of a lane: NaN where there is none, infinity where there are several.
#[inline(always)]
pub fn irr_lanes<V: Pack>(cash: &[Lane<V>]) -> Lane<V> {
    V::outlined(
        cash[0].token(),
        #[inline(always)]
        || rates(cash),
    )
}

#[inline(always)]
fn rates<V: Pack>(cash: &[Lane<V>]) -> Lane<V> {
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
    one.select(rate, several)
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
        let clear = early.changes.at_most(one).and(late.changes.at_most(one)).and(early.sum.equals(zero).inverse());
        for i in 0..V::TRIALS {
            if open.holds(i) && !clear.holds(i) {
                let own: Vec<f64> = cash.iter().map(|c| c.values()[i]).collect();
                self.set(i, search(&own));
            }
        }
    }

    fn set(&mut self, i: usize, found: Found) {
        self.count.values_mut()[i] = found.count;
        self.low.values_mut()[i] = found.low;
        self.high.values_mut()[i] = found.high;
        self.rising.set(i, found.rising);
    }
}

/// Annual rate of a monthly discount factor.
#[inline(always)]
fn annual<V: Pack>(factor: Lane<V>) -> Lane<V> {
    let f2 = factor * factor;
    let f4 = f2 * f2;
    1.0 / (f4 * f4 * f4) - 1.0
}

/// The signs of the partial sums of c_t·X^t.
struct Signs<V: Pack> {
    /// How often they change, zeros left out.
    changes: Lane<V>,
    /// The last one that is not zero, as 1 or −1.
    last: Lane<V>,
    /// The sum of all.
    sum: Lane<V>,
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
        Signs { changes: zero, last: zero, sum: zero, weight: 1.0 }
    }

    #[inline(always)]
    fn add(&mut self, c: Lane<V>, factor: f64) {
        self.sum += c * self.weight;
        self.weight *= factor;
        let now = self.sum.below(0.0).select(-1.0, self.sum.above(0.0).select(1.0, self.last));
        self.changes += (now * self.last).below(0.0).select(1.0, 0.0);
        self.last = now;
    }
}
