//! The internal rate of return of monthly cash: exactly one, none, or several, and said so.

use crate::units::{Lane, Mask};

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

/// The annual internal rate of return of `cash`, one flow a month from month 0.
///
/// The roots are counted first. With x = 1/(1 + monthly rate) and X the largest x looked at, the number of sign
/// changes in the partial sums of c_t·X^t bounds the number of roots in (0, X) and has the same parity (Descartes' rule
/// for Σ c_t·x^t divided by 1 − x/X): no change means none, one means exactly one. Only where there are
/// more changes is the curve searched on a grid of annual rates, 5 % apart in the logarithm of 1 + rate up to a rate of
/// a millionfold; two roots closer than that count as none.
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
    let changes = sign_changes(cash);
    let one = changes.at_most(Lane::ONE).and(Lane::ONE.at_most(changes));
    let mut rates = one.select(annual(only_root(cash, one)), Lane::splat(f64::NAN));
    for i in 0..N {
        if changes.0[i] > 1.0 {
            let own: Vec<f64> = cash.iter().map(|c| c.0[i]).collect();
            rates.0[i] = search(&own);
        }
    }
    rates
}

/// Annual rate of a monthly discount factor.
#[inline(always)]
fn annual<const N: usize>(factor: Lane<N>) -> Lane<N> {
    let f2 = factor * factor;
    let f4 = f2 * f2;
    1.0 / (f4 * f4 * f4) - 1.0
}

/// Sign changes in the partial sums of c_t·X^t, zeros left out.
#[inline(always)]
fn sign_changes<const N: usize>(cash: &[Lane<N>]) -> Lane<N> {
    let (mut weight, mut sum) = (1.0, Lane::<N>::ZERO);
    let (mut sign, mut changes) = (Lane::<N>::ZERO, Lane::<N>::ZERO);
    for c in cash {
        sum += *c * weight;
        weight *= LARGEST_FACTOR;
        let now = sum.below(Lane::ZERO).select(Lane::splat(-1.0), Lane::ZERO.below(sum).select(Lane::ONE, sign));
        changes += (now * sign).below(Lane::ZERO).select(Lane::ONE, Lane::ZERO);
        sign = now;
    }
    changes
}

/// The factor x at which income and outlay are worth the same, where there is just one; elsewhere anything.
///
/// Newton on y = ln x for ln Σ income·x^t − ln Σ outlay·x^t, which is nearly a straight line in y (its slope is the
/// difference of two durations), within a bracket that halves where a step would leave it.
#[inline(always)]
fn only_root<const N: usize>(cash: &[Lane<N>], wanted: Mask<N>) -> Lane<N> {
    const MOST_STEPS: usize = 60;
    let (mut low, mut high) = (Lane::splat(-14.0), Lane::splat(LARGEST_FACTOR).ln());
    let mut y = Lane::splat(-0.01);
    for _ in 0..MOST_STEPS {
        let gap = log_ratio(cash, y.exp());
        // Where income comes after outlay the ratio rises with x, and falls where it comes before.
        let rising = Lane::ZERO.below(gap.slope);
        let left = (rising.select(gap.value, -gap.value)).below(Lane::ZERO);
        low = left.select(y, low);
        high = left.select(high, y);
        let newton = y - gap.value / gap.slope;
        let inside = low.at_most(newton).and(newton.at_most(high));
        let next = inside.select(newton, (low + high) * 0.5);
        let moving = Lane::splat(1e-13).below((next - y).abs()).and(wanted);
        // A trial that has settled rests, so that its bits do not depend on how long its neighbours take.
        y = moving.select(next, y);
        if !moving.any() {
            break;
        }
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
    let (mut inflow, mut outflow) = (Lane::ZERO, Lane::ZERO);
    let (mut inflow_slope, mut outflow_slope) = (Lane::ZERO, Lane::ZERO);
    for c in cash.iter().rev() {
        inflow_slope = inflow_slope * x + inflow;
        outflow_slope = outflow_slope * x + outflow;
        inflow = inflow * x + c.max(Lane::ZERO);
        outflow = outflow * x - c.min(Lane::ZERO);
    }
    let tiny = Lane::splat(1e-290);
    let (inflow, outflow) = (inflow.max(tiny), outflow.max(tiny));
    Gap { value: inflow.ln() - outflow.ln(), slope: x * (inflow_slope / inflow - outflow_slope / outflow) }
}

/// Looks for sign changes of the net present value along a grid of rates: NaN for none, infinity for several.
fn search(cash: &[f64]) -> f64 {
    const WIDTH: usize = 8;
    const STEP: f64 = 0.05;
    const POINTS: usize = 368;
    let value = |x: Lane<WIDTH>| cash.iter().rev().fold(Lane::ZERO, |sum, c| sum * x + *c);
    let factor = |k: usize| LARGEST_FACTOR * libm::exp(-(k as f64) * STEP / 12.0);
    let (mut bracket, mut roots) = (None, 0);
    let (mut last, mut last_x) = (0.0, 0.0);
    for k in (0..POINTS).step_by(WIDTH) {
        let x = Lane(std::array::from_fn::<f64, WIDTH, _>(|i| factor(k + i)));
        for (here, x) in value(x).0.into_iter().zip(x.0).filter(|(here, _)| *here != 0.0) {
            if last * here < 0.0 {
                roots += 1;
                bracket = Some((x, last_x));
            }
            (last, last_x) = (here, x);
        }
    }
    match (roots, bracket) {
        (1, Some((low, high))) => annual(Lane([bisect(cash, low, high)])).0[0],
        (0, _) | (_, None) => f64::NAN,
        _ => f64::INFINITY,
    }
}

/// The root between two factors at which the net present value has different signs.
fn bisect(cash: &[f64], mut low: f64, mut high: f64) -> f64 {
    let value = |x: f64| cash.iter().rev().fold(0.0, |sum, c| sum * x + c);
    let at_low = value(low);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if value(middle) * at_low > 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
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
