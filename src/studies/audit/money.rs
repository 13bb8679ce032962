//! Rules on rates, tax, horizon and what lies beyond it.

use super::place::{Found, Place};
use super::rule::{Cases, Rule, Severity, Theme};
use super::subject::{Origin, Subject, drawn};
use delight_model::finance::flows::{Flow, Rhythm};
use delight_model::scenario::{Assumption, Project};
use delight_model::statistics::Estimate;

/// A real cost of capital above which a rate is probably nominal: listed companies have 5–7 % real (own judgement).
const NOMINAL: f64 = 0.07;
/// A rate above which it is probably a hurdle and not a cost of capital.
const HURDLE: f64 = 0.12;
/// A growth a year that no flow keeps for [`YEARS_OF_GROWTH`] years in an economy that grows more slowly.
const GROWTH: f64 = 0.05;
/// Years of such growth.
const YEARS_OF_GROWTH: usize = 3;
/// Share of the net present value that may come from beyond the horizon.
const TERMINAL: f64 = 0.5;
/// Horizons within which a case that has not paid back yet would do so.
const WITHIN_REACH: f64 = 2.0;
/// The currency of the country whose rates are the defaults.
const EURO: &str = "EUR";
/// Probability of a loss above which the tax on losses is worth mentioning.
const LOSSES: f64 = 0.5;

const fn rule(id: &'static str, severity: Severity, check: fn(&Subject) -> Vec<Place>) -> Rule {
    Rule { id, theme: Theme::Money, severity, cases: Cases::Both, rests_on: &[], source: "", check }
}

pub(super) const RULES: [Rule; 8] = [
    Rule {
        source: "Brealey, Myers and Allen, Principles of Corporate Finance: discount nominal flows at a nominal rate",
        ..rule("AUD20", Severity::Should, nominal_and_real)
    },
    Rule {
        source: "Savvides, Project Appraisal 9 (1994) 3; Jagannathan et al., J. Financial Economics 120 (2016) 445: hurdle \
                 rates of 15 % stand against costs of capital of 8 %",
        ..rule("AUD21", Severity::Should, risk_counted_twice)
    },
    Rule { rests_on: &["ecb-inflation-aim"], ..rule("AUD22", Severity::Should, rate_below_inflation) },
    Rule { cases: Cases::CashFlow, ..rule("AUD23", Severity::Should, outgrows_the_economy) },
    Rule {
        source: "Koller, Goedhart and Wessels, Valuation: continuing value",
        ..rule("AUD24", Severity::Must, value_beyond_the_horizon)
    },
    rule("AUD25", Severity::Note, horizon_before_payback),
    rule("AUD26", Severity::Note, tax_on_losses),
    Rule { rests_on: &["ecb-inflation-aim"], ..rule("AUD27", Severity::Should, rates_of_another_country) },
];

fn point(subject: &Subject, path: &str) -> f64 {
    subject.scenario.point(path).unwrap_or(f64::NAN)
}

/// The assumption of this path, compared with a share.
fn against(subject: &Subject, path: &str, share: f64) -> Vec<Place> {
    let place = |a| Place::of(a).against(Found::share(share));
    subject.scenario.assumption(path).map(place).into_iter().collect()
}

fn nominal_and_real(subject: &Subject) -> Vec<Place> {
    let Project::CashFlow(flows) = subject.scenario.project() else {
        let real_flows = point(subject, "finance.inflation") == 0.0;
        let nominal_rate = point(subject, "finance.discount_rate") > NOMINAL;
        return if real_flows && nominal_rate {
            against(subject, "finance.discount_rate", NOMINAL)
        } else {
            Vec::new()
        };
    };
    let years = |flow: &&Flow| flow.rhythm != Rhythm::Once && flow.to.min(subject.scenario.months()) >= flow.from + 24;
    let growths: Vec<&Assumption> = flows.iter().filter(years).filter_map(|flow| growth(subject, flow)).collect();
    let (still, growing): (Vec<&Assumption>, Vec<&Assumption>) =
        growths.into_iter().partition(|a| drawn(a).is_some_and(|d| d.median() == 0.0));
    if growing.is_empty() { Vec::new() } else { still.into_iter().map(Place::of).collect() }
}

fn growth<'a>(subject: &Subject<'a>, flow: &Flow) -> Option<&'a Assumption> {
    subject.scenario.assumption(&format!("flows.{}.growth", flow.name))
}

fn risk_counted_twice(subject: &Subject) -> Vec<Place> {
    let high = point(subject, "finance.discount_rate") > HURDLE;
    if high { against(subject, "finance.discount_rate", HURDLE) } else { Vec::new() }
}

fn rate_below_inflation(subject: &Subject) -> Vec<Place> {
    // A rival project has no inflation of its own: the aim of the central bank stands for it.
    let inflation = subject.scenario.point("finance.inflation").unwrap_or(0.02);
    let low = point(subject, "finance.discount_rate") <= inflation;
    if low { against(subject, "finance.discount_rate", inflation) } else { Vec::new() }
}

fn outgrows_the_economy(subject: &Subject) -> Vec<Place> {
    let Project::CashFlow(flows) = subject.scenario.project() else { return Vec::new() };
    let long = |flow: &&Flow| {
        flow.rhythm != Rhythm::Once && flow.to.min(subject.scenario.months()) >= flow.from + 12 * YEARS_OF_GROWTH
    };
    let fast = |a: &&Assumption| drawn(a).is_some_and(|d| d.median() > GROWTH);
    let growths = flows.iter().filter(long).filter_map(|flow| growth(subject, flow)).filter(fast);
    growths.map(|a| Place::of(a).against(Found::share(GROWTH))).collect()
}

fn value_beyond_the_horizon(subject: &Subject) -> Vec<Place> {
    if subject.scenario.assumption("finance.terminal_years").and_then(drawn).is_none_or(|d| d.support().1 <= 0.0) {
        return Vec::new();
    }
    let Some((terminal, npv)) = subject.findings().map(|found| (found.terminal.value, found.npv.mean.value)) else {
        return Vec::new();
    };
    let share = Estimate::without_error(terminal / npv);
    let place = |a| Place::of(a).measured("terminal", Found::Share(share)).against(Found::share(TERMINAL));
    let all = subject.scenario.assumption("finance.terminal_years");
    all.filter(|_| npv > 0.0 && share.value > TERMINAL).map(place).into_iter().collect()
}

/// Where the median cash is still below zero in the end but rising: the month in which it would get there at the pace of
/// the last year, if that is within [`WITHIN_REACH`] horizons.
fn horizon_before_payback(subject: &Subject) -> Vec<Place> {
    let Some(found) = subject.findings() else { return Vec::new() };
    let months = subject.scenario.months();
    let cash = |month: usize| found.fan.iter().find(|f| f.month == month).map(|f| f.cash.p50.value);
    let (Some(end), Some(before)) = (cash(months), cash(months.saturating_sub(12))) else { return Vec::new() };
    let pace = (end - before) / 12.0;
    if !(end < 0.0 && pace > 0.0) {
        return Vec::new();
    }
    let payback = months as f64 + (-end / pace).ceil();
    if payback > WITHIN_REACH * months as f64 {
        return Vec::new();
    }
    let place = Place::setting(subject.scenario, "case.months").measured("payback", Found::Months(payback));
    vec![place.against(Found::Months(months as f64))]
}

/// Rates that the program gives, which are those of the Netherlands and of the euro, in a case of another currency.
fn rates_of_another_country(subject: &Subject) -> Vec<Place> {
    if subject.scenario.currency() == EURO {
        return Vec::new();
    }
    let rates = ["finance.tax_rate", "finance.inflation", "finance.discount_rate"];
    let given = |a: &&Assumption| !Origin::is_own(a) && drawn(a).is_some_and(|d| d.support().1 > 0.0);
    rates.iter().filter_map(|path| subject.scenario.assumption(path)).filter(given).map(Place::of).collect()
}

fn tax_on_losses(subject: &Subject) -> Vec<Place> {
    if !(point(subject, "finance.tax_rate") > 0.0) {
        return Vec::new();
    }
    let Some(loss) = subject.findings().map(|found| found.loss_probability) else { return Vec::new() };
    let place = |a| Place::of(a).measured("loss", Found::Share(loss)).against(Found::share(LOSSES));
    subject.scenario.assumption("finance.tax_rate").filter(|_| loss.value > LOSSES).map(place).into_iter().collect()
}
