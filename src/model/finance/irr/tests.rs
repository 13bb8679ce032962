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
    assert_rates(cash, &[expected]);
}

/// All rates, the highest first: those of the curve cut into pieces, and those that a trial finds.
fn assert_rates(cash: &[f64], expected: &[f64]) {
    let found = irr(cash);
    assert_eq!(found.len(), expected.len(), "{found:?} {expected:?}");
    for (rate, expected) in found.iter().zip(expected) {
        assert!((rate.annual - expected).abs() < 1e-7 * (1.0 + expected), "{rate:?} {expected}");
    }
    let trial = of_trial(cash);
    match expected {
        [] => assert!(trial.0.is_nan() && trial.1.is_nan(), "{trial:?}"),
        [rate] => {
            let one = if trial.0.is_finite() { trial.0 } else { trial.1 };
            assert!((one - rate).abs() < 1e-7 * (1.0 + rate), "{trial:?} {rate}");
        }
        _ => assert_eq!(trial, (f64::INFINITY, f64::INFINITY)),
    }
}

/// The return and the price of a loan that a trial with this cash reports.
fn of_trial(cash: &[f64]) -> (f64, f64) {
    let lanes: Vec<Lane<[f64; 1]>> = cash.iter().map(|&c| Lane([c])).collect();
    let found = irr_lanes(&lanes);
    (found.returns.0[0], found.loans.0[0])
}

/// The one return that a trial finds.
fn return_of(cash: &[f64]) -> f64 {
    let (rate, _) = of_trial(cash);
    assert!(rate.is_finite(), "{rate}");
    rate
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
    assert_rates(&yearly(&[-1600.0, 10_000.0, -10_000.0]), &[4.0, 0.25]);
    // Nearer to each other than any grid would look.
    assert_rates(&yearly(&[-1000.0, 2220.0, -1232.0]), &[0.12, 0.10]);
    assert_rates(&yearly(&[-1000.0, 2201.0, -1211.1]), &[0.101, 0.10]);
}

#[test]
fn three_rates_are_all_found() {
    // 1/x = 1.1, 1.3 and 1.7 a year.
    let (a, b, c) = (1.1, 1.3, 1.7);
    let flows = [-1.0, a + b + c, -(a * b + a * c + b * c), a * b * c];
    assert_rates(&yearly(&flows), &[0.7, 0.3, 0.1]);
    assert_rates(&yearly(&flows.map(|c| -1e9 * c)), &[0.7, 0.3, 0.1]);
}

#[test]
fn a_rate_at_which_the_value_only_touches_zero_is_one_rate() {
    assert_rates(&yearly(&[-1000.0, 2200.0, -1210.0]), &[0.10]);
    assert_rates(&yearly(&[-1.0, 2.0, -1.0]), &[0.0]);
    assert_rates(&yearly(&[1.0, -2.4, 1.44]), &[0.2]);
}

#[test]
fn a_curve_that_stays_just_below_zero_has_no_rate() {
    assert_rates(&yearly(&[-1000.0, 2200.0, -1210.1]), &[]);
    assert_rates(&yearly(&[-1000.0, 2200.0, -1210.001]), &[]);
}

#[test]
fn the_price_of_a_loan_is_no_return() {
    let mut loan = vec![-90.0; 13];
    loan[0] = 1000.0;
    let found = irr(&loan);
    assert!(found.len() == 1 && found[0].is_loan && (found[0].annual - 0.154_489_364).abs() < 1e-8, "{found:?}");
    let (rate, price) = of_trial(&loan);
    assert!(rate.is_nan() && (price - found[0].annual).abs() < 1e-9, "{rate} {price}");
    let lender: Vec<f64> = loan.iter().map(|c| -c).collect();
    assert_eq!(of_trial(&lender), (price, f64::INFINITY));
}

#[test]
fn money_that_comes_back_to_a_cent_returns_nothing_rather_than_almost_nothing() {
    let mut cash = vec![0.1; 11];
    cash[0] = -1.0;
    assert_eq!(return_of(&cash), 0.0);
}

#[test]
fn a_positive_and_a_negative_rate_are_several_and_a_negative_one_alone_is_one() {
    // Σ c_t·x^t with x = 1.2^(−years) and 1.25^(years) for its roots, and with the first root alone.
    let two = [1.0 / 1.2 * 1.25, -(1.0 / 1.2 + 1.25), 1.0];
    assert_rates(&yearly(&two), &[0.2, -0.2]);
    let only_negative = yearly(&[-1.0, 0.5, 0.1, -0.01]);
    let worth = |rate: f64| -> f64 {
        let factor = libm::pow(1.0 + rate, -1.0 / 12.0);
        only_negative.iter().rev().fold(0.0, |sum, c| sum * factor + c)
    };
    let found = irr(&only_negative);
    assert!(
        !found.is_empty() && found.iter().all(|rate| rate.annual < 0.0 && worth(rate.annual).abs() < 1e-9),
        "{found:?}"
    );
}

#[test]
fn flows_without_a_root_have_no_rate() {
    assert_rates(&yearly(&[-100.0, -10.0]), &[]);
    assert_rates(&yearly(&[100.0, 10.0]), &[]);
    assert_rates(&yearly(&[100.0, -200.0, 150.0]), &[]);
    assert_rates(&[0.0; 61], &[]);
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
            let found = return_of(&project(rate, months, outlays));
            assert!((found - rate).abs() / (1.0 + rate) < 1e-10, "{rate} {months} {outlays}: {found}");
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
    for (months, flows) in [
        (17, [-1.0, 5.760_415_944_817_172, -11.059_899_337_328_591, 7.077_707_621_002_825]),
        (33, [-1.0, 5.432_416_392_651_772, -9.836_773_442_919_714, 5.937_163_129_441_204]),
        (39, [-1.0, 5.027_958_309_543_865, -8.426_803_685_747_977, 4.707_752_560_234_737]),
    ] {
        let cash = |lift: f64| {
            let flow = |(k, c): (usize, &f64)| (k * months, if k == 2 { c + lift } else { *c });
            sparse(&flows.iter().enumerate().map(flow).collect::<Vec<_>>())
        };
        // However near it comes, a trial finds the one rate or says that there are several, as the search for all does.
        for lift in [-1e-4, -1e-6, -2e-7, 0.0, 2e-7, 1e-6, 1e-4] {
            match irr(&cash(lift)).as_slice() {
                [one] => assert!((one.annual - return_of(&cash(lift))).abs() < 1e-7, "{lift}: {one:?}"),
                several => assert!(several.len() > 1 && of_trial(&cash(lift)).0.is_infinite(), "{lift}: {several:?}"),
            }
        }
    }
}

#[test]
fn years_without_a_flow_before_the_first_change_nothing() {
    assert_rate(&sparse(&[(500, -100.0), (522, 300.0), (560, -200.0), (561, 260.0)]), 0.843_108_198_242_5);
    assert_rate(&sparse(&[(300, -1.0), (312, 20.0)]), 19.0);
}

#[test]
fn returns_beyond_all_bounds_are_not_taken_for_small_ones() {
    for times in [1e3, 1e4, 1e5] {
        let rate = return_of(&[-1.0, times]);
        assert!((rate / (libm::pow(times, 12.0) - 1.0) - 1.0).abs() < 1e-9, "{times}: {rate}");
    }
    // Beyond the smallest factor that is looked at.
    assert!(return_of(&[-1.0, 1e9]) > 1e70);
    let mut level = vec![1e5; 60];
    level[0] = -1.0;
    assert!((return_of(&level) / 1e60 - 1.0).abs() < 0.01);
}

#[test]
fn a_late_extra_cost_still_leaves_one_rate() {
    let mut cash = vec![40.0; 61];
    cash[0] = -1000.0;
    cash[20] = -300.0;
    let rates = irr(&cash);
    assert!(rates.len() == 1 && (rates[0].annual - return_of(&cash)).abs() < 1e-9, "{rates:?}");
}

#[test]
fn lanes_give_what_single_trials_give() {
    let projects =
        [yearly(&[-100.0, 60.0, 60.0]), yearly(&[-1600.0, 10_000.0, -10_000.0]), yearly(&[-1.0, -1.0, -1.0])];
    let cash: Vec<Lane<[f64; 3]>> = (0..25).map(|t| Lane([projects[0][t], projects[1][t], projects[2][t]])).collect();
    let rates = irr_lanes(&cash).returns.0;
    assert!((rates[0] - 0.130_662_386_291_807_5).abs() < 1e-10);
    assert_eq!(rates[1], f64::INFINITY);
    assert!(rates[2].is_nan());
}
