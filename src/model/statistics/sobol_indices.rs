//! Sobol' indices from runs that share some of their draws.

use super::bootstrap::Bootstrap;
use super::interval::Interval;
use super::moments::{mean, variance, varies};

/// Resamples of the bootstrap.
const RESAMPLES: usize = 1000;

/// Results of the same function at related points; all columns have the same length.
pub struct Runs<'a> {
    /// f(A).
    pub a: &'a [f64],
    /// f(B), B independent of A.
    pub b: &'a [f64],
    /// f of points that share the inputs in question with B and nothing else with it; independent inputs: those of A
    /// elsewhere.
    pub with: &'a [f64],
    /// f of points that share with A all but the inputs in question.
    pub without: &'a [f64],
}

/// First-order and total index of an input, or of a group of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// S = Var(E[y | inputs]) / Var(y).
    pub first: Interval,
    /// S_T = E[Var(y | all other inputs)] / Var(y).
    pub total: Interval,
}

/// The indices with 95 % bootstrap intervals.
///
/// ```text
/// S   = (ρ(with, B) − ρ(A, B)·ρ(with, A)) / (1 − ρ(A, B)²)   (Glen and Isaacs, Environ. Model. Softw. 37 (2012) 157–166)
/// S_T = mean( (f(A) − f(without))² ) / (2V)                   (Jansen, Comput. Phys. Commun. 117 (1999) 35–43)
/// ```
///
/// ρ are correlations of the results, V is the variance of A and B together. S is Saltelli's plan (Comput. Phys. Commun.
/// 181 (2010) 259–270) freed of the luck by which f(A) and f(B) resemble each other: it is exact for an input that does
/// all or nothing. With independent inputs `with` and `without` are one run. With correlated ones the two indices are
/// those of Kucherenko, Tarantola and Annoni (Comput. Phys. Commun. 183 (2012) 937–946), and S may exceed S_T: S counts
/// what an input says of its partners, S_T only what it adds to them.
///
/// The bootstrap resamples blocks of consecutive trials. Blocks of Sobol' points are spread more evenly than
/// independent ones, so the intervals are rather too wide than too narrow. Values and bounds are cut to 0…1.
pub fn indices(runs: &Runs, bootstrap: &Bootstrap) -> Indices {
    let n = runs.a.len();
    // Two samples in each of which nothing varies may still differ from each other by rounding.
    if !varies(runs.a) && !varies(runs.b) {
        let nothing = Interval { value: 0.0, standard_error: Some(0.0), low: 0.0, high: 0.0 };
        return Indices { first: nothing, total: nothing };
    }
    // Centred first, so that the sums of squares lose no digits.
    let mu = 0.5 * (mean(runs.a) + mean(runs.b));
    let blocks: Vec<Sums> = Bootstrap::blocks(n)
        .map(|trials| {
            trials.fold(Sums::default(), |sums, t| {
                sums.plus(&Sums::of(runs.a[t] - mu, runs.b[t] - mu, runs.with[t] - mu, runs.without[t] - mu))
            })
        })
        .collect();
    let pooled = |picked: &mut dyn Iterator<Item = usize>| {
        picked.fold(Sums::default(), |sums, block| sums.plus(&blocks[block])).indices()
    };
    let resampled: Vec<[f64; 2]> = (0..RESAMPLES).map(|r| pooled(&mut bootstrap.picks(r, blocks.len()))).collect();
    let [first, total] = pooled(&mut (0..blocks.len()));
    let interval = |k: usize, value: f64| percentile_interval(value, resampled.iter().map(|r| r[k]).collect());
    Indices { first: interval(0, first), total: interval(1, total) }
}

/// Sums over trials of all that the indices are made of: number; a, b, w; aa, bb, ww, ab, aw, bw; (a − without)².
#[derive(Clone, Copy, Default)]
struct Sums([f64; 11]);

impl Sums {
    fn of(a: f64, b: f64, w: f64, without: f64) -> Self {
        Sums([1.0, a, b, w, a * a, b * b, w * w, a * b, a * w, b * w, (a - without) * (a - without)])
    }

    fn plus(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own += other);
        self
    }

    /// First-order and total index; 0 where nothing varies.
    fn indices(&self) -> [f64; 2] {
        let [n, a, b, w, aa, bb, ww, ab, aw, bw, apart] = self.0;
        let covariance = |xy: f64, x: f64, y: f64| xy / n - x / n * (y / n);
        let (var_a, var_b, var_w) = (covariance(aa, a, a), covariance(bb, b, b), covariance(ww, w, w));
        let variance = covariance(aa + bb, 0.0, 0.0) / 2.0 - ((a + b) / (2.0 * n)).powi(2);
        if variance <= 0.0 || variance.is_nan() {
            return [0.0; 2];
        }
        let correlation = |xy: f64, scale: f64| if scale > 0.0 { xy / scale.sqrt() } else { 0.0 };
        let (a_b, w_a, w_b) = (
            correlation(covariance(ab, a, b), var_a * var_b),
            correlation(covariance(aw, a, w), var_a * var_w),
            correlation(covariance(bw, b, w), var_b * var_w),
        );
        [(w_b - a_b * w_a) / (1.0 - a_b * a_b), apart / (2.0 * n) / variance]
    }
}

/// Value, standard deviation and central 95 % of its resamples, cut to 0…1.
fn percentile_interval(value: f64, mut resampled: Vec<f64>) -> Interval {
    resampled.sort_unstable_by(f64::total_cmp);
    let last = resampled.len().saturating_sub(1) as f64;
    let at = |level: f64| resampled.get((level * last).round() as usize).copied().unwrap_or(value);
    let sd = variance(&resampled).sqrt();
    let cut = |x: f64| x.clamp(0.0, 1.0);
    Interval {
        value: cut(value),
        standard_error: Some(sd).filter(|sd| sd.is_finite()),
        low: cut(at(0.025)),
        high: cut(at(0.975)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::Sampling;
    use crate::statistics::known::{
        ISHIGAMI_FIRST, ISHIGAMI_TOTAL, g_function, g_indices, ishigami, uniforms, uniforms_of,
    };

    /// Indices of each input by the same plan as a case is run: A by Sobol' points, B a Latin hypercube.
    fn of_function(f: fn(&[Vec<f64>]) -> Vec<f64>, inputs: usize, trials: usize) -> Vec<Indices> {
        let (a, b) = (uniforms(inputs, trials), uniforms_of(Sampling::Lhs, 2, inputs, trials));
        let (fa, fb) = (f(&a), f(&b));
        let bootstrap = Bootstrap::new(3, "bootstrap");
        (0..inputs)
            .map(|k| {
                let mut mixed = a.clone();
                mixed[k].clone_from(&b[k]);
                let mixed = f(&mixed);
                indices(&Runs { a: &fa, b: &fb, with: &mixed, without: &mixed }, &bootstrap)
            })
            .collect()
    }

    fn holds(found: &Interval, expected: f64, tolerance: f64) {
        assert!((found.value - expected).abs() < tolerance, "{found:?} should be {expected}");
        assert!(found.low - 1e-3 <= expected && expected <= found.high + 1e-3, "{found:?} should hold {expected}");
        assert!(found.value >= 0.0 && found.low >= 0.0 && found.low <= found.high);
    }

    #[test]
    fn ishigamis_function_has_its_known_indices() {
        for (k, found) in of_function(ishigami, 3, 1 << 13).iter().enumerate() {
            holds(&found.first, ISHIGAMI_FIRST[k], 0.02);
            holds(&found.total, ISHIGAMI_TOTAL[k], 0.02);
        }
    }

    #[test]
    fn the_g_function_has_its_known_indices() {
        for (found, [first, total]) in of_function(g_function, 4, 1 << 13).iter().zip(g_indices()) {
            holds(&found.first, first, 0.03);
            holds(&found.total, total, 0.03);
        }
    }

    #[test]
    fn a_sum_has_no_interactions() {
        // y = 3u₁ + u₂: S₁ = 0.9, S₂ = 0.1, and totals alike.
        let sum = |u: &[Vec<f64>]| u[0].iter().zip(&u[1]).map(|(a, b)| 3.0 * a + b).collect::<Vec<f64>>();
        for (found, expected) in of_function(sum, 2, 1 << 12).iter().zip([0.9, 0.1]) {
            holds(&found.first, expected, 0.01);
            holds(&found.total, expected, 0.02);
        }
    }

    #[test]
    fn a_result_that_never_varies_has_no_indices() {
        let one = vec![7.0; 256];
        let found = indices(&Runs { a: &one, b: &one, with: &one, without: &one }, &Bootstrap::new(1, "bootstrap"));
        assert_eq!((found.first.value, found.total.value, found.total.high), (0.0, 0.0, 0.0));
    }
}
