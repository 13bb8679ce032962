//! Return and cash as the months go by.

use super::around::{axes, bands, footer};
use crate::page::figure::{money, returns};
use crate::plot::{Caption, CashFan, RoiCurve};
use crate::words::Words;
use delight_studies::run::Findings;

/// The return as the months go by.
pub(super) fn roi(f: &Findings, words: Words) -> RoiCurve {
    let [median, low, high] = f.roi.map_or([f64::NAN; 3], |r| [r.p50.value, r.p5.value, r.p95.value]);
    let case = ("case", f.case.name.as_str());
    let (roi, months) = (words.percent_change(median), f.case.months.to_string());
    let title = if median < -1.0 {
        words.say_with("roi-title-ruin", &[case])
    } else if median >= 0.0 {
        words.say_with("roi-title-gain", &[case, ("roi", &roi), ("months", &months)])
    } else {
        words.say_with("roi-title-loss", &[case, ("lost", &words.percent(-median))])
    };
    let (low, high) = (words.percent_change(low), words.percent_change(high));
    let caption = Caption {
        title,
        subtitle: words.say("roi-subtitle"),
        footer: footer(f, words),
        description: words.say_with("roi-told", &[("roi", &roi), ("low", &low), ("high", &high)]),
        ..axes(words.say("roi-axis"), words)
    };
    RoiCurve { caption, roi: bands(f, |m| m.roi), format: returns(words) }
}

/// The cash as the months go by.
pub(super) fn cash(f: &Findings, words: Words) -> CashFan {
    let case = ("case", f.case.name.as_str());
    let never = words.percent(f.payback_months.never.value);
    let (months, end) = (f.case.months.to_string(), f.fan.last().map_or(0.0, |month| month.cash.p50.value));
    let end = words.money(&f.case.currency, end);
    let title = match &f.payback_months.p50 {
        _ if f.cost_effectiveness.is_some() => {
            words.say_with("cash-title-public", &[case, ("months", &months), ("end", &end)])
        }
        Some(month) => words.say_with("cash-title-payback", &[case, ("month", &format!("{:.0}", month.value))]),
        None => words.say_with("cash-title-never", &[case, ("never", &never)]),
    };
    let currency = &f.case.currency;
    let deepest = words.money(currency, -f.peak_funding.p50.value);
    let caption = Caption {
        title,
        subtitle: words.say("cash-subtitle"),
        footer: footer(f, words),
        description: match f.cost_effectiveness {
            Some(_) => words.say_with("cash-told-public", &[("amount", &deepest)]),
            None => words.say_with("cash-told", &[("amount", &deepest), ("never", &never)]),
        },
        ..axes(words.say_with("cash-axis", &[("currency", currency)]), words)
    };
    let funding = f.peak_funding.p50.value;
    CashFan { caption, cash: bands(f, |m| Some(m.cash)), funding, format: money(currency, words) }
}
