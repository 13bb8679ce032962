//! The internal rate of return of monthly cash: exactly one, none, or several, and said so.

use crate::units::{Lane, Mask, settle};
use std::sync::LazyLock;

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
/// Its logarithm, and that of the smallest factor looked at.
const LARGEST_LOG: f64 = 0.383_764_182_165_674_2;
const SMALLEST_LOG: f64 = -14.0;

/// The annual internal rate of return of `cash`, one flow a month from month 0.
///
/// The roots are counted first. With x = 1/(1 + monthly rate) and X the largest x looked at, the number of sign
/// changes in the partial sums of c_t·X^t bounds the number of roots in (0, X) and has the same parity (Descartes' rule
/// for Σ c_t·x^t divided by 1 − x/X): no change means none, one means exactly one. Where there are more, positive and
/// negative rates are counted apart: by the sums of c_t from the start for x in (0, 1), and from the end for x above 1.
/// Where even that leaves more than one change on a side, the curve is searched on a grid of annual rates, 5 % apart in
/// the logarithm of 1 + rate up to a rate of a millionfold; there, two roots closer than that count as none.
pub fn irr(cash: &[f64]) -> Irr {
    let lanes: Vec<Lane<1>> = cash.iter().map(|&c| Lane([c])).collect();
    match irr_lanes(&lanes).0[0] {
        rate if rate.is_nan() => Irr::None,
        rate if rate.is_finite() => Irr::One(rate),
        _ => Irr::Several,
    }
}

/// The rates of the trials of a lane: NaN where there is none, infinity where there are several.
#[inline(always)]
pub fn irr_lanes<const N: usize>(cash: &[Lane<N>]) -> Lane<N> {
    let all = Signs::forwards(cash, LARGEST_FACTOR);
    let mut roots = Roots {
        count: all.changes,
        low: Lane::splat(SMALLEST_LOG),
        high: Lane::splat(LARGEST_LOG),
        rising: Lane::ZERO.below(all.last),
    };
    if Lane::ONE.below(all.changes).any() {
        roots.part(cash, &all);
    }
    let one = roots.count.equals(Lane::ONE);
    let rate = annual(only_root(cash, &roots, one));
    let several = Lane::ONE.below(roots.count).select(Lane::splat(f64::INFINITY), Lane::splat(f64::NAN));
    one.select(rate, several)
}

/// How many roots there are, and between which values of ln x a single one lies.
struct Roots<const N: usize> {
    count: Lane<N>,
    low: Lane<N>,
    high: Lane<N>,
    /// Whether the present value goes from below zero to above it there, as x rises.
    rising: Mask<N>,
}

impl<const N: usize> Roots<N> {
    /// Counts positive and negative rates apart in the trials where the bound left several.
    #[inline(always)]
    fn part(&mut self, cash: &[Lane<N>], all: &Signs<N>) {
        let (early, late) = (Signs::forwards(cash, 1.0), Signs::backwards(cash));
        let open = Lane::ONE.below(self.count);
        let (zero, one) = (Lane::ZERO, Lane::ONE);
        let positive = early.changes.equals(one);
        let negative = (early.last * all.last).below(zero);
        let count = positive.select(one, zero) + negative.select(one, zero);
        self.count = open.select(count, self.count);
        self.low = open.and(negative).select(zero, self.low);
        self.high = open.and(positive).select(zero, self.high);
        let rising = positive.select(early.last, all.last);
        self.rising = open.and(positive).choose(zero.below(rising), self.rising);
        let clear = early.changes.at_most(one).and(late.changes.at_most(one)).and(early.sum.equals(zero).inverse());
        for i in 0..N {
            if open.holds(i) && !clear.holds(i) {
                let own: Vec<f64> = cash.iter().map(|c| c.0[i]).collect();
                self.set(i, search(&own));
            }
        }
    }

    fn set(&mut self, i: usize, found: Found) {
        self.count.0[i] = found.count;
        (self.low.0[i], self.high.0[i]) = (found.low, found.high);
        self.rising.0[i] = if found.rising { u64::MAX } else { 0 };
    }
}

/// Annual rate of a monthly discount factor.
#[inline(always)]
fn annual<const N: usize>(factor: Lane<N>) -> Lane<N> {
    let f2 = factor * factor;
    let f4 = f2 * f2;
    1.0 / (f4 * f4 * f4) - 1.0
}

/// The signs of the partial sums of c_t·X^t.
struct Signs<const N: usize> {
    /// How often they change, zeros left out.
    changes: Lane<N>,
    /// The last one that is not zero, as 1 or −1.
    last: Lane<N>,
    /// The sum of all.
    sum: Lane<N>,
    /// X^t of the next flow.
    weight: f64,
}

impl<const N: usize> Signs<N> {
    /// Of all flows from the first to the last.
    #[inline(always)]
    fn forwards(cash: &[Lane<N>], factor: f64) -> Self {
        let mut signs = Self::NONE;
        let (fours, rest) = cash.as_chunks();
        for four in fours {
            signs.take_four(four, factor);
        }
        for c in rest {
            signs.take(*c, factor);
            settle(&mut signs);
        }
        signs
    }

    /// Of all flows from the last to the first, with X = 1.
    #[inline(always)]
    fn backwards(cash: &[Lane<N>]) -> Self {
        let mut signs = Self::NONE;
        let (rest, fours) = cash.as_rchunks();
        for [a, b, c, d] in fours.iter().rev() {
            signs.take_four(&[*d, *c, *b, *a], 1.0);
        }
        for c in rest.iter().rev() {
            signs.take(*c, 1.0);
            settle(&mut signs);
        }
        signs
    }

    const NONE: Self = Signs { changes: Lane::ZERO, last: Lane::ZERO, sum: Lane::ZERO, weight: 1.0 };

    #[inline(always)]
    fn take_four(&mut self, [a, b, c, d]: &[Lane<N>; 4], factor: f64) {
        self.take(*a, factor);
        self.take(*b, factor);
        self.take(*c, factor);
        self.take(*d, factor);
        settle(self);
    }

    #[inline(always)]
    fn take(&mut self, c: Lane<N>, factor: f64) {
        self.sum += c * self.weight;
        self.weight *= factor;
        let (sum, zero, one) = (self.sum, Lane::ZERO, Lane::ONE);
        let now = sum.below(zero).select(-one, zero.below(sum).select(one, self.last));
        self.changes += (now * self.last).below(zero).select(one, zero);
        self.last = now;
    }
}

/// The factor x at which income and outlay are worth the same, in the `wanted` trials; elsewhere anything.
///
/// Newton on y = ln x for ln Σ income·x^t − ln Σ outlay·x^t, which is nearly a straight line in y (its slope is the
/// difference of two durations), within a bracket that halves where a step would leave it. The number of right digits
/// doubles with each step, so after one of 1e-7 there are fourteen.
#[inline(always)]
fn only_root<const N: usize>(cash: &[Lane<N>], roots: &Roots<N>, wanted: Mask<N>) -> Lane<N> {
    const MOST_STEPS: usize = 60;
    let (mut low, mut high) = (roots.low, roots.high);
    let mut y = Lane::splat(-0.01).max(low).min(high);
    let mut moving = wanted;
    for _ in 0..MOST_STEPS {
        if !moving.any() {
            break;
        }
        let gap = log_ratio(cash, y.exp());
        let left = (roots.rising.select(gap.value, -gap.value)).below(Lane::ZERO);
        low = left.select(y, low);
        high = left.select(high, y);
        let newton = y - gap.value / gap.slope;
        let inside = low.at_most(newton).and(newton.at_most(high));
        let next = moving.select(inside.select(newton, (low + high) * 0.5), y);
        moving = Lane::splat(1e-7).below((next - y).abs());
        y = next;
    }
    y.exp()
}

struct Gap<const N: usize> {
    value: Lane<N>,
    slope: Lane<N>,
}

/// ln of income over outlay at the factor x, and its slope in ln x.
#[inline(always)]
fn log_ratio<const N: usize>(cash: &[Lane<N>], x: Lane<N>) -> Gap<N> {
    let mut worth = Worth::none();
    let (fours, rest) = cash.as_chunks();
    for four in fours {
        worth.take_four(four, x);
    }
    for c in rest {
        worth.take(*c, x);
        settle(&mut worth);
    }
    let tiny = Lane::splat(1e-290);
    let (inflow, outflow) = (worth.inflow.max(tiny), worth.outflow.max(tiny));
    Gap { value: inflow.ln() - outflow.ln(), slope: worth.inflow_slope / inflow - worth.outflow_slope / outflow }
}

/// What income and outlay are worth at a factor x, and x times the slopes of both.
///
/// By powers of x rather than by Horner's rule, whose multiplications would wait for each other.
struct Worth<const N: usize> {
    inflow: Lane<N>,
    outflow: Lane<N>,
    inflow_slope: Lane<N>,
    outflow_slope: Lane<N>,
    /// x^t and t of the next flow.
    power: Lane<N>,
    t: f64,
}

impl<const N: usize> Worth<N> {
    #[inline(always)]
    fn none() -> Self {
        let zero = Lane::ZERO;
        Worth { inflow: zero, outflow: zero, inflow_slope: zero, outflow_slope: zero, power: Lane::ONE, t: 0.0 }
    }

    #[inline(always)]
    fn take_four(&mut self, [a, b, c, d]: &[Lane<N>; 4], x: Lane<N>) {
        self.take(*a, x);
        self.take(*b, x);
        self.take(*c, x);
        self.take(*d, x);
        settle(self);
    }

    #[inline(always)]
    fn take(&mut self, c: Lane<N>, x: Lane<N>) {
        let value = c * self.power;
        let (income, outlay) = (value.max(Lane::ZERO), value.min(Lane::ZERO));
        self.inflow += income;
        self.outflow -= outlay;
        self.inflow_slope += income * self.t;
        self.outflow_slope -= outlay * self.t;
        self.power = self.power * x;
        self.t += 1.0;
    }
}

/// What a search found: how many roots, and where a single one lies.
struct Found {
    count: f64,
    low: f64,
    high: f64,
    rising: bool,
}

/// Points of the grid that are looked at side by side, in four lanes so that none waits for another.
const SIDE_BY_SIDE: usize = 32;

/// Factors at which the curve is searched, from the largest down.
static GRID: LazyLock<Vec<[Lane<8>; 4]>> = LazyLock::new(|| {
    const STEP: f64 = 0.05;
    const POINTS: usize = 384;
    let factor = |k: usize| LARGEST_FACTOR * libm::exp(-(k as f64) * STEP / 12.0);
    let lane = |k: usize| Lane(std::array::from_fn(|i| factor(k + i)));
    (0..POINTS).step_by(SIDE_BY_SIDE).map(|k| std::array::from_fn(|four| lane(k + 8 * four))).collect()
});

/// Looks for sign changes of the net present value along the grid.
#[inline(always)]
fn search(cash: &[f64]) -> Found {
    let mut found = Found { count: 0.0, low: 0.0, high: 0.0, rising: false };
    let (mut last, mut last_x) = (0.0, 0.0);
    for factors in GRID.iter() {
        let values = present_values(cash, factors);
        for (here, x) in values.as_flattened().iter().zip(factors.iter().flat_map(|x| x.0)) {
            if last * here < 0.0 {
                found.count += 1.0;
                (found.low, found.high, found.rising) = (libm::log(x), libm::log(last_x), last > 0.0);
            }
            if *here != 0.0 {
                (last, last_x) = (*here, x);
            }
        }
        if first_flow_decides(cash, last_x) {
            break;
        }
    }
    found
}

/// Σ c_t·x^t at each factor.
#[inline(always)]
fn present_values(cash: &[f64], factors: &[Lane<8>; 4]) -> [[f64; 8]; 4] {
    let [a, b, c, d] = *factors;
    let mut sums = [Lane::<8>::ZERO; 4];
    for flow in cash.iter().rev() {
        sums = [sums[0] * a + *flow, sums[1] * b + *flow, sums[2] * c + *flow, sums[3] * d + *flow];
    }
    sums.map(|sum| sum.0)
}

/// Whether the first flow outweighs all later ones at the factor x: then it does at every smaller one, and there are no
/// more roots.
fn first_flow_decides(cash: &[f64], x: f64) -> bool {
    let flows = &cash[cash.iter().position(|c| *c != 0.0).unwrap_or(0)..];
    flows[0].abs() > x * flows[1..].iter().rev().fold(0.0, |sum, c| sum * x + c.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yearly(flows: &[f64]) -> Vec<f64> {
        let mut cash = vec![0.0; (flows.len() - 1) * 12 + 1];
        for (year, flow) in flows.iter().enumerate() {
            cash[year * 12] = *flow;
        }
        cash
    }

    fn assert_rate(cash: &[f64], expected: f64) {
        match irr(cash) {
            Irr::One(rate) => assert!((rate - expected).abs() < 1e-10, "{rate} {expected}"),
            other => panic!("{other:?}, expected {expected}"),
        }
    }

    #[test]
    fn a_loan_returns_its_interest() {
        assert_rate(&yearly(&[-100.0, 110.0]), 0.10);
        assert_rate(&yearly(&[-1000.0, 0.0, 0.0, 1331.0]), 0.10);
        assert_rate(&yearly(&[-100.0, 60.0, 60.0]), 0.130_662_386_291_807_5);
        assert_rate(&yearly(&[-100.0, 30.0]), -0.7);
    }

    #[test]
    fn two_rates_are_several_and_not_the_nearest_one() {
        // 25 % and 400 % (the pump problem of Lorie and Savage).
        assert_eq!(irr(&yearly(&[-1600.0, 10_000.0, -10_000.0])), Irr::Several);
    }

    #[test]
    fn a_positive_and_a_negative_rate_are_several_and_a_negative_one_alone_is_one() {
        // Σ c_t·x^t with x = 1.2^(−years) and 1.25^(years) for its roots, and with the first root alone.
        let two = [1.0 / 1.2 * 1.25, -(1.0 / 1.2 + 1.25), 1.0];
        assert_eq!(irr(&yearly(&two)), Irr::Several);
        let only_negative = [-1.0, 0.5, 0.1, -0.01];
        let roots: Vec<f64> = (0..2000)
            .map(|k| -0.98 + f64::from(k) * 0.01)
            .filter(|r| {
                let value = |r: f64| (0..4).map(|t| only_negative[t] * libm::pow(1.0 + r, -(t as f64))).sum::<f64>();
                value(*r) * value(*r + 0.01) < 0.0
            })
            .collect();
        match (roots.len(), irr(&yearly(&only_negative))) {
            (1, Irr::One(rate)) => assert!(roots[0] <= rate && rate <= roots[0] + 0.01),
            (0, found) => assert_eq!(found, Irr::None),
            (_, found) => assert_eq!(found, Irr::Several),
        }
    }

    #[test]
    fn flows_without_a_root_have_no_rate() {
        assert_eq!(irr(&yearly(&[-100.0, -10.0])), Irr::None);
        assert_eq!(irr(&yearly(&[100.0, 10.0])), Irr::None);
        assert_eq!(irr(&yearly(&[100.0, -200.0, 150.0])), Irr::None);
        assert_eq!(irr(&[0.0; 61]), Irr::None);
    }

    #[test]
    fn six_hundred_months_of_one_percent_return_one_percent_a_month() {
        let mut cash = vec![1.0; 601];
        cash[0] = -(1.0 - libm::pow(1.01, -600.0)) / 0.01;
        assert_rate(&cash, libm::pow(1.01, 12.0) - 1.0);
    }

    #[test]
    fn a_late_extra_cost_still_leaves_one_rate() {
        let mut cash = vec![40.0; 61];
        cash[0] = -1000.0;
        cash[20] = -300.0;
        assert!(matches!(irr(&cash), Irr::One(_)));
    }

    #[test]
    fn lanes_give_what_single_trials_give() {
        let projects =
            [yearly(&[-100.0, 60.0, 60.0]), yearly(&[-1600.0, 10_000.0, -10_000.0]), yearly(&[-1.0, -1.0, -1.0])];
        let cash: Vec<Lane<3>> = (0..25).map(|t| Lane([projects[0][t], projects[1][t], projects[2][t]])).collect();
        let rates = irr_lanes(&cash).0;
        assert!((rates[0] - 0.130_662_386_291_807_5).abs() < 1e-10);
        assert_eq!(rates[1], f64::INFINITY);
        assert!(rates[2].is_nan());
    }
}
