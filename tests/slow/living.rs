//! The living case is calibrated: with trials as the truth, and readings made as the case says, its odds are right as often
//! as they say.

use delight_case::chain::Delivery;
use delight_case::sampling::{Sampling, TrialRng, normal_cdf, normal_quantile};
use delight_case::scenario::Scenario;
use delight_case::scenario::actuals::{ReadArm, Reading, TrackMetric, TrackPlan, TrackScale};
use delight_case::simulate::{BLOCK, Engine, Measure, PeriodWatch, ReadPeriod, Settings, each};
use delight_case::statistics::{chi_square_above, weighted_sums};
use delight_case::studies::track::{Drifts, Whitened, covariance};
use rand::RngExt;

const TRIALS: u64 = 65_536;
const TRUTHS: usize = 200;
/// Months at which the board looks.
const LOOKS: [usize; 3] = [6, 12, 24];
const METRICS: [(TrackMetric, f64); 5] = [
    (TrackMetric::Nps, 2.2 * 2.2),
    (TrackMetric::Engaged, 0.028 * 0.028),
    (TrackMetric::Turnover, 1.0 / 150.0),
    (TrackMetric::Churn, 1.0 / 900.0),
    (TrackMetric::Complaints, 1.0 / 1_100.0),
];
const INPUTS: [&str; 3] =
    ["effects.causal_share", "effects.experience.core_gain", "effects.experience.complaint_people"];
/// NPV, G of each look, then the inputs.
const QUANTITIES: usize = 2 + INPUTS.len();

/// Readings of one site without a control, from the start to month 24; values and months of sampling as the hotel's.
fn plan() -> Vec<Reading> {
    let one = |month: i32, (metric, variance): (TrackMetric, f64)| Reading {
        line: 0,
        metric,
        site: "all".into(),
        arm: ReadArm::Programme,
        started: 0,
        month,
        months: 3,
        typed: 0.0,
        value: 0.0,
        variance,
        n: None,
        counted: None,
    };
    (0..=8).flat_map(|quarter| METRICS.map(|metric| one(3 * quarter, metric))).collect()
}

/// Trials in columns.
struct Columns {
    readings: Vec<Vec<f64>>,
    npv: Vec<f64>,
    gains: [Vec<f64>; 3],
    stop: Vec<f64>,
    full: Vec<bool>,
    inputs: [Vec<f64>; 3],
}

fn columns(engine: &Engine, readings: &[Reading], blocks: std::ops::Range<u64>) -> Columns {
    let period = |r: &Reading| ReadPeriod { metric: r.metric, arm: r.arm, last: r.month, months: r.months };
    let periods: Vec<ReadPeriod> = readings.iter().map(period).collect();
    let watch = PeriodWatch::new(engine, &periods, &LOOKS);
    let places = INPUTS.map(|path| engine.draws().names().iter().position(|name| name == path).expect("an input"));
    let of = |block: usize| {
        let mut bench = watch.bench();
        let seen = bench.block((blocks.start + block as u64) * BLOCK as u64);
        let npv = seen.measure(Measure::Npv).to_vec();
        let full = seen.measure(Measure::Delivery).iter().map(|d| *d == f64::from(Delivery::Full as u8)).collect();
        let gains = [0, 1, 2].map(|k| (0..BLOCK).map(|t| npv[t] - seen.stopped[k][t]).collect::<Vec<f64>>());
        let readings = seen.periods.iter().map(|column| column.to_vec()).collect();
        let stop = seen.stop_month.to_vec();
        let inputs = places.map(|place| bench.draws().column(place).to_vec());
        Columns { readings, npv, gains, stop, full, inputs }
    };
    let mut parts = each((blocks.end - blocks.start) as usize, of).into_iter();
    let mut all = parts.next().expect("a block");
    for part in parts {
        all.readings.iter_mut().zip(part.readings).for_each(|(a, b)| a.extend(b));
        all.npv.extend(part.npv);
        all.gains.iter_mut().zip(part.gains).for_each(|(a, b)| a.extend(b));
        all.stop.extend(part.stop);
        all.full.extend(part.full);
        all.inputs.iter_mut().zip(part.inputs).for_each(|(a, b)| a.extend(b));
    }
    all
}

/// Errors with the covariance of the readings, from its Cholesky factor.
fn errors(f: &[Vec<f64>], truth: u64) -> Vec<f64> {
    let n = f.len();
    let mut l = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let rest = f[i][j] - (0..j).map(|k| l[i][k] * l[j][k]).sum::<f64>();
            l[i][j] = if i == j { rest.sqrt() } else { rest / l[j][j] };
        }
    }
    let mut rng = TrialRng::new(5, "living", truth);
    let normals: Vec<f64> = (0..n).map(|_| normal_quantile(rng.random_range(1e-12..1.0))).collect();
    (0..n).map(|i| (0..=i).map(|k| l[i][k] * normals[k]).sum()).collect()
}

/// What one truth shows at a look.
#[derive(Default)]
struct Shown {
    /// Posterior probability below the true value, by quantity.
    below: [f64; QUANTITIES],
    full: f64,
    was_full: bool,
    contradicted: bool,
    residuals: Vec<f64>,
}

fn shown(all: &Columns, truths: &Columns, truth: usize, whitened: &Whitened, f: &[Vec<f64>]) -> Vec<Option<Shown>> {
    let mut readings = plan();
    for ((k, r), error) in readings.iter_mut().enumerate().zip(errors(f, truth as u64)) {
        r.value = truths.readings[k][truth] + error;
        assert!(r.metric.scale() == TrackScale::Points || r.value < 0.0);
    }
    let places: Vec<usize> = (0..readings.len()).collect();
    let columns: Vec<&[f64]> = all.readings.iter().map(Vec::as_slice).collect();
    let mut z = vec![vec![0.0; all.npv.len()]; whitened.kept.len()];
    weighted_sums(&whitened.sums(&readings, &places), &columns, &mut z);
    let look = |(place, month): (usize, usize)| {
        (truths.stop[truth] > month as f64).then(|| {
            let mut logs: Vec<f64> =
                all.stop.iter().map(|s| if *s > month as f64 { 0.0 } else { f64::NEG_INFINITY }).collect();
            let mut found = Shown { was_full: truths.full[truth], ..Shown::default() };
            for (k, reading) in whitened.kept.iter().enumerate() {
                if readings[*reading].month > month as i32 {
                    continue;
                }
                let weights: Vec<f64> = weights(&logs);
                let below: f64 =
                    weights.iter().zip(&z[k]).filter(|(w, _)| **w > 1e-9).map(|(w, z)| w * normal_cdf(*z)).sum();
                found.residuals.push(normal_quantile(below.clamp(1e-12, 1.0 - 1e-12)));
                logs.iter_mut().zip(&z[k]).for_each(|(log, z)| *log -= 0.5 * z * z);
            }
            let weights = weights(&logs);
            let place_of = |values: &[f64], own: f64| -> f64 {
                let part = |x: f64| {
                    if x < own {
                        1.0
                    } else if x == own {
                        0.5
                    } else {
                        0.0
                    }
                };
                weights.iter().zip(values).map(|(w, x)| w * part(*x)).sum()
            };
            found.below[0] = place_of(&all.npv, truths.npv[truth]);
            found.below[1] = place_of(&all.gains[place], truths.gains[place][truth]);
            for k in 0..INPUTS.len() {
                found.below[2 + k] = place_of(&all.inputs[k], truths.inputs[k][truth]);
            }
            found.full = weights.iter().zip(&all.full).filter(|(_, full)| **full).map(|(w, _)| w).sum();
            let squares = found.residuals.iter().map(|x| x * x).sum();
            found.contradicted = chi_square_above(squares, found.residuals.len()) < 0.01;
            found
        })
    };
    LOOKS.into_iter().enumerate().map(look).collect()
}

fn weights(logs: &[f64]) -> Vec<f64> {
    let peak = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = logs.iter().map(|log| (log - peak).exp()).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / total).collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes hours without optimisation")]
fn a_living_case_is_right_as_often_as_it_says() {
    let scenario =
        Scenario::from_text("hotel.toml", include_str!("../living/hotel.toml")).unwrap_or_else(|e| panic!("{e}"));
    let settings = Settings { sampling: Sampling::Sobol, seed: 11, trials: TRIALS + BLOCK as u64 };
    let engine = Engine::new(&scenario, settings).expect("few trials");
    let readings = plan();
    let blocks = TRIALS / BLOCK as u64;
    let (all, truths) = (columns(&engine, &readings, 0..blocks), columns(&engine, &readings, blocks..blocks + 1));
    let case = TrackPlan::default();
    let whitened = Whitened::new(&readings, &case, Drifts::PLAIN).expect("a factor");
    let f = covariance(&readings, &case, Drifts::PLAIN);
    let found = each(TRUTHS, |truth| shown(&all, &truths, truth, &whitened, &f));
    let (mut pooled, mut count) = ([[0.0; 2]; QUANTITIES], 0.0);
    for (k, month) in LOOKS.iter().enumerate() {
        let own: Vec<&Shown> = found.iter().filter_map(|looks| looks[k].as_ref()).collect();
        let n = own.len() as f64;
        count += n;
        let share = |is: &dyn Fn(&Shown) -> bool| own.iter().filter(|s| is(s)).count() as f64 / n;
        for q in 0..QUANTITIES {
            let within = [0.25, 0.05].map(|tail| share(&|s| (tail..=1.0 - tail).contains(&s.below[q])));
            println!("month {month}, quantity {q}: {within:.3?} of {n}");
            pooled[q].iter_mut().zip(within).for_each(|(sum, within)| *sum += n * within);
        }
        let expected = own.iter().map(|s| s.full).sum::<f64>() / n;
        let delivered = share(&|s| s.was_full);
        let contradicted = share(&|s| s.contradicted);
        let residuals: Vec<f64> = own.iter().flat_map(|s| s.residuals.iter().copied()).collect();
        let sd = (residuals.iter().map(|x| x * x).sum::<f64>() / residuals.len() as f64).sqrt();
        println!("month {month}: full {expected:.3} {delivered:.3}, contradicted {contradicted:.3}, sd {sd:.3}");
        assert!((expected - delivered).abs() < 0.06, "{expected} {delivered}");
        assert!((0.95..=1.05).contains(&sd), "{sd}");
        assert!(contradicted <= 0.03, "{contradicted}");
    }
    for (q, within) in pooled.iter().enumerate() {
        let [half, most] = within.map(|sum| sum / count);
        println!("quantity {q}: {half:.3} {most:.3}");
        assert!((0.43..=0.57).contains(&half) && (0.84..=0.96).contains(&most), "{q}: {half} {most}");
    }
}
