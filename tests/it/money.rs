//! Sums of money that cancel out: what breaks even neither loses nor gains, whatever rounding leaves of it.

use crate::support::{payments_text, scenario};
use delight_case::sampling::Sampling;
use delight_case::scenario::{Case, Scenario};
use delight_case::simulate::{Control, Measure, Sample, Settings, trace};
use delight_case::statistics::Estimate;
use delight_case::studies::compare::{CompareRequest, compare};
use delight_case::studies::fails::fails;
use delight_case::studies::portfolio::{PortfolioRequest, portfolio};
use delight_case::studies::run::{Findings, run};
use delight_case::studies::sensitivity::sensitivity;
use delight_case::studies::voi::voi;

fn settings(trials: u64) -> Settings {
    Settings { sampling: Sampling::Sobol, seed: 1, trials }
}

/// A year of flows at a discount rate, without tax.
fn flows(rate: f64, months: usize, flows: &str) -> Scenario {
    scenario(&format!(
        "[case]\nname = \"Sums\"\nkind = \"cash-flow\"\nmonths = {months}\n\
         [finance]\ndiscount_rate = {rate}\ntax_rate = 0\n{flows}"
    ))
}

fn of_run(scenario: &Scenario, settings: Settings) -> Findings {
    let case = Case::of(scenario).unwrap_or_else(|e| panic!("{e}"));
    run(&case, &settings, &Control::default()).unwrap_or_else(|e| panic!("{e}"))
}

fn flow(name: &str, per: &str, when: &str, amount: &str) -> String {
    format!("[[flows]]\nname = \"{name}\"\nper = \"{per}\"\n{when}\namount = {amount}\n")
}

/// The same amount back in equal parts that no binary fraction holds, for many sizes and numbers of parts.
#[test]
fn money_that_comes_back_in_parts_breaks_even_in_the_month_of_the_last_part() {
    for (parts, part) in [(10, 0.1), (7, 0.3), (12, 1.0 / 3.0), (11, 1e-6), (9, 123_456.789), (3, 1e12 / 3.0)] {
        let back = flow("back", "month", &format!("from = 1\nto = {parts}"), &format!("{part:e}"));
        let outlay = flow("outlay", "once", "month = 0", &format!("{:e}", -part * f64::from(parts)));
        let case = flows(0.0, 12, &(outlay + &back));
        let found = trace(&case);
        assert_eq!(found.measure(Measure::Npv), Some(0.0), "{parts} × {part}");
        assert_eq!(found.measure(Measure::Payback), Some(f64::from(parts)), "{parts} × {part}");
        assert_eq!(found.measure(Measure::DiscountedPayback), Some(f64::from(parts)), "{parts} × {part}");
        assert_eq!(found.measure(Measure::Roi), Some(0.0));
        assert_eq!(found.measure(Measure::Irr), Some(0.0));
    }
}

#[test]
fn a_sum_that_earns_its_discount_rate_breaks_even_whatever_the_cents() {
    for (amount, rate) in [(1000.0, 0.05), (1100.0, 0.1), (950.0, 0.07), (3.0, 0.013), (1e9, 0.08)] {
        let outlay = flow("outlay", "once", "month = 0", &format!("{}", -amount));
        let back = flow("back", "once", "month = 12", &format!("{}", amount * (1.0 + rate)));
        let case = flows(rate, 12, &(outlay + &back));
        // Kept values, and histograms: one answer at either number of trials.
        for trials in [1000, 100_000] {
            let settings = settings(trials);
            let found = of_run(&case, settings);
            assert_eq!(found.loss_probability.value, 0.0, "{amount} {rate} {trials}");
            assert_eq!((found.npv.p5.value, found.npv.p95.value), (0.0, 0.0));
            assert_eq!(found.discounted_payback_months.never.value, 0.0);
            assert_eq!(found.discounted_payback_months.p50.map(|month| month.value), Some(12.0));
        }
    }
}

#[test]
fn a_loss_of_a_cent_in_ten_thousand_is_a_loss() {
    let outlay = flow("outlay", "once", "month = 0", "-10000.01");
    let case = flows(0.0, 12, &(outlay + &flow("back", "once", "month = 12", "10000")));
    let found = of_run(&case, settings(1000));
    assert_eq!((found.loss_probability.value, found.payback_months.never.value), (1.0, 1.0));
}

/// Two amounts that cancel in every trial, and a sure one.
fn cancelling(sure: &str) -> Scenario {
    let (x, y) = ("\"uniform(0, 1)\"", "\"uniform(-1, 0)\"");
    let tie = "[[correlations]]\nbetween = [\"flows.x.amount\", \"flows.y.amount\"]\nrank = -1\n";
    let all = [("x", x), ("y", y), ("sure", sure)].map(|(name, amount)| flow(name, "once", "month = 12", amount));
    flows(0.05, 12, &format!("{}{tie}", all.concat()))
}

#[test]
fn where_amounts_cancel_in_every_trial_nothing_varies_and_no_study_finds_what_moves_it() {
    for sure in ["0", "100", "-0.3"] {
        let case = cancelling(sure);
        let control = Control::default();
        let found = of_run(&case, settings(40_000));
        assert_eq!(found.npv.sd.map(|sd| sd.value), Some(0.0), "{sure}");
        assert!(found.drivers.is_none(), "{sure}");
        let found = sensitivity(&case, settings(2048), true, &control).unwrap();
        assert_eq!(found.npv_sd.value, 0.0, "{sure}");
        assert!(found.inputs.iter().all(|of| of.variance_share.value == 0.0 && of.total.value == 0.0), "{sure}");
        let found = fails(&case, settings(2048), &control).unwrap();
        assert!(!found.varies && found.loses.is_none() && found.pays.is_none());
        assert_eq!(found.loss_probability.value, f64::from(u8::from(sure.starts_with('-'))));
        let found = voi(std::slice::from_ref(&case), settings(2048), None, None, &control).unwrap();
        assert!(!found.varies && found.evpi.value == 0.0, "{sure}: {:?}", found.evpi);
    }
    // It can be told from a case that does vary, a little.
    let little = flows(0.0, 12, &flow("x", "once", "month = 12", "\"normal(1000000, 0.01)\""));
    let sample = Sample::new(&little, settings(256), &[Measure::Npv], &Control::default()).unwrap();
    assert!(sample.results(Measure::Npv).iter().any(|npv| *npv != sample.results(Measure::Npv)[0]));
}

/// A rival that turns out as written.
const CERTAIN: &str = "[rival]\ndelivery = \"full\"\ncost_overrun = 1\n";

fn project(name: &str, outlay: &str, income: &str) -> Scenario {
    let all = [
        flow(&format!("outlay of {name}"), "once", "month = 0", outlay),
        flow(&format!("income of {name}"), "once", "month = 12", income),
    ];
    scenario(&format!(
        "[case]\nname = \"{name}\"\nkind = \"cash-flow\"\nmonths = 12\n\
         [finance]\ndiscount_rate = 0\ntax_rate = 0\n{CERTAIN}{}",
        all.concat()
    ))
}

#[test]
fn a_budget_counts_outlays_whole_and_not_the_unlucky_tail_of_an_income() {
    let request = |budget| PortfolioRequest {
        budget,
        staff: None,
        risk_tolerance: None,
        groups: Vec::new(),
        requires: Vec::new(),
    };
    let funded = |projects: &[Scenario], budget: f64| {
        let found = portfolio(projects, settings(4096), &request(budget), &Control::default()).unwrap();
        found.projects.iter().filter(|project| project.funded).count()
    };
    // Outlays of 10 each; the incomes are negative in 2 % of the trials and hardly ever.
    let sure = [project("A", "-10", "\"normal(20, 10)\""), project("B", "-10", "\"normal(40, 10)\"")];
    assert_eq!([funded(&sure, 20.0), funded(&sure, 19.9)], [2, 1]);
    // An outlay that is an income in 5 % of the trials still uses its mean.
    let unsure = [project("A", "\"normal(-10, 6)\"", "30"), project("B", "\"normal(-10, 6)\"", "40")];
    assert_eq!([funded(&unsure, 20.0), funded(&unsure, 19.5)], [2, 1]);
    let sample = Sample::new(&unsure[0], settings(4096), &[Measure::PvCost], &Control::default()).unwrap();
    let costs = sample.results(Measure::PvCost);
    assert!((costs.iter().sum::<f64>() / costs.len() as f64 - 10.0).abs() < 0.02);
    assert!(costs.iter().any(|cost| *cost < 0.0));
}

#[test]
fn a_flow_is_what_it_is_said_to_be() {
    let said = |nature: &str| {
        let either = format!("{}nature = \"{nature}\"\n", flow("either", "once", "month = 12", "\"normal(1, 10)\""));
        let case = flows(0.0, 12, &(flow("outlay", "once", "month = 0", "-5") + &either));
        let found = of_run(&case, settings(4096));
        (found.pv_benefit.mean.value, found.pv_cost.mean.value, found.npv.mean.value)
    };
    let (income, outlay) = (said("income"), said("outlay"));
    assert!((income.0 - 1.0).abs() < 0.05 && income.1 == 5.0, "{income:?}");
    assert!(outlay.0 == 0.0 && (outlay.1 - 4.0).abs() < 0.05, "{outlay:?}");
    assert!((income.2 - outlay.2).abs() < 1e-9);
}

#[test]
fn dominance_does_not_flip_with_the_seed() {
    let third = |name: &str, values: [u32; 3]| {
        let [a, b, c] = values;
        let amount = format!("discrete({a}: 1, {b}: 1, {c}: 1)");
        scenario(&payments_text(name, &[(&format!("gain of {name}"), &amount)], ""))
    };
    let rivals = [third("better", [15, 25, 35]), third("worse", [10, 20, 30])];
    let request = CompareRequest { nothing: false, risk_tolerance: None };
    for seed in 1..=12 {
        for trials in [1000, 20_000] {
            let settings = Settings { seed, ..settings(trials) };
            let found = compare(&rivals, settings, &request, &Control::default()).unwrap();
            let pair = &found.pairs[0];
            let (forth, back) = (pair.first_over_second, pair.second_over_first);
            assert!(forth.first_order.dominates && forth.second_order.dominates, "seed {seed}, {trials}: {forth:?}");
            assert!(!back.first_order.dominates && !back.second_order.dominates, "seed {seed}, {trials}");
        }
    }
}

#[test]
fn rivals_that_are_worth_the_same_but_for_rounding_tie_in_every_respect() {
    let once = project("once", "-1", "7.7");
    let tenths: String = (1..=11)
        .map(|part| flow(&format!("part {part}"), "once", &format!("month = {part}"), "0.7"))
        .chain([flow("outlay of tenths", "once", "month = 0", "-1")])
        .collect();
    let parts = scenario(&format!(
        "[case]\nname = \"tenths\"\nkind = \"cash-flow\"\nmonths = 12\n\
         [finance]\ndiscount_rate = 0\ntax_rate = 0\n{CERTAIN}{tenths}"
    ));
    let npv = |case: &Scenario| trace(case).measure(Measure::Npv).unwrap();
    assert!(npv(&once) != npv(&parts), "rounding tells them apart");
    let request = CompareRequest { nothing: false, risk_tolerance: None };
    let found = compare(&[once, parts], settings(1000), &request, &Control::default()).unwrap();
    let pair = &found.pairs[0];
    assert_eq!((pair.equal.value, pair.first_better.value), (1.0, 0.0));
    assert!(!pair.first_over_second.second_order.dominates && !pair.second_over_first.second_order.dominates);
    assert!(found.rivals.iter().all(|rival| rival.ranks.iter().all(|share| share.value == 0.5)));
}

#[test]
fn every_rate_of_a_case_is_counted_and_a_loan_is_called_one() {
    let years = |flows_of_years: &[f64]| {
        let all: String = flows_of_years
            .iter()
            .enumerate()
            .map(|(year, amount)| {
                flow(&format!("year {year}"), "once", &format!("month = {}", 12 * year), &amount.to_string())
            })
            .collect();
        of_run(&flows(0.0, 36, &all), settings(256)).irr
    };
    let two = years(&[-1000.0, 2220.0, -1232.0]);
    assert_eq!((two.none.value, two.several.value, two.loan.value), (0.0, 1.0, 0.0));
    let double = years(&[-1000.0, 2200.0, -1210.0]);
    assert_eq!((double.none.value, double.several.value), (0.0, 0.0));
    assert!((double.spread.expect("one rate").p50.value - 0.1).abs() < 1e-6);
    let loan = years(&[1000.0, -1100.0]);
    assert_eq!((loan.none.value, loan.several.value, loan.loan.value), (0.0, 0.0, 1.0));
    assert!(loan.spread.is_none() && (loan.loan_rate.expect("a price").p50.value - 0.1).abs() < 1e-9);
    let none = years(&[-1000.0, -10.0]);
    assert_eq!((none.none.value, none.loan.value), (1.0, 0.0));
}

#[test]
fn trials_that_are_all_alike_are_no_proof_that_nothing_moves_them() {
    let rare = flows(0.0, 12, &flow("x", "once", "month = 12", "\"discrete(-100: 99.9%, 100000: 0.1%)\""));
    let sds = (0..20).map(|seed| of_run(&rare, Settings { seed, ..settings(64) }).npv.sd.expect("more than one trial"));
    let alike: Vec<Estimate> = sds.filter(|sd| sd.value == 0.0).collect();
    assert!(alike.len() > 10 && alike.iter().all(|sd| sd.standard_error.is_none()), "{alike:?}");
    let sure = flows(0.0, 12, &flow("x", "once", "month = 12", "5"));
    assert_eq!(of_run(&sure, settings(64)).npv.sd.and_then(|sd| sd.standard_error), Some(0.0));
}
