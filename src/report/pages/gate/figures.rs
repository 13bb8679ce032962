//! The figures of `delight gate`: what looking in each month is worth, and where to stop.

use super::page::lead;
use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{Caption, Course, Courses, Format, StopRegions};
use crate::words::Words;
use delight_model::scenario::Metric;
use delight_model::statistics::Estimate;
use delight_studies::gate::{GateStudy, MonthGates, Regions};

/// The value by month where there are several, and the regions of the best month.
pub fn gate(found: &GateStudy, words: Words) -> Vec<Named> {
    let mut all = Vec::new();
    if found.months.len() > 1 {
        all.push(Named::new("gate", by_month(found, words)));
    }
    if let Some(at) = &found.regions {
        all.push(Named::new("gate-regions", regions(found, at, words)));
    }
    all
}

fn by_month(found: &GateStudy, words: Words) -> Courses {
    let currency = &found.case.currency;
    let title = match &found.best {
        Some(best) => {
            let (month, metric) = (best.month.to_string(), words.say_of("kpi", &best.metric));
            let value = words.money(currency, best.value.value);
            let args = [("case", found.case.name.as_str()), ("month", &month), ("metric", &metric), ("value", &value)];
            words.say_with("gate-figure-title", &args)
        }
        None => words.say("gate-none"),
    };
    let of_metric = |metric: Metric| {
        let name = words.say_of("kpi", metric.name());
        course(found, name, move |at| at.gates.iter().find(|g| g.metric == metric.name()).map(|g| g.value))
    };
    // The metric of the best gate stands in front.
    let mut metrics = Metric::ALL;
    metrics.sort_by_key(|metric| found.best.as_ref().is_none_or(|best| best.metric != metric.name()));
    let mut courses: Vec<Course> = metrics.into_iter().map(of_metric).collect();
    courses.push(course(found, words.say("gate-figure-all"), |at| Some(at.all_three.value)));
    let told = found.months.iter().map(|at| {
        let gates = at
            .gates
            .iter()
            .map(|gate| format!("{} {}", words.say_of("kpi", &gate.metric), words.money(currency, gate.value.value)));
        format!("{}: {}", words.month(at.month as f64), gates.collect::<Vec<_>>().join(", "))
    });
    Courses {
        caption: Caption {
            title,
            subtitle: words.say("gate-figure-subtitle"),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: told.collect::<Vec<_>>().join("; "),
            x_title: words.say("gate-figure-x"),
            y_title: words.say_with("gate-figure-axis", &[("currency", currency)]),
            ..caption(words)
        },
        x: found.months.iter().map(|at| at.month as f64).collect(),
        courses,
        x_step: Some(months_between(found.months.iter().map(|at| at.month).max().unwrap_or(0))),
        x_format: Format::new(move |x| words.limit(x)),
        format: money(currency, words),
    }
}

/// Months between two ticks, so that whole years have one.
fn months_between(last: usize) -> f64 {
    match last {
        0..=24 => 3.0,
        25..=72 => 6.0,
        _ => 12.0,
    }
}

fn course(found: &GateStudy, name: String, of: impl Fn(&MonthGates) -> Option<Estimate>) -> Course {
    let values: Vec<Estimate> =
        found.months.iter().map(|at| of(at).unwrap_or(Estimate::without_error(f64::NAN))).collect();
    let end = |sign: f64| values.iter().map(|e| e.value + sign * e.half_width95().unwrap_or(f64::NAN)).collect();
    Course { name, value: values.iter().map(|e| e.value).collect(), low: end(-1.0), high: end(1.0) }
}

fn regions(found: &GateStudy, at: &Regions, words: Words) -> StopRegions {
    let month = at.month.to_string();
    let threshold = found.best.as_ref().and_then(|best| best.at_least);
    let shown = at.x_values.first().zip(at.x_values.last());
    let within = threshold.filter(|t| shown.is_some_and(|(low, high)| low < t && t < high));
    let title = match within {
        Some(threshold) => {
            let (metric, least) = (words.say_of("kpi", &at.x), lead(&at.x, threshold, words));
            let args = [("case", found.case.name.as_str()), ("month", &month), ("metric", &metric), ("least", &least)];
            words.say_with("gate-regions-title", &args)
        }
        None => words.say_with("gate-regions-title-none", &[("case", &found.case.name), ("month", &month)]),
    };
    let axis = |metric: &str| match metric == Metric::Nps.name() {
        true => words.say_with("gate-regions-axis-points", &[("metric", &words.say_of("kpi", metric))]),
        false => words.say_with("gate-regions-axis", &[("metric", &words.say_of("kpi", metric))]),
    };
    let format = |metric: &str| {
        let times = if metric == Metric::Nps.name() { 1.0 } else { 100.0 };
        Format::new(move |x| words.limit(times * x))
    };
    let shown = words.whole(at.trials.len() as f64);
    let stopped = at.stop.iter().flatten().filter(|stop| **stop).count() as f64;
    let share = words.percent(stopped / (at.x_values.len() * at.y_values.len()).max(1) as f64);
    StopRegions {
        caption: Caption {
            title,
            subtitle: words.say_with("gate-regions-subtitle", &[("shown", &shown)]),
            footer: drawn(found.provenance.trials, &found.provenance, words),
            description: format!("{}: {share}", words.say("gate-regions-stop")),
            x_title: axis(&at.x),
            y_title: axis(&at.y),
            ..caption(words)
        },
        x: at.x_values.clone(),
        y: at.y_values.clone(),
        stop: at.stop.clone(),
        dots: at.trials.iter().map(|[x, y, gain]| (*x, *y, *gain > 0.0)).collect(),
        threshold: within,
        key: [
            words.say("gate-regions-stop"),
            words.say("gate-regions-go"),
            words.say("gate-regions-better-stopped"),
            words.say("gate-regions-better-gone"),
            words.say("gate-regions-threshold"),
        ],
        x_format: format(&at.x),
        y_format: format(&at.y),
    }
}
