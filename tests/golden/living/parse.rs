//! Reads the files of the known answers, no other: `month, metric, site, arm, value, n`.

use delight_model::scenario::actuals::{Actuals, Counted, ReadArm, Reading, TrackMetric};

/// The readings of a file up to a month.
pub fn actuals(text: &str, now: i32) -> Actuals {
    let rows = text.lines().enumerate().skip(1).map(|(line, row)| reading(line + 1, row));
    let (costs, readings) = rows.filter(|r| r.month <= now).partition(|r| r.metric == TrackMetric::Cost);
    Actuals { readings, costs }
}

fn reading(line: usize, row: &str) -> Reading {
    let fields: Vec<&str> = row.split(',').collect();
    let metric = TrackMetric::ALL.into_iter().find(|m| m.name() == fields[1]).expect("a metric");
    let n: Option<f64> = fields[5].parse().ok();
    let (typed, value, variance, counted) = on_scale(metric, fields[4], n.unwrap_or(0.0));
    Reading {
        line,
        metric,
        site: fields[2].to_owned(),
        arm: if fields[3] == "baseline" { ReadArm::Baseline } else { ReadArm::Programme },
        started: 0,
        month: fields[0].parse().expect("a month"),
        months: 3,
        typed,
        value,
        variance,
        n,
        counted,
    }
}

fn on_scale(metric: TrackMetric, text: &str, n: f64) -> (f64, f64, f64, Option<Counted>) {
    use TrackMetric::*;
    if metric == Nps {
        let counts: Vec<f64> = text.split('/').map(|x| x.parse().expect("a count")).collect();
        let n: f64 = counts.iter().sum();
        let (p, d) = (counts[0] / n, counts[2] / n);
        let points = 100.0 * (p - d);
        return (points, points, 1e4 * (p + d - (p - d) * (p - d)).max(1.0 / n) / n, None);
    }
    let x: f64 = text.parse().expect("a number");
    match metric {
        Engaged | Connected => {
            let p = (x * n + 0.5) / (n + 1.0);
            (x, x, p * (1.0 - p) / n, Some(Counted { events: x * n, among: n }))
        }
        Turnover | Churn => {
            let among = n * 3.0;
            let counted = Counted { events: x, among };
            (x / among, ((x + 0.5) / among).ln(), (1.0 - x / among) / (x + 0.5), Some(counted))
        }
        Complaints => {
            let among = n * 3.0;
            (x / among, ((x + 0.5) / among).ln(), 1.0 / (x + 0.5), Some(Counted { events: x, among }))
        }
        Revenue => (x, x.ln(), 0.005 * 0.005, None),
        Absence => (x, x.ln(), 0.05 * 0.05, None),
        Cost => (x, x.ln(), 0.1 * 0.1, None),
        _ => (x, x.ln(), 0.0, None),
    }
}
