//! How far metrics of own units move by themselves: from differences over a year, in which seasons cancel.

use super::findings::DriftFacts;
use super::panel::Panel;
use super::relation::share_variance;
use super::sums::Grid;
use delight_model::scenario::actuals::TrackMetric;

/// Fewest units and periods from which anything but levels is learned.
pub const LEAST_UNITS: usize = 10;
/// See [`LEAST_UNITS`].
pub const LEAST_PERIODS: usize = 8;

/// Drift of the market and of a unit, standard deviations after a year; units by periods.
///
/// ```text
/// d = y_{t+1 year} − y_t        S² = mean over t of variance between units − sampling, at least 0
/// M² = mean over t of (mean d)² − (S² + sampling)/U, at least 0
/// ```
pub fn drift_of(y: &Grid, variance: &Grid, per_year: usize) -> [f64; 2] {
    let units = y.len() as f64;
    let periods = y.first().map_or(0, Vec::len).saturating_sub(per_year);
    let column = |t: usize| {
        let d: Vec<f64> = y.iter().map(|row| row[t + per_year] - row[t]).collect();
        let mean = d.iter().sum::<f64>() / units;
        let apart = d.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (units - 1.0);
        let sampling = variance.iter().map(|row| row[t + per_year] + row[t]).sum::<f64>() / units;
        (mean, apart, sampling)
    };
    let all: Vec<(f64, f64, f64)> = (0..periods).map(column).collect();
    let over = |f: &dyn Fn(&(f64, f64, f64)) -> f64| all.iter().map(f).sum::<f64>() / periods as f64;
    let unit = over(&|(_, apart, sampling)| apart - sampling).max(0.0);
    let market = over(&|(mean, _, sampling)| mean * mean - (unit + sampling) / units).max(0.0);
    [market.sqrt(), unit.sqrt()]
}

/// A metric of a panel, and the columns it needs.
struct Metric {
    metric: TrackMetric,
    needs: &'static [&'static str],
    /// Value on its scale, and variance of sampling there, of the numbers that it needs and the months of a period.
    of: fn(&[f64], f64) -> (f64, f64),
}

/// What is read of one cell: as `track` does.
const METRICS: [Metric; 9] = [
    Metric { metric: TrackMetric::Nps, needs: &["promoters", "passives", "detractors"], of: nps },
    Metric { metric: TrackMetric::Rating, needs: &["rating", "rating_n"], of: |v, _| (v[0], 1.9 * 1.9 / v[1]) },
    Metric {
        metric: TrackMetric::Engaged,
        needs: &["engaged", "engaged_n"],
        of: |v, _| (v[0], share_variance(v[0], v[1], None)),
    },
    Metric { metric: TrackMetric::Turnover, needs: &["leavers", "staff"], of: rate },
    Metric { metric: TrackMetric::Churn, needs: &["lost", "customers"], of: rate },
    Metric { metric: TrackMetric::Complaints, needs: &["voiced", "customers"], of: complaints },
    Metric { metric: TrackMetric::Absence, needs: &["absence"], of: |v, _| (libm::log(v[0]), 0.05 * 0.05) },
    Metric { metric: TrackMetric::Customers, needs: &["customers"], of: |v, _| (libm::log(v[0]), 0.0) },
    Metric { metric: TrackMetric::Revenue, needs: &["revenue"], of: |v, _| (libm::log(v[0]), 0.005 * 0.005) },
];

fn nps(v: &[f64], _: f64) -> (f64, f64) {
    let n = v[0] + v[1] + v[2];
    let (p, d) = (v[0] / n, v[2] / n);
    (100.0 * (p - d), 1e4 * (p + d - (p - d) * (p - d)).max(1.0 / n) / n)
}

fn rate(v: &[f64], months: f64) -> (f64, f64) {
    let among = v[1] * months;
    (libm::log((v[0] + 0.5) / among), (1.0 - v[0] / among) / (v[0] + 0.5))
}

fn complaints(v: &[f64], months: f64) -> (f64, f64) {
    (libm::log((v[0] + 0.5) / (v[1] * months)), 1.0 / (v[0] + 0.5))
}

/// The drifts of a panel that has enough units and periods for them.
pub fn drifts(panel: &Panel) -> Vec<DriftFacts> {
    let Some(per_year) = panel.per_year().filter(|per_year| panel.periods.len() > *per_year) else { return Vec::new() };
    if panel.periods.len() < LEAST_PERIODS {
        return Vec::new();
    }
    METRICS.iter().filter_map(|metric| of_metric(panel, metric, per_year)).collect()
}

fn of_metric(panel: &Panel, metric: &Metric, per_year: usize) -> Option<DriftFacts> {
    let (kept, _) = panel.complete(metric.needs);
    if kept.len() < LEAST_UNITS {
        return None;
    }
    let grids: Option<Vec<&Grid>> = metric.needs.iter().map(|name| panel.column(name)).collect();
    let grids = grids?;
    let cell = |u: usize, t: usize| {
        let values: Vec<f64> = grids.iter().map(|grid| grid[u][t]).collect();
        (metric.of)(&values, panel.months as f64)
    };
    let both: Vec<Vec<(f64, f64)>> =
        kept.iter().map(|u| (0..panel.periods.len()).map(|t| cell(*u, t)).collect()).collect();
    let part = |f: fn(&(f64, f64)) -> f64| both.iter().map(|row| row.iter().map(f).collect()).collect::<Grid>();
    let (y, variance) = (part(|(y, _)| *y), part(|(_, v)| *v));
    // A share of nothing has no logarithm.
    if !y.iter().flatten().chain(variance.iter().flatten()).all(|x| x.is_finite()) {
        return None;
    }
    let [market, site] = drift_of(&y, &variance, per_year);
    Some(DriftFacts { metric: metric.metric, market, site, units: kept.len() })
}
