//! The figures of a run: what each shows, in words and numbers, from the findings.

use super::{bridge, chain, drivers};
use crate::documents::results::Results;
use crate::plot::{
    Bands, Caption, Case, CashFan, Comparison, Figure, Format, Label, NpvDistribution, RoiCurve, Wording,
};
use crate::words::Words;
use delight_studies::findings::Fan;
use delight_studies::run::Findings;

/// A figure with the name of its files.
pub struct Named {
    /// Name without ending.
    pub name: &'static str,
    /// What it shows.
    pub figure: Box<dyn Figure + Send + Sync>,
    /// Heights in a page and on a telephone, in nominal pixels.
    pub heights: [u32; 2],
}

impl Named {
    /// A figure in its usual proportions.
    pub fn new(name: &'static str, figure: impl Figure + Send + Sync + 'static) -> Self {
        Named { name, figure: Box::new(figure), heights: [400, 380] }
    }

    /// A figure of so many rows, each as high as its words need.
    pub fn of_rows(name: &'static str, rows: usize, figure: impl Figure + Send + Sync + 'static) -> Self {
        let rows = rows as u32;
        Named { heights: [60 + 30 * rows, 60 + 40 * rows], ..Named::new(name, figure) }
    }
}

/// The names of all figures a case can have.
pub const NAMES: [&str; 6] = ["roi", "cash", "npv", "bridge", "chain", "drivers"];

/// The figures of one case.
pub fn of_case(results: &Results, words: Words) -> Vec<Named> {
    let f = &results.findings;
    let mut all = Vec::new();
    // Where nobody pays for delight, what a unit of effect costs says more than a return.
    if f.roi.is_some() && f.cost_effectiveness.is_none() {
        all.push(Named::new("roi", roi(f, words)));
    }
    all.push(Named::new("cash", cash(f, words)));
    all.push(Named::new("npv", npv(f, words)));
    all.push(Named::new("bridge", bridge::figure(f, footer(f, words), words)));
    if let Some(figure) = chain::figure(f, &results.assumptions, footer(f, words), words) {
        all.push(Named::new("chain", figure));
    }
    if let Some(figure) = drivers::figure(f, footer(f, words), words) {
        all.push(Named::new("drivers", figure));
    }
    all
}

/// The return of several cases over each other.
pub fn comparison(all: &[Findings], words: Words) -> Named {
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
    let caption = Caption {
        title: comparison_title(all, words),
        subtitle: words.say("comparison-subtitle"),
        footer: comparison_footer(all, words),
        description: comparison_told(all, words),
        ..axes(words.say("roi-axis"), words)
    };
    Named::new("comparison", Comparison { caption, cases, format: returns(words) })
}

fn comparison_title(all: &[Findings], words: Words) -> String {
    let best = all.iter().filter_map(|f| Some((f.roi?.p50.value, &f.case.name))).max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((roi, name)) => words.say_with("comparison-title", &[("case", name), ("roi", &words.percent_change(roi))]),
        None => words.say("comparison-title-none"),
    }
}

fn comparison_footer(all: &[Findings], words: Words) -> String {
    let draws = all.first().map_or(String::new(), |f| draws(f, words));
    if all.len() <= Comparison::MOST_CASES {
        return draws;
    }
    let (shown, count) = (Comparison::MOST_CASES.to_string(), all.len().to_string());
    format!("{draws} {}", words.say_with("comparison-first", &[("shown", &shown), ("all", &count)]))
}

fn comparison_told(all: &[Findings], words: Words) -> String {
    let told = all.iter().filter_map(|f| {
        let roi = words.percent_change(f.roi?.p50.value);
        Some(words.say_with("comparison-told", &[("case", &f.case.name), ("roi", &roi)]))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn axes(y_title: String, words: Words) -> Caption {
    Caption { x_title: words.say("figure-month"), y_title, wording: wording(words), ..Caption::default() }
}

/// What figures write by themselves, in a language.
pub fn wording(words: Words) -> Wording {
    Wording::new(move |label| match label {
        Label::Median => words.say("median"),
        Label::Mean => words.say("label-mean"),
        Label::NoData => words.say("label-no-data"),
        Label::PaysBack(month) => words.say_with("label-pays-back", &[("month", &month.to_string())]),
        Label::Lowest(amount, month) => {
            words.say_with("label-lowest", &[("amount", amount), ("month", &month.to_string())])
        }
        Label::Month(month) => words.month(month as f64),
        Label::Year(year) => words.say_with("label-year", &[("year", &year.to_string())]),
        Label::LossProbability(share) => words.say_with("label-loss", &[("share", &words.percent_short(share))]),
        Label::Share(share) => words.percent_short(share),
        Label::ShareTick(share) => words.percent_tick(share),
    })
}

fn returns(words: Words) -> Format {
    Format::new(move |x| words.percent_change(x))
}

fn draws(f: &Findings, words: Words) -> String {
    let (trials, seed) = (words.whole(f.trials as f64), f.seed.to_string());
    let sampling = words.say_of("sampling", &f.sampling);
    words.say_with("figure-trials", &[("trials", &trials), ("sampling", &sampling), ("seed", &seed)])
}

fn footer(f: &Findings, words: Words) -> String {
    let case = if f.case.kind == "chain" { words.say("figure-chain") } else { words.say("figure-flows") };
    format!("{} {case}", draws(f, words))
}

fn roi(f: &Findings, words: Words) -> RoiCurve {
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

fn cash(f: &Findings, words: Words) -> CashFan {
    let case = ("case", f.case.name.as_str());
    let never = words.percent(f.payback_months.never.value);
    let title = match &f.payback_months.p50 {
        Some(month) => words.say_with("cash-title-payback", &[case, ("month", &format!("{:.0}", month.value))]),
        None => words.say_with("cash-title-never", &[case, ("never", &never)]),
    };
    let currency = f.case.currency.clone();
    let deepest = words.money(&currency, -f.peak_funding.p50.value);
    let caption = Caption {
        title,
        subtitle: words.say("cash-subtitle"),
        footer: footer(f, words),
        description: words.say_with("cash-told", &[("amount", &deepest), ("never", &never)]),
        ..axes(words.say_with("cash-axis", &[("currency", &currency)]), words)
    };
    CashFan { caption, cash: bands(f, |m| Some(m.cash)), format: Format::new(move |x| words.money(&currency, x)) }
}

fn npv(f: &Findings, words: Words) -> NpvDistribution {
    let currency = f.case.currency.clone();
    let loss = f.loss_probability.value;
    let format = Format::new(move |x| words.money(&currency, x));
    NpvDistribution {
        caption: npv_caption(f, words),
        edges: f.npv_histogram.edges.clone(),
        shares: f.npv_histogram.shares.clone(),
        p5: f.npv.p5.value,
        p50: f.npv.p50.value,
        p95: f.npv.p95.value,
        mean: f.npv.mean.value,
        loss_probability: loss,
        format,
    }
}

fn npv_caption(f: &Findings, words: Words) -> Caption {
    let case = ("case", f.case.name.as_str());
    let [median, low, high] = [f.npv.p50, f.npv.p5, f.npv.p95].map(|e| words.money(&f.case.currency, e.value));
    let (loss, months) = (words.percent(f.loss_probability.value), f.case.months.to_string());
    let title = match f.loss_probability.value {
        0.0 => words.say_with("npv-title-sure", &[case]),
        _ => words.say_with("npv-title-loss", &[case, ("loss", &loss)]),
    };
    let told = [("median", median.as_str()), ("low", &low), ("high", &high), ("loss", &loss)];
    Caption {
        title,
        subtitle: words.say_with("npv-subtitle", &[("months", &months)]),
        footer: footer(f, words),
        description: words.say_with("npv-told", &told),
        x_title: words.say_with("npv-axis", &[("currency", &f.case.currency)]),
        y_title: words.say("npv-share"),
        wording: wording(words),
    }
}

/// The fan of every month as bands; gaps where there is none.
fn bands(f: &Findings, of: impl Fn(&delight_studies::run::FanMonth) -> Option<Fan>) -> Bands {
    let series = |pick: fn(&Fan) -> f64| f.fan.iter().map(|m| of(m).map_or(f64::NAN, |fan| pick(&fan))).collect();
    Bands {
        p5: series(|f| f.p5.value),
        p25: series(|f| f.p25.value),
        p50: series(|f| f.p50.value),
        p75: series(|f| f.p75.value),
        p95: series(|f| f.p95.value),
    }
}
