//! Trials per second: draws alone, draws and model, with the summary, on one thread and on all; and the money alone.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use delight_case::finance::irr::irr_lanes;
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{BLOCK, Control, Engine, Settings};
use delight_case::units::{Kernel, LANES, Lane, Pack, dispatch_simd};
use std::hint::black_box;
use std::path::Path;

const TRIALS: u64 = 1 << 13;

fn load(file: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    Scenario::load(&path).unwrap_or_else(|e| panic!("{e}"))
}

fn engine(c: &mut Criterion) {
    let cases = [("hotel", "scenarios/hotel.toml"), ("sixty inputs", "tests/scenarios/sixty-inputs.toml")];
    for (name, file) in cases {
        let scenario = load(file);
        let engine = Engine::new(&scenario, Settings { sampling: Sampling::Sobol, seed: 1, trials: TRIALS }).unwrap();
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Elements(TRIALS)).sample_size(20);
        let starts = || (0..TRIALS).step_by(BLOCK);
        group.bench_function("draws", |b| {
            let (mut block, mut scratch) = engine.draws().block();
            b.iter(|| starts().for_each(|first| engine.draws().fill(first, &mut block, &mut scratch)));
        });
        group.bench_function("draws and model", |b| {
            let mut worker = engine.worker();
            b.iter(|| starts().for_each(|first| _ = black_box(worker.block(first))));
        });
        group.bench_function("with summary, one thread", |b| b.iter(|| engine.range(0..TRIALS).unwrap()));
        group.bench_function("with summary, all threads", |b| b.iter(|| engine.run(0..TRIALS, &Control::default())));
        group.finish();
    }
}

/// The rates of some trials, month by month.
struct Rates<'a>(&'a [[f64; LANES]]);

impl Kernel for Rates<'_> {
    type Output = f64;

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) -> f64 {
        let mut cash = vec![Lane::<V>::splat(token, 0.0); self.0.len()];
        for (lane, month) in cash.iter_mut().zip(self.0) {
            *lane = Lane::read(token, month);
        }
        irr_lanes(&cash).returns.values().iter().sum()
    }
}

fn finance(c: &mut Criterion) {
    let mut cash = vec![[12.0; LANES]; 61];
    cash[0] = std::array::from_fn(|i| -400.0 - 20.0 * i as f64);
    let mut group = c.benchmark_group("finance");
    group.throughput(Throughput::Elements(LANES as u64));
    group.bench_function("internal rate of return", |b| b.iter(|| dispatch_simd(Rates(black_box(&cash)))));
    group.finish();
}

criterion_group!(benches, engine, finance);
criterion_main!(benches);
