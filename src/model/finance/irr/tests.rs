//! Rates of return against textbooks and closed forms.

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

/// Outlays first and income then, of sizes that jump about, the last income such that all is worth nothing at `rate`.
fn project(rate: f64, months: usize, outlays: usize) -> Vec<f64> {
    let factor = libm::pow(1.0 + rate, -1.0 / 12.0);
    let mut cash: Vec<f64> = (0..months).map(|t| 0.1 + ((t * 7919) % 101) as f64 / 101.0).collect();
    cash[..outlays].iter_mut().for_each(|c| *c *= -1.0);
    let worth = |cash: &[f64]| -> f64 { cash.iter().rev().fold(0.0, |sum, c| sum * factor + c) };
    let wait = |months: usize| libm::pow(factor, months as f64);
    let scale = 0.9 * -worth(&cash[..outlays]) / (worth(&cash[outlays..]) * wait(outlays));
    cash[outlays..].iter_mut().for_each(|c| *c *= scale);
    cash.push(-worth(&cash) / wait(months));
    cash
}

#[test]
fn a_rate_that_was_built_into_the_flows_is_found_to_ten_digits() {
    for rate in [-0.9, -0.5, -0.1, -1e-3, 0.0, 1e-6, 0.04, 0.3, 1.0, 10.0, 1e3] {
        for (months, outlays) in
            [(2, 1), (12, 1), (24, 11), (60, 1), (60, 24), (120, 30), (240, 120), (600, 3), (600, 200)]
        {
            match irr(&project(rate, months, outlays)) {
                Irr::One(found) => {
                    let off = (found - rate).abs() / (1.0 + rate);
                    assert!(off < 1e-10, "{rate} {months} {outlays}: {found}");
                }
                other => panic!("{rate} {months} {outlays}: {other:?}"),
            }
        }
    }
}

/// Flows in some months of a horizon, nothing in the others.
fn sparse(flows: &[(usize, f64)]) -> Vec<f64> {
    let mut cash = vec![0.0; flows[flows.len() - 1].0 + 1];
    for (month, flow) in flows {
        cash[*month] = *flow;
    }
    cash
}

#[test]
fn steps_that_would_go_to_and_fro_for_ever_are_broken_off() {
    assert_rate(&sparse(&[(0, -100.0), (22, 300.0), (60, -200.0), (61, 260.0)]), 0.843_108_198_242_5);
    assert_rate(&sparse(&[(0, -100.0), (23, 500.0), (59, -100.0), (60, 110.0)]), 1.316_186_329_657_8);
    assert_rate(&sparse(&[(0, -4.0), (3, 14.0), (9, -7.0), (10, 10.0)]), 147.631_378_800_01);
}

#[test]
fn a_curve_that_almost_touches_zero_elsewhere_is_followed_to_where_it_crosses() {
    let flows = [(0, -1.0), (17, 5.760415944817172), (34, -11.059899337328591), (51, 7.077707621002825)];
    assert_rate(&sparse(&flows), 0.604_998_437_551_4);
    let flows = [(0, -1.0), (33, 5.432416392651772), (66, -9.836773442919714), (99, 5.937163129441204)];
    assert_rate(&sparse(&flows), 0.245_762_712_371_5);
    let flows = [(0, -1.0), (39, 5.027958309543865), (78, -8.426803685747977), (117, 4.707752560234737)];
    assert_rate(&sparse(&flows), 0.172_545_799_181_6);
}

#[test]
fn years_without_a_flow_before_the_first_change_nothing() {
    assert_rate(&sparse(&[(500, -100.0), (522, 300.0), (560, -200.0), (561, 260.0)]), 0.843_108_198_242_5);
    assert_rate(&sparse(&[(300, -1.0), (312, 20.0)]), 19.0);
}

#[test]
fn returns_beyond_all_bounds_are_not_taken_for_small_ones() {
    for times in [1e3, 1e4, 1e5] {
        match irr(&[-1.0, times]) {
            Irr::One(rate) => {
                assert!((rate / (libm::pow(times, 12.0) - 1.0) - 1.0).abs() < 1e-9, "{times}: {rate}")
            }
            other => panic!("{times}: {other:?}"),
        }
    }
    // Beyond the smallest factor that is looked at.
    assert!(matches!(irr(&[-1.0, 1e9]), Irr::One(rate) if rate > 1e70));
    let mut level = vec![1e5; 60];
    level[0] = -1.0;
    assert!(matches!(irr(&level), Irr::One(rate) if (rate / 1e60 - 1.0).abs() < 0.01));
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
    let cash: Vec<Lane<[f64; 3]>> = (0..25).map(|t| Lane([projects[0][t], projects[1][t], projects[2][t]])).collect();
    let rates = irr_lanes(&cash).0;
    assert!((rates[0] - 0.130_662_386_291_807_5).abs() < 1e-10);
    assert_eq!(rates[1], f64::INFINITY);
    assert!(rates[2].is_nan());
}
