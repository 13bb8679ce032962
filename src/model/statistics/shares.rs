//! Given-data variance shares: from the trials of one run, how much of the variance each input accounts for.

use super::estimate::Estimate;
use super::interval::Interval;
use super::moments;
use crate::sampling::REPLICATES;

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
/// The trials are cut into classes of equal size by `x` (all trials of the same `x` in one) with a straight line in each.
/// The square of each coefficient is estimated by the products of what different replicates say of it:
///
/// ```text
/// c² ≈ Σ_{r≠s} c_r·c_s / (R·(R − 1))
/// ```
///
/// Replicates are independent, so what chance or the pattern of the points puts into one of them is zero on average in
/// these products, and the estimate has no bias, also with Sobol' points. The standard error is the jackknife's over the
/// replicates; trial t belongs to replicate t mod 8.
pub fn variance_share(x: &[f64], y: &[f64]) -> Interval {
    let sums = coefficients(x, y);
    let all: Vec<usize> = (0..REPLICATES).collect();
    let without = |r: usize| all.iter().copied().filter(|s| *s != r).collect::<Vec<_>>();
    let value = share(&sums, &all);
    let left_out: Vec<f64> = all.iter().map(|r| share(&sums, &without(*r))).collect();
    let middle = moments::mean(&left_out);
    let squares: f64 = left_out.iter().map(|s| (s - middle) * (s - middle)).sum();
    let n = REPLICATES as f64;
    let standard_error = Some(((n - 1.0) / n * squares).sqrt()).filter(|e| e.is_finite());
    Estimate::new(value, standard_error).interval_of_share()
}

/// What each replicate says of every coefficient, and how `y` spreads in it.
struct Sums {
    /// By coefficient of an orthogonal basis, scaled so that its square is a sum of squares; by replicate.
    coefficients: Vec<[f64; REPLICATES]>,
    /// Σ(y − ȳ)² by replicate.
    squares: [f64; REPLICATES],
}

/// The share of these replicates: that of products of different ones; 0 where `y` does not vary.
fn share(sums: &Sums, replicates: &[usize]) -> f64 {
    let n = replicates.len() as f64;
    let products: f64 = sums
        .coefficients
        .iter()
        .map(|c| {
            let (sum, squares) =
                replicates.iter().fold((0.0, 0.0), |(sum, squares), r| (sum + c[*r], squares + c[*r] * c[*r]));
            sum * sum - squares
        })
        .sum();
    let total: f64 = replicates.iter().map(|r| sums.squares[*r]).sum();
    // Sums of all trials scale with R², those of different replicates with R·(R − 1); `coefficients` are scaled to 8.
    let explained = products / (n * (n - 1.0)) * n * REPLICATES as f64;
    if total > 0.0 { explained / total } else { 0.0 }
}

fn coefficients(x: &[f64], y: &[f64]) -> Sums {
    let mean = moments::mean(y);
    let mut squares = [0.0; REPLICATES];
    let mut order: Vec<(f64, f64, usize)> = Vec::with_capacity(x.len());
    for (t, (x, y)) in x.iter().zip(y).enumerate() {
        squares[t % REPLICATES] += (y - mean) * (y - mean);
        order.push((*x, y - mean, t % REPLICATES));
    }
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let classes = ((order.len() as f64).sqrt() / 4.0).round().clamp(4.0, MOST_CLASSES as f64) as usize;
    let size = order.len().div_ceil(classes);
    let (mut coefficients, mut start) = (Vec::new(), 0);
    for i in 0..order.len() {
        if order.get(i + 1).is_none_or(|next| next.0 > order[i].0 && i + 1 - start >= size) {
            coefficients.extend(line(&order[start..=i]));
            start = i + 1;
        }
    }
    Sums { coefficients, squares }
}

/// The mean and, where `x` differs, the slope over the order of a class, by replicate.
fn line(class: &[(f64, f64, usize)]) -> Vec<[f64; REPLICATES]> {
    let m = class.len() as f64;
    let middle = (m - 1.0) / 2.0;
    let spread = (m * (m * m - 1.0) / 12.0).sqrt();
    let (mut level, mut slope) = ([0.0; REPLICATES], [0.0; REPLICATES]);
    for (i, (_, y, r)) in class.iter().enumerate() {
        level[*r] += y / m.sqrt();
        slope[*r] += (i as f64 - middle) * y / spread;
    }
    let flat = class.len() < 3 || class[0].0 == class[class.len() - 1].0;
    if flat { vec![level] } else { vec![level, slope] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::Sampling;
    use crate::statistics::known::{ISHIGAMI_FIRST, ishigami, normals, uniforms, uniforms_of};

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
    fn an_input_without_effect_has_no_share_whatever_the_pattern_of_the_points() {
        // Some pairs of Sobol' dimensions are badly spread over each other at 2¹¹ points; seen as shares these patterns
        // would be effects. Of 120 intervals of 95 % at least 104 begin at 0 (two-sided, less four standard deviations).
        let x = uniforms(124, 1 << 11);
        let (inputs, results) = x.split_at(120);
        for y in results {
            let y: Vec<f64> = y.iter().map(|u| u * u).collect();
            let shares: Vec<Interval> = inputs.iter().map(|x| variance_share(x, &y)).collect();
            let held = shares.iter().filter(|s| s.low == 0.0).count();
            assert!(held >= 104 && shares.iter().all(|s| s.value >= 0.0), "{held} of 120");
        }
    }

    #[test]
    fn a_discrete_input_is_cut_at_its_values() {
        // y is 0, 1 or 2 with the class of x and an independent part of the same variance 2/3: S = 1/2.
        let x: Vec<f64> = (0..7200).map(|t| f64::from((t / 8) % 3)).collect();
        let y: Vec<f64> = (0..7200).map(|t| f64::from((t / 8) % 3) + f64::from((t / 24) % 3)).collect();
        assert!((variance_share(&x, &y).value - 0.5).abs() < 0.002);
    }
}
