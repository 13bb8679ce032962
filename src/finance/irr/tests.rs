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
