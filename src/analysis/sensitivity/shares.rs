//! Given-data variance shares: from the trials of one run, how much of the variance each input accounts for.

use crate::analysis::replicates::{self, Interval};

/// Most classes of an input.
const MOST_CLASSES: usize = 32;

/// The share of the variance of `y` that knowing `x` would take away on average, with its 95 % interval.
///
/// ```text
/// S = Var(E[y | x]) / Var(y)
/// ```
///
/// This is the first-order index, and Pearson's correlation ratio. It holds as it stands where inputs are correlated: it
/// then counts what `x` says of its partners too. Shares of correlated inputs overlap, and need not sum to less than 1.
///
/// The trials are cut into classes of equal size by `x` (all trials of the same `x` in one) with a straight line in each,
/// and what the lines explain is freed of what they would explain by chance: ε² of Kelley (PNAS 21 (1935) 554–559). The
/// standard error is that of the eight replicates.
pub fn variance_share(x: &[f64], y: &[f64]) -> Interval {
    Interval::of_share(replicates::estimated(&[x, y], |c| epsilon_squared(c[0], c[1])))
}

/// ε² = (SS_lines − (p − 1)·MS_rest) / SS_total, with MS_rest = SS_rest / (n − p) and p the coefficients of all lines.
///
/// 0 where `y` does not vary.
pub fn epsilon_squared(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len();
    let total = replicates::variance(y) * n as f64;
    if total.is_nan() || total <= 0.0 {
        return 0.0;
    }
    let classes = ((n as f64).sqrt() / 4.0).round().clamp(4.0, MOST_CLASSES as f64) as usize;
    let (explained, coefficients) = lines(x, y, classes);
    if n <= coefficients {
        return 0.0;
    }
    let rest = (total - explained).max(0.0) / (n - coefficients) as f64;
    (explained - (coefficients - 1) as f64 * rest) / total
}

/// Sum of squares that a line in each of about `classes` classes by `x` explains, and the number of coefficients.
fn lines(x: &[f64], y: &[f64], classes: usize) -> (f64, usize) {
    let mean = replicates::mean(y);
    let mut order: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().map(|y| y - mean)).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let size = order.len().div_ceil(classes);
    let (mut explained, mut coefficients, mut start) = (0.0, 0, 0);
    for i in 0..order.len() {
        let ends = order.get(i + 1).is_none_or(|next| next.0 > order[i].0 && i + 1 - start >= size);
        if ends {
            let (squares, count) = line(&order[start..=i]);
            explained += squares;
            coefficients += count;
            start = i + 1;
        }
    }
    (explained, coefficients)
}

/// Sum of squares that the mean and the slope over the order of a class explain, and how many of the two there are.
fn line(class: &[(f64, f64)]) -> (f64, usize) {
    let m = class.len() as f64;
    let sum: f64 = class.iter().map(|(_, y)| y).sum();
    if class.len() < 3 || class[0].0 == class[class.len() - 1].0 {
        return (sum * sum / m, 1);
    }
    let middle = (m - 1.0) / 2.0;
    let slope: f64 = class.iter().enumerate().map(|(i, (_, y))| (i as f64 - middle) * y).sum();
    let spread = m * (m * m - 1.0) / 12.0;
    (sum * sum / m + slope * slope / spread, 2)
}

#[cfg(test)]
mod tests {
    use super::super::known::{ISHIGAMI_FIRST, ishigami, normals, uniforms, uniforms_of};
    use super::*;
    use crate::sampling::Sampling;

    #[test]
    fn the_shares_of_ishigamis_function_are_its_first_order_indices() {
        let x = uniforms(3, 1 << 13);
        let y = ishigami(&x);
        for (x, expected) in x.iter().zip(ISHIGAMI_FIRST) {
            let share = variance_share(x, &y);
            assert!((share.value - expected).abs() < 0.005, "{share:?} {expected}");
        }
    }

    #[test]
    fn a_correlated_input_shares_what_its_partner_does() {
        // y = x₁ + x₂ with correlation ρ and variances 1: E[y | x₁] = (1 + ρ)·x₁, so S₁ = (1 + ρ)²/(2 + 2ρ) = (1 + ρ)/2.
        let rho = 0.6;
        let z = normals(2, 1 << 13);
        let x2: Vec<f64> = z[0].iter().zip(&z[1]).map(|(a, b)| rho * a + (1.0_f64 - rho * rho).sqrt() * b).collect();
        let y: Vec<f64> = z[0].iter().zip(&x2).map(|(a, b)| a + b).collect();
        let share = variance_share(&z[0], &y);
        assert!((share.value - 0.8).abs() < 0.003, "{share:?}");
    }

    #[test]
    fn the_interval_holds_the_share_of_independent_trials() {
        // y = x + 2e: S = 1/5. Of 40 runs of independent trials at least 34 hold it (95 % less three standard deviations).
        let held = (0..40).filter(|seed| {
            let u = uniforms_of(Sampling::Random, *seed, 2, 1 << 11);
            let y: Vec<f64> = u[0].iter().zip(&u[1]).map(|(x, e)| x + 2.0 * e).collect();
            let share = variance_share(&u[0], &y);
            share.low <= 0.2 && 0.2 <= share.high
        });
        let held = held.count();
        assert!(held >= 34, "{held} of 40");
    }

    #[test]
    fn an_input_without_effect_has_no_share_on_average() {
        // The estimator has no bias under independence: the mean over many inputs is zero within its error.
        let x = uniforms(33, 1 << 11);
        let y = &x[32];
        let found: Vec<f64> = x[..32].iter().map(|x| epsilon_squared(x, y)).collect();
        let (mean, sd) = (replicates::mean(&found), replicates::variance(&found).sqrt());
        assert!(mean.abs() < 4.0 * sd / (32.0_f64).sqrt(), "{mean} {sd}");
        assert!(x[..32].iter().all(|x| variance_share(x, y).value >= 0.0));
    }

    #[test]
    fn a_discrete_input_is_cut_at_its_values() {
        // y is 0, 1 or 2 with the class of x and an independent part of the same variance 2/3: S = 1/2.
        let x: Vec<f64> = (0..6000).map(|t| f64::from(t % 3)).collect();
        let y: Vec<f64> = (0..6000).map(|t| f64::from(t % 3) + f64::from((t / 24) % 3)).collect();
        assert!((epsilon_squared(&x, &y) - 0.5).abs() < 0.002);
    }
}
