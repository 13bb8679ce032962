//! A trace as a table for the terminal and as CSV.

use crate::words::Words;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Measure, Trace};
use std::fmt::Write;

/// The trace month by month: the months a reader needs to follow the effect down the chain.
pub fn table(scenario: &Scenario, trace: &Trace, words: Words) -> String {
    let mut out = String::new();
    let sheet = Sheet { currency: &scenario.currency, trace, words };
    // Writing to a string cannot fail.
    let _ = sheet.write(&mut out, &scenario.name);
    out
}

struct Sheet<'a> {
    currency: &'a str,
    trace: &'a Trace,
    words: Words,
}

impl Sheet<'_> {
    fn write(&self, out: &mut String, name: &str) -> std::fmt::Result {
        let words = self.words;
        let title = match self.trace.delivery {
            Some(d) => {
                let delivery = words.say_of("delivery", d.name());
                words.say_with("trace-title-delivery", &[("case", name), ("delivery", &delivery)])
            }
            None => words.say_with("trace-title", &[("case", name)]),
        };
        writeln!(out, "{title}\n")?;
        let (month, cash, cumulative) =
            (words.say("trace-month"), words.say("trace-cash"), words.say("trace-cumulative"));
        let chain = match self.trace.arms[0].is_empty() {
            true => String::new(),
            false => columns([
                &words.say("trace-engaged"),
                &words.say("trace-connected"),
                &words.say("trace-score"),
                &words.say("trace-customers"),
                &words.say("trace-revenue"),
            ]),
        };
        writeln!(out, "{month:>5}{chain} {cash:>12} {cumulative:>12}")?;
        let mut sum = 0.0;
        for (t, cash) in self.trace.cash.iter().enumerate() {
            sum += cash;
            writeln!(out, "{t:>5}{} {:>12} {:>12}", self.chain(t), self.money(*cash), self.money(sum))?;
        }
        writeln!(out, "\n{}", self.result())
    }

    fn money(&self, x: f64) -> String {
        self.words.money(self.currency, x)
    }

    /// What the chain did in month `t`, in both arms; nothing is known of it at the start.
    fn chain(&self, t: usize) -> String {
        let words = self.words;
        if self.trace.arms[0].is_empty() {
            return String::new();
        }
        let Some(month) = t.checked_sub(1) else { return columns([""; 5]) };
        let pair = |series: &str, show: &dyn Fn(f64) -> String| {
            let of = |arm: usize| {
                self.trace.series(arm, series).and_then(|s| s.get(month).copied()).map_or("–".into(), show)
            };
            format!("{} → {}", of(0), of(1))
        };
        columns([
            &pair("engaged", &|x| words.percent(x)),
            &pair("connected", &|x| words.percent(x)),
            &pair("rating", &|x| words.signed(x, 2)),
            &pair("customers", &|x| words.whole(x)),
            &pair("revenue", &|x| self.money(x)),
        ])
    }

    fn result(&self) -> String {
        let words = self.words;
        let show = |measure: Measure, show: &dyn Fn(f64) -> String| {
            self.trace.measure(measure).map_or_else(|| words.say("trace-none"), show)
        };
        let (cash, percent) = (|x: f64| self.money(x), |x: f64| words.percent(x));
        let (npv, roi, irr) = (show(Measure::Npv, &cash), show(Measure::Roi, &percent), show(Measure::Irr, &percent));
        let (payback, funding) = (show(Measure::Payback, &|x| words.month(x)), show(Measure::PeakFunding, &cash));
        words.say_with(
            "trace-result",
            &[("npv", &npv), ("roi", &roi), ("irr", &irr), ("payback", &payback), ("funding", &funding)],
        )
    }
}

/// The columns of the chain: engaged, connected, score, customers, revenue.
fn columns([engaged, connected, score, customers, revenue]: [&str; 5]) -> String {
    format!(" {engaged:>15} {connected:>15} {score:>11} {customers:>19} {revenue:>23}")
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
