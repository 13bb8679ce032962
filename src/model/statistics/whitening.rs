//! Correlated residuals made independent: the inverse Cholesky factor of their covariance, and its use on whole columns.

use crate::sampling::Cholesky;
use crate::units::{Kernel, Pack, dispatch_simd};

/// Trials whose sums are kept in the registers of the machine.
const STRIP: usize = 16;

/// The inverse of the Cholesky factor of a covariance.
#[derive(Clone, Debug, PartialEq)]
pub struct InverseFactor {
    n: usize,
    entries: Vec<f64>,
    /// ½·ln of the determinant of the covariance.
    pub log_determinant: f64,
}

impl InverseFactor {
    /// Of the covariance with these entries, of which those with i ≥ j are read; none where it is not positive definite.
    ///
    /// ```text
    /// L·Lᵀ = C        L⁻¹ by substitution        ½·ln det C = Σ ln L_ii
    /// ```
    pub fn new(n: usize, entry: impl Fn(usize, usize) -> f64) -> Option<Self> {
        let factor = Cholesky::new(n, entry, 0.0);
        if n > 0 && !(factor.least_pivot > 0.0) {
            return None;
        }
        let l = factor.into_entries();
        let (mut inverse, mut log_determinant) = (vec![0.0; n * n], 0.0);
        for i in 0..n {
            let pivot = l[i * n + i];
            log_determinant += libm::log(pivot);
            inverse[i * n + i] = 1.0 / pivot;
            for j in 0..i {
                let sum: f64 = (j..i).map(|k| l[i * n + k] * inverse[k * n + j]).sum();
                inverse[i * n + j] = -sum / pivot;
            }
        }
        Some(InverseFactor { n, entries: inverse, log_determinant })
    }

    /// A row of L⁻¹, as far as its diagonal.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.entries[i * self.n..=i * self.n + i]
    }
}

/// A constant and a weighted sum of columns, as it is taken in every trial.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeightedSum {
    /// The constant.
    pub constant: f64,
    /// Places of columns with their weights.
    pub weights: Vec<(usize, f64)>,
}

/// The weighted sums of columns of trials, one column each; all columns are as long as those of `out`.
///
/// Sums are taken in the order of the weights, so they are the same bits on any machine.
pub fn weighted_sums(sums: &[WeightedSum], columns: &[&[f64]], out: &mut [Vec<f64>]) {
    dispatch_simd(Sums { sums, columns, out });
}

struct Sums<'a> {
    sums: &'a [WeightedSum],
    columns: &'a [&'a [f64]],
    out: &'a mut [Vec<f64>],
}

impl Kernel for Sums<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, _: V::Token) {
        for (sum, out) in self.sums.iter().zip(self.out) {
            let mut first = 0;
            for strip in out.chunks_mut(STRIP) {
                let mut held = [sum.constant; STRIP];
                for (column, weight) in &sum.weights {
                    let values = &self.columns[*column][first..first + strip.len()];
                    match values.first_chunk::<STRIP>() {
                        Some(values) => (0..STRIP).for_each(|t| held[t] += weight * values[t]),
                        None => held.iter_mut().zip(values).for_each(|(held, x)| *held += weight * x),
                    }
                }
                strip.copy_from_slice(&held[..strip.len()]);
                first += STRIP;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_factor_whitens_its_covariance() {
        let c = [[4.0, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]];
        let inverse = InverseFactor::new(3, |i, j| c[i][j]).expect("positive definite");
        for i in 0..3 {
            for j in 0..=i {
                let (a, b) = (inverse.row(i), inverse.row(j));
                let product: f64 =
                    (0..=i).flat_map(|k| (0..=j).map(move |l| (k, l))).map(|(k, l)| a[k] * c[k][l] * b[l]).sum();
                assert!((product - f64::from(i == j)).abs() < 1e-12, "{i} {j}: {product}");
            }
        }
        let determinant: f64 = 4.0 * (15.0 - 1.0) - 2.0 * (6.0 - 0.6) + 0.6 * (2.0 - 3.0);
        assert!((inverse.log_determinant - 0.5 * determinant.ln()).abs() < 1e-12);
        assert!(InverseFactor::new(2, |_, _| 1.0).is_none() && InverseFactor::new(0, |_, _| 1.0).is_some());
    }

    #[test]
    fn weighted_sums_are_those_of_each_trial() {
        let columns: Vec<Vec<f64>> = (0..3).map(|c| (0..37).map(|t| f64::from(c * 50 + t)).collect()).collect();
        let sums = [WeightedSum { constant: 7.0, weights: vec![(2, 0.5), (0, -3.0)] }, WeightedSum::default()];
        let mut out = vec![vec![f64::NAN; 37]; 2];
        weighted_sums(&sums, &columns.iter().map(Vec::as_slice).collect::<Vec<_>>(), &mut out);
        for t in 0..37 {
            assert_eq!([out[0][t], out[1][t]], [7.0 + 0.5 * columns[2][t] - 3.0 * columns[0][t], 0.0]);
        }
    }
}
