//! The figures of a run: what each shows, in words and numbers, from the findings.

use super::format::{money, percent, percent_change, whole};
use crate::analysis::{Fan, Findings};
use crate::plot::{Bands, Caption, Case, CashFan, Comparison, Figure, Format, NpvDistribution, RoiCurve};

/// A figure with the name of its files.
pub struct Named {
    /// Name without ending.
    pub name: &'static str,
    /// What it shows.
    pub figure: Box<dyn Figure + Send + Sync>,
}

/// The names of all figures a case can have.
pub const NAMES: [&str; 3] = ["roi", "cash", "npv"];

/// The figures of one case.
pub fn of_case(f: &Findings) -> Vec<Named> {
    let named = |name, figure| Named { name, figure };
    let mut all = Vec::new();
    if f.roi.is_some() {
        all.push(named("roi", Box::new(roi(f)) as Box<dyn Figure + Send + Sync>));
    }
    all.push(named("cash", Box::new(cash(f))));
    all.push(named("npv", Box::new(npv(f))));
    all
}

/// The return of several cases over each other.
pub fn comparison(all: &[Findings]) -> Named {
    let horizon = all.iter().map(|f| f.case.months).max().unwrap_or(0);
    let cases = all
        .iter()
        .take(Comparison::MOST_CASES)
        .map(|f| {
            let roi = bands(f, |m| m.roi);
            // A shorter case ends where its horizon does.
            let long = |mut series: Vec<f64>| {
                series.resize(horizon, f64::NAN);
                series
            };
            Case { name: f.case.name.clone(), p25: long(roi.p25), p50: long(roi.p50), p75: long(roi.p75) }
        })
        .collect();
    let best = all.iter().filter_map(|f| Some((f.roi?.p50.value, &f.case.name))).max_by(|a, b| a.0.total_cmp(&b.0));
    let title = match best {
        Some((roi, name)) => format!("{name} has the highest median return: {}", percent_change(roi)),
        None => "Return on investment".into(),
    };
    let caption = Caption {
        title,
        subtitle: "Cumulative discounted return on investment by month: median and middle half of the trials".into(),
        footer: match all.len() {
            n if n > Comparison::MOST_CASES => {
                format!("{} The first {} of {n} cases.", draws(&all[0]), Comparison::MOST_CASES)
            }
            _ => draws(&all[0]),
        },
        description: all
            .iter()
            .filter_map(|f| Some(format!("{}: median return {}", f.case.name, percent_change(f.roi?.p50.value))))
            .collect::<Vec<_>>()
            .join("; "),
        ..axes("Return on investment")
    };
    Named { name: "comparison", figure: Box::new(Comparison { caption, cases, format: Format::new(percent_change) }) }
}

fn axes(y: &str) -> Caption {
    Caption { x_title: "Month of the programme".into(), y_title: y.into(), ..Caption::default() }
}

fn draws(f: &Findings) -> String {
    format!("Simulation of {} trials ({}, seed {}).", whole(f.trials as f64), f.sampling, f.seed)
}

fn footer(f: &Findings) -> String {
    let case = if f.case.kind == "chain" { "Programme against doing nothing." } else { "Cash flows of a project." };
    format!("{} {case}", draws(f))
}

fn roi(f: &Findings) -> RoiCurve {
    let [median, low, high] = f.roi.map_or([f64::NAN; 3], |r| [r.p50.value, r.p5.value, r.p95.value]);
    let title = if median < -1.0 {
        format!("{}: in the median all the money is lost, and more", f.case.name)
    } else if median >= 0.0 {
        format!("{}: the median return is {} after {} months", f.case.name, percent_change(median), f.case.months)
    } else {
        format!("{}: in the median {} of the money does not come back", f.case.name, percent(-median))
    };
    let (low, high) = (percent_change(low), percent_change(high));
    let caption = Caption {
        title,
        subtitle: "Cumulative discounted return on investment before tax; bands hold 50% and 90% of the trials".into(),
        footer: footer(f),
        description: format!(
            "Return on investment by month. At the end the median is {}, and nine in ten trials lie from {low} to {high}.",
            percent_change(median)
        ),
        ..axes("Return on investment")
    };
    RoiCurve { caption, roi: bands(f, |m| m.roi), format: Format::new(percent_change) }
}

fn cash(f: &Findings) -> CashFan {
    let title = match (&f.payback_months.p50, f.payback_months.never.value) {
        (Some(month), _) => format!("{}: half of the trials have paid back by month {:.0}", f.case.name, month.value),
        (None, never) => format!("{}: {} of the trials never pay back", f.case.name, percent(never)),
    };
    let currency = f.case.currency.clone();
    let caption = Caption {
        title,
        subtitle: "Cumulative cash after tax, not discounted; bands hold 50% and 90% of the trials".into(),
        footer: footer(f),
        description: format!(
            "Cumulative cash by month. The median of the deepest point is {}; {} of the trials never pay back.",
            money(&currency, -f.peak_funding.p50.value),
            percent(f.payback_months.never.value)
        ),
        ..axes(&format!("Cumulative cash ({currency})"))
    };
    CashFan { caption, cash: bands(f, |m| Some(m.cash)), format: Format::new(move |x| money(&currency, x)) }
}

fn npv(f: &Findings) -> NpvDistribution {
    let loss = f.loss_probability.value;
    let currency = f.case.currency.clone();
    let (p5, p95) = (money(&currency, f.npv.p5.value), money(&currency, f.npv.p95.value));
    let caption = Caption {
        title: match loss {
            0.0 => format!("{}: no trial loses money", f.case.name),
            _ => format!("{}: {} of the trials lose money", f.case.name, percent(loss)),
        },
        subtitle: format!("Net present value over {} months: share of the trials in each range", f.case.months),
        footer: footer(f),
        description: format!(
            "Distribution of the net present value. Median {}, nine in ten trials from {p5} to {p95}, probability of a loss {}.",
            money(&currency, f.npv.p50.value),
            percent(loss)
        ),
        x_title: format!("Net present value ({currency})"),
        y_title: "Share of trials".into(),
    };
    NpvDistribution {
        caption,
        edges: f.npv_histogram.edges.clone(),
        shares: f.npv_histogram.shares.clone(),
        p5: f.npv.p5.value,
        p50: f.npv.p50.value,
        p95: f.npv.p95.value,
        mean: f.npv.mean.value,
        loss_probability: loss,
        format: Format::new(move |x| money(&currency, x)),
    }
}

/// The fan of every month as bands; gaps where there is none.
fn bands(f: &Findings, of: impl Fn(&crate::analysis::FanMonth) -> Option<Fan>) -> Bands {
    let series = |pick: fn(&Fan) -> f64| f.fan.iter().map(|m| of(m).map_or(f64::NAN, |fan| pick(&fan))).collect();
    Bands {
        p5: series(|f| f.p5.value),
        p25: series(|f| f.p25.value),
        p50: series(|f| f.p50.value),
        p75: series(|f| f.p75.value),
        p95: series(|f| f.p95.value),
    }
}
