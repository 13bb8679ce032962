//! A trace as a table for the terminal and as CSV.

use super::format::{money, percent, signed, whole};
use crate::simulate::{Measure, Trace};
use std::fmt::Write;

/// The trace month by month: the months a reader needs to follow the effect down the chain.
pub fn table(name: &str, currency: &str, trace: &Trace) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_table(&mut out, name, currency, trace);
    out
}

fn write_table(out: &mut String, name: &str, currency: &str, trace: &Trace) -> std::fmt::Result {
    let delivery = trace.delivery.map_or(String::new(), |d| format!(", delivery {}", d.name()));
    writeln!(out, "{name}: one trial at point values{delivery}; baseline → programme\n")?;
    let has_chain = !trace.arms[0].is_empty();
    if has_chain {
        writeln!(
            out,
            "{:>5} {:>17} {:>15} {:>13} {:>21} {:>21} {:>10} {:>11}",
            "month", "engaged", "connected", "score", "customers", "revenue", "cash", "cumulative"
        )?;
    } else {
        writeln!(out, "{:>5} {:>12} {:>12}", "month", "cash", "cumulative")?;
    }
    let mut cumulative = 0.0;
    for (t, cash) in trace.cash.iter().enumerate() {
        cumulative += cash;
        let flows = (money(currency, *cash), money(currency, cumulative));
        if !has_chain {
            writeln!(out, "{t:>5} {:>12} {:>12}", flows.0, flows.1)?;
            continue;
        }
        if t == 0 {
            writeln!(out, "{t:>5} {:>91} {:>11}", flows.0, flows.1)?;
            continue;
        }
        let pair = |series: &str, show: &dyn Fn(f64) -> String| {
            let of = |arm: usize| value(trace, arm, series, t - 1).map_or("–".into(), show);
            format!("{} → {}", of(0), of(1))
        };
        writeln!(
            out,
            "{t:>5} {:>17} {:>15} {:>13} {:>21} {:>21} {:>10} {:>11}",
            pair("engaged", &percent),
            pair("connected", &percent),
            pair("rating", &|x| signed(x, 2, "")),
            pair("customers", &whole),
            pair("revenue", &|x| money(currency, x)),
            flows.0,
            flows.1
        )?;
    }
    writeln!(out)?;
    let show = |measure: Measure, show: &dyn Fn(f64) -> String| trace.measure(measure).map_or("none".into(), show);
    let cash = |x: f64| money(currency, x);
    writeln!(
        out,
        "NPV {}   ROI {}   IRR {}   payback {}   peak funding {}",
        show(Measure::Npv, &cash),
        show(Measure::Roi, &percent),
        show(Measure::Irr, &percent),
        show(Measure::Payback, &|x| format!("month {x:.0}")),
        show(Measure::PeakFunding, &cash)
    )
}

fn value(trace: &Trace, arm: usize, series: &str, t: usize) -> Option<f64> {
    trace.arms[arm].iter().find(|(name, _)| name == series)?.1.get(t).copied()
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
