//! How fast uniforms, quantiles, tables and copulas are: time for one block of 256 trials, or for one table.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use delight_case::sampling::{Copula, Distribution, Sampler, Sampling, Stream, scores};

const BLOCK: usize = 256;
const TRIALS: u64 = 1 << 20;

fn families() -> Vec<(&'static str, Distribution)> {
    let made = [
        ("uniform", Distribution::uniform(1.0, 3.0)),
        ("triangular", Distribution::triangular(1.0, 2.0, 4.0)),
        ("pert", Distribution::pert(2.0, 3.0, 5.0)),
        ("normal", Distribution::normal(1.0, 2.0)),
        ("amount", Distribution::amount_from_interval(1.0, 3.0)),
        ("share", Distribution::share_from_interval(0.3, 0.4)),
        ("beta", Distribution::beta(0.7, 40.0)),
        ("beta of evidence", Distribution::beta(2000.0, 3000.0)),
        ("metalog", Distribution::metalog_from_p10_p50_p90(1.0, 2.0, 4.0, Some(0.0), None)),
        ("truncated", Distribution::normal(0.0, 1.0).and_then(|d| d.truncated(-1.0, 2.0))),
        ("discrete", Distribution::discrete(&[(0.0, 0.3), (1.0, 0.5), (2.0, 0.2)])),
        ("samples", Distribution::samples((0..100).map(f64::from).collect())),
    ];
    made.map(|(name, made)| (name, made.expect("valid parameters"))).into()
}

fn uniforms(c: &mut Criterion) {
    let mut group = c.benchmark_group("uniforms");
    group.throughput(Throughput::Elements(BLOCK as u64));
    let kinds = [
        ("sobol", Sampling::Sobol, Some(17)),
        ("sobol padded", Sampling::Sobol, None),
        ("lhs", Sampling::Lhs, None),
        ("random", Sampling::Random, None),
    ];
    for (name, sampling, dimension) in kinds {
        let stream = Stream::new(sampling, 1, "input", dimension, TRIALS);
        let mut u = [0; BLOCK];
        let mut first = 0;
        group.bench_function(name, |b| {
            b.iter(|| {
                first = (first + BLOCK as u64) % TRIALS;
                stream.fill(black_box(first), &mut u);
                black_box(&mut u);
            });
        });
    }
    group.finish();
}

fn samplers(c: &mut Criterion) {
    let mut group = c.benchmark_group("sampler");
    group.throughput(Throughput::Elements(BLOCK as u64));
    let mut u = vec![0; 64 * BLOCK];
    Stream::new(Sampling::Sobol, 1, "input", Some(3), TRIALS).fill(0, &mut u);
    let mut blocks = u.chunks(BLOCK).cycle();
    let mut x = [0.0; BLOCK];
    for (name, distribution) in families() {
        let sampler = Sampler::new(&distribution);
        group.bench_function(name, |b| {
            b.iter(|| {
                sampler.fill(black_box(blocks.next().expect("a cycle")), &mut x);
                black_box(&mut x);
            });
        });
    }
    let stream = Stream::new(Sampling::Sobol, 1, "input", Some(3), TRIALS);
    let sampler = Sampler::new(&families()[2].1);
    let (mut first, mut words) = (0, [0; BLOCK]);
    group.bench_function("sobol uniform + pert", |b| {
        b.iter(|| {
            first = (first + BLOCK as u64) % TRIALS;
            stream.fill(black_box(first), &mut words);
            sampler.fill(&words, &mut x);
            black_box(&mut x);
        });
    });
    group.finish();
}

fn correlated(c: &mut Criterion) {
    let mut group = c.benchmark_group("correlated");
    group.throughput(Throughput::Elements(BLOCK as u64));
    let mut u = [0; BLOCK];
    Stream::new(Sampling::Sobol, 1, "input", Some(3), TRIALS).fill(0, &mut u);
    let (mut z, mut x) = ([0.0; BLOCK], [0.0; BLOCK]);
    group.bench_function("scores", |b| {
        b.iter(|| {
            scores(black_box(&u), &mut z);
            black_box(&mut z);
        });
    });
    for (name, distribution) in families() {
        let sampler = Sampler::new(&distribution);
        group.bench_function(format!("{name} from scores"), |b| {
            b.iter(|| {
                sampler.fill_from_scores(black_box(&z), &mut x);
                black_box(&mut x);
            });
        });
    }
    let (copula, _) = Copula::new(4, &[(0, 1, 0.5), (1, 2, 0.3), (2, 3, 0.2)]).expect("valid ranks");
    let columns = vec![z.to_vec(); 4];
    group.bench_function("copula of four", |b| {
        b.iter_batched_ref(|| columns.clone(), |columns| copula.apply(columns), criterion::BatchSize::SmallInput);
    });
    group.finish();
}

fn building(c: &mut Criterion) {
    let mut group = c.benchmark_group("table");
    group.sample_size(20);
    for (name, distribution) in families() {
        group.bench_function(name, |b| b.iter(|| Sampler::new(black_box(&distribution))));
    }
    group.bench_function("stream", |b| {
        b.iter(|| Stream::new(Sampling::Sobol, 1, black_box("input"), Some(200), TRIALS))
    });
    group.finish();
}

criterion_group!(benches, uniforms, samplers, correlated, building);
criterion_main!(benches);
