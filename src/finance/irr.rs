//! The internal rate of return of monthly cash: exactly one, none, or several, and said so.

use crate::units::Lane;

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
    match sign_changes(cash) {
        0 => Irr::None,
        1 => Irr::One(annual(root_in(cash, 0.0, LARGEST_FACTOR))),
        _ => search(cash),
    }
}

/// The rates of the trials of a lane: NaN where there is none, infinity where there are several.
#[inline(always)]
pub fn irr_lanes<const N: usize>(cash: &[Lane<N>]) -> Lane<N> {
    let roots = safeguarded_newton(cash);
    let changes = sign_changes_in_lanes(cash);
    let mut rates = Lane::splat(f64::NAN);
    for i in 0..N {
        rates.0[i] = match changes.0[i] as usize {
            0 => f64::NAN,
            1 => annual(roots.0[i]),
            _ => {
                let own: Vec<f64> = cash.iter().map(|c| c.0[i]).collect();
                match search(&own) {
                    Irr::None => f64::NAN,
                    Irr::One(rate) => rate,
                    Irr::Several => f64::INFINITY,
                }
            }
        };
    }
    rates
}

fn annual(factor: f64) -> f64 {
    let f2 = factor * factor;
    let f4 = f2 * f2;
    1.0 / (f4 * f4 * f4) - 1.0
}

fn sign_changes(cash: &[f64]) -> usize {
    let lanes: Vec<Lane<1>> = cash.iter().map(|&c| Lane([c])).collect();
    sign_changes_in_lanes(&lanes).0[0] as usize
}

/// Sign changes in the partial sums of c_t·X^t, zeros left out.
#[inline(always)]
fn sign_changes_in_lanes<const N: usize>(cash: &[Lane<N>]) -> Lane<N> {
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

/// Value and slope of Σ c_t·x^t, by Horner's rule.
#[inline(always)]
fn value_and_slope<const N: usize>(cash: &[Lane<N>], x: Lane<N>) -> (Lane<N>, Lane<N>) {
    let (mut value, mut slope) = (Lane::ZERO, Lane::ZERO);
    for c in cash.iter().rev() {
        slope = slope * x + value;
        value = value * x + *c;
    }
    (value, slope)
}

/// The root in (0, X) where there is just one: Newton's steps, halving where they would leave the bracket.
#[inline(always)]
fn safeguarded_newton<const N: usize>(cash: &[Lane<N>]) -> Lane<N> {
    bracketed_newton(cash, Lane::ZERO, Lane::splat(LARGEST_FACTOR), Lane::splat(0.99))
}

/// Newton within [low, high]; the first flow that is not zero gives the sign at the low end.
#[inline(always)]
fn bracketed_newton<const N: usize>(cash: &[Lane<N>], low: Lane<N>, high: Lane<N>, start: Lane<N>) -> Lane<N> {
    const MOST_STEPS: usize = 80;
    let (mut low, mut high, mut x) = (low, high, start);
    let mut rises = Lane::ONE;
    for c in cash.iter().rev() {
        // Near zero the first flow decides, so the loop runs backwards and the first has the last word.
        rises = c.below(Lane::ZERO).select(Lane::ONE, Lane::ZERO.below(*c).select(Lane::splat(-1.0), rises));
    }
    for _ in 0..MOST_STEPS {
        let (value, slope) = value_and_slope(cash, x);
        let signed = value * rises;
        let left = signed.below(Lane::ZERO);
        low = left.select(x, low);
        high = left.select(high, x);
        let newton = x - value / slope;
        let inside = low.at_most(newton).and(newton.at_most(high));
        let next = inside.select(newton, (low + high) * 0.5);
        let settled = (next - x).abs().at_most(Lane::splat(1e-14));
        x = next;
        if !settled.not().any() {
            break;
        }
    }
    x
}

fn root_in(cash: &[f64], low: f64, high: f64) -> f64 {
    let lanes: Vec<Lane<1>> = cash.iter().map(|&c| Lane([c])).collect();
    let start = if low > 0.0 { 0.5 * (low + high) } else { 0.99 };
    bracketed_newton(&lanes, Lane([low]), Lane([high]), Lane([start])).0[0]
}

/// Looks for sign changes of the net present value along a grid of rates.
fn search(cash: &[f64]) -> Irr {
    const STEP: f64 = 0.05;
    const POINTS: i32 = 370;
    let value = |x: f64| cash.iter().rev().fold(0.0, |sum, c| sum * x + c);
    let factor = |k: i32| LARGEST_FACTOR * libm::exp(-f64::from(k) * STEP / 12.0);
    let (mut bracket, mut roots) = (None, 0);
    let (mut last, mut last_x) = (value(factor(0)), factor(0));
    for k in 1..=POINTS {
        let x = factor(k);
        let here = value(x);
        if here == 0.0 {
            continue;
        }
        if last * here < 0.0 {
            roots += 1;
            bracket = Some((x, last_x));
        }
        (last, last_x) = (here, x);
    }
    match (roots, bracket) {
        (0, _) | (_, None) => Irr::None,
        (1, Some((low, high))) => Irr::One(annual(bisect(&value, low, high))),
        _ => Irr::Several,
    }
}

fn bisect(value: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let at_low = value(low);
    for _ in 0..100 {
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
