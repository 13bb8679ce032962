//! The figures of `delight track`: the odds after each month, each metric, the value before and after, and what moved it.

use crate::page::figure::{Named, caption, drawn, money};
use crate::plot::{
    Caption, Course, Courses, Format, Panel, PanelMark, Panels, QuantileCurve, QuantileCurves, Rank, Ranking,
};
use crate::words::Words;
use delight_model::chain::Delivery;
use delight_model::sampling::normal_quantile;
use delight_model::scenario::actuals::{ReadArm, TrackMetric, TrackScale};
use delight_model::statistics::Estimate;
use delight_studies::track::{HistoryMonth, MetricMoved, MonthBand, Odds, ReadingShown, SeriesShown, TrackFindings};
use std::collections::BTreeMap;

/// All four; the odds where there are several months.
pub fn track(found: &TrackFindings, words: Words) -> Vec<Named> {
    let mut all = Vec::new();
    if found.history.len() > 1 {
        all.push(Named::new("odds", odds(found, words)));
    }
    if let Some(kpis) = kpis(found, words) {
        let rows = kpis.panels.len().div_ceil(4) as u32;
        all.push(Named::of_height("kpis", [110 + 190 * rows, 110 + 380 * rows], kpis));
    }
    all.push(Named::new("value", value(found, words)));
    if !found.moved.is_empty() {
        all.push(Named::of_rows("moved", found.moved.len() + 2, moved(found, words)));
    }
    all
}

/// What the titles of the figures speak of.
struct Told<'a> {
    found: &'a TrackFindings,
    words: Words,
    before: String,
    after: String,
    month: String,
}

impl<'a> Told<'a> {
    fn of(found: &'a TrackFindings, words: Words) -> Self {
        let full =
            |odds: &Odds| odds.delivery.get(Delivery::Full.name()).map_or(String::new(), |e| words.percent(e.value));
        let (before, after) = (full(&found.odds.prior), full(&found.odds.posterior));
        Told { found, words, before, after, month: found.now.to_string() }
    }

    fn args(&self) -> [(&'static str, &str); 4] {
        [("case", &self.found.case.name), ("before", &self.before), ("after", &self.after), ("month", &self.month)]
    }

    fn caption(&self, title: String, subtitle: String) -> Caption {
        let provenance = &self.found.provenance;
        Caption { title, subtitle, footer: drawn(provenance.trials, provenance, self.words), ..caption(self.words) }
    }
}

/// The chance of each outcome of the delivery draw after each month.
fn odds(found: &TrackFindings, words: Words) -> Courses {
    let around = Told::of(found, words);
    let course = |outcome: Delivery| {
        let of =
            |at: &HistoryMonth| at.delivery.get(outcome.name()).copied().unwrap_or(Estimate::without_error(f64::NAN));
        let values: Vec<Estimate> = found.history.iter().map(of).collect();
        let end = |sign: f64| {
            let bound = |e: &Estimate| (e.value + sign * e.half_width95().unwrap_or(0.0)).clamp(0.0, 1.0);
            values.iter().map(bound).collect()
        };
        let name = words.say_of("delivery", outcome.name());
        Course { name, value: values.iter().map(|e| e.value).collect(), low: end(-1.0), high: end(1.0) }
    };
    let told = found.history.iter().map(|at| {
        let full = at.delivery.get(Delivery::Full.name()).map_or(String::new(), |e| words.percent(e.value));
        format!("{}: {full}", words.month(at.month as f64))
    });
    let last = found.history.iter().map(|at| at.month).max().unwrap_or(0);
    Courses {
        caption: Caption {
            description: told.collect::<Vec<_>>().join("; "),
            x_title: words.say("track-figure-month"),
            y_title: words.say("track-figure-chance"),
            ..around.caption(words.say_with("track-figure-odds", &around.args()), words.say("track-figure-odds-under"))
        },
        x: found.history.iter().map(|at| at.month as f64).collect(),
        courses: Delivery::ALL.map(course).to_vec(),
        x_step: Some(if last <= 24 { 3.0 } else { 12.0 }),
        x_format: Format::new(move |x| words.limit(x)),
        format: Format::new(move |x| chance(x, words)),
    }
}

/// A chance: whole percent on an axis, as sentences write it beside a line.
fn chance(x: f64, words: Words) -> String {
    let percent = 100.0 * x;
    if (percent - percent.round()).abs() < 1e-9 { words.percent_tick(x) } else { words.percent(x) }
}

/// A value of a metric, as a reader speaks of it.
fn written(metric: TrackMetric, currency: &str, words: Words) -> Format {
    use TrackMetric::{Absence, Churn, Complaints, Connected, Cost, Engaged, Revenue, Turnover};
    match metric {
        Connected | Engaged | Turnover | Churn | Complaints | Absence => Format::new(move |x| words.percent(x)),
        Revenue | Cost => money(currency, words),
        _ => Format::new(move |x| words.limit((10.0 * x).round() / 10.0)),
    }
}

/// Each metric of the programme's arm: the median before, and median and band now; none without a series.
fn kpis(found: &TrackFindings, words: Words) -> Option<Panels> {
    let around = Told::of(found, words);
    let panel = |series: &SeriesShown| {
        let of = |bands: &[MonthBand], take: &dyn Fn(&MonthBand) -> f64| bands.iter().map(take).collect::<Vec<f64>>();
        Panel {
            name: words.say_of("track-metric", series.metric.name()),
            baseline: of(&series.prior, &|b| b.p50),
            programme: of(&series.posterior, &|b| b.p50),
            low: of(&series.posterior, &|b| b.p5),
            high: of(&series.posterior, &|b| b.p95),
            before: Some([of(&series.prior, &|b| b.p5), of(&series.prior, &|b| b.p95)]),
            marks: marks(found, series),
            format: written(series.metric, &found.case.currency, words),
        }
    };
    let own = found.series.iter().filter(|s| s.arm == ReadArm::Programme && s.posterior.len() > 1);
    let panels: Vec<Panel> = own.map(panel).collect();
    let caption = Caption {
        description: words.say("track-figure-kpis-told"),
        ..around.caption(words.say_with("track-figure-kpis", &around.args()), words.say("track-figure-kpis-under"))
    };
    (!panels.is_empty()).then_some(Panels { caption, panels })
}

/// The readings of a series, by site. Only changes count, so each site is moved to the case's own level at its first
/// reading, unless that reading was itself expected.
fn marks(found: &TrackFindings, series: &SeriesShown) -> Vec<PanelMark> {
    let own = found.readings.iter().filter(|r| r.metric == series.metric && r.arm == series.arm);
    let mut sites: BTreeMap<&str, Vec<&ReadingShown>> = BTreeMap::new();
    own.for_each(|r| sites.entry(&r.site).or_default().push(r));
    let log = series.metric.scale() == TrackScale::Log;
    let apart = |k: usize, of: usize| (k as f64 - (of as f64 - 1.0) / 2.0) * 0.7;
    let count = sites.len();
    let site = |(k, readings): (usize, Vec<&ReadingShown>)| {
        let level = |first: &&ReadingShown| {
            let month = (first.month.max(1) as usize - 1).min(series.posterior.len() - 1);
            let at = if first.month > 0 { &series.posterior[month] } else { &series.prior[0] };
            if log { at.p50 / first.value } else { at.p50 - first.value }
        };
        let first = readings.first().filter(|first| first.expected.is_none());
        let by = first.map_or(if log { 1.0 } else { 0.0 }, level);
        let moved = move |x: f64| if log { x * by } else { x + by };
        readings.into_iter().map(move |r| mark(r, log, &moved, apart(k, count))).collect::<Vec<_>>()
    };
    sites.into_values().enumerate().flat_map(site).collect()
}

/// A reading in the middle of its period, with 90% of its sampling.
fn mark(r: &ReadingShown, log: bool, moved: &dyn Fn(f64) -> f64, apart: f64) -> PanelMark {
    let reach = normal_quantile(0.95) * r.standard_error;
    let end = |by: f64| moved(if log { r.value * libm::exp(by) } else { r.value + by });
    PanelMark {
        month: f64::from(r.month) - (f64::from(r.months) - 1.0) / 2.0 + apart,
        value: moved(r.value),
        range: [end(-reach), end(reach)],
        limits: r.limits.map(|limits| limits.map(moved)),
    }
}

/// Net present value before and now.
fn value(found: &TrackFindings, words: Words) -> QuantileCurves {
    let around = Told::of(found, words);
    let currency = &found.case.currency;
    let curve = |name: String, odds: &Odds| {
        let n = &odds.npv;
        let values = [n.p1, n.p5, n.p10, n.p25, n.p50, n.p75, n.p90, n.p95, n.p99].map(|e| e.value).to_vec();
        QuantileCurve { name, label: words.money(currency, n.mean.value), values }
    };
    let curves =
        vec![curve(words.say("track-now"), &found.odds.posterior), curve(words.say("track-then"), &found.odds.prior)];
    let told = |odds: &Odds| {
        let at = |e: Estimate| words.money(currency, e.value);
        format!("P5 {}, P50 {}, P95 {}", at(odds.npv.p5), at(odds.npv.p50), at(odds.npv.p95))
    };
    QuantileCurves {
        caption: Caption {
            description: format!("{}; {}", told(&found.odds.prior), told(&found.odds.posterior)),
            x_title: words.say("rivals-curves-x"),
            y_title: words.say_with("rivals-curves-y", &[("currency", currency)]),
            ..around
                .caption(words.say_with("track-figure-value", &around.args()), words.say("track-figure-value-under"))
        },
        levels: vec![0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99],
        curves,
        format: money(currency, words),
    }
}

/// By how much each metric moved the chance of delivery in full.
fn moved(found: &TrackFindings, words: Words) -> Ranking {
    let around = Told::of(found, words);
    let mut all: Vec<_> = found.moved.iter().collect();
    all.sort_by(|a, b| b.full.value.abs().total_cmp(&a.full.value.abs()));
    let rank = |at: &&MetricMoved| {
        let (low, high) = at.full.interval95().unwrap_or((at.full.value, at.full.value));
        let name = words.say_of("track-metric", at.metric.name());
        Rank {
            name,
            value: at.full.value,
            low,
            high,
            ring: None,
            label: words.points_change(at.full.value),
            faint: false,
        }
    };
    let told = |at: &&MetricMoved| {
        format!("{}: {}", words.say_of("track-metric", at.metric.name()), words.points_change(at.full.value))
    };
    Ranking {
        caption: Caption {
            description: all.iter().map(told).collect::<Vec<_>>().join("; "),
            x_title: words.say("track-figure-moved-axis"),
            ..around
                .caption(words.say_with("track-figure-moved", &around.args()), words.say("track-figure-moved-under"))
        },
        ranks: all.iter().map(rank).collect(),
        format: Format::new(move |x| words.points_change(x)),
    }
}
