//! Microseconds of one thread for one trial, draws and model apart, on a machine that others use too: of every block of
//! trials the shortest of many repetitions, so that interruptions fall out.

use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{BLOCK, Engine, Settings};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const TRIALS: u64 = 1 << 13;
const REPETITIONS: usize = 100;

fn main() {
    for file in ["scenarios/hotel.toml", "tests/scenarios/sixty-inputs.toml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let scenario = Scenario::load(&path).unwrap_or_else(|e| panic!("{e}"));
        let engine = Engine::new(&scenario, Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS }).unwrap();
        let (mut block, mut scratch) = engine.draws().block();
        let draws = shortest(|first| engine.draws().fill(first, &mut block, &mut scratch));
        let mut worker = engine.worker();
        let both = shortest(|first| _ = black_box(worker.block(first)));
        let rate = 1e6 / both;
        println!(
            "{file}: draws {draws:.2}, model {:.2}, together {both:.2} µs: {rate:.0} trials a second",
            both - draws
        );
    }
}

/// Microseconds for a trial.
fn shortest(mut work: impl FnMut(u64)) -> f64 {
    let starts = || (0..TRIALS).step_by(BLOCK);
    let mut best = vec![f64::INFINITY; starts().count()];
    for _ in 0..REPETITIONS {
        for (first, best) in starts().zip(&mut best) {
            let start = Instant::now();
            work(first);
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    best.iter().sum::<f64>() / TRIALS as f64 * 1e6
}
