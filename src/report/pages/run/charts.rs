//! The figures of a run that an office program can draw itself: the bridge, the cash, what drives the value.

use super::bridge::amounts;
use super::drivers::name;
use crate::page::chart::{OfficeChart, OfficeKind, OfficeRole, OfficeSeries, OfficeUnit};
use crate::words::Words;
use delight_studies::findings::Fan;
use delight_studies::run::Findings;

/// From the pieces of the benefit to the net present value, each amount a bar from zero.
pub fn bridge(f: &Findings, words: Words) -> OfficeChart {
    let amounts = amounts(f, words);
    let role = |amount: f64, sum: bool| match (sum, amount < 0.0) {
        (true, false) => OfficeRole::Main,
        (false, false) => OfficeRole::Gain,
        (_, true) => OfficeRole::Loss,
    };
    let series = OfficeSeries {
        name: words.say("column-mean"),
        values: amounts.iter().map(|a| number(a.amount.value)).collect(),
        roles: amounts.iter().map(|a| role(a.amount.value, a.sum)).collect(),
    };
    OfficeChart {
        kind: OfficeKind::Bars,
        categories: amounts.into_iter().map(|a| a.name).collect(),
        series: vec![series],
        categories_title: String::new(),
        values_title: String::new(),
        unit: OfficeUnit::Money(f.case.currency.clone()),
    }
}

/// The cumulative cash month by month: the median, the middle half, nine in ten.
pub fn cash(f: &Findings, words: Words) -> OfficeChart {
    let line = |name: String, role, pick: fn(&Fan) -> f64| OfficeSeries {
        name,
        values: f.fan.iter().map(|month| number(pick(&month.cash))).collect(),
        roles: vec![role],
    };
    let series = vec![
        line("P95".into(), OfficeRole::Far, |fan| fan.p95.value),
        line("P75".into(), OfficeRole::Near, |fan| fan.p75.value),
        line(words.say("median"), OfficeRole::Main, |fan| fan.p50.value),
        line("P25".into(), OfficeRole::Near, |fan| fan.p25.value),
        line("P5".into(), OfficeRole::Far, |fan| fan.p5.value),
    ];
    OfficeChart {
        kind: OfficeKind::Lines,
        categories: f.fan.iter().map(|month| month.month.to_string()).collect(),
        series,
        categories_title: words.say("figure-month"),
        values_title: words.say_with("cash-axis", &[("currency", &f.case.currency)]),
        unit: OfficeUnit::Money(f.case.currency.clone()),
    }
}

/// The largest shares of the variance; nothing where nothing is uncertain.
pub fn drivers(f: &Findings, words: Words) -> Option<OfficeChart> {
    let shares = &f.drivers.as_ref()?.shares;
    if shares.is_empty() {
        return None;
    }
    let series = OfficeSeries {
        name: words.say("shares-axis"),
        values: shares.iter().map(|of| number(of.variance_share.value)).collect(),
        roles: shares.iter().map(|_| OfficeRole::Gain).collect(),
    };
    Some(OfficeChart {
        kind: OfficeKind::Bars,
        categories: shares.iter().map(|of| name(&of.input, words)).collect(),
        series: vec![series],
        categories_title: String::new(),
        values_title: words.say("shares-axis"),
        unit: OfficeUnit::Share,
    })
}

fn number(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}
