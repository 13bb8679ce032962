//! Cash-flow cases against textbook answers.

use crate::support::scenario;
use delight_case::simulate::{Measure, Trace, trace};

/// A case of flows paid once a year, year 0 first, without tax.
fn yearly(discount_rate: f64, flows: &[f64]) -> Trace {
    let months = ((flows.len() - 1) * 12).max(12);
    let mut text = format!(
        "[case]\nname = \"textbook\"\nkind = \"cash-flow\"\nmonths = {months}\n[finance]\ndiscount_rate = {discount_rate}\ntax_rate = 0\n"
    );
    for (year, amount) in flows.iter().enumerate() {
        text +=
            &format!("[[flows]]\nname = \"year {year}\"\namount = {amount:?}\nper = \"once\"\nmonth = {}\n", year * 12);
    }
    traced(&text)
}

fn traced(text: &str) -> Trace {
    trace(&scenario(text))
}

fn close(found: Option<f64>, expected: f64) {
    let found = found.expect("there is a value");
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "found {found}, expected {expected}");
}

#[test]
fn five_equal_years_are_worth_their_annuity() {
    let t = yearly(0.10, &[-1000.0, 300.0, 300.0, 300.0, 300.0, 300.0]);
    close(t.measure(Measure::Npv), -1000.0 + 300.0 * (1.0 - 1.1_f64.powi(-5)) / 0.1);
    close(t.measure(Measure::PvCost), 1000.0);
    close(t.measure(Measure::PeakFunding), 1000.0);
    // 300, 600, 900, 1200: paid back in the fourth year; discounted in the fifth.
    close(t.measure(Measure::Payback), 48.0);
    close(t.measure(Measure::DiscountedPayback), 60.0);
}

#[test]
fn the_rate_of_return_brings_the_net_present_value_to_zero() {
    let flows = [-1000.0, 300.0, 420.0, 680.0];
    let Some(rate) = yearly(0.1, &flows).measure(Measure::Irr) else { panic!("one rate") };
    // The value that the yearly polynomial has by bisection: 16.340 %.
    assert!((rate - 0.163_405_600_688_835).abs() < 1e-9, "{rate}");
    close(yearly(rate, &flows).measure(Measure::Npv).map(|x| x + 1.0), 1.0);
}

#[test]
fn a_single_payment_grows_at_the_annual_effective_rate() {
    let t = yearly(0.08, &[-500.0, 0.0, 583.2]);
    close(t.measure(Measure::Npv).map(|x| x + 1.0), 1.0);
    close(t.measure(Measure::Irr), 0.08);
    close(t.measure(Measure::Payback), 24.0);
}

#[test]
fn several_rates_are_said_to_be_several() {
    let t = yearly(0.10, &[-1600.0, 10_000.0, -10_000.0]);
    close(t.measure(Measure::Npv), -1600.0 + 10_000.0 / 1.1 - 10_000.0 / 1.21);
    assert_eq!(t.outcome.get(Measure::Irr).0[0], f64::INFINITY);
}

#[test]
fn a_project_that_only_costs_has_no_rate_and_never_pays_back() {
    let t = yearly(0.10, &[-100.0, -50.0, -50.0]);
    assert!(t.outcome.get(Measure::Irr).0[0].is_nan());
    assert!(t.outcome.get(Measure::Payback).0[0].is_nan());
    close(t.measure(Measure::Roi), -1.0);
    close(t.measure(Measure::PeakFunding), 200.0);
}

#[test]
fn a_project_that_never_needs_money_pays_back_at_once() {
    let t = yearly(0.10, &[100.0, 50.0]);
    close(t.measure(Measure::Payback), 0.0);
    close(t.measure(Measure::PeakFunding).map(|x| x + 1.0), 1.0);
    assert!(t.outcome.get(Measure::Roi).0[0].is_nan(), "nothing was paid, so there is no return on it");
}

#[test]
fn depreciation_and_tax_follow_the_textbook() {
    // 1200 of capital over two years, 1000 a year of income, 25 % tax, no discount: tax on 1000 − 600 a year.
    let t = traced(
        "[case]\nkind = \"cash-flow\"\nmonths = 24\n[finance]\ndiscount_rate = 0\ntax_rate = 0.25\ndepreciation_years = 2\n\
         [[flows]]\nname = \"machine\"\namount = -1200\nper = \"once\"\nmonth = 0\ncapital = true\n\
         [[flows]]\nname = \"income\"\namount = 1000\nper = \"year\"\n",
    );
    close(t.measure(Measure::Npv), -1200.0 + 2.0 * (1000.0 - 0.25 * (1000.0 - 600.0)));
}

#[test]
fn a_growing_monthly_flow_is_a_growing_annuity() {
    // 12 months of 100 that grow 12 % a year, at 12 %: every month is worth 100 at the first month's value.
    let t = traced(
        "[case]\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0.12\ntax_rate = 0\n\
         [[flows]]\nname = \"rent\"\namount = 100\nper = \"month\"\ngrowth = 0.12\n",
    );
    close(t.measure(Measure::Npv), 12.0 * 100.0 / 1.12_f64.powf(1.0 / 12.0));
}

#[test]
fn the_terminal_value_fades_straight_to_zero() {
    let t = traced(
        "[case]\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0\ntax_rate = 0\nterminal_years = 1\n\
         [[flows]]\nname = \"rent\"\namount = 13\nper = \"month\"\n",
    );
    // 13·Σ (1 − j/13) for j = 1..12 = 12 + 11 + … + 1.
    close(t.measure(Measure::Terminal), 78.0);
    close(t.measure(Measure::Npv), 12.0 * 13.0 + 78.0);
}
