use super::*;
use crate::sampling::Sampling;
use crate::scenario::actuals::{ReadArm, TrackMetric};
use crate::scenario::{Gate, Metric, Project, Scenario};
use crate::simulate::{BLOCK, Control, Courses, Engine, Measure, SERIES, Sample, Settings};
use crate::statistics::mean;

const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 3, trials: 256 };

fn hotel() -> Scenario {
    Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\nmonths = 24\n").unwrap_or_else(|e| panic!("{e}"))
}

fn engine() -> Engine {
    Engine::new(&hotel(), SETTINGS).expect("few trials")
}

fn period(metric: TrackMetric, arm: ReadArm, last: i32, months: u32) -> ReadPeriod {
    ReadPeriod { metric, arm, last, months }
}

#[test]
fn the_trials_are_those_of_a_run_and_stopping_is_a_gate_that_stops_all() {
    let watch = PeriodWatch::new(&engine(), &[], &[0, 9]);
    let mut bench = watch.bench();
    let seen = bench.block(0);
    let sample = |scenario: &Scenario| {
        let control = Control::default();
        Sample::new(scenario, SETTINGS, &[Measure::Npv], &control)
            .expect("nobody cancels")
            .results(Measure::Npv)
            .to_vec()
    };
    assert_eq!(seen.measure(Measure::Npv), sample(&hotel()));
    let gated = hotel().derived(|model| {
        if let Project::Chain(case) = &mut model.project {
            case.gate = Some(Gate { month: 9, metric: Metric::Nps, at_least: f64::INFINITY, survey: None });
        }
    });
    assert_eq!(*seen.stopped[1], *sample(&gated));
    assert!(seen.stopped[0].iter().all(|npv| *npv == 0.0));
}

#[test]
fn a_period_is_the_mean_of_its_months_and_those_before_the_start_are_as_today() {
    use TrackMetric::*;
    let one = |last| period(Nps, ReadArm::Programme, last, 1);
    let periods = [
        one(5),
        one(6),
        one(7),
        period(Nps, ReadArm::Programme, 7, 3),
        one(0),
        period(Nps, ReadArm::Baseline, -4, 3),
        period(Nps, ReadArm::Programme, 1, 3),
        one(1),
        one(24),
        one(99),
    ];
    let watch = PeriodWatch::new(&engine(), &periods, &[]);
    let mut bench = watch.bench();
    let columns = &bench.block(0).periods;
    for t in 0..BLOCK {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(close(columns[3][t], (columns[0][t] + columns[1][t] + columns[2][t]) / 3.0));
        assert!(close(columns[4][t], columns[5][t]));
        assert!(close(columns[6][t], (2.0 * columns[4][t] + columns[7][t]) / 3.0));
        assert_eq!(columns[8][t], columns[9][t]);
    }
}

#[test]
fn metrics_are_those_of_the_courses_of_a_run() {
    use TrackMetric::*;
    let engine = engine();
    let courses = Courses::of(&engine, &Control::default()).expect("nobody cancels");
    let of = [(Nps, "nps"), (Rating, "rating"), (Connected, "connected"), (Engaged, "engaged")];
    let logs = [(Customers, "customers"), (Revenue, "revenue")];
    let arms = [ReadArm::Baseline, ReadArm::Programme];
    let all = || of.iter().chain(&logs).flat_map(|(m, key)| arms.map(|arm| (*m, *key, arm)));
    let periods: Vec<ReadPeriod> = all().map(|(metric, _, arm)| period(metric, arm, 14, 1)).collect();
    let watch = PeriodWatch::new(&engine, &periods, &[]);
    let mut bench = watch.bench();
    let seen = bench.block(0);
    for ((metric, key, arm), column) in all().zip(&seen.periods) {
        let series = SERIES.iter().position(|k| *k == key).expect("a series");
        let band = courses.months[13][series][usize::from(arm == ReadArm::Programme)];
        let values: Vec<f64> = match metric {
            Customers | Revenue => column.iter().map(|x| x.exp()).collect(),
            _ => column.to_vec(),
        };
        assert!((mean(&values) / band.mean - 1.0).abs() < 1e-9, "{metric:?} {arm:?}");
    }
}

#[test]
fn costs_are_all_that_was_paid_to_the_month() {
    let periods = [0, 1, 24].map(|last| period(TrackMetric::Cost, ReadArm::Programme, last, 1));
    let watch = PeriodWatch::new(&engine(), &periods, &[]);
    let mut bench = watch.bench();
    let columns = &bench.block(0).periods;
    assert!((0..BLOCK).all(|t| columns[0][t] < columns[1][t] && columns[1][t] < columns[2][t]));
}

#[test]
fn trials_that_are_gathered_are_those_of_their_blocks() {
    let periods = [period(TrackMetric::Nps, ReadArm::Programme, 12, 3)];
    let watch = PeriodWatch::new(&engine(), &periods, &[6]);
    let (mut whole, mut some) = (watch.bench(), watch.bench());
    let trials = [3, 200, 300, 300, 511];
    let found: Vec<[f64; 3]> = {
        let seen = some.gathered(&trials);
        (0..trials.len()).map(|k| [seen.periods[0][k], seen.measure(Measure::Npv)[k], seen.stopped[0][k]]).collect()
    };
    for (trial, found) in trials.iter().zip(found) {
        let (first, at) = (trial / 256 * 256, (trial % 256) as usize);
        let seen = whole.block(first);
        assert_eq!(found, [seen.periods[0][at], seen.measure(Measure::Npv)[at], seen.stopped[0][at]]);
    }
}
