//! Cost of taking values in and of merging, for blocks of 256 values.
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use delight_case::statistics::tally::{ExactSum, Grid, Ledger, Moments, Quantiles, Tally};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::hint::black_box;
use std::sync::Arc;

/// Counts in this many replicates, on the grid of these values.
fn counts(data: &[f64], replicates: usize) -> Tally {
    Tally::new(replicates, 0, Some(Arc::new(Grid::of(&data[..4096]))))
}

fn values(n: usize) -> Vec<f64> {
    let mut rng = StdRng::seed_from_u64(1);
    let normal = |rng: &mut StdRng| (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0;
    (0..n).map(|_| 1e6 * normal(&mut rng) + 5e5).collect()
}

fn blocks(c: &mut Criterion) {
    let data = values(4096);
    let positive: Vec<f64> = data.iter().map(|x| x.abs()).collect();
    let zeros: Vec<f64> = data.iter().map(|x| x.max(0.0)).collect();
    let constant = vec![123.456; 4096];
    let mut group = c.benchmark_group("add");
    group.throughput(Throughput::Elements(4096)).sample_size(30);
    for (name, data) in [("mixed", &data), ("positive", &positive), ("zeros", &zeros), ("constant", &constant)] {
        for (kind, replicates) in [("fan", 1), ("measure", 8)] {
            group.bench_function(format!("{kind} {name}"), |b| {
                let mut tally = counts(data, replicates);
                b.iter(|| data.chunks(256).for_each(|block| tally.add(0, black_box(block))));
            });
        }
        group.bench_function(format!("moments {name}"), |b| {
            let mut tally = Moments::new();
            b.iter(|| data.chunks(256).for_each(|block| tally.add_slice(black_box(block))));
        });
    }
    group.bench_function("sum by slice", |b| {
        let mut tally = ExactSum::new();
        b.iter(|| data.chunks(256).for_each(|block| tally.add_slice(black_box(block))));
    });
    group.bench_function("sum one by one", |b| {
        let mut tally = ExactSum::new();
        b.iter(|| data.iter().for_each(|&x| tally.add(black_box(x))));
    });
    group.bench_function("square one by one", |b| {
        let mut tally = ExactSum::new();
        b.iter(|| data.iter().for_each(|&x| tally.add_square(black_box(x))));
    });
    group.bench_function("grid", |b| b.iter(|| Grid::of(black_box(&data))));
    group.finish();
}

fn reading(c: &mut Criterion) {
    let data = values(1 << 20);
    let (kept, mut counted, mut moments) = (Quantiles::kept(data.clone()), counts(&data, 8), Moments::new());
    counted.add(0, &data);
    moments.add_slice(&data);
    let probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
    let mut group = c.benchmark_group("read");
    group.sample_size(20);
    group.bench_function("7 quantiles of 2^20 kept", |b| b.iter(|| kept.quantiles(&probabilities)));
    group.bench_function("7 quantiles of a histogram", |b| {
        b.iter(|| counted.all_quantiles().quantiles(&probabilities));
    });
    group.bench_function("merge histograms", |b| b.iter(|| counted.clone().merge(black_box(&counted))));
    group.bench_function("merge moments", |b| b.iter(|| moments.clone().merge(black_box(&moments))));
    group.bench_function("sd", |b| b.iter(|| black_box(&moments).sd()));
    group.bench_function("ledger record of 19", |b| {
        let mut ledger = Ledger::new();
        b.iter(|| ledger.record(black_box(7), data[..19].iter().copied()));
    });
    group.finish();
}

criterion_group!(benches, blocks, reading);
criterion_main!(benches);
