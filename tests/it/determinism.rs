//! The same seed gives the same results, whatever the threads and however the trials are cut.

use crate::support::{hotel_file, loaded};
use delight_case::report::page::json;
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{
    BLOCK, Control, Engine, Measure, Outcome, Settings, Summary, Timetable, Workspace, evaluate,
};
use delight_case::studies::run::findings;
use delight_case::units::{Kernel, Pack, dispatch_simd};
use std::path::Path;

fn hotel() -> Scenario {
    loaded(&hotel_file())
}

fn settings(sampling: Sampling) -> Settings {
    Settings { sampling, seed: 11, trials: 3001 }
}

fn on_threads(threads: usize, work: impl FnOnce() -> Summary + Send) -> Summary {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn one_two_and_seven_threads_give_the_same_bytes() {
    let scenario = hotel();
    for sampling in [Sampling::Sobol, Sampling::Lhs, Sampling::Random] {
        let settings = settings(sampling);
        let engine = Engine::new(&scenario, settings).unwrap();
        let bytes = [1, 2, 7].map(|threads| {
            let summary = on_threads(threads, || engine.run(0..3001, &Control::default()).unwrap());
            json::summary(&findings(&scenario, &settings, &summary).unwrap())
        });
        assert_eq!(bytes[0], bytes[1]);
        assert_eq!(bytes[0], bytes[2]);
    }
}

/// The lanes in which the engine computes.
struct LanesOfTheEngine;

impl Kernel for LanesOfTheEngine {
    type Output = &'static str;
    fn run<V: Pack>(self, _: V::Token) -> &'static str {
        std::any::type_name::<V>()
    }
}

/// Every measure of every trial of a block, computed alone, against what the engine has.
fn trials_alone_have_the_bits_of_the_engine() {
    for file in ["scenarios/hotel.toml", "tests/scenarios/sixty-inputs.toml", "scenarios/rivals/direct-booking.toml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let scenario = Scenario::load(&path).unwrap();
        let engine = Engine::new(&scenario, settings(Sampling::Sobol)).unwrap();
        let mut worker = engine.worker();
        let (block, results) = worker.block(0);
        let timetable = Timetable::new(&scenario);
        let mut work = Workspace::<[f64; 1]>::new(&scenario, &timetable, ());
        for trial in 0..BLOCK {
            let alone: Outcome<[f64; 1]> = *evaluate(&scenario, block, trial, &mut work, |_| {});
            for (measure, name) in Measure::all() {
                let (own, among) = (alone.get(measure).values()[0], results.measures[measure.index()][trial]);
                assert!(own.to_bits() == among.to_bits() || own.is_nan() && among.is_nan(), "{file} {trial} {name}");
            }
        }
    }
}

/// Vectors are in optimised builds only, which is where this one runs.
#[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(debug_assertions)))]
#[test]
fn a_trial_alone_has_the_bits_it_has_among_others_in_vectors() {
    let lanes = dispatch_simd(LanesOfTheEngine);
    assert!(lanes.contains("f64x2") || lanes.contains("f64x8"), "{lanes}");
    trials_alone_have_the_bits_of_the_engine();
}

#[cfg(debug_assertions)]
#[test]
fn a_trial_alone_has_the_bits_it_has_among_others_one_a_lane() {
    assert_eq!(dispatch_simd(LanesOfTheEngine), std::any::type_name::<[f64; 1]>());
    trials_alone_have_the_bits_of_the_engine();
}

#[test]
fn ranges_merged_in_any_order_give_the_state_of_the_whole() {
    let scenario = hotel();
    let engine = Engine::new(&scenario, settings(Sampling::Sobol)).unwrap();
    let whole = engine.range(0..3001).unwrap();
    let mut merged = engine.range(2000..3001).unwrap();
    merged.merge(&engine.range(0..777).unwrap());
    merged.merge(&engine.range(777..2000).unwrap());
    assert!(merged == whole);
    assert_eq!(merged.ledger.verify(0..3001), Ok(()));
}

#[test]
fn a_stream_of_blocks_gives_the_state_of_the_whole() {
    let scenario = hotel();
    let engine = Engine::new(&scenario, settings(Sampling::Sobol)).unwrap();
    let mut next = 0;
    let streamed = engine
        .stream(0..3001, &Control::default(), |first, count, _, _| {
            assert_eq!(first, next);
            next = first + count as u64;
            Ok::<(), delight_case::simulate::SimulationError>(())
        })
        .unwrap();
    assert!(streamed == engine.range(0..3001).unwrap());
}

#[test]
fn adding_an_uncertain_input_moves_no_other_draw() {
    let certain = hotel();
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(hotel_file(), folder.path().join("hotel.toml")).unwrap();
    let path = folder.path().join("uncertain.toml");
    let text = "base = \"hotel.toml\"\n[customers]\ncontacts_per_month = \"0.5 to 0.7\"\n";
    std::fs::write(&path, text).unwrap();
    let uncertain = loaded(&path);
    let settings = settings(Sampling::Sobol);
    let (a, b) = (Engine::new(&certain, settings).unwrap(), Engine::new(&uncertain, settings).unwrap());
    let (mut a, mut b) = (a.worker(), b.worker());
    let ((before, _), (after, _)) = (a.block(0), b.block(0));
    let added = certain.assumptions().iter().position(|x| x.path == "customers.contacts_per_month").unwrap();
    for column in 0..before.columns() {
        assert_eq!(before.column(column) == after.column(column), column != added, "column {column}");
    }
}

#[test]
fn another_seed_gives_other_trials() {
    let scenario = hotel();
    let of = |seed| {
        Engine::new(&scenario, Settings { seed, ..settings(Sampling::Sobol) })
            .unwrap()
            .range(0..64)
            .unwrap()
            .ledger
            .digest()
    };
    assert_ne!(of(1), of(2));
}
