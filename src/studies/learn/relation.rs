//! Relations of a panel, ready to be asked: y and x of the units without gaps, and what of x is chance.

use super::findings::Slope;
use super::panel::Panel;
use super::student::student_bound;
use super::sums::{Grid, Sums, gap};

/// Standard deviation of an answer to the 0–10 question where the panel gives none.
const RATING_SD: f64 = 1.9;
/// The first period, from 0, in which the score shows what engagement did before.
const FIRST_SCORED: usize = 2;

/// A relation.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its sums within units.
    pub sums: Sums,
    /// The slope between the units' means.
    pub between: Slope,
    /// Mean of x over units and periods, as it was asked.
    pub level: f64,
    /// Names of the units left out.
    pub left_out: Vec<String>,
}

impl Relation {
    /// What of its slope within units may be a shared cause.
    pub fn gap(&self) -> f64 {
        gap(self.sums.slope(), self.between.value)
    }

    /// The slope within units with its interval.
    pub fn within(&self) -> Slope {
        let [low, high] = self.sums.interval(student_bound(self.sums.freedom(), 0.95));
        Slope { value: self.sums.slope(), low, high }
    }
}

/// The values of some columns of the units that have all of them.
struct Rows<'a> {
    panel: &'a Panel,
    kept: Vec<usize>,
    left_out: Vec<String>,
}

impl<'a> Rows<'a> {
    fn new(panel: &'a Panel, names: &[&str]) -> Self {
        let (kept, left_out) = panel.complete(names);
        Rows { panel, kept, left_out: left_out.iter().map(|u| panel.units[*u].clone()).collect() }
    }

    fn grid(&self, name: &str) -> Grid {
        let grid = self.panel.column(name);
        self.kept.iter().filter_map(|u| Some(grid?[*u].clone())).collect()
    }
}

/// Two grids combined cell by cell.
pub fn with(a: &Grid, b: &Grid, f: impl Fn(f64, f64) -> f64) -> Grid {
    a.iter().zip(b).map(|(a, b)| a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect()).collect()
}

/// A grid in parts of its mean.
fn relative(y: &Grid) -> Grid {
    let all = mean(y);
    y.iter().map(|row| row.iter().map(|y| y / all).collect()).collect()
}

fn mean(x: &Grid) -> f64 {
    let count = x.iter().map(Vec::len).sum::<usize>() as f64;
    x.iter().flatten().sum::<f64>() / count
}

/// Sampling variance of a share of so many answers among so many asked.
///
/// ```text
/// p = (x·n + ½)/(n + 1)        v = p·(1 − p)/n·(1 − n/of)
/// ```
pub fn share_variance(x: f64, n: f64, of: Option<f64>) -> f64 {
    let p = (x * n + 0.5) / (n + 1.0);
    p * (1.0 - p) / n * of.map_or(1.0, |of| (1.0 - n / of).max(0.0))
}

/// Sampling variance of engagement by unit and period.
fn engagement_variance(rows: &Rows) -> Grid {
    let (engaged, n, staff) = (rows.grid("engaged"), rows.grid("engaged_n"), rows.grid("staff"));
    let of = |u: usize, t: usize| staff.get(u).map(|row| row[t]).filter(|staff| staff.is_finite());
    (0..engaged.len())
        .map(|u| (0..engaged[u].len()).map(|t| share_variance(engaged[u][t], n[u][t], of(u, t))).collect())
        .collect()
}

/// Sampling variance of the mean score by unit and period.
fn rating_variance(rows: &Rows) -> Grid {
    let (n, sd) = (rows.grid("rating_n"), rows.grid("rating_sd"));
    let of = |u: usize, t: usize| sd.get(u).map(|row| row[t]).filter(|sd| sd.is_finite()).unwrap_or(RATING_SD);
    (0..n.len()).map(|u| (0..n[u].len()).map(|t| of(u, t) * of(u, t) / n[u][t]).collect()).collect()
}

/// n_u of variances by unit and period: `through` says what each period of x takes from each variance, before means are taken
/// off.
///
/// ```text
/// n_u = Σ_q Σ_p R_qp²·v_up        R = (1 less the mean over periods)·through
/// ```
fn noise(variance: &Grid, through: &Grid) -> Vec<f64> {
    let rows = through.len() as f64;
    let columns = through.first().map_or(0, Vec::len);
    let means: Vec<f64> = (0..columns).map(|p| through.iter().map(|row| row[p]).sum::<f64>() / rows).collect();
    let left: Vec<f64> =
        (0..columns).map(|p| through.iter().map(|row| (row[p] - means[p]) * (row[p] - means[p])).sum()).collect();
    variance.iter().map(|v| v.iter().zip(&left).map(|(v, left)| v * left).sum()).collect()
}

fn identity(n: usize) -> Grid {
    (0..n).map(|i| (0..n).map(|j| if i == j { 1.0 } else { 0.0 }).collect()).collect()
}

/// The slope between the units' means, by least squares.
fn between(y: &[f64], x: &[f64]) -> Slope {
    let n = y.len() as f64;
    let mean = |v: &[f64]| v.iter().sum::<f64>() / n;
    let (my, mx) = (mean(y), mean(x));
    let sum = |f: &dyn Fn(f64, f64) -> f64| y.iter().zip(x).map(|(y, x)| f(y - my, x - mx)).sum::<f64>();
    let square = sum(&|_, x| x * x);
    let value = sum(&|y, x| y * x) / square;
    let left = sum(&|y, x| (y - value * x) * (y - value * x));
    let half = student_bound(n - 2.0, 0.95) * (left / (n - 2.0) / square).sqrt();
    let end = |end: f64| Some(end).filter(|end| end.is_finite());
    Slope { value, low: end(value - half), high: end(value + half) }
}

fn of_units(x: &Grid) -> Vec<f64> {
    x.iter().map(|row| row.iter().sum::<f64>() / row.len() as f64).collect()
}

/// A relation of y with x in the same period.
fn plain(rows: Rows, y: &Grid, x: &Grid, variance: &Grid) -> Relation {
    let noise = noise(variance, &identity(x.first().map_or(0, Vec::len)));
    let between = between(&of_units(y), &of_units(x));
    Relation { sums: Sums::new(y, x, &noise), between, level: mean(x), left_out: rows.left_out }
}

/// Engagement and turnover: leavers over staff, relative to their mean, on the engaged share.
pub fn engagement_turnover(panel: &Panel) -> Relation {
    let rows = Rows::new(panel, &["engaged", "engaged_n", "staff", "leavers"]);
    let y = relative(&with(&rows.grid("leavers"), &rows.grid("staff"), |x, n| x / (n * panel.months as f64)));
    let (x, variance) = (rows.grid("engaged"), engagement_variance(&rows));
    plain(rows, &y, &x, &variance)
}

/// Engagement and absence, relative to its mean.
pub fn engagement_absence(panel: &Panel) -> Relation {
    let rows = Rows::new(panel, &["engaged", "engaged_n", "absence"]);
    let y = relative(&rows.grid("absence"));
    let (x, variance) = (rows.grid("engaged"), engagement_variance(&rows));
    plain(rows, &y, &x, &variance)
}

/// Score and churn: customers lost, relative to their mean, on the mean score.
pub fn score_churn(panel: &Panel) -> Relation {
    let rows = Rows::new(panel, &["rating", "rating_n", "customers", "lost"]);
    let y = relative(&with(&rows.grid("lost"), &rows.grid("customers"), |x, n| x / (n * panel.months as f64)));
    let (x, variance) = (rows.grid("rating"), rating_variance(&rows));
    plain(rows, &y, &x, &variance)
}

/// Score and spend: revenue a customer, relative to its mean, on the mean score.
pub fn score_spend(panel: &Panel) -> Relation {
    let rows = Rows::new(panel, &["rating", "rating_n", "customers", "revenue"]);
    let y = relative(&with(&rows.grid("revenue"), &rows.grid("customers"), |x, n| x / n));
    let (x, variance) = (rows.grid("rating"), rating_variance(&rows));
    plain(rows, &y, &x, &variance)
}

/// Ψ: what engagement of period p adds to the mean score of period q, from the response by month.
///
/// ```text
/// Ψ_qp = 1/months·Σ over months m of q, m' of p of response[m − m']
/// ```
pub fn memory(response: &[f64], periods: usize, months: usize) -> Grid {
    let at = |lag: i64| usize::try_from(lag).ok().and_then(|lag| response.get(lag)).copied().unwrap_or(0.0);
    let months = months as i64;
    let cell = |q: usize, p: usize| {
        let first = months * (q as i64 - p as i64);
        let sum: f64 = (0..months).flat_map(|a| (0..months).map(move |b| first + a - b)).map(at).sum();
        sum / months as f64
    };
    (0..periods).map(|q| (0..periods).map(|p| if p <= q { cell(q, p) } else { 0.0 }).collect()).collect()
}

/// Engagement and score, from the third period on: x is engagement, less the unit's mean, through the chain's own response.
///
/// `long_run` is what the score gains in the end for each unit of the engaged share.
pub fn engagement_score(panel: &Panel, response: &[f64], long_run: f64) -> Relation {
    let rows = Rows::new(panel, &["engaged", "engaged_n", "rating"]);
    let (engaged, rating) = (rows.grid("engaged"), rows.grid("rating"));
    let periods = panel.periods.len();
    let memory: Grid = memory(response, periods, panel.months).into_iter().skip(FIRST_SCORED).collect();
    // Less the unit's own mean, else a level would become a trend.
    let through: Grid = memory
        .iter()
        .map(|row| {
            let mean = row.iter().sum::<f64>() / periods as f64;
            row.iter().map(|psi| psi - mean).collect()
        })
        .collect();
    let passed = |row: &Vec<f64>| through.iter().map(|psi| psi.iter().zip(row).map(|(a, b)| a * b).sum()).collect();
    let x: Grid = engaged.iter().map(passed).collect();
    let y: Grid = rating.iter().map(|row| row.iter().skip(FIRST_SCORED).copied().collect()).collect();
    let noise = noise(&engagement_variance(&rows), &through);
    let steady: Vec<f64> = of_units(&engaged).iter().map(|e| e * long_run).collect();
    let between = between(&of_units(&rating), &steady);
    Relation { sums: Sums::new(&y, &x, &noise), between, level: mean(&engaged), left_out: rows.left_out }
}
