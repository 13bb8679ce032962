//! How likely readings are in a trial: what sampling and drifts leave between them, made independent.

use delight_model::scenario::actuals::{Counted, Drift, ReadArm, Reading, TrackLevel, TrackMetric, TrackPlan};
use delight_model::statistics::{InverseFactor, WeightedSum};
use std::collections::BTreeMap;

/// A control, not the prior, says what the market did: its drift may be so many times as large where one is read.
const CONTROLLED: f64 = 4.0;
/// Bounds of a variance of sampling, so that readings known to the digit, and of no worth, have one.
const VARIANCES: [f64; 2] = [1e-12, 1e18];

/// How much of the drifts is believed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drifts {
    /// What the drift of the market and the season are multiplied by where a baseline arm is read.
    pub controlled: f64,
    /// What all drifts are multiplied by.
    pub times: f64,
}

impl Drifts {
    /// Those of weights.
    pub const WEIGHTS: Drifts = Drifts { controlled: CONTROLLED, times: 1.0 };
    /// As they are, so that surprises show.
    pub const PLAIN: Drifts = Drifts { controlled: 1.0, times: 1.0 };

    /// The same, multiplied.
    pub fn times(self, times: f64) -> Self {
        Drifts { times, ..self }
    }
}

/// What is not the programme: the covariance of readings on their scales, row by row.
///
/// ```text
/// F_ij = [i = j]·v_i + ρ_ij·w_ij·(M_i·M_j + S_i·S_j·[same site]) + [same metric]·Q_i·Q_j·[month_i ≡ month_j mod 12]
/// w_ij = min(|t_i|, |t_j|) on the same side of the start, else 0        ρ = 1 in a metric, else together·sign_i·sign_j
/// ```
pub fn covariance(readings: &[Reading], plan: &TrackPlan, drifts: Drifts) -> Vec<Vec<f64>> {
    let watched = |m: TrackMetric| readings.iter().any(|r| r.metric == m && r.arm == ReadArm::Baseline);
    let drift = |m: TrackMetric| {
        let control = if watched(m) { drifts.controlled } else { 1.0 };
        let d = plan.drift(m);
        let [market, season] = [d.market, d.season].map(|sd| sd * control * drifts.times);
        Drift { market, season, site: d.site * drifts.times, level: d.level }
    };
    let of: BTreeMap<TrackMetric, Drift> = readings.iter().map(|r| (r.metric, drift(r.metric))).collect();
    let entry = |i: usize, j: usize| {
        let (a, b) = (&readings[i], &readings[j]);
        let (da, db) = (of[&a.metric], of[&b.metric]);
        let (ta, tb) = (a.middle(), b.middle());
        let walk = if ta * tb > 0.0 { ta.abs().min(tb.abs()) } else { 0.0 };
        let same = a.metric == b.metric;
        let rank = if same { 1.0 } else { plan.together * a.metric.sign() * b.metric.sign() };
        let site = if a.site == b.site { da.site * db.site } else { 0.0 };
        let season = same && (a.month - b.month).rem_euclid(12) == 0;
        let own = if i == j { a.variance.clamp(VARIANCES[0], VARIANCES[1]) } else { 0.0 };
        own + rank * walk * (da.market * db.market + site) + if season { da.season * db.season } else { 0.0 }
    };
    (0..readings.len()).map(|i| (0..readings.len()).map(|j| entry(i, j)).collect()).collect()
}

/// Readings as independent standard normals, if a trial is true.
#[derive(Clone, Debug)]
pub struct Whitened {
    /// Places of the readings that have a residual, rising; the others fix a level.
    pub kept: Vec<usize>,
    /// W, by kept reading: what each reading counts for in it.
    pub rows: Vec<Vec<(usize, f64)>>,
    /// Σ ln L_ii.
    pub log_determinant: f64,
}

impl Whitened {
    /// Of these readings, in order; none where their covariance has no factor.
    ///
    /// ```text
    /// D: each reading less the first of its metric and site (level free), or itself (level own)
    /// L·Lᵀ = D·F·Dᵀ        W = L⁻¹·D        z = W·(y − value of the trial)
    /// ```
    pub fn new(readings: &[Reading], plan: &TrackPlan, drifts: Drifts) -> Option<Self> {
        let f = covariance(readings, plan, drifts);
        let differences = differences(readings, plan);
        let pairs = |k: usize| [Some((differences[k].0, 1.0)), differences[k].1.map(|first| (first, -1.0))];
        let entry = |i: usize, j: usize| {
            let products =
                pairs(i).into_iter().flatten().flat_map(|a| pairs(j).into_iter().flatten().map(move |b| (a, b)));
            products.map(|((a, x), (b, y))| x * y * f[a][b]).sum()
        };
        let inverse = InverseFactor::new(differences.len(), entry)?;
        let row = |k: usize| {
            let mut row: BTreeMap<usize, f64> = BTreeMap::new();
            for (j, weight) in inverse.row(k).iter().enumerate() {
                for (reading, sign) in pairs(j).into_iter().flatten() {
                    *row.entry(reading).or_default() += sign * weight;
                }
            }
            row.into_iter().collect()
        };
        Some(Whitened {
            rows: (0..differences.len()).map(row).collect(),
            kept: differences.into_iter().map(|(kept, _)| kept).collect(),
            log_determinant: inverse.log_determinant,
        })
    }

    /// z as weighted sums of the columns in which the values of trials stand, by reading.
    pub fn sums(&self, readings: &[Reading], columns: &[usize]) -> Vec<WeightedSum> {
        let sum = |row: &Vec<(usize, f64)>| {
            let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
            for (reading, weight) in row {
                *weights.entry(columns[*reading]).or_default() -= weight;
            }
            let constant = row.iter().map(|(reading, weight)| weight * readings[*reading].value).sum();
            WeightedSum { constant, weights: weights.into_iter().filter(|(_, weight)| *weight != 0.0).collect() }
        };
        self.rows.iter().map(sum).collect()
    }

    /// What a kept reading itself counts for in its residual: one over its standard deviation one step ahead.
    pub fn own_weight(&self, k: usize) -> f64 {
        self.rows[k].iter().find(|(reading, _)| *reading == self.kept[k]).map_or(1.0, |(_, weight)| *weight)
    }
}

/// The rows of D: a reading, and the first of its metric and site where only changes count.
fn differences(readings: &[Reading], plan: &TrackPlan) -> Vec<(usize, Option<usize>)> {
    let mut first: BTreeMap<(TrackMetric, &str), usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for (k, r) in readings.iter().enumerate() {
        if plan.drift(r.metric).level == TrackLevel::Own {
            rows.push((k, None));
            continue;
        }
        match first.get(&(r.metric, r.site.as_str())) {
            Some(first) => rows.push((k, Some(*first))),
            None => {
                first.insert((r.metric, &r.site), k);
            }
        }
    }
    rows
}

/// A count that is taken exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExactCount {
    metric: TrackMetric,
    counted: Counted,
}

impl ExactCount {
    /// Of a reading whose level is the case's own and that nothing makes drift.
    pub(super) fn of(r: &Reading, plan: &TrackPlan) -> Option<Self> {
        use TrackMetric::{Churn, Complaints, Connected, Engaged, Turnover};
        let d = plan.drift(r.metric);
        let still = d.level == TrackLevel::Own && d.market == 0.0 && d.site == 0.0 && d.season == 0.0;
        let counted = r.counted.filter(|_| still)?;
        matches!(r.metric, Connected | Engaged | Turnover | Churn | Complaints)
            .then_some(ExactCount { metric: r.metric, counted })
    }

    /// ```text
    /// x·ln p + (n − x)·ln(1 − p)        of complaints:  x·ln λ − n·λ
    /// ```
    ///
    /// `value` is that of a trial, on the scale.
    pub(super) fn log_likelihood(&self, value: f64) -> f64 {
        let Counted { events, among } = self.counted;
        let times_log = |count: f64, x: f64| if count > 0.0 { count * libm::log(x.max(0.0)) } else { 0.0 };
        let binomial = |p: f64| times_log(events, p) + times_log(among - events, 1.0 - p);
        match self.metric {
            TrackMetric::Complaints => events * value - among * libm::exp(value),
            TrackMetric::Turnover | TrackMetric::Churn => binomial(libm::exp(value)),
            _ => binomial(value),
        }
    }
}
