//! Levels of today: what a panel counted over its last year, how far units differ, and a year of drift.

use super::drift::{LEAST_PERIODS, LEAST_UNITS, drift_of};
use super::findings::{DriftFacts, LevelFacts};
use super::panel::Panel;
use super::quantity::{beta, lognormal};
use super::sums::Grid;
use delight_model::scenario::actuals::{TrackMetric, TrackScale};

/// A level: the input, what is counted among what, and what becomes of the ratio.
struct TrackLevel {
    path: &'static str,
    count: &'static str,
    /// What it is counted among; each period month counts where the second is true.
    among: (&'static str, bool),
    /// Whether `count` is a share, weighed by `among`.
    share: bool,
    form: Form,
}

/// How a ratio becomes the input, and which distribution it has.
#[derive(Clone, Copy)]
enum Form {
    /// As it is, a share.
    Share,
    /// As it is, an amount.
    Amount,
    /// A monthly rate that becomes that of a year: 1 − (1 − x)¹².
    Yearly,
    /// Times twelve.
    Twelvefold,
}

const fn level(
    path: &'static str,
    count: &'static str,
    among: (&'static str, bool),
    share: bool,
    form: Form,
) -> TrackLevel {
    TrackLevel { path, count, among, share, form }
}

const LEVELS: [TrackLevel; 10] = [
    level("customers.annual_churn", "lost", ("customers", true), false, Form::Yearly),
    level("customers.contacts_per_month", "contacts", ("customers", true), false, Form::Amount),
    level("customers.revenue_per_year", "revenue", ("customers", true), false, Form::Twelvefold),
    level("employees.engaged", "engaged", ("staff", false), true, Form::Share),
    level("employees.annual_turnover", "leavers", ("staff", true), false, Form::Twelvefold),
    level("employees.absence", "absence", ("staff", false), true, Form::Share),
    level("experience.failure_rate", "failures", ("contacts", false), false, Form::Share),
    level("experience.voiced", "voiced", ("failures", false), false, Form::Share),
    level("experience.recovered", "recovered", ("voiced", false), false, Form::Share),
    level("effects.advocacy.referral_share", "referred", ("new", false), false, Form::Share),
];

/// Drift of the market and of a unit where a panel is too short to show it: own assumption, on the log scale.
const USUAL_DRIFT: [f64; 2] = [0.08, 0.08];

/// Paths of the three answers.
pub const ANSWERS: [(&str, &str); 3] = [
    ("customers.nps.promoters", "promoters"),
    ("customers.nps.passives", "passives"),
    ("customers.nps.detractors", "detractors"),
];

/// A level, and the quantity that says it.
pub struct LearnedLevel {
    /// Its facts, without what was believed before.
    pub facts: LevelFacts,
    /// As a scenario has it.
    pub value: String,
}

/// Every level that the panel shows; `drifts` are those that it shows itself.
pub fn levels(panel: &Panel, drifts: &[DriftFacts]) -> Vec<LearnedLevel> {
    LEVELS.iter().filter_map(|level| of_level(panel, level, drifts)).chain(answers(panel)).collect()
}

/// Periods of the last year.
fn last_year(panel: &Panel) -> std::ops::Range<usize> {
    let periods = panel.periods.len();
    periods.saturating_sub(12_usize.div_ceil(panel.months.max(1)))..periods
}

/// What is counted and what it is counted among, of the units that have both in the last year.
struct Counts {
    count: Grid,
    among: Grid,
}

fn counts(panel: &Panel, level: &TrackLevel) -> Option<Counts> {
    let count = panel.column(level.count)?;
    let (name, monthly) = level.among;
    // Without staff every unit and period weighs alike.
    let ones: Grid = count.iter().map(|row| vec![1.0; row.len()]).collect();
    let among = match (panel.column(name), level.share) {
        (Some(among), _) => among,
        (None, true) => &ones,
        (None, false) => return None,
    };
    let months = if monthly { panel.months as f64 } else { 1.0 };
    let year = last_year(panel);
    let whole = |u: &usize| year.clone().all(|t| count[*u][t].is_finite() && among[*u][t].is_finite());
    let kept: Vec<usize> = (0..count.len()).filter(whole).collect();
    let times = |u: usize, t: usize| if level.share { count[u][t] * among[u][t] } else { count[u][t] };
    let periods = 0..panel.periods.len();
    Some(Counts {
        count: kept.iter().map(|u| periods.clone().map(|t| times(*u, t)).collect()).collect(),
        among: kept.iter().map(|u| periods.clone().map(|t| among[*u][t] * months).collect()).collect(),
    })
}

fn of_level(panel: &Panel, level: &TrackLevel, drifts: &[DriftFacts]) -> Option<LearnedLevel> {
    let Counts { count, among } = counts(panel, level)?;
    let units = count.len();
    if units < 2 {
        return None;
    }
    let year = last_year(panel);
    let sum = |grid: &Grid| grid.iter().map(|row| row[year.clone()].iter().sum::<f64>()).collect::<Vec<f64>>();
    let (counts, amongs) = (sum(&count), sum(&among));
    let [all, of] = [&counts, &amongs].map(|v| v.iter().sum::<f64>());
    let value = level.form.of(all / of);
    let without: Vec<f64> = counts.iter().zip(&amongs).map(|(x, n)| level.form.of((all - x) / (of - n))).collect();
    let known = metric_of(level.path).map(|metric| (metric.scale(), known_drift(metric, drifts)));
    let (scale, [market, unit]) =
        known.unwrap_or_else(|| (TrackScale::Log, drift(panel, &count, &among).unwrap_or(USUAL_DRIFT)));
    let drift = (market * market + unit * unit / units as f64).sqrt();
    let later = if scale == TrackScale::Log { all / of * libm::exp(drift) } else { all / of + drift };
    let moved = level.form.of(later) - value;
    let variance = jackknife(&without) + moved * moved;
    let sd = variance.sqrt();
    if !(value.is_finite() && sd.is_finite()) {
        return None;
    }
    let quantity = match level.form {
        Form::Share | Form::Yearly => beta(value, sd),
        Form::Amount | Form::Twelvefold => lognormal(value, sd),
    };
    let facts = LevelFacts { path: level.path.to_owned(), value, sd, units, before: None };
    Some(LearnedLevel { facts, value: quantity })
}

/// The metric that a level is the level of, whose drift is measured with its sampling taken off.
fn metric_of(path: &str) -> Option<TrackMetric> {
    match path {
        "customers.annual_churn" => Some(TrackMetric::Churn),
        "employees.engaged" => Some(TrackMetric::Engaged),
        "employees.annual_turnover" => Some(TrackMetric::Turnover),
        "employees.absence" => Some(TrackMetric::Absence),
        _ => None,
    }
}

/// Drift of the market and of a unit: as measured, else as `track` takes it.
fn known_drift(metric: TrackMetric, drifts: &[DriftFacts]) -> [f64; 2] {
    let usual = metric.drift();
    drifts.iter().find(|d| d.metric == metric).map_or([usual.market, usual.site], |d| [d.market, d.site])
}

impl Form {
    fn of(self, ratio: f64) -> f64 {
        match self {
            Form::Share | Form::Amount => ratio,
            Form::Yearly => 1.0 - (1.0 - ratio.min(1.0)).powi(12),
            Form::Twelvefold => 12.0 * ratio,
        }
    }
}

/// Variance of a number by what it is without each unit.
///
/// ```text
/// (U − 1)/U·Σ_u (without u − mean)²
/// ```
fn jackknife(without: &[f64]) -> f64 {
    let units = without.len() as f64;
    let mean = without.iter().sum::<f64>() / units;
    (units - 1.0) / units * without.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>()
}

/// Drift of a ratio on the log scale, of a panel that is long and wide enough.
fn drift(panel: &Panel, count: &Grid, among: &Grid) -> Option<[f64; 2]> {
    let per_year = panel.per_year().filter(|per_year| panel.periods.len() >= LEAST_PERIODS.max(per_year + 1))?;
    let ratio = |u: usize, t: usize| libm::log((count[u][t] + 0.5 * small(count)) / among[u][t]);
    let cells = |f: &dyn Fn(usize, usize) -> f64| {
        (0..count.len()).map(|u| (0..count[u].len()).map(|t| f(u, t)).collect()).collect::<Grid>()
    };
    let (y, variance) = (cells(&ratio), cells(&|u, t| small(count) / (count[u][t] + 0.5 * small(count))));
    let finite = y.iter().flatten().chain(variance.iter().flatten()).all(|x| x.is_finite());
    (finite && count.len() >= LEAST_UNITS).then(|| drift_of(&y, &variance, per_year))
}

/// 1 where events are counted, whose number has its own chance; 0 where money or shares are added up.
fn small(count: &Grid) -> f64 {
    let whole = count.iter().flatten().filter(|x| x.is_finite()).all(|x| x.fract() == 0.0 && *x < 1e6);
    if whole { 1.0 } else { 0.0 }
}

/// The three shares of the answers over the last year, as point values that sum to 1.
fn answers(panel: &Panel) -> Vec<LearnedLevel> {
    let year = last_year(panel);
    let grids: Option<Vec<&Grid>> = ANSWERS.iter().map(|(_, name)| panel.column(name)).collect();
    let Some(grids) = grids else { return Vec::new() };
    let whole = |u: &usize| grids.iter().all(|grid| year.clone().all(|t| grid[*u][t].is_finite()));
    let kept: Vec<usize> = (0..panel.units.len()).filter(whole).collect();
    let sums: Vec<f64> =
        grids.iter().map(|grid| kept.iter().map(|u| grid[*u][year.clone()].iter().sum::<f64>()).sum()).collect();
    let all: f64 = sums.iter().sum();
    if !(all > 0.0) {
        return Vec::new();
    }
    let rounded = |x: f64| (x / all * 1e4).round() / 1e4;
    let (promoters, passives) = (rounded(sums[0]), rounded(sums[1]));
    let shares = [promoters, passives, ((1.0 - promoters - passives) * 1e4).round() / 1e4];
    let found = |((path, _), share): (&(&str, &str), f64)| LearnedLevel {
        facts: LevelFacts { path: (*path).to_owned(), value: share, sd: 0.0, units: kept.len(), before: None },
        value: share.to_string(),
    };
    ANSWERS.iter().zip(shares).map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_jackknife_of_a_mean_is_its_variance() {
        let x = [1.0, 4.0, 2.0, 7.0];
        let all: f64 = x.iter().sum();
        let without: Vec<f64> = x.iter().map(|x| (all - x) / 3.0).collect();
        let mean = all / 4.0;
        let known = x.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 3.0 / 4.0;
        assert!((jackknife(&without) - known).abs() < 1e-12);
    }
}
