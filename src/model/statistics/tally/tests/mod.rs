//! Tests of the tallies against exact integers, with wild values and random merge trees.

mod exact_sum;
mod grid;
mod ledger;
mod moments;
mod quantiles;
mod rows;
mod state;

use num_bigint::BigInt;
use proptest::prelude::*;

/// Any finite double: all exponents, both signs, subnormals and zeros.
fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |x| x.is_finite()),
        2 => -1e6..1e6,
        1 => (0..1_u64 << 52).prop_map(f64::from_bits),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, -5e-324]),
    ]
}

/// Values of the size of money and rates, with zeros.
fn tame() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => (-8.0..9.0, any::<bool>()).prop_map(|(e, s): (f64, bool)| if s { -10_f64.powf(e) } else { 10_f64.powf(e) }),
        2 => -1e6..1e6,
        1 => Just(0.0),
        1 => (-20..20).prop_map(|i| f64::from(i) * 0.25),
    ]
}

/// Many values, wild in some cases, and in some cases with most of their sum cancelled.
fn wild_values() -> impl Strategy<Value = Vec<f64>> {
    (prop::collection::vec(prop_oneof![wild().boxed(), tame().boxed()], 0..300), any::<bool>()).prop_map(
        |(mut values, cancel)| {
            if cancel {
                let negated: Vec<f64> = values.iter().skip(1).map(|x| -x).collect();
                values.extend(negated);
            }
            values
        },
    )
}

/// `x` in units of 2^-1074.
fn exact(x: f64) -> BigInt {
    let bits = x.abs().to_bits();
    let (field, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    let magnitude = if field == 0 { BigInt::from(fraction) } else { BigInt::from(fraction | 1 << 52) << (field - 1) };
    if x < 0.0 { -magnitude } else { magnitude }
}

/// Cuts the values at the seeds, fills a state from each part, and merges the states pair by pair in an order that the seeds give.
fn merged_in_a_tree<T>(values: &[f64], seeds: &[usize], fill: impl Fn(&[f64]) -> T, merge: impl Fn(&mut T, &T)) -> T {
    let mut cuts: Vec<usize> = seeds.iter().map(|seed| seed % (values.len() + 1)).collect();
    cuts.extend([0, values.len()]);
    cuts.sort_unstable();
    let mut states: Vec<T> = cuts.windows(2).map(|cut| fill(&values[cut[0]..cut[1]])).collect();
    for seed in seeds.iter().cycle() {
        if states.len() == 1 {
            break;
        }
        let part = states.swap_remove(seed % states.len());
        let into = (seed / 7) % states.len();
        merge(&mut states[into], &part);
    }
    states.remove(0)
}

/// Between 1 and 12 seeds of a merge tree.
fn tree() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..1_000_000_usize, 1..12)
}

/// The values in another order, that of a multiplicative hash of their places.
fn shuffled(values: &[f64], seed: usize) -> Vec<f64> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by_key(|&place| (place + seed).wrapping_mul(0x9e37_79b9).rotate_left(16) % 1_000_003);
    places.into_iter().map(|place| values[place]).collect()
}
