//! A trace as a table for the terminal and as CSV.

use crate::page::content::{Page, Setting};
use crate::page::table::{Row, Table};
use crate::words::Words;
use delight_model::finance::irr::{Rate, irr};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Measure, Trace};

/// The trace month by month: the months a reader needs to follow the effect down the chain.
pub fn page(scenario: &Scenario, trace: &Trace, words: Words) -> Page {
    let name = scenario.name();
    let title = match trace.delivery {
        Some(d) => {
            let delivery = words.say_of("delivery", d.name());
            words.say_with("trace-title-delivery", &[("case", name), ("delivery", &delivery)])
        }
        None => words.say_with("trace-title", &[("case", name)]),
    };
    let mut page = Page::about(&title, scenario.currency(), words).set(Setting::FLUSH);
    let mut sum = 0.0;
    let rows = trace.cash.iter().enumerate().map(|(t, cash)| {
        sum += cash;
        let of_chain = chain(trace, t, &page);
        Row::default().cell(t.to_string()).cells(of_chain).cells([page.money(*cash), page.money(sum)])
    });
    let rows: Vec<Row> = rows.collect();
    page.table(heads(trace, words).rows(rows));
    page.gap();
    page.sentence(&result(trace, &page));
    page
}

fn heads(trace: &Trace, words: Words) -> Table {
    let mut table = Table::new("", 0).numbers(&words.say("trace-month"), 5);
    if !trace.arms[0].is_empty() {
        table = table
            .numbers(&words.say("trace-engaged"), 16)
            .numbers(&words.say("trace-connected"), 16)
            .numbers(&words.say("trace-score"), 12)
            .numbers(&words.say("trace-customers"), 20)
            .numbers(&words.say("trace-revenue"), 24);
    }
    table.numbers(&words.say("trace-cash"), 13).numbers(&words.say("trace-cumulative"), 13)
}

/// What the chain did in month `t`, in both arms; nothing is known of it at the start.
fn chain(trace: &Trace, t: usize, page: &Page) -> Vec<String> {
    let words = page.words;
    if trace.arms[0].is_empty() {
        return Vec::new();
    }
    let Some(month) = t.checked_sub(1) else { return vec![String::new(); 5] };
    let pair = |series: &str, show: &dyn Fn(f64) -> String| {
        let of = |arm: usize| trace.series(arm, series).and_then(|s| s.get(month).copied()).map_or("–".into(), show);
        format!("{} → {}", of(0), of(1))
    };
    vec![
        pair("engaged", &|x| words.percent(x)),
        pair("connected", &|x| words.percent(x)),
        pair("rating", &|x| words.signed(x, 2)),
        pair("customers", &|x| words.whole(x)),
        pair("revenue", &|x| page.money(x)),
    ]
}

fn result(trace: &Trace, page: &Page) -> String {
    let words = page.words;
    let show = |measure: Measure, show: &dyn Fn(f64) -> String| {
        trace.measure(measure).map_or_else(|| words.say("trace-none"), show)
    };
    let (cash, percent) = (|x: f64| page.money(x), |x: f64| words.percent(x));
    let (npv, roi, irr) = (show(Measure::Npv, &cash), show(Measure::Roi, &percent), rates(trace, words));
    let (payback, funding) = (show(Measure::Payback, &|x| words.month(x)), show(Measure::PeakFunding, &cash));
    words.say_with(
        "trace-result",
        &[("npv", &npv), ("roi", &roi), ("irr", &irr), ("payback", &payback), ("funding", &funding)],
    )
}

/// Every internal rate of return, the highest first, and whether the only one is the price of a loan.
fn rates(trace: &Trace, words: Words) -> String {
    let found = irr(&trace.cash);
    let shown = |rate: &Rate| words.percent(rate.annual);
    match found.as_slice() {
        [] => words.say("trace-none"),
        [one] if one.is_loan => words.say_with("trace-rate-of-loan", &[("rate", &shown(one))]),
        several => several.iter().map(shown).collect::<Vec<_>>().join(", "),
    }
}

/// The trace as CSV: one row a month from month 0, every series of both arms, cash.
pub fn csv(trace: &Trace) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let arms = ["baseline", "programme"];
    let mut header = vec!["month".to_string()];
    for (arm, series) in arms.iter().zip(&trace.arms) {
        header.extend(series.iter().map(|(name, _)| format!("{arm}.{name}")));
    }
    header.push("cash".into());
    // Writing to memory cannot fail.
    let _ = writer.write_record(&header);
    for (t, cash) in trace.cash.iter().enumerate() {
        let mut row = vec![t.to_string()];
        for series in &trace.arms {
            row.extend(series.iter().map(|(_, values)| match t.checked_sub(1) {
                Some(i) => values[i].to_string(),
                None => String::new(),
            }));
        }
        row.push(cash.to_string());
        let _ = writer.write_record(&row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
