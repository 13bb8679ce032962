//! The internal rate of return of monthly cash: exactly one, none, or several, and said so.

mod search;
#[cfg(test)]
mod tests;

use crate::units::{Lane, Mask, Pack};
use search::{Found, search};

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

/// 1/(1 + monthly) at the lowest rate: 0.01^(−1/12).
const LARGEST_FACTOR: f64 = 1.467_799_267_622_069_5;
/// The smallest factor looked at: e^−14.
const SMALLEST_FACTOR: f64 = 8.315_287_191_035_679e-7;

/// The annual internal rate of return of `cash`, one flow a month from month 0.
///
/// The roots are counted first. With x = 1/(1 + monthly rate) and X the largest x looked at, the number of sign
/// changes in the partial sums of c_t·X^t bounds the number of roots in (0, X) and has the same parity (Descartes' rule
/// for Σ c_t·x^t divided by 1 − x/X): no change means none, one means exactly one. Where there are more, positive and
/// negative rates are counted apart: by the sums of c_t from the start for x in (0, 1), and from the end for x above 1.
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
    V::apart(
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
        all.take(*c, LARGEST_FACTOR);
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

/// How many roots there are, and between which values of x a single one lies.
struct Roots<V: Pack> {
    count: Lane<V>,
    low: Lane<V>,
    high: Lane<V>,
    /// Whether the present value goes from below zero to above it there, as x rises.
    rising: Mask<V>,
}

impl<V: Pack> Roots<V> {
    /// Counts positive and negative rates apart in the trials where the bound left several.
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
            signs.take(*c, factor);
        }
        signs
    }

    #[inline(always)]
    fn none(zero: Lane<V>) -> Self {
        Signs { changes: zero, last: zero, sum: zero, weight: 1.0 }
    }

    #[inline(always)]
    fn take(&mut self, c: Lane<V>, factor: f64) {
        self.sum += c * self.weight;
        self.weight *= factor;
        let now = self.sum.below(0.0).select(-1.0, self.sum.above(0.0).select(1.0, self.last));
        self.changes += (now * self.last).below(0.0).select(1.0, 0.0);
        self.last = now;
    }
}

/// The factor x at which income and outlay are worth the same, in the `wanted` trials; elsewhere anything. `today` is
/// what they are worth undiscounted.
///
/// Newton on y = ln x for ln Σ income·x^t − ln Σ outlay·x^t, which is nearly a straight line in y (its slope is the
/// difference of two durations), bent by what the slope has changed since the step before (Halley), within a bracket that
/// halves where a step would leave it, or turns back by more than half of the step before: two such steps could go to and
/// fro for ever. The number of right digits more than doubles with each step once the slope hardly changes any more; until
/// then a small step says nothing.
#[inline(always)]
fn only_root<V: Pack>(cash: &[Lane<V>], roots: &Roots<V>, wanted: Mask<V>, today: Worth<V>) -> Lane<V> {
    const MOST_STEPS: usize = 80;
    // What is left after a step is less than the square of it times the horizon.
    let last_step = 6e-5 / cash.len().max(60) as f64;
    let (mut low, mut high) = (roots.low, roots.high);
    let mut x = low.all(1.0).max(low).min(high);
    let mut worth = if x.equals(1.0).inverse().any() { Worth::at(cash, x) } else { today };
    let (mut slope, mut moved) = (x.all(0.0), x.all(0.0));
    let mut moving = wanted;
    for _ in 0..MOST_STEPS {
        let gap = worth.gap();
        // Of a number that is none, flows have become nothing: too small a factor.
        let left = roots.rising.select(gap.share, -gap.share).at_least(0.0).inverse();
        low = left.select(x, low);
        high = left.select(high, x);
        let bent = moved.equals(0.0).inverse();
        let bend = (gap.slope - slope) * gap.step / (2.0 * gap.slope * bent.select(moved, 1.0));
        let step = gap.step * (1.0 - bent.select(bend.max(-0.5).min(0.5), 0.0));
        let step = step.max(-2.0).min(2.0);
        let newton = x * exp_of_step(step);
        let back = (step * moved).below(0.0).and(step.abs().above(0.5 * moved.abs()));
        let inside = low.at_most(newton).and(newton.at_most(high)).and(gap.sound).and(back.inverse());
        let next = moving.select(inside.select(newton, (low + high) * 0.5), x);
        let straight = bent.and((gap.slope - slope).abs().at_most(0.1 * gap.slope.abs()));
        let least = inside.select(straight.select(last_step, 0.0), 0.1 * last_step);
        (slope, moved) = (gap.slope, inside.select(step, 0.0));
        moving = (next - x).abs().above(least * x);
        x = next;
        if !moving.any() {
            break;
        }
        worth = Worth::at(cash, x);
    }
    x
}

/// e^s but for its fifth power: a fraction that stays positive.
#[inline(always)]
fn exp_of_step<V: Pack>(s: Lane<V>) -> Lane<V> {
    let even = 1.0 + s * s * (1.0 / 12.0);
    (even + 0.5 * s) / (even - 0.5 * s)
}

/// How far income and outlay are apart at a factor x.
struct Gap<V: Pack> {
    /// Income less outlay, as a share of both.
    share: Lane<V>,
    /// d ln(I/O) / d ln x, in months.
    slope: Lane<V>,
    /// Newton's step in ln x towards where they are equal.
    step: Lane<V>,
    /// Whether that step can be trusted.
    sound: Mask<V>,
}

/// What income and outlay are worth at a factor x, and the sums of that over all months so far.
///
/// By powers of x rather than by Horner's rule, whose multiplications would wait for each other.
#[derive(Clone, Copy)]
struct Worth<V: Pack> {
    inflow: Lane<V>,
    outflow: Lane<V>,
    inflow_sum: Lane<V>,
    outflow_sum: Lane<V>,
}

impl<V: Pack> Worth<V> {
    #[inline(always)]
    fn none(zero: Lane<V>) -> Self {
        Worth { inflow: zero, outflow: zero, inflow_sum: zero, outflow_sum: zero }
    }

    #[inline(always)]
    fn at(cash: &[Lane<V>], x: Lane<V>) -> Self {
        let (mut worth, mut power) = (Self::none(x.all(0.0)), x.all(1.0));
        for c in cash {
            worth.add(*c * power);
            power = power * x;
        }
        worth
    }

    /// Adds the worth of the next flow.
    #[inline(always)]
    fn add(&mut self, value: Lane<V>) {
        self.inflow += value.max(0.0);
        self.outflow -= value.min(0.0);
        self.inflow_sum += self.inflow;
        self.outflow_sum += self.outflow;
    }

    /// With v_t the worth of the flow of month t, of n in all, Σ_t t·v_t = n·Σ_t v_t − Σ_{t<n} Σ_{s≤t} v_s: the slope of a
    /// sum I follows from the sum S of its parts so far, d ln I / d ln x = n − S_I/I. And ln(I/O) is 3·(I² − O²)/(I² + 4IO + O²)
    /// but for its fifth power, which is good enough unless they are far apart, so that with all as shares of I + O
    ///
    /// ```text
    /// slope = S_O/O − S_I/I = (s_o·i − s_i·o) / (i·o),   step = −ln(I/O)/slope,   ln(I/O) = 3·(i − o) / (1 + 2·i·o)
    /// ```
    #[inline(always)]
    fn gap(&self) -> Gap<V> {
        /// Twenty times as much on one side: there ln(I/O) is a fifth more than the fraction says.
        const FAR: f64 = 0.9;
        const TINY: f64 = 1e-300;
        let share = 1.0 / (self.inflow + self.outflow);
        let (i, o) = (self.inflow * share, self.outflow * share);
        let both = i * o;
        let turn = self.outflow_sum * share * i - self.inflow_sum * share * o;
        let apart = i - o;
        let mut log = 3.0 * apart / (1.0 + 2.0 * both);
        let far = apart.abs().above(FAR);
        if far.any() {
            log = far.select(i.max(TINY).ln() - o.max(TINY).ln(), log);
        }
        Gap { share: apart, slope: turn / both, step: -log * both / turn, sound: both.above(1e-200) }
    }
}
