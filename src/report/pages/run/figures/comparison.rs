//! The figure of several cases over each other.

use super::around::{axes, bands, draws};
use crate::page::figure::{Named, returns};
use crate::plot::{Caption, Case, Comparison};
use crate::words::Words;
use delight_studies::run::Findings;

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
        Some((roi, name)) => {
            let written = words.percent_change(roi);
            let args = [("case", name.as_str()), ("roi", &written)];
            match roi < 0.0 {
                true => words.say_with("comparison-title-loss", &args),
                false => words.say_with("comparison-title", &args),
            }
        }
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
