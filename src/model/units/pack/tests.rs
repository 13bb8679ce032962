//! Vectors against arrays, operation by operation.

use super::*;
use fearless_simd::{Level, dispatch, f64x2, f64x8};

/// Numbers at which operations differ most easily.
fn samples() -> Vec<f64> {
    let mut all = vec![0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.25, 1e-300, 1e300, f64::MIN_POSITIVE, 700.0, -745.0];
    all.extend((1..60).map(|i| f64::from(i * i) * 0.37 - 300.0));
    all.extend((1..60).map(|i| libm::exp(f64::from(i) * 1.7 - 50.0)));
    all
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|x| x.to_bits()).collect()
}

/// Everything a pack can do with two values.
fn all_of<V: Pack>(a: V, b: V) -> Vec<Vec<u64>> {
    let (k, m) = a.abs().max(V::splat(a.token(), 1e-300)).exponent_and_mantissa();
    let whole = b.max(V::splat(a.token(), -1000.0)).min(V::splat(a.token(), 1000.0)).ceil();
    let shifted = whole.add(V::splat(a.token(), 6_755_399_441_055_744.0));
    let masks = [a.below(b), a.at_most(b), a.equals(b)];
    let mixed = V::or(V::and(masks[0], V::not(masks[2])), masks[1]);
    let mut found: Vec<V> = vec![a.add(b), a.sub(b), a.mul(b), a.div(b), a.neg(), a.abs(), a.ceil(), k, m];
    found.extend([a.min(b), a.max(b), shifted.power_of_two()]);
    found.extend(masks.map(|mask| V::select(mask, a, b)));
    found.push(V::select(mixed, a, b));
    let held = (0..V::TRIALS).map(|i| u64::from(V::holds(mixed, i))).collect();
    let mut set = mixed;
    V::set(&mut set, 1, !V::holds(mixed, 1));
    let after = (0..V::TRIALS).map(|i| u64::from(V::holds(set, i))).collect();
    let any = vec![u64::from(V::any(masks[2])), u64::from(V::any(V::and(masks[0], masks[2])))];
    found.iter().map(|x| bits(x.values())).chain([held, after, any]).collect()
}

fn check<V: Pack, const N: usize>(token: V::Token) {
    let (nan, one) = (V::splat(token, f64::NAN), V::splat(token, 1.0));
    assert!([nan.min(one), nan.max(one)].iter().all(|x| x.values().iter().all(|x| x.is_nan())));
    assert!([one.min(nan), one.max(nan)].iter().all(|x| x.values().iter().all(|x| *x == 1.0)));
    let all = samples();
    for shift in 0..all.len() {
        let of = |step: usize| -> [f64; N] { std::array::from_fn(|i| all[(i * step + shift) % all.len()]) };
        let (a, b) = (of(1), of(7));
        assert_eq!(all_of(V::read(token, &a), V::read(token, &b)), all_of(a, b), "{a:?} {b:?}");
    }
}

#[test]
fn vectors_of_eight_give_the_bits_of_arrays() {
    dispatch!(Level::new(), token => check::<f64x8<_>, 8>(token));
}

#[test]
fn vectors_of_two_give_the_bits_of_arrays() {
    dispatch!(Level::new(), token => check::<f64x2<_>, 2>(token));
}

#[cfg(target_arch = "x86_64")]
#[test]
fn so_do_the_vectors_that_every_x86_64_has() {
    check::<f64x2<_>, 2>(Level::new().as_sse2().expect("x86-64 has SSE2"));
}
